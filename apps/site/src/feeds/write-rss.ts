import { commentPath } from "@ontsecretaressen/domain/comment";
import type { FeedArticle, FeedComment } from "@ontsecretaressen/db/articles/feeds";
import { type Picture, plainPath } from "@ontsecretaressen/domain/media";
import { escapeHtml } from "@ontsecretaressen/domain/text";
import { type Xml, xml, xmlDocument } from "../xml.ts";
import { withAbsoluteLinks } from "./absolute-links.ts";
import { namesOf, type Channel, newest, pictureOf, subjectsOf, tagOf } from "./feed.ts";

const rfc822 = (time: string) => new Date(time).toUTCString();

/** Articles with their whole text, as RSS 2.0. */
export function writeArticleRss(channel: Channel, articles: readonly FeedArticle[]): string {
  const items = articles.map((article) => {
    const address = `${channel.siteUrl}/${article.slug}/`;
    return xml`
    <item>
      <title>${article.title}</title>
      <link>${address}</link>
      <guid isPermaLink="false">${tagOf(article.id)}</guid>
      <pubDate>${rfc822(article.publishedAt)}</pubDate>
      ${namesOf(article).map((name) => xml`<dc:creator>${name}</dc:creator>`)}
      ${subjectsOf(article).map((subject) => xml`<category>${subject}</category>`)}
      <description>${escapeHtml(article.standfirst)}</description>
      <content:encoded>${withAbsoluteLinks(article.html, address)}</content:encoded>
      ${media(pictureOf(article), channel.siteUrl)}<comments>${address}#reageer</comments>
      <wfw:commentRss>${address}feed/</wfw:commentRss>
    </item>`;
  });
  return rss(channel, newest(articles.map(({ updatedAt }) => updatedAt)), items);
}

const media = (picture: Picture | null, siteUrl: string): Xml | null =>
  picture === null
    ? null
    : xml`<media:content url="${siteUrl + plainPath(picture)}" medium="image" width="${picture.width}" height="${picture.height}"/>
      `;

/** Comments as RSS 2.0, each with what it answers, as RFC 4685 has it. */
export function writeCommentRss(channel: Channel, comments: readonly FeedComment[]): string {
  const items = comments.map((comment) => {
    const article = `${channel.siteUrl}/${comment.slug}/`;
    const address = channel.siteUrl + commentPath(comment.slug, comment);
    const answered = comment.parentId ?? comment.articleId;
    return xml`
    <item>
      <title>${titleOf(comment)}</title>
      <link>${address}</link>
      <guid isPermaLink="false">${tagOf(comment.id)}</guid>
      <pubDate>${rfc822(comment.postedAt)}</pubDate>
      <dc:creator>${comment.name}</dc:creator>
      <thr:in-reply-to ref="${tagOf(answered)}" href="${answeredAt(comment, channel)}" type="text/html"/>
      <description>${withAbsoluteLinks(comment.html, article)}</description>
    </item>`;
  });
  return rss(channel, newest(comments.map(({ judgedAt }) => judgedAt)), items);
}

// What a comment answers: another one, or the text itself.
function answeredAt({ slug, parentId }: FeedComment, { siteUrl }: Channel): string {
  return siteUrl + (parentId === null ? `/${slug}/` : commentPath(slug, { id: parentId }));
}

const titleOf = ({ name, title, parentName }: FeedComment): string =>
  parentName === null ? `${name} bij ${title}` : `${name} in antwoord op ${parentName}, bij ${title}`;

function rss({ title, description, path, self, siteUrl }: Channel, modified: string, items: Xml[]): string {
  return xmlDocument(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/">
  <channel>
    <title>${title}</title>
    <link>${siteUrl}${path}</link>
    <description>${description}</description>
    <language>nl</language>
    <lastBuildDate>${rfc822(modified)}</lastBuildDate>
    <atom:link href="${siteUrl}${self}" rel="self" type="application/rss+xml"/>${items}
  </channel>
</rss>`);
}
