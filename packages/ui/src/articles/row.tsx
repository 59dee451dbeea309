import type { ArticleSummary } from "@ontsecretaressen/domain/article";
import { dateOf } from "../words/dates.ts";
import { commentsWords, namesWords } from "../words/site.ts";

/** An article in a list: title, standfirst, and who wrote it when, about what. */
export const ArticleRow = ({
  article,
  heading: Heading,
}: {
  article: ArticleSummary;
  heading: "h2" | "h3";
}) => (
  <>
    <Heading>
      <a href={`/${article.slug}/`}>{article.title}</a>
    </Heading>
    {article.standfirst !== "" && <p>{article.standfirst}</p>}
    <p class="quiet">
      {article.authors.length > 0 && `${namesWords(article.authors)}, `}
      <time datetime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
      {article.commentCount > 0 && `, ${commentsWords(article.commentCount)}`}
    </p>
  </>
);
