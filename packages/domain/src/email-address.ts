import { textLimits } from "./text.ts";

// Narrower than RFC 5321 on purpose: quoted local parts and bare IP hosts are mistakes here, never people.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/iu;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** Whether mail can be sent there: at most 254 characters, 64 before the @, a host with a dot. */
export function isEmailAddress(text: string): boolean {
  if (text.length > textLimits.emailMax) return false;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  return at > 0 && local.length <= 64 && LOCAL.test(local) && HOST.test(text.slice(at + 1));
}

/** One spelling per mailbox, to recognise a person by. The typed spelling is what mail goes to. */
export function emailKey(address: string): string {
  return address.trim().toLowerCase();
}
