import type { FeedArticle } from "@ontsecretaressen/db/articles/feeds";
import { plainPath } from "@ontsecretaressen/domain/media";
import { withAbsoluteLinks } from "./absolute-links.ts";
import { namesOf, type Channel, newest, pictureOf, subjectsOf, tagOf } from "./feed.ts";

/** Articles with their whole text, as JSON Feed 1.1. */
export function writeJsonFeed(channel: Channel, articles: readonly FeedArticle[]): string {
  const { title, description, path, self, siteUrl } = channel;
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    language: "nl",
    home_page_url: siteUrl + path,
    feed_url: siteUrl + self,
    items: articles.map((article) => {
      const picture = pictureOf(article);
      const address = `${siteUrl}/${article.slug}/`;
      return {
        id: tagOf(article.id),
        url: address,
        title: article.title,
        summary: article.standfirst || undefined,
        image: picture === null ? undefined : siteUrl + plainPath(picture),
        content_html: withAbsoluteLinks(article.html, address),
        date_published: article.publishedAt,
        date_modified: newest([article.publishedAt, article.updatedAt]),
        authors: authorsOf(article),
        tags: subjectsOf(article),
      };
    }),
  });
}

function authorsOf(article: FeedArticle): { name: string }[] | undefined {
  const names = namesOf(article);
  return names.length === 0 ? undefined : names.map((name) => ({ name }));
}
