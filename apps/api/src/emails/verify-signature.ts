/** What a message of the mail service says of itself (Svix, as Resend sends it). */
export type Signed = { id: string; timestamp: string; signatures: string; body: string };

const WINDOW_MS = 5 * 60_000;

/**
 * Whether one of our secrets signed this message, within five minutes of `now`. There are two secrets while one takes the
 * place of the other. Each is compared in constant time.
 */
export async function isSigned(secrets: string[], message: Signed, now: Date): Promise<boolean> {
  const { id, timestamp, signatures, body } = message;
  const age = /^\d{1,12}$/u.test(timestamp) ? now.getTime() - Number(timestamp) * 1000 : Infinity;
  if (id === "" || Math.abs(age) > WINDOW_MS) return false;
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const given = signatures.split(" ").flatMap((part) => {
    const [version, value = ""] = part.split(",", 2);
    const bytes = version === "v1" ? bytesOf(value) : null;
    return bytes === null ? [] : [bytes];
  });
  for (const secret of secrets) {
    const bytes = bytesOf(secret.replace(/^whsec_/u, ""));
    if (bytes === null || bytes.length === 0) continue;
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["verify"]);
    for (const signature of given) {
      if (await crypto.subtle.verify("HMAC", key, signature, signed)) return true;
    }
  }
  return false;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
