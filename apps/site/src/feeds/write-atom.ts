import type { FeedArticle } from "@ontsecretaressen/db/articles/feeds";
import { xml, xmlDocument } from "../xml.ts";
import { withAbsoluteLinks } from "./absolute-links.ts";
import { namesOf, type Channel, newest, subjectsOf, tagOf } from "./feed.ts";

/** Articles with their whole text, as Atom (RFC 4287). */
export function writeAtom(channel: Channel, articles: readonly FeedArticle[]): string {
  const { title, description, path, self, siteUrl } = channel;
  const entries = articles.map((article) => {
    const address = `${siteUrl}/${article.slug}/`;
    return xml`
  <entry>
    <id>${tagOf(article.id)}</id>
    <title>${article.title}</title>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${article.publishedAt}</published>
    <updated>${newest([article.publishedAt, article.updatedAt])}</updated>
    ${namesOf(article).map((name) => xml`<author><name>${name}</name></author>`)}
    ${subjectsOf(article).map((subject) => xml`<category term="${subject}"/>`)}
    <summary>${article.standfirst}</summary>
    <content type="html">${withAbsoluteLinks(article.html, address)}</content>
  </entry>`;
  });
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">
  <id>${tagOf(path === "/" ? "articles" : path)}</id>
  <title>${title}</title>
  <subtitle>${description}</subtitle>
  <updated>${newest(articles.map(({ updatedAt }) => updatedAt))}</updated>
  <author><name>${title}</name></author>
  <link rel="alternate" type="text/html" href="${siteUrl}${path}"/>
  <link rel="self" type="application/atom+xml" href="${siteUrl}${self}"/>${entries}
</feed>`);
}
