import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { reportRates } from "@ontsecretaressen/domain/report";
import { retentionDays } from "@ontsecretaressen/domain/retention";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

/** A comment on the site, from somebody with a proved address. */
async function shown(): Promise<{ id: string; email: string }> {
  const email = `schrijver${(turn += 1)}@voorbeeld.nl`;
  const json = { article: SLUG, name: "Noor", email, body: `Zin nummer ${turn}.`, key: String(turn) };
  const headers = { "cf-connecting-ip": `198.51.100.${turn}` };
  const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers }));
  await house.proveComment(email);
  await house.admin(`comments/${id}/approve`, { method: "POST" });
  return { id, email };
}

const report = (comment: string, change: Record<string, unknown> = {}) =>
  house.fetch("/api/reports", {
    json: { comment, reason: "insulting", explanation: "Dit is niet aardig.", key: "k", ...change },
    headers: { "cf-connecting-ip": `203.0.113.${(turn += 1) % 250}` },
  });

type Row = Record<string, unknown>;

async function rows(sql: string, ...args: string[]): Promise<Row[]> {
  return (await house.sql.execute({ sql, args })).rows.map((row) => ({ ...row }));
}

const reportsOf = (comment: string) =>
  rows("select * from reports where comment_id = ? order by id", comment);

const mailsTo = async (comment: string) =>
  (await rows("select kind, to_address from emails where comment_id = ? order by kind, to_address", comment))
    .map(({ kind, to_address }) => [String(kind), String(to_address)])
    .filter(([kind = ""]) => /^(?:report|comment_removed)/u.test(kind));

const decide = (id: unknown, act: "uphold" | "dismiss", json: object = { reason: "Zo gaan we hier om." }) =>
  house.admin(`reports/${String(id)}/${act}`, { json });

describe("a report", () => {
  test("is kept and mailed to the organisers, and who left an address gets a receipt", async () => {
    const { id } = await shown();
    const answer = await report(id, { email: "melder@voorbeeld.nl" });
    expect([answer.status, await answer.json()]).toEqual([
      201,
      { comment: id, article: SLUG, state: "open" },
    ]);
    expect(await mailsTo(id)).toEqual([
      ["report_made", "redactie@ontsecretaressen.eu"],
      ["report_received", "melder@voorbeeld.nl"],
    ]);
    const mail = await house.waitForMail(({ to }) => to.includes("melder@voorbeeld.nl"));
    expect(mail.text).toContain("Beledigend of kwetsend");
  });

  test("is made without JavaScript: choose the comment, say what is wrong, and be thanked", async () => {
    const { id } = await shown();
    const list = await (await house.fetch(`/melden/${SLUG}/`)).text();
    expect(list).toContain(`href="/melden/${id}"`);
    const form = await (await house.fetch(`/melden/${id}`)).text();
    expect(form).toContain(`Zin nummer`);
    const done = await house.post("/api/reports", { comment: id, key: "x", reason: "advertising" });
    expect([done.status, done.headers.get("location")]).toEqual([303, `/melden/?gemeld=${SLUG}`]);
    expect(await (await house.fetch(`/melden/?gemeld=${SLUG}`)).text()).toContain("Dank je wel");
  });

  test("that is refused keeps what was typed, and says what to mend", async () => {
    const { id } = await shown();
    const answer = await house.post("/api/reports", {
      comment: id,
      reason: "other",
      explanation: "",
      email: "half@",
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="half@"');
    expect(html).toContain("Vertel nog wat er mis is.");
    expect(html).toMatch(/value="other" checked/u);
    expect(await reportsOf(id)).toEqual([]);
  });

  test("that is refused still shows what it is about", async () => {
    const { id } = await shown();
    const answer = await house.post("/api/reports", { comment: id, explanation: "x" });
    const html = await answer.text();
    expect([answer.status, html.includes("Je melding is er nog niet")]).toEqual([422, true]);
    expect(html).toContain("</b> schreef bij");
    expect(html).toContain(`href="/${SLUG}/reacties/${id}/"`);
  });

  test("at an address that leads on to a page without a conversation is not there", async () => {
    const json = { from: "melden-stond-hier", to: "programma" };
    expect((await house.admin("redirects", { json })).status).toBe(201);
    expect((await house.fetch("/melden/melden-stond-hier/")).status).toBe(404);
  });

  test("about a comment that is not on the site is refused, and its form is not there", async () => {
    const { id } = await shown();
    await house.admin(`comments/${id}/spam`, { method: "POST" });
    expect((await report(id)).status).toBe(404);
    expect((await house.fetch(`/melden/${id}`)).status).toBe(404);
    expect((await report("cmt_onbekend")).status).toBe(404);
    expect(await reportsOf(id)).toEqual([]);
  });

  test("sent twice is kept once", async () => {
    const { id } = await shown();
    await Promise.all([report(id, { key: "dubbel" }), report(id, { key: "dubbel" })]);
    expect(await reportsOf(id)).toHaveLength(1);
    expect(await mailsTo(id)).toHaveLength(1);
  });

  test("of a robot gets the answer a person gets, and nothing is kept", async () => {
    const { id } = await shown();
    const robot = await report(id, { subject: "http://spam.example" });
    expect([robot.status, await robot.json()]).toEqual([201, { comment: id, article: SLUG, state: "open" }]);
    expect(await reportsOf(id)).toEqual([]);
  });

  test("from one network stops at its limit, and others can still report", async () => {
    await clearOf(600);
    const { id } = await shown();
    const from = (address: string, key: string) =>
      house.fetch("/api/reports", {
        json: { comment: id, reason: "insulting", key },
        headers: { "cf-connecting-ip": address },
      });
    const most = reportRates.network[0].most;
    for (let sent = 0; sent < most; sent += 1)
      expect((await from("192.0.2.7", String(sent))).status).toBe(201);
    const refused = await from("192.0.2.7", "meer");
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await from("192.0.2.8", "ander")).status).toBe(201);
    expect(await reportsOf(id)).toHaveLength(most + 1);
  });
});

