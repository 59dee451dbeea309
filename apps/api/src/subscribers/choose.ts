import { findSubscriber } from "@ontsecretaressen/db/subscribers/find";
import { saveChoice, stopSubscriber } from "@ontsecretaressen/db/subscribers/ask";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import { ChoiceDraft } from "@ontsecretaressen/domain/subscriber-draft";
import type { World } from "../context.ts";
import { readStopLink, stopPath } from "../people/unsubscribe.ts";

/** What an unsubscribe link of new articles is about, in place of a conversation. */
const newArticles = "new";

export const choicePath = (world: Pick<World, "mark">, personId: string): Promise<string> =>
  stopPath(world, personId, newArticles);

/** How the holder of a link in an email hears of new articles; null when we did not make it, or she is nobody any more. */
export async function findByChoiceLink(world: World, token: string) {
  const who = await readStopLink(world, token);
  return who?.about === newArticles ? findSubscriber(world.reader, who.personId) : null;
}

type Refusal = { code: "link_gone" } | { code: "invalid_form"; fields: FieldFaults };

/**
 * Does what the holder of a link in an email asks: another choice, or to stop, which is also what is meant when nothing is
 * said. Refuses a link of another's making, and a category that is not there.
 */
export async function chooseByLink(
  world: World,
  token: string,
  fields: Record<string, unknown>,
): Promise<Result<null, Refusal>> {
  const who = await readStopLink(world, token);
  if (who?.about !== newArticles) return refused({ code: "link_gone" });
  const { personId } = who;
  const now = world.now().toISOString();
  if (fields["act"] !== "choose") {
    await stopSubscriber(world.db, { personId, now });
    return done(null);
  }
  const parsed = ChoiceDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const isSaved = await saveChoice(world.db, { personId, ...parsed.data, now });
  return isSaved ? done(null) : refused({ code: "invalid_form", fields: { categories: "not_allowed" } });
}
