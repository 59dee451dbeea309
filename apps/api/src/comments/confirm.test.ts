import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

type Posted = { id: string; state: string };

const comment = (change: Record<string, unknown> = {}) => ({
  article: ARTICLE,
  name: "Noor",
  email: `noor-${(turn += 1)}@voorbeeld.nl`,
  body: `Dit herken ik, ${turn}.`,
  key: `key-${turn}`,
  ...change,
});

async function send(change: Record<string, unknown> = {}, cookie = ""): Promise<Posted & { email: string }> {
  const json = comment(change);
  const answer = await house.fetch("/api/comments", { json, headers: { cookie } });
  expect(answer.status).toBe(201);
  return { ...(await readJson<Posted>(answer)), email: json.email };
}

async function stateOf(id: string): Promise<unknown> {
  const { rows } = await house.sql.execute({ sql: "select state from comments where id = ?", args: [id] });
  return rows[0]?.["state"];
}

const read = async (path: string, cookie = "") => (await house.fetch(path, { headers: { cookie } })).text();

const judge = (id: string, act: string) => house.admin(`comments/${id}/${act}`, { method: "POST" });

const mailsTo = async (address: string) => (await house.mails()).filter(({ to }) => to.includes(address));

/** Somebody whose address is proved and who has a comment on the site. */
async function trusted(): Promise<{ email: string; cookie: string }> {
  const { id, email } = await send();
  const { cookie } = await house.proveComment(email);
  await judge(id, "approve");
  return { email, cookie };
}

