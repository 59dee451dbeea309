import { judgedAtOnceMax } from "@ontsecretaressen/domain/moderation-drafts";
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

async function held(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const email = `p${(turn += 1)}@voorbeeld.nl`;
    const json = {
      article: SLUG,
      name: "Noor",
      email,
      body: `Verhaal ${turn} over werk.`,
      key: String(turn),
    };
    const headers = { "cf-connecting-ip": `198.51.100.${turn}` };
    const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers }));
    await house.proveComment(email);
    ids.push(id);
  }
  return ids;
}

type Judged = { changed: number; same: number; gone: number; undo: string | null };

const judge = (act: string, ids: string[]) =>
  readJson<Judged>(
    house.admin("comments/judgements", { json: { act, comments: ids.map((id) => ({ id })) } }),
  );

const undo = (bundle: string | null) => house.admin(`acts/${bundle}/undo`, { method: "POST" });

async function column(name: "state" | "learned", ids: string[]): Promise<unknown[]> {
  const { rows } = await house.sql.execute({
    sql: `select ${name} from comments where id in (select value from json_each(?)) order by id`,
    args: [JSON.stringify(ids)],
  });
  return rows.map((row) => row[name]);
}

async function learned(): Promise<unknown> {
  const { rows } = await house.sql.execute("select spam, clear from learned_words where word = ''");
  return { ...rows[0] };
}

describe("several comments", () => {
  test("are judged in one go, each with its own row in the journal, and mailed once each", async () => {
    const ids = await held(3);
    const done = await judge("approve", [...ids, "cmt_weg"]);
    expect(done).toMatchObject({ changed: 3, same: 0, gone: 1 });
    expect(await column("state", ids)).toEqual(["visible", "visible", "visible"]);
    expect(await judge("approve", ids)).toEqual({ changed: 0, same: 3, late: 0, gone: 0, undo: null });
    const { items } = await readJson<{ items: { subject: string; undo: string | null; about: string }[] }>(
      house.admin("audit"),
    );
    const mine = items.filter(({ subject }) => ids.includes(subject));
    expect(mine.map(({ undo: bundle, about }) => [bundle, about])).toEqual(
      ids.map(() => [done.undo, "Noor"]),
    );
  });

  test("more than fit in one go, none at all, or an act nobody knows are refused", async () => {
    const many = Array.from({ length: judgedAtOnceMax + 1 }, (_, index) => `cmt_${index}`);
    for (const json of [
      { act: "approve", comments: many.map((id) => ({ id })) },
      { act: "approve", comments: [] },
      { act: "erase", comments: [{ id: "cmt_1" }] },
    ])
      expect((await house.admin("comments/judgements", { json })).status).toBe(422);
  });
});

describe("undoing", () => {
  test("takes comments back to where they stood, with what was learned from them", async () => {
    const ids = await held(2);
    const before = await learned();
    const { undo: bundle } = await judge("spam", ids);
    expect(await column("learned", ids)).toEqual(["spam", "spam"]);
    const answer = await undo(bundle);
    expect([answer.status, await answer.json()]).toEqual([200, { changed: 2, late: 0 }]);
    expect(await column("state", ids)).toEqual(["held", "held"]);
    expect(await column("learned", ids)).toEqual([null, null]);
    expect(await learned()).toEqual(before);
  });

  test("takes a comment off the site again, and the page forgets it", async () => {
    const [id = ""] = await held(1);
    const { undo: bundle } = await judge("approve", [id]);
    expect(await (await house.fetch(`/${SLUG}/`)).text()).toContain(id);
    await undo(bundle);
    expect(await (await house.fetch(`/${SLUG}/`)).text()).not.toContain(id);
  });

  test("leaves a comment alone with which something was done since", async () => {
    const [first = "", second = ""] = await held(2);
    const { undo: bundle } = await judge("reject", [first, second]);
    await judge("spam", [first]);
    expect(await (await undo(bundle)).json()).toEqual({ changed: 1, late: 1 });
    expect(await column("state", [first, second])).toEqual(["spam", "held"]);
  });

  test("can itself be undone, and twice is once", async () => {
    const [id = ""] = await held(1);
    const { undo: bundle } = await judge("reject", [id]);
    const both = await Promise.all([
      readJson<{ changed: number }>(undo(bundle)),
      readJson<{ changed: number }>(undo(bundle)),
    ]);
    expect(both.map(({ changed }) => changed).toSorted((a, b) => a - b)).toEqual([0, 1]);
    const { items } = await readJson<{ items: { subject: string; undo: string | null }[] }>(
      house.admin("audit"),
    );
    const last = items.find(({ subject, undo: by }) => subject === id && by !== null);
    expect((await undo(last?.undo ?? "")).status).toBe(200);
    expect(await column("state", [id])).toEqual(["rejected"]);
  });

  test("of what nobody did is not found", async () => {
    expect((await undo("aud_onbekend")).status).toBe(404);
  });
});

