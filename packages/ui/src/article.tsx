import type { ArticleAround, ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView } from "@ontsecretaressen/domain/comment";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { Around, Contents, crumbsOf, Ending, hasContents, Opening } from "./article-parts.tsx";
import { CommentForm } from "./comment-form.tsx";
import { articleThing, crumbsThing, LinkedData } from "./linked-data.tsx";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";
import { FeaturedPicture, SharedPicture } from "./picture.tsx";
import { SessionTime } from "./session-time.tsx";
import { Mark } from "./stones.tsx";
import { Talk } from "./talk.tsx";
import { commentsWords } from "./words.ts";

export type ArticlePageProps = {
  article: ArticleView;
  comments: CommentView[];
  next: SessionView | null;
  around: ArticleAround;
  replyTo: CommentView | null;
  notice: "comment_mail" | "comment_held" | "preview" | null;
  form: { key: string };
  siteUrl: string;
  now: string;
};

const RICH = /<(?:img|table|pre|code|abbr|details|kbd|mark|su[bp]|input)\b/u;

/** An article with its conversation and the form to join it; a page is the same without a byline. */
export const ArticlePage = ({
  article,
  comments,
  next,
  around,
  replyTo,
  notice,
  form,
  siteUrl,
  now,
}: ArticlePageProps) => (
  <Page
    kind={
      notice !== null || article.picture !== null || RICH.test(article.html) || hasContents(article.html)
        ? "richArticle"
        : "article"
    }
    title={article.title}
    description={article.standfirst}
    path={`/${article.slug}/`}
    siteUrl={siteUrl}
    isPrivate={notice === "preview"}
    shared={article.kind === "article" ? "article" : "website"}
    picture={article.picture !== null && <SharedPicture picture={article.picture} siteUrl={siteUrl} />}
    data={
      article.kind === "article" && <ArticleData article={article} comments={comments} siteUrl={siteUrl} />
    }
    feed={article.kind === "article" ? { title: "Reacties", path: `/${article.slug}/feed/` } : undefined}
  >
    <div class="narrow">
      {notice === "preview" && (
        <Notice>
          <p>
            <b>Dit is een voorbeeld.</b> Zo ziet de tekst eruit als hij op de site staat.
          </p>
        </Notice>
      )}
      <article>
        <Opening article={article} commentCount={comments.length} />
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
      <Conversation article={article} comments={comments} replyTo={replyTo} notice={notice} form={form} />
      {article.kind === "article" && <Around around={around} />}
    </div>
  </Page>
);

const ArticleData = ({
  article,
  comments,
  siteUrl,
}: Pick<ArticlePageProps, "article" | "comments" | "siteUrl">) => (
  <LinkedData
    things={[
      articleThing(article, comments, siteUrl),
      crumbsThing([...crumbsOf(article), { href: `/${article.slug}/`, label: article.title }], siteUrl),
    ]}
  />
);

const NextDate = ({ session, now }: { session: SessionView; now: string }) => (
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

const Conversation = ({
  article,
  comments,
  replyTo,
  notice,
  form,
}: Pick<ArticlePageProps, "article" | "comments" | "replyTo" | "notice" | "form">) => {
  const isOpen = article.isOpenForComments;
  if (!isOpen && comments.length === 0) return null;
  return (
    <section class="talk">
      {comments.length > 0 && <h2 id="reacties">{commentsWords(comments.length)}</h2>}
      {comments.length > 0 && <Talk comments={comments} isOpen={isOpen} />}
      <div id="reageer">
        {notice !== null && notice !== "preview" && <Thanks notice={notice} />}
        {isOpen ? (
          <>
            <h2>{replyTo === null ? "Praat mee" : `Je antwoord op ${replyTo.name}`}</h2>
            {replyTo !== null && (
              <p class="quiet">
                Je antwoordt op <a href={`#${replyTo.id}`}>reactie {replyTo.number}</a>.{" "}
                <a href={`/${article.slug}/#reageer`}>Liever een losse reactie</a>
              </p>
            )}
            <CommentForm article={article} values={{}} faults={{}} replyTo={replyTo} formKey={form.key} />
          </>
        ) : (
          <p class="quiet">Onder dit artikel kun je niet meer reageren.</p>
        )}
      </div>
    </section>
  );
};

const thanks = {
  comment_mail: [
    "Nog één stap: kijk in je mailbox.",
    "We stuurden je een mail met een knop. Als je daarop drukt, gaat je reactie door.",
  ],
  comment_held: [
    "Dank je wel, je reactie is binnen.",
    "Een organisator leest even mee. Daarna staat je reactie voor iedereen op de site.",
  ],
} as const;

const Thanks = ({ notice }: { notice: keyof typeof thanks }) => (
  <Notice>
    <p>
      <b>{thanks[notice][0]}</b>
    </p>
    <p>{thanks[notice][1]}</p>
  </Notice>
);
