import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { type House, type Mail, startHouse } from "@ontsecretaressen/testing/house";
import { linkIn, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";
const SIGNS = ["Zonnebloem", "Pinksterbloem", "Korenbloem"];

let house: House;
let signers: Signers;
let people: Commenters;

beforeAll(async () => {
  house = await startHouse({ content: true });
  signers = signersOf(house);
  people = commentersOf(house, ARTICLE);
});

afterAll(() => house.stop());

/** Keeps all emails while something is done, and lets them go in one run. */
async function inOneRun(act: () => Promise<unknown>): Promise<Mail[]> {
  const known = new Set((await house.mails()).map(({ id }) => id));
  await house.sql.execute(
    "insert into mail_pauses (reason, began_at, ends_at, problem) values ('refused', '2026-01-01', '2090-01-01', '')",
  );
  await act();
  // Until the runs that the acts asked for are over: then a run that finds nothing to send is alone.
  await expect.poll(() => house.cronTrips("mailer"), { timeout: 60_000 }).toBe(1);
  await house.sql.execute("delete from mail_pauses");
  expect(await house.cronTrips("mailer")).toBe(4);
  return (await house.mails()).filter(({ id }) => !known.has(id));
}

const allOf = ({ subject, html, text, to, headers, attachments }: Mail) =>
  JSON.stringify({ subject, html, text, to, headers, attachments });

test("an email has nothing of the others of its run: no word, no address and no link", async () => {
  const session = await signers.plan(2);
  const mails = await inOneRun(async () => {
    for (const sign of SIGNS) {
      const typed = { name: `Noor ${sign}`, email: `${sign}@voorbeeld.nl`, key: sign };
      const comment = { ...typed, article: ARTICLE, body: `Tekst van ${sign}.` };
      const told = {
        organisation: `Alleenwij ${sign}`,
        role: `Alleenwij ${sign}`,
        note: `Alleenwij ${sign}`,
      };
      expect((await house.fetch("/api/comments", { json: comment, headers: people.from() })).status).toBe(
        201,
      );
      expect((await signers.send(session, { ...typed, ...told })).status).toBe(201);
    }
  });
  expect(mails).toHaveLength(2 * SIGNS.length);
  expect(new Set(mails.map(linkIn)).size).toBe(mails.length);
  for (const mail of mails) {
    const own = SIGNS.filter((sign) => mail.to.includes(`${sign}@voorbeeld.nl`));
    expect(mail.to).toEqual(own.map((sign) => `${sign}@voorbeeld.nl`));
    expect(SIGNS.filter((sign) => allOf(mail).includes(sign))).toEqual(own);
    // An address that nobody proved may be somebody else's: what was typed for the organisers goes to them alone.
    expect(allOf(mail)).not.toMatch(/Alleenwij/u);
  }
});

test("what a stranger typed is no link in anybody's email, and none that a mail program makes of plain text", async () => {
  const text =
    "Kijk op https://kwaad.example/x, www.kwaad.example of kwaad.example, of mail x@kwaad.example.";
  const reader = await people.come({ notify: true });
  await people.approve(reader.id);
  const lurer = await people.come({ name: "Eva kwaad.example", body: text, parent: reader.id });
  await people.approve(lurer.id);
  const report = { comment: reader.id, reason: "other", explanation: text, email: "melder@voorbeeld.nl" };
  await house.fetch("/api/reports", { json: { ...report, key: "lok" }, headers: people.from() });
  const signup = {
    name: "Eva kwaad.example",
    email: "eva@voorbeeld.nl",
    organisation: text,
    role: text,
    note: text,
  };
  await signers.send(await signers.plan(2), { ...signup, together: ["collega@voorbeeld.nl"] });
  for (const address of [reader.email, lurer.email, "redactie@ontsecretaressen.eu", "collega@voorbeeld.nl"])
    await house.waitForMail((mail) => mail.to.includes(address) && allOf(mail).includes("kwaad"));
  for (const { subject, html, text: plain } of await house.mails()) {
    for (const part of [subject, html ?? "", plain ?? ""])
      expect(part).not.toMatch(/:\/\/kwaad|(?:www|kwaad)\.(?:kwaad|example)|@kwaad/u);
    const hrefs = [...(html ?? "").matchAll(/href="([^"]*)"/gu)].map(([, href = ""]) => href);
    expect(hrefs.filter((href) => !href.startsWith(house.url))).toEqual([]);
  }
});
