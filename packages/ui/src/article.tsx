import type { ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView } from "@ontsecretaressen/domain/comment";
import type { SessionView } from "@ontsecretaressen/domain/session";
import { CommentForm } from "./comment-form.tsx";
import { dateOf } from "./dates.ts";
import { Notice } from "./notice.tsx";
import { Page } from "./page.tsx";
import { SessionTime } from "./session-time.tsx";
import { Mark } from "./stones.tsx";
import { Talk } from "./talk.tsx";
import { commentsWords } from "./words.ts";

export type ArticlePageProps = {
  article: ArticleView;
  comments: CommentView[];
  next: SessionView | null;
  replyTo: CommentView | null;
  notice: "comment_received" | null;
  form: { key: string };
  siteUrl: string;
  now: string;
};

/** An article with its conversation and the form to join it; a page is the same without a byline. */
export const ArticlePage = ({
  article,
  comments,
  next,
  replyTo,
  notice,
  form,
  siteUrl,
  now,
}: ArticlePageProps) => (
  <Page
    kind="article"
    title={article.title}
    description={article.standfirst}
    path={`/${article.slug}/`}
    siteUrl={siteUrl}
    feed={article.kind === "article" ? { title: "Reacties", path: `/${article.slug}/feed/` } : undefined}
  >
    <div class="narrow">
      <article>
        <Opening article={article} />
        <div class="prose" dangerouslySetInnerHTML={{ __html: article.html }} />
        {article.kind === "article" && (
          <p class="end">
            <Mark />
          </p>
        )}
      </article>
      {next !== null && article.kind === "article" && <NextDate session={next} now={now} />}
      <Conversation article={article} comments={comments} replyTo={replyTo} notice={notice} form={form} />
    </div>
  </Page>
);

const Opening = ({ article }: { article: ArticleView }) => (
  <div class="open">
    {article.category !== null && <p class="topic">{article.category.title}</p>}
    <h1>{article.title}</h1>
    {article.standfirst !== "" && <p class="lead">{article.standfirst}</p>}
    {article.kind === "article" && (
      <p class="quiet">
        {article.author !== null && `Door ${article.author.name}, `}
        <time datetime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
      </p>
    )}
  </div>
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
      {comments.length > 0 && <h2>{commentsWords(comments.length)}</h2>}
      {comments.length > 0 && <Talk comments={comments} isOpen={isOpen} />}
      <div id="reageer">
        {notice === "comment_received" && <Thanks />}
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

const Thanks = () => (
  <Notice>
    <p>
      <b>Dank je wel, je reactie is binnen.</b>
    </p>
    <p>Een organisator leest even mee. Daarna staat je reactie hier.</p>
  </Notice>
);
