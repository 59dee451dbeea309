import type { Admin } from "@ontsecretaressen/domain/admin";
import type {
  Listed,
  ListedComment,
  ListedEmail,
  ListedSession,
  ListedSignup,
  MadeToken,
} from "@ontsecretaressen/domain/admin-answers";

/** What the protected endpoint answers at each address this Worker asks. */
type Answers = {
  "GET /me": Admin;
  "GET /comments?state=held": Listed<ListedComment>;
  "GET /comments?state=waiting_for_address": Listed<ListedComment>;
  "GET /sessions": Listed<ListedSession>;
  "GET /signups?limit=200": Listed<ListedSignup>;
  "GET /emails?limit=20": Listed<ListedEmail>;
  "GET /emails?state=waiting&limit=200": Listed<ListedEmail>;
  "GET /emails?state=failed&limit=200": Listed<ListedEmail>;
  "POST /sign-ins": MadeToken;
  "DELETE /sign-ins": null;
};

type CommentAct = `POST /comments/${string}/${"approve" | "reject" | "spam"}`;

type Asked<Body> = { status: number; body: Body | null };

export type Client = {
  ask: <Call extends keyof Answers>(call: Call) => Promise<Asked<Answers[Call]>>;
  act: (call: CommentAct) => Promise<Asked<unknown>>;
};

/** A client of the protected endpoint with one organiser's token. It never throws over a refusal: the status tells. */
export function clientOf(api: { fetch: typeof fetch }, token: string): Client {
  const send = async <Body>(call: string): Promise<Asked<Body>> => {
    const [method = "GET", path = ""] = call.split(" ");
    const response = await api.fetch(`https://api.internal/api/admin${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    });
    const hasBody = response.ok && response.status !== 204;
    return { status: response.status, body: hasBody ? await response.json<Body>() : null };
  };
  return { ask: (call) => send(call), act: (call) => send(call) };
}
