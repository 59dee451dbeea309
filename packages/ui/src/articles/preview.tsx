import type { ArticleView } from "@ontsecretaressen/domain/article";
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
    isPreview
    form={{ key: "" }}
    siteUrl={siteUrl}
    now={now}
  />
);
