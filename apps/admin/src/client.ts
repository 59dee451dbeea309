import type { Admin } from "@ontsecretaressen/domain/admin";
import type {
  Judged,
  JudgedComment,
  Listed,
  ListedAct,
  ListedComment,
  ListedEmail,
  ListedMailing,
  ListedPause,
  ListedReport,
  ListedSession,
  ListedSignup,
  ListedSuppression,
  MadeToken,
  Settings,
  Undone,
  WaitingCounts,
  WholeEmail,
} from "@ontsecretaressen/domain/admin-answers";

/** What the protected endpoint answers at each address this Worker asks. */
type Answers = {
  "GET /me": Admin;
  "GET /counts": WaitingCounts;
  "GET /settings": Settings;
  "PUT /settings": Settings;
  "POST /sign-ins": MadeToken;
  "DELETE /sign-ins": null;
  "GET /suppressions": Listed<ListedSuppression>;
  "GET /pauses": Listed<ListedPause>;
  "POST /comments/judgements": Judged;
} & Record<`GET /comments?${string}`, Listed<ListedComment>> &
  Record<`GET /reports?${string}`, Listed<ListedReport>> &
  Record<`GET /audit?${string}`, Listed<ListedAct>> &
  Record<`GET /sessions?${string}`, Listed<ListedSession>> &
  Record<`GET /signups?${string}`, Listed<ListedSignup>> &
  Record<`GET /emails?${string}`, Listed<ListedEmail>> &
  Record<`GET /emails/${string}`, WholeEmail> &
  Record<`GET /mailings?${string}`, Listed<ListedMailing>> &
  Record<`POST /emails/${string}/${"repeat" | "withhold" | "correct"}`, { id: string }> &
  Record<`DELETE /${"suppressions" | "pauses"}/${string}`, null> &
  Record<`POST /comments/${string}/${"approve" | "reject" | "spam"}`, JudgedComment> &
  Record<`POST /reports/${string}/${"uphold" | "dismiss"}`, { settled: number }> &
  Record<`POST /acts/${string}/undo`, Undone>;

type Sent = {
  json?: object;
  /** The version that was read; another save since then is refused. */
  version?: string;
};

/** Why it was refused, and what a field's value was no good for, by its path. */
type Refusal = { code: string; fields: Record<string, string> };

type Asked<Body> = { status: number; body: Body | null } & Refusal;

export type Client = {
  ask: <Call extends keyof Answers>(call: Call, sent?: Sent) => Promise<Asked<Answers[Call]>>;
  /** What is no JSON, as it was answered. */
  open: (path: string) => Promise<Response>;
};

/** A client of the protected endpoint with one organiser's token. It never throws over a refusal: the status tells. */
export function clientOf(api: { fetch: typeof fetch }, token: string): Client {
  const send = async <Body>(call: string, { json, version }: Sent = {}): Promise<Asked<Body>> => {
    const [method = "GET", path = ""] = call.split(" ");
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: "application/json" });
    if (json !== undefined) headers.set("content-type", "application/json");
    if (version !== undefined) headers.set("if-match", `"${version}"`);
    const response = await api.fetch(`https://api.internal/api/admin${path}`, {
      method,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const { status } = response;
    if (!response.ok) return { status, body: null, ...(await refusalOf(response)) };
    return { status, body: status === 204 ? null : await response.json<Body>(), code: "", fields: {} };
  };
  return {
    ask: (call, sent) => send(call, sent),
    open: (path) =>
      api.fetch(`https://api.internal/api/admin${path}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const refusal = await response.json<{ error?: Partial<Refusal> }>().catch(() => null);
  return { code: "", fields: {}, ...refusal?.error };
}
