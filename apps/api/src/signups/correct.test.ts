import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { type Correctors, correctorsOf } from "@ontsecretaressen/testing/correctors";
import type { ListedSession } from "@ontsecretaressen/domain/admin-answers";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;
let correctors: Correctors;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
  correctors = correctorsOf(house, people);
});

afterAll(() => house.stop());

describe("who mistyped her address", () => {
  test("corrects it in the same browser: the same seat, a new email, and the old link opens nothing; in one round trip", async () => {
    const session = await people.plan(1);
    const [wrong, right] = [correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, wrong, {
      name: "Wim",
      organisation: "Bureau Wim",
      note: "Ik kom graag",
    });
    const old = await people.linkTo(wrong);
    const waiter = correctors.address();
    await people.send(session, { email: waiter });
    expect(await wim.page()).toContain(wrong);
    const { answer, trips } = await house.roundTrips(() => wim.correct(right));
    expect([answer.status, answer.headers.get("location"), trips["api"]]).toEqual([
      303,
      "/mijn/adres/?gestuurd",
      1,
    ]);
    expect((await correctors.alive(session)).map(({ email, state }) => [email, state])).toEqual([
      [waiter, "waiting"],
      [right, "held"],
    ]);
    expect((await house.fetch(old)).status).toBe(410);
    expect((await house.post(old, {})).status).toBe(410);
    const link = await people.linkTo(right);
    const shown = await (await house.fetch(link)).text();
    for (const told of ["Dag Wim", "Bureau Wim", "Ik kom graag"]) expect(shown).toContain(told);
    expect((await house.post(link, {})).status).toBe(303);
    expect((await correctors.alive(session)).map(({ state }) => state)).toEqual(["waiting", "confirmed"]);
    expect(await wim.page()).toContain(right);
    await correctors.isSound();
  });

  test("keeps her place in line, her answers and whom she brought", async () => {
    const session = await people.plan(2, {
      questions: [{ kind: "text", label: "Waarom?", isRequired: true }],
    });
    const { questions } = await readJson<ListedSession>(house.admin(`sessions/${session}`));
    const answers = { [`answer-${questions[0]?.id}`]: "Daarom" };
    await people.send(session, answers);
    const [wrong, right, mo] = [correctors.address(), correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, wrong, { ...answers, together: mo });
    await people.send(session, answers);
    await wim.correct(right);
    expect((await correctors.alive(session)).map(({ email, line }) => [email, line])).toEqual(
      expect.arrayContaining([
        [right, 1],
        [mo, 1],
      ]),
    );
    const link = await people.linkTo(right);
    await house.post(link, {});
    const shown = await (await house.fetch(link)).text();
    expect(shown).toContain("Daarom");
    expect(shown).toContain(`${mo} kreeg een mail van ons.`);
    await correctors.isSound();
  });

  test("a double click corrects once, and a second slip is corrected too", async () => {
    const session = await people.plan(3);
    const [wrong, second, right] = [correctors.address(), correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, wrong);
    const answers = await Promise.all([wim.correct(second), wim.correct(second)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await correctors.alive(session)).map(({ email, emails }) => [email, emails])).toEqual([
      [second, 1],
    ]);
    expect((await wim.correct(right)).status).toBe(303);
    expect((await correctors.alive(session)).map(({ email, state }) => [email, state])).toEqual([
      [right, "held"],
    ]);
    await correctors.isSound();
  });

  test("an email that did not go out yet is not sent to the wrong address any more", async () => {
    const session = await people.plan(3);
    const [wrong, right] = [correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, wrong);
    await people.linkTo(wrong);
    await house.sql.execute({
      sql: "update emails set state = 'waiting', attempts = 0, due_at = '2090-01-01T00:00:00.000Z' where to_address = ?",
      args: [wrong],
    });
    await wim.correct(right);
    const { rows } = await house.sql.execute({
      sql: "select state, problem from emails where to_address = ?",
      args: [wrong],
    });
    expect(rows[0]?.["state"]).toBe("withheld");
  });

  test("reads it when the email came back, and finds the way there after the form and on her page", async () => {
    const session = await people.plan(3);
    const wrong = correctors.address();
    const wim = await correctors.typed(session, wrong);
    expect(wim.answer.headers.get("set-cookie")).toMatch(/; Path=\/mijn\/; .*HttpOnly; .*SameSite=Lax/iu);
    const after = await (await house.fetch(wim.answer.headers.get("location") ?? "")).text();
    expect(after).toContain('href="/mijn/adres/"');
    const mine = await house.fetch("/mijn/", { headers: { cookie: wim.browser.cookie } });
    expect(await mine.text()).toContain('href="/mijn/adres/"');
    expect(await (await house.fetch("/mijn/")).text()).not.toContain('href="/mijn/adres/"');
    expect(await wim.page()).toContain("Onze mail is onderweg naar");
    await people.linkTo(wrong);
    await house.sql.execute({
      sql: "update emails set state = 'bounced' where to_address = ?",
      args: [wrong],
    });
    expect(await wim.page()).toContain("Onze mail kwam niet aan bij");
  });

  test("reads it as well when no email can go to that address at all", async () => {
    const session = await people.plan(3);
    for (const [wrong, plant] of [
      [
        correctors.address(),
        "insert into suppressions (id, address_key, reason, at) values ('sup_' || ?1, ?1, 'bounced', '2026-01-01T00:00:00.000Z')",
      ],
      [correctors.address(), "update emails set state = 'failed', problem = '422' where to_address = ?1"],
    ] as const) {
      if (plant.startsWith("insert")) await house.sql.execute({ sql: plant, args: [wrong] });
      const wim = await correctors.typed(session, wrong);
      expect(await house.cron()).toBe("ok");
      if (plant.startsWith("update")) await house.sql.execute({ sql: plant, args: [wrong] });
      await expect.poll(() => wim.page(), { timeout: 10_000 }).toContain("Onze mail kwam niet aan bij");
    }
    await house.sql.execute("update emails set state = 'bounced' where state = 'failed'");
  });
});

