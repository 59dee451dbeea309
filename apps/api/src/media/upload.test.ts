import { mediaPath, widthsOf } from "@ontsecretaressen/domain/media";
import { type Paint, pngOf, withPlace } from "@ontsecretaressen/testing/draw-picture";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Media = { id: string; width: number; height: number; alt: string; caption: string; version: number };
type Refusal = { error: { code: string; message: string; fields?: Record<string, string> } };

let house: House;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

const slope: Paint = (x, y) => [x % 256, y % 256, (x + y) % 256];

let turn = 0;
/** A picture that nobody sent before. */
const fresh = (width: number, height: number) => {
  turn += 1;
  const own = turn * 37;
  return pngOf(width, height, (x, y) => slope(x + own, y));
};

function send(
  bytes: Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = { alt: "Drie stenen" },
  type = "image/png",
) {
  const form = new FormData();
  form.set("file", new Blob([bytes], { type }), "foto.png");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return house.admin("media", { method: "POST", body: form });
}

const bytesOf = async (path: string) => new Uint8Array(await (await house.fetch(path)).arrayBuffer());

const countMedia = async () => Number((await house.sql.execute("select count(*) from media")).rows[0]?.[0]);

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a picture that is sent", () => {
  test("is kept in three sizes as WebP and one as JPEG, each of which opens and stays small", async () => {
    const answer = await send(fresh(2000, 1000), {
      alt: "Drie stenen",
      caption: "Op het pad",
      credit: "Noor",
    });
    expect(answer.status).toBe(201);
    const media = await readJson<Media>(answer);
    expect(media).toMatchObject({ width: 1440, height: 720, alt: "Drie stenen", caption: "Op het pad" });
    for (const width of [480, 960, 1440]) {
      const bytes = await bytesOf(mediaPath(media.id, width, "webp"));
      expect(asText(bytes.subarray(8, 12))).toBe("WEBP");
      expect(bytes.length).toBeLessThan(200_000);
    }
    const jpeg = await bytesOf(mediaPath(media.id, 1440, "jpg"));
    expect([...jpeg.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  });

  test("is never made wider than it was", async () => {
    const media = await readJson<Media>(send(fresh(700, 300)));
    expect(widthsOf(media)).toEqual([480, 700]);
    expect((await house.fetch(mediaPath(media.id, 700, "webp"))).status).toBe(200);
    expect((await house.fetch(mediaPath(media.id, 960, "webp"))).status).toBe(404);
  });

  test("may be the body itself, with its words in the query", async () => {
    const answer = await house.admin("media?alt=E%C3%A9n%20steen&credit=Noor", {
      method: "POST",
      headers: { "content-type": "image/png" },
      body: fresh(300, 200),
    });
    expect(answer.status).toBe(201);
    expect(await readJson<Media>(answer)).toMatchObject({ alt: "Eén steen", credit: "Noor", caption: "" });
  });

  test("twice with the same words is the same picture, also when both come at once", async () => {
    const bytes = fresh(400, 300);
    const answers = await Promise.all([send(bytes, { alt: "Een" }), send(bytes, { alt: "Een" })]);
    const [one, two] = await Promise.all(answers.map((answer) => readJson<Media>(answer)));
    expect(two?.id).toBe(one?.id);
    expect((await house.fetch(mediaPath(one?.id ?? "", 400, "webp"))).status).toBe(200);
    const acts = await house.sql.execute({
      sql: "select act from audit where subject = ?",
      args: [one?.id ?? ""],
    });
    expect(acts.rows).toHaveLength(1);
  });

  test("again with other words is refused with where to save those, and neither text is lost in silence", async () => {
    const bytes = fresh(410, 300);
    const { id } = await readJson<Media>(send(bytes, { alt: "Een", credit: "Noor" }));
    for (const said of [
      { alt: "Twee", caption: "", credit: "Noor" },
      { alt: "Een", caption: "", credit: "" },
      { alt: "Een", caption: "Op het pad", credit: "Noor" },
    ]) {
      const answer = await send(bytes, said);
      expect(answer.status).toBe(409);
      expect(await readJson<Refusal>(answer)).toMatchObject({
        error: { code: "already_there", fields: { id } },
      });
    }
    expect(await readJson<Media>(house.admin(`media/${id}`))).toMatchObject({ alt: "Een", version: 1 });
    const together = [fresh(420, 300)].flatMap((one) => [send(one, { alt: "A" }), send(one, { alt: "B" })]);
    const statuses = (await Promise.all(together)).map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses).toContain(409);
  });

  test("loses the place where it was taken, and stands upright", async () => {
    const plain = await readJson<Media>(send(fresh(640, 320)));
    const jpeg = withPlace(await bytesOf(mediaPath(plain.id, 640, "jpg")), 6);
    expect(asText(jpeg)).toContain("Exif");
    const media = await readJson<Media>(send(jpeg, { alt: "Een foto" }));
    expect(media).toMatchObject({ width: 320, height: 640 });
    for (const path of [mediaPath(media.id, 320, "webp"), mediaPath(media.id, 320, "jpg")]) {
      const bytes = asText(await bytesOf(path));
      expect(bytes.length).toBeGreaterThan(500);
      expect(bytes).not.toMatch(/exif|xmp|Nieuwegein|MM\0\*/iu);
    }
  });

  test("that is something else as well comes out as a picture alone", async () => {
    const bytes = Buffer.concat([fresh(300, 300), Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]);
    const media = await readJson<Media>(send(bytes));
    expect(asText(await bytesOf(mediaPath(media.id, 300, "webp")))).not.toContain("script");
    expect(asText(await bytesOf(mediaPath(media.id, 300, "jpg")))).not.toContain("script");
  });
});

