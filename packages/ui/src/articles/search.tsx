import { commentPath } from "@ontsecretaressen/domain/comment";
import {
  type FoundArticle,
  type FoundComment,
  partsOf,
  searchLimits,
  type SearchQuery,
  type SearchResults,
} from "@ontsecretaressen/domain/search";
import { dateOf } from "../words/dates.ts";
import { Page } from "../page/page.tsx";
import * as styles from "../styles/sheets.ts";
import { commentsWords, namesWords, textsWords } from "../words/site.ts";

export type SearchPageProps = { query: SearchQuery; results: SearchResults; siteUrl: string };

/** The search form with what was found: texts first, then what people said under them. */
export const SearchPage = ({ query, results, siteUrl }: SearchPageProps) => (
  <Page
    style={styles.search}
    title={query.text === "" ? "Zoeken" : `Zoeken: ${query.text}`}
    description=""
    path="/zoeken/"
    siteUrl={siteUrl}
    isPrivate
  >
    <div class="narrow found">
      <h1>Zoeken</h1>
      <SearchForm text={query.text} />
      {query.text === "" ? (
        <p>Zoek in alle artikelen en gesprekken. Een deel van een woord is ook goed.</p>
      ) : (
        <Outcome query={query} results={results} />
      )}
      {results.articles.length > 0 && (
        <section>
          <h2>Om te lezen</h2>
          <ul class="rows">
            {results.articles.map((article) => (
              <ArticleFound article={article} />
            ))}
          </ul>
        </section>
      )}
      {results.comments.length > 0 && (
        <section>
          <h2>In de gesprekken</h2>
          <ul class="rows">
            {results.comments.map((comment) => (
              <CommentFound comment={comment} />
            ))}
          </ul>
        </section>
      )}
    </div>
  </Page>
);

/** One field and one button, that lead to `/zoeken/`. */
export const SearchForm = ({ text }: { text: string }) => (
  <search>
    <form class="find" action="/zoeken/">
      <p>
        {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the rule looks for `htmlFor`, and this is HTML */}
        <label for="q">Wat zoek je?</label>
        <input
          type="search"
          id="q"
          name="q"
          value={text || undefined}
          maxlength={searchLimits.queryMax}
          enterkeyhint="search"
        />
      </p>
      <button>Zoek</button>
    </form>
  </search>
);

const Outcome = ({ query, results }: Pick<SearchPageProps, "query" | "results">) => {
  const { articles, comments, hasMore } = results;
  if (query.terms.length === 0) {
    return <p>Typ een woord van minstens twee letters. Een deel van een woord is ook goed.</p>;
  }
  if (articles.length + comments.length === 0) {
    return (
      <p>
        We vonden niets met <b>{query.text}</b>. Probeer het met een woord minder, of met een deel van een
        woord. Je kunt ook kijken bij <a href="/artikelen/">de artikelen</a>.
      </p>
    );
  }
  if (hasMore) {
    return <p>Er is meer dan hier past. Met een woord erbij vind je het sneller.</p>;
  }
  const counts = [
    articles.length > 0 ? textsWords(articles.length) : "",
    comments.length > 0 ? commentsWords(comments.length) : "",
  ];
  return <p class="quiet">We vonden {counts.filter((words) => words !== "").join(" en ")}.</p>;
};

const ArticleFound = ({ article }: { article: FoundArticle }) => (
  <li>
    <h3>
      <a href={`/${article.slug}/`}>
        <Marked text={article.title} />
      </a>
    </h3>
    {article.excerpt !== "" && (
      <p>
        <Marked text={wholeWords(withoutMarkdown(article.excerpt))} />
      </p>
    )}
    {article.kind === "article" && (
      <p class="quiet">
        {article.authors.length > 0 && `${namesWords(article.authors)}, `}
        <time datetime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
      </p>
    )}
  </li>
);

const CommentFound = ({ comment }: { comment: FoundComment }) => (
  <li>
    <p>
      <Marked text={wholeWords(comment.excerpt)} />
    </p>
    <p class="quiet">
      <a href={commentPath(comment.article.slug, comment)}>
        {comment.name} bij {comment.article.title}
      </a>
      , <time datetime={comment.postedAt}>{dateOf(comment.postedAt)}</time>
    </p>
  </li>
);

const Marked = ({ text }: { text: string }) => (
  <>{partsOf(text).map((part) => (part.isFound ? <mark>{part.text}</mark> : part.text))}</>
);

/** A piece cut from a text, without the halves of words at its ends. */
const wholeWords = (excerpt: string): string =>
  excerpt.replace(/^…[^\s\uE000]*\s/u, "… ").replace(/\s[^\s\uE001]*…$/u, " …");

/** Markdown as one reads it aloud: no marks, and a link as its words. It is shown as text, so it need not be safe. */
const withoutMarkdown = (markdown: string): string =>
  markdown
    .replace(/^(…[^[\]]*)\]\([^)]*\)?/u, "$1")
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)?/gu, "$1")
    .replaceAll(/^#+ (.*[^?\s])[ \t]*$/gmu, "$1:")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/^[ \t]*(?:#+|>|[-+*]|\d+\.)[ \t]+/gmu, "")
    .replaceAll(/[*_`|\\]+/gu, "");
