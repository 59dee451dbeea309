import { findOccasions } from "@ontsecretaressen/db/email-occasions";
import { type ClaimedEmail, saveEmailBody } from "@ontsecretaressen/db/emails";
import type { Delivery } from "@ontsecretaressen/domain/email";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import type { World } from "../context.ts";
import { type ReadyEmail, writeBody } from "./write.ts";

/** An email as it must go out, or why it can't be tried now. */
export type Prepared = ReadyEmail | Extract<Delivery, { outcome: "later" }>;

/**
 * The claimed emails by id. New ones are written once and kept before any is tried, so that every try sends the same
 * bytes. What it was about being gone, an email is left out.
 */
export async function prepareEmails(world: World, claimed: ClaimedEmail[]): Promise<Map<string, Prepared>> {
  const prepared = new Map<string, Prepared>();
  for (const { id, subject, html, text, calendar, stopUrl } of claimed) {
    if (subject !== null && html !== null && text !== null)
      prepared.set(id, { subject, html, text, calendar, stopUrl });
  }
  const fresh = claimed.filter(({ id }) => !prepared.has(id));
  if (fresh.length === 0) return prepared;
  const ids = fresh.map(({ id }) => id);
  const occasions = await findOccasions(world.db, ids, world.now().toISOString());
  for (const email of fresh) {
    const occasion = occasions.get(email.id);
    const body =
      occasion === undefined ? null : await tryToWrite(() => writeBody(world, email, occasion), email);
    if (body !== null) prepared.set(email.id, body);
  }
  const [first, ...others] = fresh.flatMap(({ id }) => {
    const body = prepared.get(id);
    return body === undefined || "outcome" in body ? [] : [saveEmailBody(world.db, { id, ...body })];
  });
  if (first !== undefined) await world.db.batch([first, ...others]);
  return prepared;
}

// One email that can't be written must not keep the others of its round from going out.
async function tryToWrite(
  write: () => Promise<ReadyEmail | null>,
  { id, kind }: ClaimedEmail,
): Promise<Prepared | null> {
  try {
    return await write();
  } catch (error) {
    console.error(faultLine({ requestId: id, method: "WRITE", path: kind, error }));
    return {
      outcome: "later",
      afterSeconds: null,
      reason: "could not be written",
      mayHaveGone: true,
      isAboutAll: false,
    };
  }
}