describe("which comments wait", () => {
  const put = (heldComments: string, version: number) =>
    house.admin("settings", {
      method: "PUT",
      json: { heldComments },
      headers: { "if-match": `"${version}"` },
    });

  test("is set over the version that was read; another save wins, and the next comment follows it", async () => {
    const now = await readJson<{ heldComments: string; version: number }>(house.admin("settings"));
    expect(now.heldComments).toBe("first_timers");
    expect((await put("nobody", now.version)).status).toBe(200);
    expect((await put("everyone", now.version)).status).toBe(412);
    const [open = ""] = await held(1);
    expect(await column("state", [open])).toEqual(["visible"]);
    expect((await put("everyone", now.version + 1)).status).toBe(200);
    const [waits = ""] = await held(1);
    expect(await column("state", [waits])).toEqual(["held"]);
    expect((await put("sometimes", now.version + 2)).status).toBe(422);
    await put("first_timers", now.version + 2);
  });
});

describe("the workplace", () => {
  async function signIn(): Promise<Record<string, string>> {
    const answer = await house.post("/beheer/inloggen", { token: house.adminToken });
    return { cookie: (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "" };
  }

  test("judges several at a time, tells how many, and takes it back by one button", async () => {
    const headers = await signIn();
    const ids = await held(2);
    const list = await (await house.fetch("/beheer/reacties/", { headers })).text();
    for (const id of ids) expect(list).toContain(`value="${id}.1"`);
    const body = new URLSearchParams({ act: "reject", state: "held" });
    for (const id of ids) body.append("id", id);
    const done = await house.post("/beheer/reacties/", {}, { headers, body });
    expect(done.status).toBe(303);
    const said = await (await house.fetch(done.headers.get("location") ?? "", { headers })).text();
    expect(said).toContain("2 reacties blijven van de site.");
    const action = /action="(\/beheer\/ongedaan\/aud_\w+)"/u.exec(said)?.[1] ?? "";
    const undone = await house.post(action, { from: "/beheer/reacties/" }, { headers });
    expect(undone.headers.get("location")).toBe("/beheer/reacties/?gedaan=undo&aantal=2");
    expect(await column("state", ids)).toEqual(["held", "held"]);
  });

  test("decides about a report with its reason, and keeps what was typed without one", async () => {
    const headers = await signIn();
    const [id = ""] = await held(1);
    await judge("approve", [id]);
    await house.fetch("/api/reports", { json: { comment: id, reason: "personal", key: "w" } });
    const page = await (await house.fetch("/beheer/meldingen/", { headers })).text();
    const action = /action="(\/beheer\/meldingen\/rep_\w+\/weg)"/u.exec(page)?.[1] ?? "";
    const empty = await house.post(action, { rule: "advertising", statement: " " }, { headers });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toMatch(/value="advertising" selected/u);
    const done = await house.post(
      action,
      { rule: "personal", statement: "Zo doen we dat niet." },
      { headers },
    );
    expect(done.headers.get("location")).toBe("/beheer/meldingen/?gedaan=uphold");
    expect(await column("state", [id])).toEqual(["rejected"]);
  });

  test.for(["reacties", "meldingen", "instellingen", "journaal"])(
    "shows /beheer/%s/ to who is signed in, and to nobody else",
    async (place) => {
      const headers = await signIn();
      const shown = await house.fetch(`/beheer/${place}/`, { headers });
      expect([shown.status, shown.headers.get("cache-control")]).toEqual([200, "no-store"]);
      const stranger = await house.fetch(`/beheer/${place}/`);
      expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/beheer/inloggen"]);
    },
  );
});
