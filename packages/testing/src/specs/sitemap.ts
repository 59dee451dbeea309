import { childrenOf, type Element } from "../read-xml.ts";
import { counted, doubles, isMoment, isWebAddress, one, oneAtMost, type Rules, unless } from "./rule.ts";

const SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}";
const IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}";
const XHTML = "{http://www.w3.org/1999/xhtml}";
const ORDER = ["loc", "lastmod", "changefreq", "priority"].map((name) => SITEMAP + name);

/** A sitemap as it was sent and as it was read, with the site that it is of. */
export type Sitemap = { xml: string; root: Element; site: string };

const urls = ({ root }: Sitemap) => childrenOf(root, `${SITEMAP}url`);
const texts = (elements: Element[], name: string) =>
  elements.flatMap((element) => childrenOf(element, name).map(({ text }) => text));
const images = (sitemap: Sitemap) => urls(sitemap).flatMap((url) => childrenOf(url, `${IMAGE}image`));

/** What sitemaps.org 0.9 asks, and the image extension. */
export const sitemapRules: Rules<Sitemap> = {
  "sitemap 0.9, urlset": ({ root }) => [
    ...unless([root.name], (name) => name === `${SITEMAP}urlset`),
    ...unless(
      root.children.map(({ name }) => name),
      (name) => name === `${SITEMAP}url`,
    ),
  ],
  "sitemap 0.9, size: 50,000 addresses and 50 MB": ({ xml, root }) => [
    ...counted("url", root.children.length, [1, 50_000]),
    ...counted("bytes", new TextEncoder().encode(xml).length, [1, 52_428_800]),
  ],
  "sitemap 0.9, loc: one address of this site, each once": (sitemap) => [
    ...urls(sitemap).flatMap((url) => counted("loc", childrenOf(url, `${SITEMAP}loc`).length, one)),
    ...unless(
      texts(urls(sitemap), `${SITEMAP}loc`),
      (loc) => isWebAddress(loc) && loc.length < 2048 && loc.startsWith(`${sitemap.site}/`),
    ),
    ...doubles(texts(urls(sitemap), `${SITEMAP}loc`)),
  ],
  "sitemap 0.9, lastmod: a W3C time that has come": (sitemap) => [
    ...urls(sitemap).flatMap((url) =>
      counted("lastmod", childrenOf(url, `${SITEMAP}lastmod`).length, oneAtMost),
    ),
    ...unless(
      texts(urls(sitemap), `${SITEMAP}lastmod`),
      (time) => isMoment(time) && Date.parse(time) <= Date.now(),
    ),
  ],
  "sitemap 0.9, url: its own elements in order, then extensions": (sitemap) =>
    urls(sitemap).flatMap(({ children }) => {
      const names = children.map(({ name }) => name);
      const own = names.filter((name) => name.startsWith(SITEMAP));
      const inOrder = ORDER.filter((name) => own.includes(name));
      return own.join() === inOrder.join() && names.slice(0, own.length).join() === own.join()
        ? []
        : [names.join()];
    }),
  "hreflang: each page names its own language once, at its own address": (sitemap) =>
    urls(sitemap).flatMap((url) => {
      const links = childrenOf(url, `${XHTML}link`).map(({ attributes }) => attributes);
      const told = links.map(({ rel, hreflang, href }) => `${rel} ${hreflang} ${href}`);
      const [loc] = texts([url], `${SITEMAP}loc`);
      return told.join() === `alternate nl ${loc}` ? [] : [told.join() || "none"];
    }),
  "image sitemap 1.1, image: at most 1,000 on a page, each with one address": (sitemap) => [
    ...urls(sitemap).flatMap((url) => counted("image", childrenOf(url, `${IMAGE}image`).length, [0, 1000])),
    ...images(sitemap).flatMap((image) => counted("loc", childrenOf(image, `${IMAGE}loc`).length, one)),
    ...unless(texts(images(sitemap), `${IMAGE}loc`), isWebAddress),
  ],
  "image sitemap 1.1, image: nothing else, which was given up": (sitemap) =>
    unless(
      images(sitemap).flatMap(({ children }) => children.map(({ name }) => name)),
      (name) => name === `${IMAGE}loc`,
    ),
};
