import { renderMarkup } from "@ontsecretaressen/domain/comment-markup";
import { type Earlier, mentionsIn } from "@ontsecretaressen/domain/mentions";

export type Shown = { html: string; parent: string | null };

/** A comment's text as it will be shown among those before it, and whom it answers when it speaks to somebody by name. */
export function renderShown(body: string, conversation: { slug: string; earlier: Earlier[] }): Shown {
  const { html, mentions } = renderMarkup(body, mentionsIn(conversation.slug, conversation.earlier));
  return { html, parent: mentions[0]?.id ?? null };
}
