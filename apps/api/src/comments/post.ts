import { insertComment, type NewComment } from "@ontsecretaressen/db/comments/post";
import { sha256 } from "@ontsecretaressen/db/hash";
import { countTry, type Rate } from "@ontsecretaressen/db/rates";
import { renderComment } from "@ontsecretaressen/domain/comment-markup";
import { CommentDraft } from "@ontsecretaressen/domain/comment-draft";
import { proofHours } from "@ontsecretaressen/domain/comment-limits";
import { emailKey } from "@ontsecretaressen/domain/email-address";
import { type FieldFaults, faultsOf } from "@ontsecretaressen/domain/faults";
import { type CommentEvidence, judgeComment, textFingerprint } from "@ontsecretaressen/domain/judgement";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";
import { judge } from "./judge.ts";
import { ratesOfComment, secondsUntil } from "./rates.ts";
import { readFormKey } from "./read-form-key.ts";
import { settle } from "./settle.ts";

export type PostedComment = {
  id: string;
  article: string;
  parent: string | null;
  name: string;
  state: "waiting_for_address" | "held" | "visible";
};

export type CommentRefusal =
  | { code: "invalid_form"; fields: FieldFaults }
  | { code: "too_often"; retryAfterSeconds: number }
  | { code: "unknown_person" }
  | { code: "check_unavailable" }
  | { code: "unknown_article" }
  | { code: "unknown_parent" }
  | { code: "thread_closed" };

/**
 * Keeps a comment. From an address that this browser has not proved it waits for the button in an email; from one that
 * it has, the rules decide at once. Takes the fields as they came; the very same submission again gives the same
 * answer and keeps nothing more. A robot gets the answer that a person gets.
 */
export async function postComment(
  world: World,
  fields: Record<string, unknown>,
  { browserOf, isJson }: { browserOf: string | null; isJson: boolean },
): Promise<Result<PostedComment, CommentRefusal>> {
  const parsed = CommentDraft.safeParse(fields);
  if (!parsed.success) return refused({ code: "invalid_form", fields: faultsOf(parsed.error) });
  const draft = parsed.data;
  const parent = draft.parent === "" ? null : draft.parent;
  const { key, seconds } = await readFormKey(world, draft.key, isJson);
  const judged = {
    ...draft,
    trap: draft.subject,
    secondsOnForm: seconds,
    fingerprint: await sha256(textFingerprint(draft.body)),
    network: world.network === null ? null : await world.mark("network", `${today(world)} ${world.network}`),
  };
  const decision =
    browserOf === null
      ? null
      : await judge(world, { ...judged, about: { article: draft.article, personId: browserOf } });
  const isProved = decision?.person?.isProved === true && decision.person.emailKey === emailKey(draft.email);
  const limits = await ratesOfComment(world, { emailKey: emailKey(draft.email), isProved });
  const isCounted = world.challenge !== null && !isProved;
  const stopped = isCounted ? await askChallenge(world, draft["cf-turnstile-response"], limits.rates) : null;
  if (stopped !== null) return refused(stopped);
  const judgement = isProved ? decision.judgement : judgeAlone(judged);
  const comment: NewComment = {
    ...judged,
    id: world.newId("cmt"),
    personId: world.newId("per"),
    parent,
    emailKey: emailKey(draft.email),
    html: renderComment(draft.body),
    wantsNotice: draft.notify,
    // A page out of a cache gives its key to every reader, so the key alone can't tell two comments apart.
    submission: await sha256(
      JSON.stringify([key, draft.article, parent, draft.name, draft.email, draft.body]),
    ),
    state: (isProved ? decision.to : judgement.verdict) === "spam" ? "spam" : "waiting_for_address",
    isProved,
    ...judgement,
    ...limits,
    isCounted,
    now: world.now().toISOString(),
    proof: await proofOf(world),
  };
  const after = isProved ? await settle(world, { id: comment.id, decision, tellsWriter: true }) : [];
  const kept = await insertComment(world.db, comment, after);
  if (kept.tooOftenUntil !== null && kept.comment === null)
    return refused({ code: "too_often", retryAfterSeconds: secondsUntil(world, kept.tooOftenUntil) });
  if (kept.article === null) return refused({ code: "unknown_article" });
  if (kept.comment === null)
    return refused({ code: kept.article.isOpen ? "unknown_parent" : "thread_closed" });
  if (kept.comment.hasMail) world.nudgeMailer();
  if (kept.comment.state === "visible") await forgetChanged(world);
  return done({
    id: kept.comment.id,
    article: kept.article.slug,
    parent,
    name: draft.name,
    state: toldState(kept.comment.state, isProved),
  });
}

// Each answer is checked at somebody else's cost: a wrong one counts as a comment does.
async function askChallenge(world: World, answer: string, rates: Rate[]): Promise<CommentRefusal | null> {
  const { challenge, siteUrl } = world;
  if (answer === "" || challenge === null) return { code: "unknown_person" };
  const until = await countTry(world.db, rates);
  if (until !== null) return { code: "too_often", retryAfterSeconds: secondsUntil(world, until) };
  const shown = await challenge.isPassed(answer, siteUrl);
  if (shown === true) return null;
  return { code: shown === false ? "unknown_person" : "check_unavailable" };
}

const today = (world: World) => world.now().toISOString().slice(0, 10);

// What a comment says of itself, before anything is known of who wrote it.
function judgeAlone(comment: Pick<CommentEvidence, "name" | "body" | "trap" | "secondsOnForm">) {
  const nothing = { timesSeenBefore: 0, commentsFromNetworkLately: 0, isTrusted: false };
  return judgeComment({ ...comment, ...nothing }, { spamTotal: 0, clearTotal: 0, counts: new Map() });
}

async function proofOf(world: World): Promise<NewComment["proof"]> {
  const token = world.newToken();
  const until = new Date(world.now().getTime() + proofHours * 3_600_000).toISOString();
  return { emailId: world.newId("eml"), token, tokenHash: await sha256(token), until };
}

// Never what the rules found: a robot must not learn that it was recognised.
function toldState(state: string, isProved: boolean): PostedComment["state"] {
  if (state === "visible") return "visible";
  return isProved ? "held" : "waiting_for_address";
}
