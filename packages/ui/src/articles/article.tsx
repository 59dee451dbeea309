import type { ArticleAround, ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView, Conversation } from "@ontsecretaressen/domain/comment";
import type { NextSession } from "@ontsecretaressen/domain/session";
import type { Child } from "hono/jsx";
import { Around, Contents, crumbsOf, Ending, hasContents, Opening } from "./parts.tsx";
import { ConversationPart } from "../comments/conversation.tsx";
import { articleThing, crumbsThing, LinkedData } from "../page/linked-data.tsx";
import { withKept } from "./kept.ts";
import { Page } from "../page/page.tsx";
import { FeaturedPicture, SharedCard, SharedPicture } from "./picture.tsx";
import { SessionTime } from "../programme/session-time.tsx";
import { Mark } from "../page/stones.tsx";
import { articleScript } from "../page/scripts.ts";
import * as styles from "../styles/sheets.ts";

export type ArticlePageProps = {
  article: ArticleView;
  conversation: Conversation;
  next: NextSession | null;
  around: ArticleAround;
  replyTo: CommentView | null;
  /** What somebody who just commented is told; null for everybody else. */
  thanks: Child;
  /** What somebody is told who sees it before it is on the site; null for everybody else. */
  preview?: Child;
  form: { key: string };
  siteUrl: string;
  now: string;
};

const LISTS = /<(?:li|blockquote)\b/u;
const RICH = /<(?:table|pre|code|abbr|details|kbd|mark|su[bp]|input)\b/u;
const SAYS_MORE = /<(?:[uo]l|pre|blo|code)/u;

/** The rules for what this one holds, and no others: they weigh more than its text. */
const sheetOf = ({
  article,
  conversation,
  replyTo,
  thanks,
  preview = null,
}: Pick<ArticlePageProps, "article" | "conversation" | "replyTo" | "thanks" | "preview">) =>
  [
    styles.article,
    LISTS.test(article.html) && styles.lists,
    article.kind === "article" && hasContents(article.html) && styles.contents,
    (article.picture !== null || article.html.includes("<img")) && styles.pictures,
    RICH.test(article.html) && styles.richText,
    (replyTo !== null || conversation.comments.some(({ html }) => SAYS_MORE.test(html))) &&
      styles.richComments,
    conversation.pages > 1 && styles.pages,
    (preview ?? thanks) !== null && styles.notice,
  ]
    .filter((rules) => rules !== false)
    .join("");

/** An article with its conversation and the form to join it; a page is the same without a byline. */
export const ArticlePage = ({
  article: written,
  conversation,
  next,
  around,
  replyTo,
  thanks,
  preview = null,
  form,
  siteUrl,
  now,
}: ArticlePageProps) => {
  const article = withKept(written);
  return (
    <Page
      style={sheetOf({ article, conversation, replyTo, thanks, preview })}
      title={article.title}
      description={article.standfirst}
      path={`/${article.slug}/`}
      siteUrl={siteUrl}
      isPrivate={preview !== null}
      shared={article.kind === "article" ? "article" : "website"}
      picture={sharedPicture(article, siteUrl)}
      data={
        article.kind === "article" && (
          <ArticleData article={article} conversation={conversation} siteUrl={siteUrl} />
        )
      }
      feed={article.kind === "article" ? { title: "Reacties", path: `/${article.slug}/feed/` } : undefined}
    >
      <div class="narrow">
        {preview}
        <article>
          <Opening article={article} commentCount={conversation.count} />
          {article.picture !== null && <FeaturedPicture picture={article.picture} />}
          {article.kind === "article" && <Contents html={article.html} />}
          <div class="prose" dangerouslySetInnerHTML={{ __html: article.html }} />
          {article.kind === "article" && (
            <>
              <p class="end">
                <Mark />
              </p>
              <Ending article={article} siteUrl={siteUrl} />
            </>
          )}
        </article>
        {next !== null && article.kind === "article" && <NextDate session={next} now={now} />}
        <ConversationPart
          article={article}
          conversation={conversation}
          replyTo={replyTo}
          notice={thanks}
          formKey={form.key}
        />
        {article.kind === "article" && (
          <>
            <script dangerouslySetInnerHTML={{ __html: articleScript }} />
            <Around around={around} />
          </>
        )}
      </div>
    </Page>
  );
};

function sharedPicture(article: ArticleView, siteUrl: string): Child {
  if (article.picture !== null) return <SharedPicture picture={article.picture} siteUrl={siteUrl} />;
  return article.kind === "article" && <SharedCard article={article} siteUrl={siteUrl} />;
}

const ArticleData = ({
  article,
  conversation,
  siteUrl,
}: Pick<ArticlePageProps, "article" | "conversation" | "siteUrl">) => (
  <LinkedData
    things={[
      articleThing(article, conversation, siteUrl),
      crumbsThing([...crumbsOf(article), { href: `/${article.slug}/`, label: article.title }], siteUrl),
    ]}
  />
);

const NextDate = ({ session, now }: { session: NextSession; now: string }) => (
  <aside class="next">
    <h2>{session.title}</h2>
    <p class="when">
      <SessionTime session={session} now={now} />, {session.city}
    </p>
    <a class="button" href={`/inschrijven/${session.slug}/`}>
      Kom erbij
    </a>
  </aside>
);
