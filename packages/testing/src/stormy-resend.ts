import { startPostOffice, type Mail } from "./post-office.ts";
import { startProxy, type Asked, type Fault } from "./proxy.ts";

const DAY_MS = 24 * 3_600_000;

/** What Resend does with one request: answers as it should, or one of the ways in which it can go wrong. */
export type Weather =
  | "fine"
  | "broken"
  | "unreachable"
  | "lost answer"
  | "rate"
  | "concurrent"
  | "day quota"
  | "refused"
  | "hang";

export type StormyResend = {
  url: string;
  /** Decides about each request from now on. */
  blow: (weather: () => Weather) => void;
  /** From now on every try comes under a key of its own: what a mailer does that keeps no keys. */
  loseKeys: () => void;
  /** How many mails arrived of each email, by the id in its tag. */
  arrived: () => Promise<Map<string, number>>;
  requests: () => number;
  stop: () => Promise<void>;
};

const refusal = (status: number, name: string, headers: Record<string, string> = {}): Fault => ({
  status,
  headers,
  body: { statusCode: status, name, message: "Made to fail." },
});

/**
 * The Resend emulator in bad weather. It knows an idempotency key for 24 hours of `now`, as Resend does, and after that
 * takes the same request for a new one.
 */
export async function startStormyResend(now: () => number): Promise<StormyResend> {
  const office = await startPostOffice();
  const knownSince = new Map<string, number>();
  let weather: () => Weather = () => "fine";
  let losesKeys = false;
  let requests = 0;
  const willLose = new Set<string>();

  // The emulator's own clock is not moved, so a key that Resend would have forgotten gets another name.
  function rename(asked: Asked): void {
    const key = String(asked.headers["idempotency-key"]);
    const since = knownSince.get(key) ?? now();
    const age = Math.floor((now() - since) / DAY_MS);
    if (!knownSince.has(key)) knownSince.set(key, since);
    asked.headers["idempotency-key"] = losesKeys ? `${key} ${requests}` : `${key} ${age}`;
  }

  const line = await startProxy(office.url, {
    before(asked) {
      requests += 1;
      rename(asked);
      const today = weather();
      switch (today) {
        case "fine":
          return null;
        case "lost answer":
          willLose.add(String(asked.headers["idempotency-key"]));
          return null;
        case "hang":
          return "hang";
        case "broken":
          return refusal(500, "internal_server_error");
        case "rate":
          return refusal(429, "rate_limit_exceeded", { "retry-after": "2" });
        case "concurrent":
          return refusal(409, "concurrent_idempotent_requests");
        case "day quota":
          return refusal(429, "daily_quota_exceeded");
        case "refused":
          return refusal(401, "restricted_api_key");
        case "unreachable":
          throw new Error("the line broke before Resend heard anything");
        default:
          return today satisfies never;
      }
    },
    after(asked) {
      if (willLose.delete(String(asked.headers["idempotency-key"])))
        throw new Error("the line broke after Resend took it");
    },
  });

  const emailOf = ({ tags }: Mail) => tags.find(({ name }) => name === "email")?.value ?? "";

  return {
    url: line.url,
    blow(next) {
      weather = next;
    },
    loseKeys() {
      losesKeys = true;
    },
    async arrived() {
      const counts = new Map<string, number>();
      for (const mail of await office.mails())
        counts.set(emailOf(mail), (counts.get(emailOf(mail)) ?? 0) + 1);
      return counts;
    },
    requests: () => requests,
    async stop() {
      await Promise.all([line.stop(), office.stop()]);
    },
  };
}
