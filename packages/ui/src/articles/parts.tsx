import {
  type ArticleAround,
  type ArticleLink,
  type ArticleView,
  isUpdated,
  readingMinutes,
} from "@ontsecretaressen/domain/article";
import { textOfHtml } from "@ontsecretaressen/domain/text";
import { monthOf } from "@ontsecretaressen/domain/archive";
import { allArticles, categoryCrumb, type Crumb, Crumbs } from "../page/crumbs.tsx";
import { dateOf, monthPath } from "../words/dates.ts";
import { commentsWords, minutesWords } from "../words/site.ts";

const CONTENTS_FROM = 4;

export const crumbsOf = ({ category }: ArticleView): Crumb[] =>
  category === null
    ? [allArticles]
    : [
        allArticles,
        ...(category.parent === null ? [] : [categoryCrumb(category.parent)]),
        categoryCrumb(category),
      ];

/** What an article is about, who wrote it when, and how long it takes. */
export const Opening = ({ article, commentCount }: { article: ArticleView; commentCount: number }) => (
  <div class="open">
    {article.kind === "article" && <Crumbs crumbs={crumbsOf(article)} />}
    <h1>{article.title}</h1>
    {article.standfirst !== "" && <p class="lead">{article.standfirst}</p>}
    {article.kind === "article" && (
      <p class="quiet">
        {article.authors.length > 0 && (
          <>
            Door{" "}
            {article.authors.map(({ slug, name }, index, { length }) => (
              <>
                {index > 0 && (index === length - 1 ? " en " : ", ")}
                <a href={`/auteur/${slug}/`}>{name}</a>
              </>
            ))}
            ,{" "}
          </>
        )}
        <a href={monthPath(monthOf(article.publishedAt))}>
          <time datetime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
        </a>
        {isUpdated(article) && (
          <>
            , bijgewerkt <time datetime={article.updatedAt}>{dateOf(article.updatedAt)}</time>
          </>
        )}
        , {minutesWords(readingMinutes(article.html))}
        {commentCount > 0 && (
          <>
            , <a href="#reacties">{commentsWords(commentCount)}</a>
          </>
        )}
      </p>
    )}
  </div>
);

const HEADING = /<h2 id="(?!voetnoten")([^"]+)">(.*?)<\/h2>/gsu;

/** Whether a text has so many parts that one wants to see them first. */
export const hasContents = (html: string): boolean => (html.match(HEADING)?.length ?? 0) >= CONTENTS_FROM;

/** The headings of a long text, to go straight to one. */
export const Contents = ({ html }: { html: string }) => {
  if (!hasContents(html)) return null;
  const headings = [...html.matchAll(HEADING)];
  return (
    <nav class="toc quiet" aria-label="In dit artikel">
      <b>In dit artikel</b>
      <ol>
        {headings.map(([, id, inner = ""]) => (
          <li>
            <a href={`#${id}`}>{textOfHtml(inner)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** What follows a text: its subjects, who wrote it, and ways to pass it on. */
export const Ending = ({ article, siteUrl }: { article: ArticleView; siteUrl: string }) => (
  <div class="quiet after">
    {article.tags.length > 0 && (
      <p>
        Over{" "}
        {article.tags.map(({ slug, title }, index) => (
          <>
            {index > 0 && ", "}
            <a href={`/tag/${slug}/`}>{title}</a>
          </>
        ))}
      </p>
    )}
    {article.authors
      .filter(({ bio }) => bio !== "")
      .map(({ slug, name, bio }) => (
        <p>
          {bio} <a href={`/auteur/${slug}/`}>Meer van {name}</a>
        </p>
      ))}
    <Share title={article.title} url={`${siteUrl}/${article.slug}/`} />
    <p>
      <a href="/volgen/">Volg ons via e-mail</a>
    </p>
  </div>
);

const Share = ({ title, url }: { title: string; url: string }) => (
  <p id="deel">
    Deel dit via <a href={`mailto:?subject=${encodeURIComponent(title)}&body=${url}`}>e-mail</a>,{" "}
    <a href={`https://www.linkedin.com/sharing/share-offsite/?url=${url}`}>LinkedIn</a> of{" "}
    <a href={`https://wa.me/?text=${url}`}>WhatsApp</a>
  </p>
);

/** Where to read on: what shares most with this article, and what came before and after. */
export const Around = ({ around: { related, newer, older } }: { around: ArticleAround }) => (
  <nav class="around" aria-label="Verder lezen">
    {related.length > 0 && (
      <>
        <h2>Lees ook</h2>
        <ul>
          {related.map((link) => (
            <li>
              <Link {...link} />
            </li>
          ))}
        </ul>
      </>
    )}
    {older !== null && (
      <p>
        Vorige <Link {...older} rel="prev" />
      </p>
    )}
    {newer !== null && (
      <p>
        Volgende <Link {...newer} rel="next" />
      </p>
    )}
  </nav>
);

const Link = ({ slug, title, rel }: ArticleLink & { rel?: string }) => (
  <a href={`/${slug}/`} rel={rel}>
    {title}
  </a>
);
