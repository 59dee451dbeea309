import { withholdEmail } from "@ontsecretaressen/db/emails/act";
import { findEmail, listEmails } from "@ontsecretaressen/db/emails/find";
import { CorrectionDraft } from "@ontsecretaressen/domain/admin-drafts";
import type { ListedEmail, WholeEmail } from "@ontsecretaressen/domain/admin-answers";
import { emailStates } from "@ontsecretaressen/domain/email";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import type { Result } from "@ontsecretaressen/domain/result";
import {
  type AdminAnswer,
  type AdminRefusal,
  actOf,
  endpoint,
  endpointWithBody,
  listed,
  notFound,
} from "../admin/endpoint.ts";
import { correct } from "./correct.ts";
import { repeat } from "./repeat.ts";

const conflict = (code: string, message: string): AdminRefusal => ({ status: 409, code, message });

const refusals = {
  not_found: notFound,
  on_its_way: conflict("on_its_way", "It is still on its way."),
  suppressed: conflict("suppressed", "Its address gets no email; lift that first."),
  gone: conflict("gone", "It neither waits nor failed."),
  words_gone: conflict("words_gone", "Its words were forgotten, so there is nothing to send."),
  links_ended: conflict(
    "links_ended",
    "A link in it no longer works; its person can ask for a new one at /mijn/.",
  ),
  not_correctable: conflict("not_correctable", "It is not an email that asks somebody to prove an address."),
  confirmed: conflict("confirmed", "This person proved her address; only she can change it."),
  address_taken: conflict("address_taken", "This address is somebody else's here."),
} satisfies Record<string, AdminRefusal>;

const answerOf = (result: Result<{ id: string }, { code: keyof typeof refusals }>): AdminAnswer =>
  result.ok ? { status: 200, body: result.value } : refusals[result.refusal.code];

const newEmail = async (_: unknown, id: string): Promise<AdminAnswer> => ({ status: 200, body: { id } });

/** What went out and what waits, what became of it, and what an organiser can do with it. */
export const emailEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/emails",
      role: "coordinator",
      summary: "Emails with their state, newest first; never their text",
      isList: true,
      query: {
        asking: "yes for only those that somebody still has to decide about",
        state: `one or more, parted by commas, of ${emailStates.join(", ")}`,
        person: "the id of whom they are to",
        address: "where they go to",
      },
    },
    async ({ world, page, query }) => {
      const asked = (query.get("state") ?? "").split(",");
      const address = query.get("address");
      const rows = await listEmails(world.reader, {
        ...page,
        states: emailStates.filter((state) => asked.includes(state)),
        asking: query.get("asking") === "yes",
        person: query.get("person"),
        address: address === null ? null : emailKey(address),
      });
      return listed(rows satisfies ListedEmail[], page.limit);
    },
  ),
  endpoint(
    {
      method: "get",
      path: "/emails/{id}",
      role: "coordinator",
      summary: "One email with all that the mail service told of it; never its text",
    },
    async ({ world, id }) => {
      const email = (await findEmail(world.reader, id)) satisfies WholeEmail | null;
      return email === null ? notFound : { status: 200, body: email };
    },
  ),
  endpoint(
    {
      method: "post",
      path: "/emails/{id}/repeat",
      role: "coordinator",
      summary: "Send the same once more, as a new email",
      again: newEmail,
    },
    async (call) => answerOf(await repeat(call.world, call.id, actOf(call))),
  ),
  endpoint(
    {
      method: "post",
      path: "/emails/{id}/withhold",
      role: "coordinator",
      summary: "Keep back an email that still waits, or let one rest that never went",
    },
    async (call) => {
      if (await withholdEmail(call.world.db, call.id, actOf(call)))
        return { status: 200, body: { id: call.id } };
      return (await findEmail(call.world.reader, call.id)) === null ? notFound : refusals.gone;
    },
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/emails/{id}/correct",
      role: "coordinator",
      summary: "Give a person who never proved her address another one, and send the email anew",
      again: newEmail,
    },
    CorrectionDraft,
    async (call) => answerOf(await correct(call.world, { id: call.id, to: call.body.email }, actOf(call))),
  ),
];
