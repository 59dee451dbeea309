import { textLimits } from "./text.ts";

// Every runtime has it, and it knows neither clock nor network.
declare const URL: { parse(text: string): { hostname: string } | null };

// Narrower than RFC 5321 on purpose: quoted local parts and bare IP hosts are mistakes here, never people.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/iu;
const TYPED_HOST = /^[\p{L}\p{M}\p{N}.-]+$/u;
const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/u;

/**
 * An address as it is kept: before the @ as it was typed, behind it the host as mail travels, in small ASCII letters
 * (`bücher.nl` is `xn--bcher-kva.nl`). Null when no mail can be sent there: at most 254 characters, 64 before the @, a host
 * with a dot.
 */
export function readEmailAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(0, at));
  const typedHost = text.slice(at + 1);
  if (local.length > 64 || !LOCAL.test(local) || !TYPED_HOST.test(typedHost)) return null;
  const host = URL.parse(`https://${typedHost}`)?.hostname ?? "";
  const address = `${local}@${host}`;
  return HOST.test(host) && address.length <= textLimits.emailMax ? address : null;
}

/** One spelling per mailbox, to recognise a person by, however she typed it. */
export function emailKey(address: string): string {
  const typed = address.trim();
  return (readEmailAddress(typed) ?? typed).toLowerCase();
}
