/** SHA-256 in lower-case hex: the only form in which a secret is kept, and what bytes are known by. */
export async function sha256(what: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof what === "string" ? new TextEncoder().encode(what) : what;
  return hex(await crypto.subtle.digest("SHA-256", bytes));
}

/** HMAC-SHA256 in lower-case hex: a mark that only who knows the secret can make, and a hash that none other can guess. */
export async function keyedHash(secret: string, text: string): Promise<string> {
  return hex(await crypto.subtle.sign("HMAC", await keyOf(secret), new TextEncoder().encode(text)));
}

// A Worker has a secret or two, and one request makes many marks.
const keys = new Map<string, Awaited<ReturnType<typeof importKey>>>();

async function keyOf(secret: string) {
  const key = keys.get(secret) ?? (await importKey(secret));
  keys.set(secret, key);
  return key;
}

function importKey(secret: string) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, ["sign"]);
}

/** Half of a SHA-256, in few letters: what a text is known by, where the whole would be long. */
export async function shortHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 15)));
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
