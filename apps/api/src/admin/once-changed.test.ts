import { pngOf } from "@ontsecretaressen/testing/draw-picture";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Kept = { id: string; version: number; state: string };

let house: House;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const draft = (slug: string) => ({ slug, title: `Over ${slug}`, body: "Tekst.", author: "redactie" });

/** A draft of its own after these acts. */
async function write(...acts: string[]): Promise<Kept> {
  const made = await readJson<Kept>(house.admin("articles", { json: draft(`tekst-${(turn += 1)}`) }));
  for (const act of acts) await house.admin(`articles/${made.id}/${act}`, { method: "POST" });
  return readJson<Kept>(house.admin(`articles/${made.id}`));
}

type Asked = { method?: string; json?: object; version?: number };

const later = { json: { at: "2090-01-01T10:00" } };

const ask = (path: string, key: string, { method = "POST", json, version }: Asked = {}) =>
  house.admin(path, {
    method,
    ...(json === undefined ? {} : { json }),
    headers: { "idempotency-key": key, ...(version === undefined ? {} : { "if-match": `"${version}"` }) },
  });

const said = async (answer: Response) => [answer.status, answer.headers.get("etag"), await answer.text()];

const codeOf = async (answer: Response) => (await readJson<{ error: { code: string } }>(answer)).error.code;

async function acts(): Promise<number> {
  const { rows } = await house.sql.execute("select count(*) as n from audit");
  return Number(rows[0]?.["n"]);
}

/** Asks the same twice, and tells whether it was done, how often, and whether the second answer is the first. */
async function askTwice(path: string, asked: Asked) {
  const [key, before] = [`k-${(turn += 1)}`, await acts()];
  const first = await said(await ask(path, key, asked));
  const again = await said(await ask(path, key, asked));
  return { isDone: Number(first[0]) < 300, times: (await acts()) - before, first, again };
}

type Twice = Awaited<ReturnType<typeof askTwice>>;

const once = ({ first }: Twice): Twice => ({ isDone: true, times: 1, first, again: first });

describe("what is asked again under its key, for the version that was read, is done once and answered the same:", () => {
  test.for([
    ["publish"],
    ["unpublish", "publish"],
    ["unschedule", "schedule"],
    ["trash"],
    ["untrash", "trash"],
  ] as const)("%s a text", async ([act, ...before]) => {
    const { id } = await write();
    for (const one of before)
      await ask(`articles/${id}/${one}`, `voor-${turn}`, one === "schedule" ? later : {});
    const { version } = await readJson<Kept>(house.admin(`articles/${id}`));
    const twice = await askTwice(`articles/${id}/${act}`, { version });
    expect(twice).toEqual(once(twice));
  });

  test("schedule a text, save it and restore what it was", async () => {
    const { id, version } = await write();
    const other = { method: "PUT", json: draft(`anders-${turn}`) };
    const twice = [
      await askTwice(`articles/${id}/schedule`, { version, ...later }),
      await askTwice(`articles/${id}`, { version: version + 1, ...other }),
      await askTwice(`articles/${id}/restore?version=${version}`, { version: version + 2 }),
    ];
    expect(twice).toEqual(twice.map(once));
  });

  test("save the menu, the settings and what is said of a picture, and remove a picture", async () => {
    const twice: Twice[] = [];
    for (const path of ["menu", "settings"]) {
      const { version: kept, ...rest } = await readJson<object & { version?: number }>(house.admin(path));
      const etag = (await house.admin(path)).headers.get("etag") ?? "";
      const version = kept ?? Number(etag.replaceAll('"', ""));
      twice.push(await askTwice(path, { method: "PUT", version, json: rest }));
    }
    const form = new FormData();
    form.set("file", new Blob([pngOf(40, 40, () => [9, 9, 9])], { type: "image/png" }), "foto.png");
    form.set("alt", "Een vlak");
    const { id, version } = await readJson<Kept>(house.admin("media", { method: "POST", body: form }));
    const json = { alt: "Een donker vlak", caption: "", credit: "" };
    twice.push(await askTwice(`media/${id}`, { method: "PUT", version, json }));
    twice.push(await askTwice(`media/${id}`, { method: "DELETE" }));
    expect(twice).toEqual(twice.map(once));
  });

  test("end a way", async () => {
    await house.admin("redirects", { json: { from: "van-hier", to: "over-ons" } });
    const twice = await askTwice("redirects/van-hier", { method: "DELETE" });
    expect(twice).toEqual(once(twice));
  });
});

describe("what is asked again under its key", () => {
  test("is not done again when somebody took it back since: the answer tells how it is now", async () => {
    const { id, version } = await write();
    await ask(`articles/${id}/publish`, "terug", { version });
    await house.admin(`articles/${id}/unpublish`, { method: "POST" });
    const again = await ask(`articles/${id}/publish`, "terug", { version });
    expect(again.status).toBe(200);
    expect(await readJson<Kept>(again)).toMatchObject({ state: "draft", version: version + 2 });
  });

  test("of a save is known when somebody saved since, and that save stays", async () => {
    const { id, version } = await write();
    const asked = { method: "PUT", version, json: draft(`mijn-${turn}`) };
    await ask(`articles/${id}`, "mijn", asked);
    const theirs = { method: "PUT", version: version + 1, json: draft(`hun-${turn}`) };
    await ask(`articles/${id}`, "hun", theirs);
    const again = await ask(`articles/${id}`, "mijn", asked);
    expect(again.status).toBe(200);
    expect(await readJson<object>(again)).toMatchObject({ slug: `hun-${turn}`, version: version + 2 });
  });

  test("but with another act is refused and nothing of it is done", async () => {
    const { id, version } = await write();
    await ask(`articles/${id}/publish`, "een-van-twee", { version });
    const other = await ask(`articles/${id}/trash`, "een-van-twee", { version: version + 1 });
    expect([other.status, await codeOf(other)]).toEqual([422, "key_reused"]);
    const kept = await readJson<Kept>(house.admin(`articles/${id}`));
    expect(kept).toMatchObject({ state: "published", version: version + 1 });
  });

  test("by many at the same moment, with other acts among them, is one act done once", async () => {
    const { id, version } = await write();
    const paths = ["publish", "trash", "publish", "trash"].map((act) => `articles/${id}/${act}`);
    const answers = await Promise.all(paths.map((path) => ask(path, "samen", { version })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 422)).toEqual([]);
    expect(statuses).toContain(200);
    const kept = await readJson<Kept>(house.admin(`articles/${id}`));
    expect(kept.version).toBe(version + 1);
  });

  test("for a version that was stale the first time is refused again, and its key is still free", async () => {
    const { id, version } = await write("publish");
    const stale = { version: version - 1 };
    for (const _ of [1, 2]) expect((await ask(`articles/${id}/trash`, "oud", stale)).status).toBe(412);
    expect((await ask(`articles/${id}/unpublish`, "oud", { version })).status).toBe(200);
  });
});