describe("refused, and nothing is kept:", () => {
  test.for<[string, () => [Uint8Array<ArrayBuffer>, Record<string, string>?], number, string]>([
    ["a picture without alt text", () => [fresh(50, 50), { alt: "  " }], 422, "invalid_body"],
    ["one that says nothing of it at all", () => [fresh(50, 50), {}], 422, "invalid_body"],
    [
      "SVG under the name of a PNG",
      () => [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
      415,
      "svg_refused",
    ],
    ["a page under the name of a PNG", () => [Buffer.from("<!doctype html><p>x")], 415, "unknown_kind"],
    ["nothing", () => [Buffer.alloc(0)], 415, "unknown_kind"],
    ["a PNG that is broken off", () => [fresh(400, 400).subarray(0, 90)], 422, "unreadable_picture"],
    [
      "a JPEG by its first bytes alone",
      () => [Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
      422,
      "unreadable_picture",
    ],
    ["few bytes that unfold to 60 million pixels", () => [pngOf(10_000, 6_000)], 422, "too_many_pixels"],
    [
      "more than 10 MB",
      () => [Buffer.concat([fresh(50, 50), Buffer.alloc(10 * 1024 * 1024)])],
      413,
      "too_large",
    ],
  ])("%s", async ([, sent, status, code]) => {
    const before = await countMedia();
    const answer = await send(...sent());
    expect(answer.status).toBe(status);
    expect((await readJson<Refusal>(answer)).error.code).toBe(code);
    expect(await countMedia()).toBe(before);
  });

  test("a form without a file, and one from who may not write", async () => {
    const empty = new FormData();
    empty.set("alt", "x");
    expect((await house.admin("media", { method: "POST", body: empty })).status).toBe(400);
    const unknown = await house.fetch("/api/admin/media?alt=x", { method: "POST", body: fresh(50, 50) });
    expect(unknown.status).toBe(401);
    const { token } = await readJson<{ token: string }>(
      house.admin("tokens", { json: { name: "Kijker", roles: ["moderator"] } }),
    );
    const headers = { authorization: `Bearer ${token}` };
    const moderator = await house.fetch("/api/admin/media?alt=x", {
      method: "POST",
      headers,
      body: fresh(50, 50),
    });
    expect(moderator.status).toBe(403);
  });
});

describe("a picture's address", () => {
  test("may be kept for ever, says what it is, and answers 304 to who has it", async () => {
    const media = await readJson<Media>(send(fresh(200, 100)));
    const answer = await house.fetch(mediaPath(media.id, 200, "webp"));
    const bytes = await answer.arrayBuffer();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/webp",
      "content-length": String(bytes.byteLength),
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    const etag = answer.headers.get("etag") ?? "";
    const again = await house.fetch(mediaPath(media.id, 200, "webp"), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect((await again.arrayBuffer()).byteLength).toBe(0);
    const head = await house.fetch(mediaPath(media.id, 200, "webp"), { method: "HEAD" });
    expect(head.headers.get("content-type")).toBe("image/webp");
  });

  test("that is nobody's is 404, calm and not kept, and only read", async () => {
    const id = "med_00000000000000000000000000";
    for (const path of [
      `/media/${id}/480.webp`,
      `/media/${id}/480.svg`,
      "/media/x/1.webp",
      "/media/..%2f..%2fetc",
    ]) {
      const answer = await house.fetch(path);
      expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
    }
    expect((await house.fetch(`/media/${id}/480.webp`, { method: "DELETE" })).status).toBe(405);
    const page = await house.fetch("/media/", { headers: { accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([404, expect.stringContaining("Naar de voorpagina")]);
  });
});

test("the list gives pictures newest first, in pages", async () => {
  const newest = await readJson<Media>(send(fresh(60, 60)));
  const page = await readJson<{ items: Media[]; next: string }>(house.admin("media?limit=2"));
  expect(page.items).toHaveLength(2);
  expect(page.items[0]?.id).toBe(newest.id);
  const rest = await readJson<{ items: Media[] }>(house.admin(`media?limit=2&cursor=${page.next}`));
  expect(rest.items.some(({ id }) => id === newest.id)).toBe(false);
});
