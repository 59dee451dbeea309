import type { Address } from "@ontsecretaressen/db/articles/sitemap";
import { xml, xmlDocument } from "../xml.ts";

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
// In which language each page is; one in another stands beside it, when there is one.
const XHTML = "http://www.w3.org/1999/xhtml";
const IMAGES = "http://www.google.com/schemas/sitemap-image/1.1";

/** Addresses as a sitemap. */
export function writeSitemap(addresses: readonly Address[], siteUrl: string): string {
  const urls = addresses.map(
    ({ path, modified, picture }) =>
      xml`\n<url><loc>${siteUrl + path}</loc>${modified === null ? null : xml`<lastmod>${modified}</lastmod>`}<xhtml:link rel="alternate" hreflang="nl" href="${siteUrl + path}"/>${picture === null ? null : xml`<image:image><image:loc>${siteUrl + picture}</image:loc></image:image>`}</url>`,
  );
  return xmlDocument(
    xml`<urlset xmlns="${NAMESPACE}" xmlns:image="${IMAGES}" xmlns:xhtml="${XHTML}">${urls}\n</urlset>`,
  );
}

/** The list of sitemaps, when there are too many addresses for one. */
export function writeSitemapIndex(count: number, siteUrl: string): string {
  const parts = Array.from(
    { length: count },
    (_, index) => xml`\n<sitemap><loc>${siteUrl}/sitemap-${index + 1}.xml</loc></sitemap>`,
  );
  return xmlDocument(xml`<sitemapindex xmlns="${NAMESPACE}">${parts}\n</sitemapindex>`);
}
