import { type EmailOccasion, findOccasions } from "@ontsecretaressen/db/emails/occasions";
import { type ClaimedEmail, type EmailBody, saveEmailBodies } from "@ontsecretaressen/db/emails/claim";
import { headerLine, type MailerProblem, mailerProblems } from "@ontsecretaressen/domain/email";
import type { Delivery } from "@ontsecretaressen/domain/email-failure";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import type { World } from "../context.ts";
import { writeBody } from "./write.ts";

export type ReadyEmail = Omit<EmailBody, "id">;

/** An email as it must go out, or why it can't be tried now. */
export type Prepared = ReadyEmail | Extract<Delivery, { outcome: "later" }>;

/**
 * The claimed emails by id. New ones are written once and kept before any is tried, so that every try sends the same
 * bytes. What it was about being gone, an email is left out.
 */
export async function prepareEmails(world: World, claimed: ClaimedEmail[]): Promise<Map<string, Prepared>> {
  const prepared = new Map<string, Prepared>();
  for (const { id, subject, html, text, calendar, stopUrl, ...email } of claimed) {
    const { sender, replyTo } = {
      sender: email.sender ?? world.from,
      replyTo: email.replyTo ?? world.replyTo,
    };
    if (subject !== null && html !== null && text !== null)
      prepared.set(id, { subject, html, text, calendar, stopUrl, sender, replyTo });
  }
  const fresh = claimed.filter(({ id }) => !prepared.has(id));
  if (fresh.length === 0) return prepared;
  const occasions = await findOccasions(world.reader, fresh, world.now().toISOString());
  for (const email of fresh) {
    const occasion = occasions.get(email.id);
    const body = occasion === undefined ? null : await tryToWrite(() => write(world, email, occasion), email);
    if (body !== null) prepared.set(email.id, body);
  }
  const written = fresh.flatMap(({ id }) => {
    const body = prepared.get(id);
    return body === undefined || "outcome" in body ? [] : [{ id, ...body }];
  });
  const mine = await saveEmailBodies(world.db, fresh[0]?.leaseUntil ?? "", written);
  for (const { id } of written) if (!mine.has(id)) prepared.set(id, notNow(mailerProblems.leaseLost));
  return prepared;
}

function notNow(reason: MailerProblem): Prepared {
  return { outcome: "later", afterSeconds: null, reason, isAboutAll: false };
}

async function write(world: World, email: ClaimedEmail, occasion: EmailOccasion): Promise<ReadyEmail | null> {
  const body = await writeBody(world, email, occasion);
  if (body === null) return null;
  return { ...body, subject: headerLine(body.subject), sender: world.from, replyTo: world.replyTo };
}

// One email that can't be written must not keep the others of its round from going out.
async function tryToWrite(
  act: () => Promise<ReadyEmail | null>,
  { id, kind }: ClaimedEmail,
): Promise<Prepared | null> {
  try {
    return await act();
  } catch (error) {
    console.error(faultLine({ requestId: id, method: "WRITE", path: kind, error }));
    return notNow(mailerProblems.unwritten);
  }
}
