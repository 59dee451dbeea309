import { renderComment } from "@ontsecretaressen/domain/comment";

export type Shown = { html: string; parent: string | null };

/** A comment's text as it will be shown among those before it. */
export function renderShown(body: string, _earlier: { id: string; name: string; number: number }[]): Shown {
  return { html: renderComment(body), parent: null };
}
