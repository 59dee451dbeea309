import type { Conversation } from "./comment.ts";

/** What can be wrong with a comment, and the rules of the house by which one is taken off the site. */
export const reportReasons = ["insulting", "personal", "advertising", "unlawful", "other"] as const;

export type ReportReason = (typeof reportReasons)[number];

export const reportStates = ["open", "upheld", "dismissed"] as const;

export type ReportState = (typeof reportStates)[number];

/**
 * How often one may report, and how often a report may cause mail. Anybody can type anybody's address, so that limit
 * bounds the mail and not the reports; so does the one for the organisers, who find every report in their pages.
 */
export const reportRates = {
  network: [
    { most: 10, seconds: 600 },
    { most: 40, seconds: 86_400 },
  ],
  address: [
    { most: 3, seconds: 3600 },
    { most: 8, seconds: 86_400 },
  ],
  organisers: [{ most: 30, seconds: 3600 }],
} as const;

/** A comment as somebody who wants to report it sees it. */
export type ReportableComment = { id: string; number: number | null; name: string; html: string };

/** Where one says which comment of this page of a conversation it is. */
export function reportPath(slug: string, { order, page }: Pick<Conversation, "order" | "page">): string {
  const asked = [
    ...(order === "newest" ? ["volgorde=nieuwste"] : []),
    ...(page > 1 ? [`pagina=${page}`] : []),
  ];
  return `/melden/${slug}/${asked.length === 0 ? "" : `?${asked.join("&")}`}`;
}