describe("a decision", () => {
  test("to uphold takes the comment off, and tells its writer and everyone who reported why, once", async () => {
    const { id, email } = await shown();
    await report(id, { email: "een@voorbeeld.nl", key: "1" });
    await report(id, { email: "twee@voorbeeld.nl", key: "2" });
    await report(id, { email: "EEN@voorbeeld.nl", key: "3" });
    const [first, second] = await reportsOf(id);
    const json = { reason: "Je valt iemand persoonlijk aan.", rule: "personal" };
    const decided = await decide(first?.["id"], "uphold", json);
    expect([decided.status, await decided.json()]).toEqual([
      200,
      { id: first?.["id"], state: "upheld", settled: 3 },
    ]);
    expect((await rows("select state from comments where id = ?", id))[0]).toEqual({ state: "rejected" });
    expect(await (await house.fetch(`/${SLUG}/`)).text()).not.toContain(id);
    expect((await decide(second?.["id"], "dismiss")).status).toBe(409);
    const decisions = (await mailsTo(id)).filter(([kind = ""]) => !/made|received/u.test(kind));
    expect(decisions.map(([kind]) => kind)).toEqual(["comment_removed", "report_upheld", "report_upheld"]);
    const mail = await house.waitForMail(
      ({ to, text }) => to.includes(email) && (text ?? "").includes("persoonlijk aan."),
    );
    expect(mail.text).toContain("We zetten geen gegevens van iemand anders op de site.");
    expect(mail.text).not.toMatch(/een@|twee@/iu);
  });

  test("to dismiss leaves the comment, tells who reported why, and tells its writer nothing", async () => {
    const { id } = await shown();
    await report(id, { email: "melder2@voorbeeld.nl" });
    const [open] = await reportsOf(id);
    expect((await decide(open?.["id"], "dismiss")).status).toBe(200);
    expect((await rows("select state from comments where id = ?", id))[0]).toEqual({ state: "visible" });
    expect((await mailsTo(id)).map(([kind]) => kind)).toEqual([
      "report_dismissed",
      "report_made",
      "report_received",
    ]);
  });

  test("without a reason is refused, and the report stays open", async () => {
    const { id } = await shown();
    await report(id);
    const [open] = await reportsOf(id);
    expect((await decide(open?.["id"], "uphold", { reason: " " })).status).toBe(422);
    expect((await reportsOf(id))[0]).toMatchObject({ state: "open", statement: null });
  });

  test("made by two at once is one decision", async () => {
    const { id } = await shown();
    await report(id, { email: "tegelijk@voorbeeld.nl" });
    const [open] = await reportsOf(id);
    const both = await Promise.all([decide(open?.["id"], "uphold"), decide(open?.["id"], "dismiss")]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const decisions = (await mailsTo(id)).filter(([kind = ""]) => /upheld|dismissed/u.test(kind));
    expect(decisions).toHaveLength(1);
    const [kept] = await reportsOf(id);
    const [comment] = await rows("select state from comments where id = ?", id);
    expect(comment).toEqual({ state: kept?.["state"] === "upheld" ? "rejected" : "visible" });
  });

  test("is counted, and lists never show who reported", async () => {
    const { id } = await shown();
    await report(id, { email: "geheim@voorbeeld.nl" });
    const open = await (await house.admin("reports?state=open")).text();
    expect(open).toContain(id);
    expect(open).not.toContain("geheim@");
    const before = await readJson<Record<string, number>>(house.admin("counts"));
    const [mine] = await reportsOf(id);
    await decide(mine?.["id"], "dismiss");
    const after = await readJson<Record<string, number>>(house.admin("counts"));
    expect([after["reports"], after["decided"]]).toEqual([
      Number(before["reports"]) - 1,
      Number(before["decided"]) + 1,
    ]);
  });

  test("stays when its days are over, but who reported and in which words is forgotten", async () => {
    const { id } = await shown();
    await report(id, { email: "vergeet@voorbeeld.nl" });
    const [mine] = await reportsOf(id);
    await decide(mine?.["id"], "dismiss");
    const then = new Date(Date.now() - (retentionDays.report * 24 + 1) * 3_600_000).toISOString();
    await house.sql.execute({
      sql: "update reports set decided_at = ? where comment_id = ?",
      args: [then, id],
    });
    await house.cron("api", "17 3 * * *");
    const [kept] = await reportsOf(id);
    expect(kept).toMatchObject({
      email: null,
      explanation: "",
      state: "dismissed",
      statement: "Zo gaan we hier om.",
    });
    expect(await mailsTo(id)).toEqual([]);
  });
});
