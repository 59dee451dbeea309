import type { ArticleView } from "@ontsecretaressen/domain/article";
import { Notice } from "../page/notice.tsx";
import { ArticlePage } from "./article.tsx";

export type PreviewPageProps = { article: ArticleView; siteUrl: string; now: string };

/** A text as it will look, for who holds the link: not to be found, and nothing to answer yet. */
export const PreviewPage = ({ article, siteUrl, now }: PreviewPageProps) => (
  <ArticlePage
    article={{ ...article, isOpenForComments: false }}
    conversation={{ comments: [], count: 0, pages: 1, page: 1, order: "oldest" }}
    next={null}
    around={{ related: [], newer: null, older: null }}
    replyTo={null}
    thanks={null}
    preview={
      <Notice>
        <p>
          <b>Dit is een voorbeeld.</b> Zo ziet de tekst eruit als hij op de site staat.
        </p>
      </Notice>
    }
    form={{ key: "" }}
    siteUrl={siteUrl}
    now={now}
  />
);
