import { decodeBase64Url } from "hono/utils/encode";

/** Tells whom Cloudflare Access let in. */
export type Access = {
  /** The address in an assertion that Access signed for us and that holds now; null for any other. */
  emailIn: (assertion: string, now: Date) => Promise<string | null>;
};

type Config = { ACCESS_URL: string; ACCESS_AUD: string };

/** What the head and the body of an assertion say, believed of neither until it is looked at. */
type Said = Partial<Record<"alg" | "kid" | "iss" | "aud" | "exp" | "nbf" | "email", unknown>>;

/** Access where it is set up: its address and the tag of our application are both there. */
export function accessOf({ ACCESS_URL: url, ACCESS_AUD: aud }: Config): Access | null {
  if (url === "" || aud === "") return null;
  return {
    async emailIn(assertion, now) {
      const [head = "", body = "", signature = "", ...more] = assertion.split(".");
      const said = more.length > 0 ? null : read(head);
      if (said?.alg !== "RS256" || typeof said.kid !== "string") return null;
      const key = await keyOf(url, said.kid, now.getTime());
      const signed = bytesOf(signature);
      if (key === null || signed === null) return null;
      const text = new TextEncoder().encode(`${head}.${body}`);
      if (!(await crypto.subtle.verify("RSASSA-PKCS1-v1_5", key, signed, text))) return null;
      const claims = read(body);
      return claims !== null && holds(claims, { url, aud }, now.getTime() / 1000) ? emailOf(claims) : null;
    },
  };
}

const emailOf = ({ email }: Said) => (typeof email === "string" && email !== "" ? email : null);

function holds({ iss, aud, exp, nbf }: Said, us: { url: string; aud: string }, seconds: number): boolean {
  return (
    iss === us.url &&
    (Array.isArray(aud) ? aud.includes(us.aud) : aud === us.aud) &&
    typeof exp === "number" &&
    exp > seconds &&
    (nbf === undefined || (typeof nbf === "number" && nbf <= seconds))
  );
}

const KEEP_MS = 3_600_000;
// A key that is not known may be new; a stranger who makes keys up may not have us ask each time.
const ASK_AGAIN_MS = 60_000;
const TIMEOUT_MS = 4000;

type Keys = { byId: Map<string, CryptoKey>; askedAt: number };

// A Worker has one Access, whose keys hold for weeks.
const known = new Map<string, Keys>();

async function keyOf(url: string, kid: string, now: number): Promise<CryptoKey | null> {
  const kept = known.get(url);
  const key = kept?.byId.get(kid) ?? null;
  const age = kept === undefined ? Infinity : now - kept.askedAt;
  if (age < (key === null ? ASK_AGAIN_MS : KEEP_MS)) return key;
  const byId = (await askKeys(url)) ?? kept?.byId ?? new Map<string, CryptoKey>();
  known.set(url, { byId, askedAt: now });
  return byId.get(kid) ?? null;
}

type Certs = { keys?: (JsonWebKey & { kid?: string })[] };

async function askKeys(url: string): Promise<Keys["byId"] | null> {
  try {
    const answer = await fetch(`${url}/cdn-cgi/access/certs`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { keys = [] } = answer.ok ? await answer.json<Certs>() : {};
    const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    const read = await Promise.all(
      keys.map(async ({ kid = "", kty, n, e }) => {
        const key = { kty, n, e, alg: "RS256", ext: true };
        return [kid, await crypto.subtle.importKey("jwk", key, algorithm, false, ["verify"])] as const;
      }),
    );
    return read.length === 0 ? null : new Map(read);
  } catch {
    return null;
  }
}

function read(part: string): Said | null {
  const bytes = bytesOf(part);
  if (bytes === null) return null;
  try {
    const said: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes),
    );
    return typeof said === "object" && said !== null ? said : null;
  } catch {
    return null;
  }
}

function bytesOf(part: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/u.test(part)) return null;
  try {
    return decodeBase64Url(part);
  } catch {
    return null;
  }
}