describe("the first comment from an address", () => {
  test("goes to the organisers only after the button in its email, and looking at that changes nothing", async () => {
    const { id, email } = await send({ body: "Eerst bevestigen." });
    const mail = await house.waitForMail(({ to }) => to.includes(email));
    const path = /\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "";
    const opened = await house.fetch(path);
    expect([opened.status, opened.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await opened.text()).toContain("Eerst bevestigen.");
    expect(await stateOf(id)).toBe("waiting_for_address");

    const { location } = await house.proveComment(email);
    expect(location).toBe(`/${ARTICLE}/?reactie=${id}#${id}`);
    expect(await stateOf(id)).toBe("held");
    const told = await house.waitForMail(
      ({ to, text }) =>
        to.includes("redactie@ontsecretaressen.eu") && (text ?? "").includes("Eerst bevestigen."),
    );
    expect(told.text).toMatch(/Plaats de reactie:\n\S+\/modereer\//u);
  });

  test("pressed twice asks the organisers once", async () => {
    const { id, email } = await send();
    await house.proveComment(email);
    await house.proveComment(email);
    const { rows } = await house.sql.execute({
      sql: "select kind from emails where comment_id = ?",
      args: [id],
    });
    expect(rows.map(({ kind }) => kind)).toEqual(["comment_confirm", "comment_waiting"]);
  });

  test("is seen in its place by its own browser only, and no cache or search engine may keep that page", async () => {
    const { id, email } = await send({ body: "Alleen voor mij." });
    const { cookie, location } = await house.proveComment(email);
    const own = await house.fetch(location, { headers: { cookie } });
    const kept = ["cache-control", "x-robots-tag"].map((name) => own.headers.get(name));
    expect(kept).toEqual(["no-store", "noindex"]);
    expect(await own.text()).toContain(`id="${id}"`);
    const other = await trusted();
    for (const someone of [
      "",
      other.cookie,
      cookie.replace(/.$/u, (last) => (last === "0" ? "1" : "0")),
      cookie.replace(/per_\w+/u, "per_1"),
    ])
      expect(await read(location, someone)).not.toContain("Alleen voor mij.");
    expect(await read(`/${ARTICLE}/`, cookie)).not.toContain("Alleen voor mij.");
  });

  test("is refused by a link that is past: 410, and nothing changes", async () => {
    const { id, email } = await send();
    await house.waitForMail(({ to }) => to.includes(email));
    await house.sql.execute({
      sql: "update links set expires_at = '2020-01-01T00:00:00.000Z' where comment_id = ?",
      args: [id],
    });
    expect((await house.proveComment(email)).cookie).toBe("");
    expect(await stateOf(id)).toBe("waiting_for_address");
  });

  test("lets no browser in by a link that was used and is past", async () => {
    const { id, email } = await send();
    expect((await house.proveComment(email)).cookie).not.toBe("");
    expect((await house.proveComment(email)).cookie).not.toBe("");
    await house.sql.execute({
      sql: "update links set expires_at = '2020-01-01T00:00:00.000Z' where comment_id = ?",
      args: [id],
    });
    expect(await house.proveComment(email)).toEqual({ cookie: "", location: "" });
  });
});

describe("a browser that proved its address", () => {
  test("waits for an organiser the first time, and is on the site at once when one of hers is", async () => {
    const { email } = await send();
    const { cookie } = await house.proveComment(email);
    const second = await send({ email, body: "Nog een keer." }, cookie);
    expect([second.state, await stateOf(second.id)]).toEqual(["held", "held"]);
    await judge(second.id, "approve");
    const third = await send({ email, body: "Nu meteen." }, cookie);
    expect([third.state, await stateOf(third.id)]).toEqual(["visible", "visible"]);
    expect(await read(`/${ARTICLE}/`)).toContain("Nu meteen.");
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("gives no rights to another address, nor does the address give any to another browser", async () => {
    const { email, cookie } = await trusted();
    const other = await send({}, cookie);
    expect([other.state, await stateOf(other.id)]).toEqual(["waiting_for_address", "waiting_for_address"]);
    const stranger = await send({ email });
    expect([stranger.state, await stateOf(stranger.id)]).toEqual([
      "waiting_for_address",
      "waiting_for_address",
    ]);
  });

  test("is not believed when what it holds is past or made by another", async () => {
    const { email, cookie } = await trusted();
    for (const forged of [
      cookie.replace(/\.\d{13}\./u, ".9999999999999."),
      cookie.replace(/[0-9a-f]{64}$/u, "0".repeat(64)),
      "deelnemer=x",
    ])
      expect((await send({ email }, forged)).state).toBe("waiting_for_address");
  });

  test("has every comment held when the organisers want to see all first", async () => {
    const { email, cookie } = await trusted();
    await house.sql.execute("update settings set value = 'everyone'");
    expect((await send({ email }, cookie)).state).toBe("held");
    await house.sql.execute("update settings set value = 'first_timers'");
  });
});

describe("a robot", () => {
  test("gets the answer that a person gets, byte for byte, and no mail goes out", async () => {
    const answers = await Promise.all(
      ["", "Buy now"].map((subject) => house.fetch("/api/comments", { json: comment({ subject }) })),
    );
    const seen = await Promise.all(
      answers.map(async (answer) => ({
        status: answer.status,
        headers: [...answer.headers].filter(([name]) => !["date", "cf-ray"].includes(name)),
        body: (await answer.text()).replaceAll(/cmt_\w+/gu, "cmt_"),
      })),
    );
    expect(seen[1]).toEqual(seen[0]);
    const { rows } = await house.sql.execute("select id, reasons from comments where state = 'spam'");
    expect(JSON.stringify(rows)).toContain("Buy now");
    expect(await mailsTo(`noor-${turn}@voorbeeld.nl`)).toEqual([]);
  });
});

describe("too many comments", () => {
  test("from one network are refused with 429 and when to come back; what was typed is there, another network is not hindered", async () => {
    await clearOf(600);
    const headers = { "cf-connecting-ip": "203.0.113.7" };
    const answers: Response[] = [];
    for (let count = 0; count < 42; count += 1)
      answers.push(await house.fetch("/api/comments", { json: comment(), headers }));
    expect(answers.map(({ status }) => status)).toEqual([...Array(40).fill(201), 429, 429]);
    expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
    const form = new URLSearchParams(comment({ body: "Bewaar dit." }) as Record<string, string>);
    const typed = await house.fetch("/api/comments", {
      method: "POST",
      body: form,
      headers: { ...headers, origin: house.url, accept: "text/html" },
    });
    const html = await typed.text();
    expect([typed.status, html.includes("Bewaar dit.")]).toEqual([429, true]);
    // It may be the limit of a day that was passed.
    expect(html).toContain("Lukt het dan nog niet? Probeer het morgen.");
    const elsewhere = { "cf-connecting-ip": "203.0.113.8" };
    expect((await house.fetch("/api/comments", { json: comment(), headers: elsewhere })).status).toBe(201);
  });

  test("at the same moment are counted together", async () => {
    await clearOf(600);
    const headers = { "cf-connecting-ip": "2001:db8:1:2::1" };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => house.fetch("/api/comments", { json: comment(), headers })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
  });

  test("for one unproved address are kept, but it gets three mails an hour at most", async () => {
    await clearOf(3600);
    const email = "veel@voorbeeld.nl";
    for (let count = 0; count < 5; count += 1) await send({ email });
    const { rows } = await house.sql.execute({
      sql: "select count(*) as n from emails where to_address = ?",
      args: [email],
    });
    expect(rows[0]?.["n"]).toBe(3);
  });

  test("leave no network in the database: only hashes that need our secret", async () => {
    await house.fetch("/api/comments", { json: comment(), headers: { "cf-connecting-ip": "198.51.100.99" } });
    const { rows } = await house.sql.execute("select network from comments union all select key from rates");
    expect(JSON.stringify(rows)).not.toContain("198.51.100");
  });
});

describe("an organiser", () => {
  test("can call a comment spam, take that back, and what was learned goes along", async () => {
    const { id } = await send({ body: "Goedkope leningen" });
    const learned = async () => {
      const { rows } = await house.sql.execute(
        "select spam, clear from learned_words where word = 'leningen'",
      );
      return rows.map(({ spam, clear }) => [spam, clear]);
    };
    expect((await judge(id, "spam")).status).toBe(200);
    await judge(id, "spam");
    expect([await stateOf(id), await learned()]).toEqual(["spam", [[1, 0]]]);
    await judge(id, "approve");
    expect([await stateOf(id), await learned()]).toEqual(["visible", [[0, 1]]]);
    await judge(id, "hold");
    expect([await stateOf(id), await learned()]).toEqual(["held", [[0, 0]]]);
    const { items } = await readJson<{ items: { act: string; subject: string }[] }>(house.admin("audit"));
    expect(items.filter(({ subject }) => subject === id).map(({ act }) => act)).toEqual([
      "comment.hold",
      "comment.approve",
      "comment.spam",
    ]);
  });
});
