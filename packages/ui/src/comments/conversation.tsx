import type { ArticleView } from "@ontsecretaressen/domain/article";
import type { CommentView, Conversation } from "@ontsecretaressen/domain/comment";
import { reportPath } from "@ontsecretaressen/domain/report";
import type { Child } from "hono/jsx";
import { Answered, CommentForm } from "./form.tsx";
import { Page } from "../page/page.tsx";
import { draftScript } from "../page/scripts.ts";
import { Pages } from "../page/pages.tsx";
import * as styles from "../styles/sheets.ts";
import { Talk } from "./talk.tsx";
import { commentsWords } from "../words/site.ts";

// From here on it is worth choosing where to begin.
const ORDERED_FROM = 10;

type Props = {
  article: Pick<ArticleView, "slug" | "isOpenForComments">;
  conversation: Conversation;
  replyTo: CommentView | null;
  /** What somebody who just commented is told, above the form. */
  notice: Child;
  formKey: string;
};

/** What was said about a text, a page of it at a time, and the form to join in. */
export const ConversationPart = ({ article, conversation, replyTo, notice, formKey }: Props) => {
  const { comments, count, page, pages, order } = conversation;
  const isOpen = article.isOpenForComments;
  if (!isOpen && comments.length === 0) return null;
  return (
    <section class="talk">
      {comments.length > 0 && <h2 id="reacties">{commentsWords(count)}</h2>}
      {count >= ORDERED_FROM && <Order slug={article.slug} order={order} />}
      {comments.length > 0 && <Talk slug={article.slug} order={order} comments={comments} isOpen={isOpen} />}
      <Pages
        addressOf={(number) => pagePath(article.slug, order, number)}
        page={page}
        last={pages}
        before={order === "oldest" ? "Eerder" : "Nieuwer"}
        after={order === "oldest" ? "Verder" : "Ouder"}
      />
      {comments.length > 0 && (
        <p class="quiet end">
          Iets gezien dat niet kan? <a href={reportPath(article.slug, conversation)}>Meld het</a>
        </p>
      )}
      <div id="reageer">
        {notice}
        {isOpen ? (
          <>
            <h2>{replyTo === null ? "Praat mee" : `Je antwoord op ${replyTo.name}`}</h2>
            {replyTo !== null && (
              <>
                <Answered {...replyTo} />
                <p class="quiet">
                  <a href={`#${replyTo.id}`}>Lees reactie {replyTo.number}</a>, of schrijf{" "}
                  <a href={`/${article.slug}/#reageer`}>liever een losse reactie</a>.
                </p>
              </>
            )}
            <CommentForm article={article} values={{}} faults={{}} replyTo={replyTo} formKey={formKey} />
          </>
        ) : (
          <p class="quiet">Onder dit artikel kun je niet meer reageren.</p>
        )}
      </div>
    </section>
  );
};

const pagePath = (slug: string, order: Conversation["order"], page: number): string => {
  if (order === "newest") return `/${slug}/reacties/nieuwste/${page === 1 ? "" : `${page}/`}`;
  return page === 1 ? `/${slug}/#reacties` : `/${slug}/reacties/${page}/`;
};

const Order = ({ slug, order }: { slug: string; order: Conversation["order"] }) => (
  <p class="quiet">
    {order === "oldest" ? (
      <>
        Oudste eerst, of <a href={pagePath(slug, "newest", 1)}>begin bij de nieuwste</a>
      </>
    ) : (
      <>
        Nieuwste eerst, of <a href={pagePath(slug, "oldest", 1)}>begin bij de oudste</a>
      </>
    )}
  </p>
);

export type ConversationPageProps = {
  article: Pick<ArticleView, "slug" | "title" | "isOpenForComments">;
  conversation: Conversation;
  replyTo: CommentView | null;
  formKey: string;
  siteUrl: string;
};

/** A later page of a long conversation, or all of it from the other end. */
export const ConversationPage = ({
  article,
  conversation,
  replyTo,
  formKey,
  siteUrl,
}: ConversationPageProps) => {
  const { page, order } = conversation;
  const title = `Het gesprek bij ${article.title}`;
  return (
    <Page
      style={`${styles.article}${styles.richComments}${styles.pages}`}
      title={page === 1 ? title : `${title}, pagina ${page}`}
      description=""
      path={pagePath(article.slug, order, page)}
      siteUrl={siteUrl}
      isPrivate={order === "newest"}
      feed={{ title: "Reacties", path: `/${article.slug}/feed/` }}
    >
      <div class="narrow">
        <h1>Het gesprek</h1>
        <p class="lead">
          Bij <a href={`/${article.slug}/`}>{article.title}</a>
        </p>
        <ConversationPart
          article={article}
          conversation={conversation}
          replyTo={replyTo}
          notice={null}
          formKey={formKey}
        />
        <script dangerouslySetInnerHTML={{ __html: draftScript }} />
      </div>
    </Page>
  );
};
