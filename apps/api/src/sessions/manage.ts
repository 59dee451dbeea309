import { findListedSession } from "@ontsecretaressen/db/sessions/list";
import {
  askQuestions,
  cancelSession,
  changeCapacity,
  changeSession,
  moveSession,
  type WhichSession,
} from "@ontsecretaressen/db/sessions/change";
import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { offerMoment } from "../signups/moment.ts";
import {
  CapacityDraft,
  QuestionsDraft,
  SessionCancel,
  SessionChange,
  SessionMove,
} from "@ontsecretaressen/domain/session-drafts";
import { type Meeting, meetingsOf } from "@ontsecretaressen/domain/session";
import { begunAndChanged, timesOf } from "@ontsecretaressen/domain/session-times";
import {
  type AdminAnswer,
  type AdminCall,
  actOf,
  endpointWithBody,
  notFound,
  stale,
  versionMissing,
} from "../admin/endpoint.ts";
import { refuseTimes, withIds } from "./session-row.ts";

const described = (method: "put" | "post", act: string, summary: string) =>
  ({
    method,
    path: `/sessions/{id}${act}`,
    role: "coordinator",
    summary,
    needsVersion: true,
  }) as const;

/** What organisers do with a session that stands: each act names the version that was read. */
export const sessionActEndpoints = [
  endpointWithBody(
    described("put", "", "Change what is said of a session; who signed up is told when it is elsewhere"),
    SessionChange,
    (call) =>
      withVersion(call, async (which, session) => {
        const { opensLocal, closesLocal, ...text } = call.body;
        const times = timesOf({ ...session, opensLocal, closesLocal });
        if (!times.ok) return refuseTimes(times.refusal.code);
        const { opensAt, closesAt } = times.value;
        const said = { ...text, opensAt, closesAt, priceCents: text.priceCents };
        return changeSession(call.world.db, which, said, tellingAct(call));
      }),
  ),
  endpointWithBody(
    described("put", "/questions", "Ask other questions; one with its id stays, one that is left out goes"),
    QuestionsDraft,
    (call) =>
      withVersion(call, (which) =>
        askQuestions(call.world.db, which, withIds(call.world, call.body.questions), actOf(call)),
      ),
  ),
  endpointWithBody(
    described("put", "/capacity", "Give a session more or fewer seats; nobody is ever thrown out"),
    CapacityDraft,
    (call) =>
      withVersion(call, async (which) => {
        const by = { ...offerMoment(call.world), ...actOf(call) };
        const changed = await changeCapacity(call.world.db, which, call.body.capacity, by);
        call.world.nudgeMailer();
        return changed;
      }),
  ),
  endpointWithBody(
    described(
      "post",
      "/move",
      "Put a session on another day or hour, and tell everybody; of a series that has begun the meetings to come",
    ),
    SessionMove,
    (call) =>
      withVersion(call, async (which, session) => {
        const { timeZone } = session;
        const times = timesOf({ ...call.body, timeZone, opensLocal: null, closesLocal: null });
        if (!times.ok) return refuseTimes(times.refusal.code);
        const act = tellingAct(call);
        const moved = await moveSession(call.world.db, which, { ...call.body, ...times.value }, act);
        if (moved !== null || session.version !== which.version) return moved;
        return refuseBegun(session, [call.body, ...call.body.later], act.at);
      }),
  ),
  endpointWithBody(
    described(
      "post",
      "/cancel",
      "Call a session off, and tell everybody why; of a series that has begun the meetings to come",
    ),
    SessionCancel,
    (call) =>
      withVersion(call, (which) => cancelSession(call.world.db, which, call.body.reason, tellingAct(call))),
  ),
];

const tellingAct = (call: AdminCall<unknown>) => ({ ...actOf(call), emailId: call.world.newId("eml") });

/** Does an act on the version that was read; says why not when it could not be done. */
async function withVersion(
  { world, id, version }: AdminCall<unknown>,
  change: (which: WhichSession, session: ListedSession) => Promise<ListedSession | null | AdminAnswer>,
): Promise<AdminAnswer> {
  if (version === null) return versionMissing;
  const found = await findListedSession(world.reader, id, world.now().toISOString());
  if (found === null) return notFound;
  const kept = await change({ id: found.id, version }, found);
  if (kept === null) return found.version === version ? over : stale;
  if ("status" in kept) return kept;
  world.nudgeMailer();
  return { status: 200, body: kept, version: kept.version };
}

/** Why a series that goes on is not moved so; null when nothing that has begun is touched by it. */
function refuseBegun(
  session: ListedSession,
  next: Pick<Meeting, "startsLocal" | "endsLocal">[],
  now: string,
): AdminAnswer | null {
  const meetings = meetingsOf(session);
  const begun = begunAndChanged(meetings, next, now);
  if (begun.length === 0 || session.isCancelled || meetings.every(({ startsAt }) => startsAt <= now))
    return null;
  const named = begun.map(({ position, startsLocal }) => `${position} (${startsLocal})`).join(" and ");
  return {
    status: 409,
    code: "meeting_begun",
    message:
      begun.length === 1
        ? `Meeting ${named} has begun or is over, and stays as it was. Name it as it stands.`
        : `Meetings ${named} have begun or are over, and stay as they were. Name them as they stand.`,
    fields: Object.fromEntries(
      begun.map(({ position }) => [position === 1 ? "startsLocal" : `later.${position - 2}`, "begun"]),
    ),
  };
}

const over: AdminAnswer = {
  status: 409,
  code: "session_over",
  message: "This session was called off, or it began, or would begin in the past.",
};
