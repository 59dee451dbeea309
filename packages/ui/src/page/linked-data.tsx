import type { ArticleView, Author } from "@ontsecretaressen/domain/article";
import { cardPath } from "@ontsecretaressen/domain/card";
import { plainPath } from "@ontsecretaressen/domain/media";
import type { Conversation } from "@ontsecretaressen/domain/comment";
import { isOff, type SessionView } from "@ontsecretaressen/domain/session";
import { textOfHtml } from "@ontsecretaressen/domain/text";
import type { Crumb } from "./crumbs.tsx";
import { type SeatTone, seatWords, siteName } from "../words/site.ts";

type Thing = { "@type": string; [property: string]: unknown };

// A conversation may be long, and a search engine reads the page itself too.
const COMMENTS_MAX = 20;

/** What a page is about, for machines. It is data: `<` is written so that no text can end the element. */
export const LinkedData = ({ things }: { things: Thing[] }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ "@context": "https://schema.org", "@graph": things }).replaceAll(
        "<",
        "\\u003c",
      ),
    }}
  />
);

/** The way to a page, which ends at the page itself. */
export const crumbsThing = (crumbs: Crumb[], siteUrl: string): Thing => ({
  "@type": "BreadcrumbList",
  itemListElement: crumbs.map(({ href, label }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: label,
    // The last one is the page itself.
    ...(index === crumbs.length - 1 ? {} : { item: siteUrl + href }),
  })),
});

export const personThing = ({ slug, name, bio }: Author, siteUrl: string): Thing => ({
  "@type": "Person",
  name,
  url: `${siteUrl}/auteur/${slug}/`,
  ...(bio === "" ? {} : { description: bio }),
});

/** An article with what is said under it. */
export function articleThing(
  article: ArticleView,
  { comments, count }: Conversation,
  siteUrl: string,
): Thing {
  const url = `${siteUrl}/${article.slug}/`;
  return {
    "@type": "Article",
    headline: article.title,
    url,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    ...(article.authors.length === 0
      ? {}
      : { author: article.authors.map((author) => personThing({ ...author, bio: "" }, siteUrl)) }),
    image: siteUrl + (article.picture === null ? cardPath(article) : plainPath(article.picture)),
    commentCount: count,
    comment: comments
      .filter(({ isDeleted }) => !isDeleted)
      .slice(0, COMMENTS_MAX)
      .map((comment) => ({
        "@type": "Comment",
        url: `${url}#${comment.id}`,
        datePublished: comment.postedAt,
        author: { "@type": "Person", name: comment.name },
        text: textOfHtml(comment.html),
      })),
  };
}

export const organisationThing = (siteUrl: string): Thing => ({
  "@type": "Organization",
  name: siteName,
  url: `${siteUrl}/`,
});

const availabilities: Partial<Record<SeatTone, string>> = {
  open: "InStock",
  few: "LimitedAvailability",
  soon: "PreOrder",
};

/** One session as something one can go to, with what it costs and whether there is room. */
export function sessionThing(session: SessionView, siteUrl: string, now: string): Thing {
  const url = `${siteUrl}/inschrijven/${session.slug}/`;
  const isMoved = session.movedFrom !== null;
  const status = isOff(session, session) ? "Cancelled" : isMoved ? "Rescheduled" : "Scheduled";
  return {
    "@type": "Event",
    name: session.title,
    description: session.summary,
    url,
    startDate: session.startsAt,
    endDate: session.endsAt,
    ...(isMoved ? { previousStartDate: `${session.movedFrom}:00` } : {}),
    eventStatus: `https://schema.org/Event${status}`,
    eventAttendanceMode: `https://schema.org/${session.isOnline ? "Online" : "Offline"}EventAttendanceMode`,
    location: session.isOnline
      ? { "@type": "VirtualLocation", name: session.place, url }
      : {
          "@type": "Place",
          name: session.place,
          address: {
            "@type": "PostalAddress",
            streetAddress: session.address,
            addressLocality: session.city,
            addressCountry: "NL",
          },
        },
    maximumAttendeeCapacity: session.seats.capacity,
    organizer: organisationThing(siteUrl),
    offers: {
      "@type": "Offer",
      url,
      price: session.priceCents / 100,
      priceCurrency: "EUR",
      availability: `https://schema.org/${availabilities[seatWords(session, now).tone] ?? "SoldOut"}`,
      ...(session.opensAt === null ? {} : { validFrom: session.opensAt }),
    },
    ...(session.later.length === 0
      ? {}
      : {
          subEvent: session.later.map(({ position, startsAt, endsAt }) => ({
            "@type": "Event",
            name: `${session.title}, keer ${position}`,
            startDate: startsAt,
            endDate: endsAt,
            ...(isOff(session, { startsAt }) ? { eventStatus: "https://schema.org/EventCancelled" } : {}),
            location: session.isOnline
              ? { "@type": "VirtualLocation", url }
              : { "@type": "Place", name: session.place, address: session.city },
          })),
        }),
  };
}
