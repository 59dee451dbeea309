import type { Child } from "hono/jsx";
import { MenuLinks } from "./menu.tsx";
import { iconUrl, Mark } from "./stones.tsx";
import { siteName } from "../words/site.ts";

export type PageProps = {
  title: string;
  description: string;
  path: string;
  siteUrl: string;
  /** One of the stylesheets in `styles/sheets.ts`, or several joined. */
  style: string;
  children?: Child;
  isPrivate?: boolean;
  /** What it is to who shares it. */
  shared?: "article" | "profile" | "website";
  /** What is shown with it where it is shared. */
  picture?: Child;
  /** What it is about, for machines. */
  data?: Child;
  /** A feed of this page's own, beside that of all articles. */
  feed?: { title: string; path: string } | undefined;
};

/** The whole document around a page's own content. Its one stylesheet stands in it letter for letter. */
export const Page = ({
  title,
  description,
  path,
  siteUrl,
  style,
  children,
  isPrivate = false,
  shared = "website",
  picture,
  data,
  feed,
}: PageProps) => (
  <html lang="nl">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title === siteName ? title : `${title} | ${siteName}`}</title>
      {!isPrivate && <meta name="description" content={description || title} />}
      {isPrivate ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description || title} />
          <meta property="og:url" content={`${siteUrl}${path}`} />
          <meta property="og:type" content={shared} />
          {picture}
          <meta name="twitter:card" content={picture ? "summary_large_image" : "summary"} />
          <link rel="canonical" href={`${siteUrl}${path}`} />
        </>
      )}
      {!isPrivate && <FeedLink title="Artikelen" path="/feed/" />}
      {!isPrivate && path === "/" && (
        <>
          <FeedLink title="Artikelen (Atom)" path="/feed/atom/" type="atom+xml" />
          <FeedLink title="Artikelen (JSON)" path="/feed.json" type="feed+json" />
        </>
      )}
      {feed !== undefined && <FeedLink {...feed} />}
      <link rel="icon" href={iconUrl} />
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <a class="skip" href="#inhoud">
        Naar de inhoud
      </a>
      <header>
        <a class="brand" href="/">
          <Mark />
          {siteName}
        </a>
        <nav aria-label="Hoofdmenu">
          <MenuLinks place="header" path={path} />
        </nav>
      </header>
      <main id="inhoud">{children}</main>
      <footer>
        <p>Sinds 2011 praten we hier over de inhoud van je werk.</p>
        <MenuLinks place="footer" path={path} />
      </footer>
      {data}
    </body>
  </html>
);

const FeedLink = ({ title, path, type = "rss+xml" }: { title: string; path: string; type?: string }) => (
  <link rel="alternate" type={`application/${type}`} title={title} href={path} />
);