describe("a correction is refused, and nothing changes,", () => {
  test("to what is no address and to the same one, with what was typed and a sentence at the field", async () => {
    const session = await people.plan(3);
    const wrong = correctors.address();
    const wim = await correctors.typed(session, wrong);
    for (const [to, says] of [
      ["half@", "Dit adres klopt nog niet"],
      ["", "Vul je e-mailadres nog in"],
      [wrong.toUpperCase(), "Naar dit adres ging de mail al"],
    ] as const) {
      const answer = await wim.correct(to);
      const html = await answer.text();
      expect([to, answer.status, html.includes(says)]).toEqual([to, 422, true]);
      expect(html).not.toContain("Onze mail");
      expect(html.includes(`value="${to}"`) || to === "").toBe(true);
    }
    expect((await correctors.alive(session)).map(({ email }) => email)).toEqual([wrong]);
  });

  test("without what the form left in the browser, with another's mark, and by a link in an email", async () => {
    const session = await people.plan(3);
    const wrong = correctors.address();
    const wim = await correctors.typed(session, wrong);
    const [about = "", mark = ""] = wim.browser.cookie.replace("aanmelding=", "").split(".");
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(about, "base64url").toString()), id: "sgn_0" }),
    );
    for (const cookie of [
      "",
      "aanmelding=",
      "aanmelding=x.y",
      `aanmelding=${about}.${mark.slice(1)}${mark.slice(0, 1)}`,
      `aanmelding=${other.toString("base64url")}.${mark}`,
      `aanmelding=${(await people.linkTo(wrong)).replace("/bevestig/", "")}`,
    ]) {
      const headers = { cookie };
      expect([cookie, (await house.fetch("/mijn/adres/", { headers })).status]).toEqual([cookie, 410]);
      const answer = await house.post("/mijn/adres/", { email: correctors.address() }, { headers });
      expect([cookie, answer.status]).toEqual([cookie, 410]);
    }
    expect((await correctors.alive(session)).map(({ email }) => email)).toEqual([wrong]);
  });

  test("more than three times in a day, also by who puts back what the browser held", async () => {
    await clearOf(86400);
    const session = await people.plan(9);
    const wim = await correctors.typed(session, correctors.address());
    const first = wim.browser.cookie;
    const seen: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      wim.browser.cookie = turn === 3 ? first : wim.browser.cookie;
      seen.push((await wim.correct(correctors.address())).status);
    }
    expect(seen).toEqual([303, 303, 303, 429]);
    expect(await correctors.alive(session)).toHaveLength(1);
  });

  test("when the session asks since what the form did not answer", async () => {
    const session = await people.plan(3);
    const wrong = correctors.address();
    const wim = await correctors.typed(session, wrong);
    await house.sql.execute({
      sql: `insert into questions (id, session_id, position, kind, label, choices, is_required)
        select 'que_' || slug, id, 1, 'text', 'Waarom?', '[]', 1 from sessions where slug = ?`,
      args: [session],
    });
    const answer = await wim.correct(correctors.address());
    expect([answer.status, (await answer.text()).includes("Open de pagina opnieuw")]).toEqual([422, true]);
    expect((await correctors.alive(session)).map(({ email }) => email)).toEqual([wrong]);
  });

  test("once the session takes nobody any more", async () => {
    const session = await people.plan(3);
    const wrong = correctors.address();
    const wim = await correctors.typed(session, wrong);
    await house.sql.execute({
      sql: "update sessions set closes_at = '2020-01-01T10:00:00.000Z' where slug = ?",
      args: [session],
    });
    expect((await wim.correct(correctors.address())).status).toBe(409);
    expect((await correctors.alive(session)).map(({ email }) => email)).toEqual([wrong]);
  });
});

