import { isDatabaseUnavailable } from "@ontsecretaressen/db/client/unavailable";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import type { FieldFaults } from "@ontsecretaressen/domain/faults";
import { type Result, refused } from "@ontsecretaressen/domain/result";
import { faultSentences } from "@ontsecretaressen/ui/words/faults";
import type { FaultSentences } from "@ontsecretaressen/ui/form/fields";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { type Problem, problemSentences } from "@ontsecretaressen/ui/words/site";
import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { answers, page, refusal, type RefusalCode, sayWhenAgain } from "../answers.tsx";
import type { AppEnv, World } from "../context.ts";
import { readSubmission, typedValues } from "./read-submission.ts";

type Refusal = { code: RefusalCode; fields?: FieldFaults; retryAfterSeconds?: number };

type RetryProps = {
  values: Record<string, string>;
  faults: FaultSentences;
  problem: Problem | null;
  siteUrl: string;
};

type Act<Value> = {
  verb: (world: World, fields: Record<string, unknown>, isJson: boolean) => Promise<Result<Value, Refusal>>;
  /** Where a browser goes after success. */
  goTo: (value: Value) => string;
  /** The same form with everything that was typed. */
  retry: (props: RetryProps) => JSX.Element | Promise<JSX.Element>;
};

/** Answers a POST of a form or of JSON: 303 or 201 when it was done; else the refusal, with what was typed. */
export async function answerSubmission<Value extends object>(
  c: Context<AppEnv>,
  act: Act<Value>,
): Promise<Response> {
  const world = c.get("world");
  const submission = await readSubmission(c.req.raw);
  if (!submission.ok) return refuseUnread(c, submission.refusal.code);
  const { isJson, fields } = submission.value;

  const result = await attempt(c, () => act.verb(world, fields, isJson));
  if (result.ok) {
    c.header("cache-control", "no-store");
    return isJson ? c.json(result.value, 201) : c.redirect(act.goTo(result.value), 303);
  }
  const { code, retryAfterSeconds } = result.refusal;
  const faults = faultSentences(result.refusal.fields ?? {});
  sayWhenAgain(c, answers[code].status, retryAfterSeconds);
  if (isJson) return refusal(c, code, faults);
  const { status, problem } = answers[code];
  const shown = code === "invalid_form" ? null : problem;
  return page(
    c,
    await act.retry({ values: typedValues(fields), faults, problem: shown, siteUrl: world.siteUrl }),
    status,
  );
}

async function attempt<Value>(
  c: Context<AppEnv>,
  verb: () => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  try {
    return await verb();
  } catch (error) {
    console.error(
      faultLine({ requestId: c.get("requestId"), method: c.req.method, path: c.req.path, error }),
    );
    return refused({ code: isDatabaseUnavailable(error) ? "unavailable" : "fault" });
  }
}

function refuseUnread(c: Context<AppEnv>, code: RefusalCode): Response | Promise<Response> {
  if (!(c.req.header("accept") ?? "").includes("text/html")) return refusal(c, code);
  const { status, problem } = answers[code];
  const { siteUrl } = c.get("world");
  return page(
    c,
    <MessagePage
      title="Dit konden we niet lezen"
      text={problemSentences[problem]}
      siteUrl={siteUrl}
      path={c.req.path}
    />,
    status,
  );
}
