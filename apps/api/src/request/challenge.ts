/** Asks who comments for the first time to show that she is no program. */
export type Challenge = {
  siteKey: string;
  /** Whether she showed it: on this site, for this form. Null when nobody could tell, and then it is not shown either. */
  isPassed: (token: string, siteUrl: string) => Promise<boolean | null>;
};

const ACTION = "comment";
const TIMEOUT_MS = 4000;

type Keys = { TURNSTILE_SITE_KEY: string; TURNSTILE_SECRET?: string; TURNSTILE_URL: string };

/** The challenge where one is set up: both of its keys are there. */
export function challengeOf(env: Keys): Challenge | null {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET: secret = "", TURNSTILE_URL: url } = env;
  if (siteKey === "" || secret === "") return null;
  return {
    siteKey,
    async isPassed(token, siteUrl) {
      if (token === "") return false;
      const verdict = await verify(url, { secret, response: token });
      if (verdict === null) return null;
      return (
        verdict.success === true &&
        verdict.action === ACTION &&
        verdict.hostname === new URL(siteUrl).hostname
      );
    },
  };
}

type Verdict = { success?: unknown; hostname?: unknown; action?: unknown };

// Without the address of who asks: Cloudflare saw it already, and we keep nothing of it.
async function verify(url: string, body: Record<string, string>): Promise<Verdict | null> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body: new URLSearchParams(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return answer.ok ? await answer.json<Verdict>() : null;
  } catch {
    return null;
  }
}

/** Lets the challenge's script and frame into a page that asks it. */
export function admitChallenge(answer: Response): void {
  const policy = answer.headers.get("content-security-policy");
  const from = "https://challenges.cloudflare.com";
  if (policy !== null)
    answer.headers.set("content-security-policy", `${policy}; script-src ${from}; frame-src ${from}`);
}