describe("a correction takes nothing that is not the browser's own", () => {
  test("a seat that was confirmed since stays, and so does the place of a colleague that came of the form", async () => {
    const session = await people.plan(6);
    const [email, mo] = [correctors.address(), correctors.address()];
    const wim = await correctors.typed(session, email);
    await house.post(await people.linkTo(email), {});
    // That address is known by now: of this form only the colleague's signup comes.
    const again = await correctors.typed(session, email, { together: mo });
    expect((await again.correct(correctors.address())).status).toBe(303);
    expect((await wim.correct(correctors.address())).status).toBe(409);
    expect((await correctors.alive(session)).map((row) => [row.email, row.state])).toEqual(
      expect.arrayContaining([
        [email, "confirmed"],
        [mo, "held"],
      ]),
    );
    expect((await correctors.alive(session)).filter(({ state }) => state === "confirmed")).toHaveLength(1);
    await correctors.isSound();
  });

  test("it tells nothing of an address that was signed up already, neither of the first nor of the next", async () => {
    const session = await people.plan(20);
    const known = correctors.address();
    await people.send(session, { email: known, organisation: "Van haar" });
    await house.post(await people.linkTo(known), {});
    const seen = await Promise.all(
      [known, correctors.address()].map(async (first) => {
        const told = { name: "Wim", organisation: "Bureau Wim" };
        const wim = await correctors.typed(session, first, told);
        const right = correctors.address();
        const corrected = await wim.correct(right);
        const link = await people.linkTo(right);
        const mail = await house.waitForMail(({ to }) => to[0] === right);
        const scrub = (text: string) =>
          text
            .replaceAll(right, "-")
            .replaceAll(first, "-")
            .replaceAll(/sgn_[0-9a-z.]+|value="[^"]{20,}"/gu, "");
        const shown = scrub(await (await house.fetch(link)).text());
        return [wim.answer.status, corrected.status, mail.subject, shown, scrub(await wim.page())];
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    const asked = await Promise.all(
      [known, correctors.address()].map(async (next) => {
        const wim = await correctors.typed(session, correctors.address());
        const corrected = await wim.correct(next);
        const back = correctors.address();
        await wim.correct(back);
        const { subject } = await house.waitForMail(({ to }) => to[0] === back);
        return [corrected.status, subject];
      }),
    );
    expect(asked[0]).toEqual(asked[1]);
    const { items } = await readJson<{ items: { email: string; organisation: string; state: string }[] }>(
      house.admin(`signups?session=${session}&limit=100`),
    );
    expect(items.find(({ email }) => email === known)).toMatchObject({
      organisation: "Van haar",
      state: "confirmed",
    });
    await correctors.isSound();
  });
});
