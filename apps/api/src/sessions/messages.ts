import { findListedSession } from "@ontsecretaressen/db/sessions/list";
import {
  findSentMessage,
  listMessages,
  listReaders,
  sendMessage,
} from "@ontsecretaressen/db/sessions/messages";
import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { MessageDraft, MessageToSend } from "@ontsecretaressen/domain/session-drafts";
import {
  actOf,
  type AdminAnswer,
  type AdminCall,
  endpoint,
  endpointWithBody,
  foundOr404,
  notFound,
} from "../admin/endpoint.ts";

/** What organisers write to the people of a session. */
export const messageEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/sessions/{id}/messages",
      role: "coordinator",
      summary: "The messages to the people of a session, newest first",
    },
    (call) =>
      ofSession(call, async ({ id }) => ({
        status: 200,
        body: { items: await listMessages(call.world.reader, id), next: null },
      })),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/sessions/{id}/messages/preview",
      role: "coordinator",
      summary: "A message as the email that it becomes, who would get it and how many; sends nothing",
    },
    MessageDraft,
    (call) =>
      ofSession(call, async (session) => {
        const { subject, body, audience } = call.body;
        const { reader, now, siteUrl, writeEmail } = call.world;
        // A made-up name, and a link that is nobody's.
        const to = { name: "Sanne", mineUrl: `${siteUrl}/mijn/` };
        const [readers, email] = await Promise.all([
          listReaders(reader, session.id, audience, now().toISOString()),
          writeEmail({ kind: "session_message", session, subject, text: body, ...to }),
        ]);
        return { status: 200, body: { subject, body, audience, count: readers.length, readers, email } };
      }),
  ),
  endpointWithBody(
    {
      method: "post",
      path: "/sessions/{id}/messages",
      role: "coordinator",
      summary: "Send a message to as many people of a session as its preview counted",
      again: async ({ world, key }) => foundOr404(await findSentMessage(world.reader, key ?? ""), 201),
    },
    MessageToSend,
    (call) =>
      ofSession(call, async ({ id: sessionId }) => {
        const { world, body } = call;
        const by = { ...actOf(call), emailId: world.newId("eml") };
        const sent = await sendMessage(world.db, { ...body, id: world.newId("msg"), sessionId }, by);
        if (sent === null) return countChanged;
        world.nudgeMailer();
        return { status: 201, body: sent };
      }),
  ),
];

async function ofSession(
  { world, id }: AdminCall<unknown>,
  act: (session: ListedSession) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const found = await findListedSession(world.reader, id, world.now().toISOString());
  return found === null ? notFound : act(found);
}

const countChanged: AdminAnswer = {
  status: 409,
  code: "count_changed",
  message: "More or fewer people would get it by now: look at the preview again.",
};
