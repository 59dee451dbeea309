import type { SessionRow } from "@ontsecretaressen/db/sessions/write";
import type { QuestionDraft, SessionDraft } from "@ontsecretaressen/domain/session-drafts";
import type { Question } from "@ontsecretaressen/domain/question";
import { done, type Result } from "@ontsecretaressen/domain/result";
import { timesOf } from "@ontsecretaressen/domain/session-times";
import type { AdminRefusal } from "../admin/endpoint.ts";
import type { World } from "../context.ts";

type TimesFault = "ends_before_start" | "meetings_overlap" | "never_open";

/** A session as it is kept, with its times in UTC. Refuses times that can't be. */
export function sessionRow(
  world: Pick<World, "newId">,
  { opensLocal, closesLocal, ...draft }: SessionDraft,
): Result<SessionRow, { code: TimesFault }> {
  const times = timesOf({ ...draft, opensLocal, closesLocal });
  if (!times.ok) return times;
  const questions = withIds(world, draft.questions);
  return done({ ...draft, ...times.value, questions, id: world.newId("ses"), priceCents: draft.priceCents });
}

/** Questions with the ids that they keep. */
export const withIds = (world: Pick<World, "newId">, drafts: QuestionDraft[]): Question[] =>
  drafts.map((draft) => ({ ...draft, id: draft.id ?? world.newId("que") }));

const SENTENCES: Record<TimesFault, string> = {
  ends_before_start: "A session ends after it starts.",
  meetings_overlap: "The meetings of a series come one after the other.",
  never_open: "Nobody could sign up between these moments.",
};

/** The refusal of times that can't be; `which` names the session where there are several. */
export const refuseTimes = (code: TimesFault, which?: string): AdminRefusal => ({
  status: 422,
  code,
  message: SENTENCES[code],
  ...(which === undefined ? {} : { fields: { [`sessions:${which}`]: code } }),
});
