import {
  counted,
  doubles,
  isLanguage,
  isMoment,
  isWebAddress,
  one,
  oneAtMost,
  type Rules,
  some,
  unless,
} from "./rule.ts";

const DAY = 86_400_000;

const linesOf = (text: string) => text.split(/\r?\n/u);
const fieldsOf = (text: string) =>
  linesOf(text)
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)];
      return { name: name.trim().toLowerCase(), value: value.trim() };
    });
const valuesOf = (text: string, name: string) =>
  fieldsOf(text).flatMap((field) => (field.name === name ? [field.value] : []));

/** What RFC 9309 asks of robots.txt, and sitemaps.org of the line that names the sitemap. */
export const robotsRules: Rules<{ text: string; open: readonly string[] }> = {
  "RFC 9309 §2.2, lines: known": ({ text }) =>
    unless(
      fieldsOf(text).map(({ name }) => name),
      (name) => /^(?:user-agent|allow|disallow|sitemap)$/u.test(name),
    ),
  "RFC 9309 §2.2.1, group: begins with a user-agent": ({ text }) =>
    unless([fieldsOf(text)[0]?.name ?? ""], (name) => name === "user-agent"),
  "RFC 9309 §2.2.2, rules: a path begins with a slash": ({ text }) =>
    unless([...valuesOf(text, "disallow"), ...valuesOf(text, "allow")], (path) => /^\/[!-~]*$/u.test(path)),
  "RFC 9309 §2.5, limits: 500 KiB": ({ text }) => counted("characters", text.length, [1, 512_000]),
  "sitemaps.org, submitting: an address": ({ text }) => [
    ...counted("sitemap", valuesOf(text, "sitemap").length, some),
    ...unless(valuesOf(text, "sitemap"), isWebAddress),
  ],
  "RFC 9309 §2.2.2, disallow: nothing that the sitemap names": ({ text, open }) =>
    open.filter((path) => valuesOf(text, "disallow").some((closed) => path.startsWith(closed))),
};

/** What RFC 9116 asks of security.txt. */
export const securityRules: Rules<{ text: string; self: string; now: number }> = {
  "RFC 9116 §2.2, line separator": ({ text }) => (text.endsWith("\n") ? [] : ["no end of line"]),
  "RFC 9116 §2.4, fields: known": ({ text }) =>
    unless(
      fieldsOf(text).map(({ name }) => name),
      (name) =>
        /^(?:acknowledgments|canonical|contact|encryption|expires|hiring|policy|preferred-languages)$/u.test(
          name,
        ),
    ),
  "RFC 9116 §2.5.2, Canonical: its own address": ({ text, self }) => [
    ...unless(valuesOf(text, "canonical"), isWebAddress),
    ...(valuesOf(text, "canonical").includes(self) ? [] : [self]),
  ],
  "RFC 9116 §2.5.3, Contact: at least one, an address": ({ text }) => [
    ...counted("contact", valuesOf(text, "contact").length, some),
    ...unless(
      valuesOf(text, "contact"),
      (contact) => isWebAddress(contact) || /^mailto:[^@\s]+@[^@\s]+$|^tel:\+[\d-]+$/u.test(contact),
    ),
  ],
  "RFC 9116 §2.5.5, Expires: once, ahead, within a year": ({ text, now }) => [
    ...counted("expires", valuesOf(text, "expires").length, one),
    ...unless(
      valuesOf(text, "expires"),
      (time) => isMoment(time) && Date.parse(time) > now && Date.parse(time) < now + 365 * DAY,
    ),
  ],
  "RFC 9116 §2.5.8, Preferred-Languages: once, of RFC 5646": ({ text }) => [
    ...counted("preferred-languages", valuesOf(text, "preferred-languages").length, oneAtMost),
    ...unless(
      valuesOf(text, "preferred-languages").flatMap((languages) => languages.split(/\s*,\s*/u)),
      isLanguage,
    ),
  ],
};

/** What llmstxt.org proposes. */
export const llmsRules: Rules<string> = {
  "llms.txt, H1: one, first": (text) => [
    ...unless([linesOf(text)[0] ?? ""], (line) => /^# \S/u.test(line)),
    ...counted("H1", linesOf(text).filter((line) => line.startsWith("# ")).length, one),
  ],
  "llms.txt, summary: a quote below it": (text) =>
    unless([linesOf(text)[2] ?? ""], (line) => /^> \S/u.test(line)),
  "llms.txt, sections: H2 only, each with a list": (text) => [
    ...linesOf(text).filter((line) => /^#{3,}/u.test(line)),
    ...text
      .split(/^## /mu)
      .slice(1)
      .filter((section) => !/^- /mu.test(section)),
    ...doubles(linesOf(text).filter((line) => line.startsWith("## "))),
  ],
  "llms.txt, lists: links with an address, and notes after a colon": (text) =>
    linesOf(text)
      .filter((line) => line.startsWith("- "))
      .filter((line) => {
        const [, address = ""] = /^- \[(?:[^[\]\\]|\\.)+\]\(([^()\s]+)\)(?:: \S.*)?$/u.exec(line) ?? [];
        return !isWebAddress(address);
      }),
};
