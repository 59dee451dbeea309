import { done, refused, type Result } from "./result.ts";
import { type Meeting, wallToUtc } from "./session.ts";

type Wall = { startsLocal: string; endsLocal: string };

export type PlannedTimes = Wall & {
  timeZone: string;
  later: Wall[];
  opensLocal: string | null;
  closesLocal: string | null;
};

export type SessionTimes = {
  startsAt: string;
  endsAt: string;
  opensAt: string | null;
  closesAt: string | null;
  later: Meeting[];
};

/**
 * The wall times of a session as UTC. Refuses a meeting that ends before it starts, a series whose meetings are not one
 * after the other, and signups that close before they open or open after the start.
 */
export function timesOf(
  planned: PlannedTimes,
): Result<SessionTimes, { code: "ends_before_start" | "meetings_overlap" | "never_open" }> {
  const utc = (wall: string) => wallToUtc(wall, planned.timeZone);
  const all = [planned, ...planned.later].map(({ startsLocal, endsLocal }, index) => ({
    position: index + 1,
    startsLocal,
    endsLocal,
    startsAt: utc(startsLocal),
    endsAt: utc(endsLocal),
  }));
  const [first, ...later] = all;
  if (first === undefined || all.some(({ startsAt, endsAt }) => endsAt <= startsAt)) {
    return refused({ code: "ends_before_start" });
  }
  if (later.some(({ startsAt }, index) => startsAt < (all[index]?.endsAt ?? ""))) {
    return refused({ code: "meetings_overlap" });
  }
  const opensAt = planned.opensLocal === null ? null : utc(planned.opensLocal);
  const closesAt = planned.closesLocal === null ? null : utc(planned.closesLocal);
  const isNeverOpen = opensAt !== null && opensAt >= (closesAt ?? first.startsAt);
  return isNeverOpen || (opensAt !== null && opensAt >= first.startsAt)
    ? refused({ code: "never_open" })
    : done({ startsAt: first.startsAt, endsAt: first.endsAt, opensAt, closesAt, later });
}

/** The meetings that have begun at `now` and that such times would change or leave out. They can't: what was, stays. */
export const begunAndChanged = (was: readonly Meeting[], next: readonly Wall[], now: string): Meeting[] =>
  was.filter(({ position, startsAt, startsLocal, endsLocal }) => {
    const then = next[position - 1];
    return startsAt <= now && (then?.startsLocal !== startsLocal || then.endsLocal !== endsLocal);
  });
