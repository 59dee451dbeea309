import { mediaPath, plainPath, sourcesOf } from "@ontsecretaressen/domain/media";
import { pngOf } from "@ontsecretaressen/testing/draw-picture";
import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { readXml } from "@ontsecretaressen/testing/read-xml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Media = { id: string; width: number; height: number; version: number; uses?: string[] };
type Text = { id: string; slug: string; version: number; bodyHtml: string; picture: string | null };
type Refusal = { error: { code: string; message: string; fields: Record<string, string> } };

let house: House;

beforeAll(async () => {
  house = await startHouse({ edge: true });
});

afterAll(() => house.stop());

let turn = 0;

async function upload(said: Record<string, string> = {}): Promise<Media> {
  turn += 1;
  const query = new URLSearchParams({ alt: "Drie stenen op een pad", ...said });
  const body = pngOf(640, 360, (x, y) => [x % 256, y % 256, turn]);
  return readJson<Media>(house.admin(`media?${query.toString()}`, { method: "POST", body }));
}

const draft = (slug: string, more: object = {}) => ({
  slug,
  title: `Tekst ${slug}`,
  body: "Tekst.",
  ...more,
});

async function publish(slug: string, more: object = {}): Promise<Text> {
  const text = await readJson<Text>(house.admin("articles", { json: draft(slug, more) }));
  await house.admin(`articles/${text.id}/publish`, { method: "POST" });
  return text;
}

const pageOf = async (path: string) => (await house.fetch(path)).text();

const save = (media: Media, json: object, version = media.version) =>
  house.admin(`media/${media.id}`, { method: "PUT", json, headers: { "if-match": `"${version}"` } });

describe("a picture above a text", () => {
  test("is shown in all its sizes with its caption, and goes along to who shares, lists or feeds it", async () => {
    const media = await upload({ caption: "Op <het> pad", credit: "Noor" });
    await publish("met-beeld", { picture: media.id });
    const html = await pageOf("/met-beeld/");
    expect(html).toContain(`srcset="${sourcesOf(media)}"`);
    expect(html).toContain('width="640" height="360" alt="Drie stenen op een pad" fetchpriority="high"');
    expect(html).toContain("<figcaption>Op &lt;het&gt; pad (beeld: Noor)</figcaption>");
    const address = house.url + plainPath(media);
    expect(html).toContain(`<meta property="og:image" content="${address}"/>`);
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(html).toContain(`"image":"${address}"`);
    const rss = await pageOf("/feed/");
    expect(readXml(rss)).toBeDefined();
    expect(rss).toContain(`<media:content url="${address}"`);
    expect(await pageOf("/feed.json")).toContain(`"image":"${address}"`);
    expect(await pageOf("/sitemap.xml")).toContain(`<image:loc>${address}</image:loc>`);
  });

  test("can be taken off or changed for another, and the page shows it at once", async () => {
    const [one, two] = [await upload(), await upload()];
    const text = await publish("wisselend", { picture: one.id });
    expect(await pageOf("/wisselend/")).toContain(one.id);
    const change = (version: number, picture: string | null) =>
      house.admin(`articles/${text.id}`, {
        method: "PUT",
        json: draft("wisselend", { picture }),
        headers: { "if-match": `"${version}"` },
      });
    await change(2, two.id);
    expect(await pageOf("/wisselend/")).toContain(two.id);
    await change(3, null);
    const html = await pageOf("/wisselend/");
    expect(html).not.toContain("<figure");
    expect(html).toContain(`<meta property="og:image" content="${house.url}/wisselend/deel-`);
  });

  test("that nobody knows is refused", async () => {
    const answer = await house.admin("articles", {
      json: draft("spook", { picture: "med_00000000000000000000000000" }),
    });
    expect(answer.status).toBe(409);
    expect((await readJson<Refusal>(answer)).error.code).toBe("unknown_picture");
  });
});

describe("a picture in a text", () => {
  test("alone on its line is a figure with its title below, by its own name or by its address", async () => {
    const media = await upload({ caption: "Uit de kast" });
    const body = [
      `![Een pad](media:${media.id} "Het pad & zo")`,
      `![](${house.url}${mediaPath(media.id, 480, "webp")})`,
      `Midden ![steen](</media/${media.id}>) in de zin.`,
    ].join("\n\n");
    await publish("figuren", { body });
    const html = await pageOf("/figuren/");
    expect(html.match(/<figure>/gu)).toHaveLength(2);
    expect(html).toMatch(/alt="Een pad" width="640" height="360" loading="lazy"/u);
    expect(html).toContain("<figcaption>Het pad &amp; zo</figcaption>");
    expect(html).toMatch(/alt="Drie stenen op een pad"[^>]*><figcaption>Uit de kast<\/figcaption>/u);
    expect(html).toMatch(/Midden <img src="[^"]*" srcset/u);
  });

  test.for([
    ["of another site", "![x](https://voorbeeld.nl/x.png)"],
    ["of another site, without saying how", "![x](//voorbeeld.nl/x.png)"],
    ["that is written into the text", "![x](data:image/png;base64,AAAA)"],
    ["of this site that is no picture", "![x](/programma/)"],
    ["of another site, by a name elsewhere", "![x][y]\n\n[y]: https://voorbeeld.nl/x.png"],
  ])("%s is refused, and nothing is saved", async ([, body]) => {
    const answer = await house.admin("articles", { json: draft("vreemd", { body }) });
    expect(answer.status).toBe(422);
    expect((await readJson<Refusal>(answer)).error.code).toBe("foreign_picture");
    expect((await house.admin("articles", { json: draft("vreemd") })).status).toBe(201);
    await house.sql.executeMultiple(
      "delete from revisions where slug = 'vreemd'; delete from articles where slug = 'vreemd';",
    );
  });

  test("that nobody knows is refused by its id", async () => {
    const id = "med_00000000000000000000000000";
    const answer = await house.admin("articles", { json: draft("weg", { body: `![x](media:${id})` }) });
    expect(answer.status).toBe(422);
    expect((await readJson<Refusal>(answer)).error).toMatchObject({
      code: "unknown_picture",
      fields: { body: id },
    });
  });
});

describe("what is said of a picture", () => {
  test("changes on every page that shows it, above or inside, but not what a text says itself", async () => {
    const media = await upload();
    await publish("boven", { picture: media.id });
    await publish("binnen", { body: `![](media:${media.id})\n\n![Eigen woorden](media:${media.id})` });
    expect(await pageOf("/boven/")).toContain("Drie stenen op een pad");
    expect(await pageOf("/binnen/")).toContain("Drie stenen op een pad");
    const saved = await save(media, { alt: "Vier stenen", caption: "Nieuw" });
    expect(saved.status).toBe(200);
    expect(await readJson<Media>(saved)).toMatchObject({ version: 2, alt: "Vier stenen" });
    for (const path of ["/boven/", "/binnen/"]) {
      const html = await pageOf(path);
      expect(html).toContain('alt="Vier stenen"');
      expect(html).toContain("<figcaption>Nieuw</figcaption>");
      expect(html).not.toContain("Drie stenen");
    }
    expect(await pageOf("/binnen/")).toContain('alt="Eigen woorden"');
  });

  test("is not lost to another save, and its alt text can't be emptied", async () => {
    const media = await upload();
    expect((await save(media, { alt: "Een" })).status).toBe(200);
    expect((await save(media, { alt: "Twee" })).status).toBe(412);
    expect((await save(media, { alt: "" }, 2)).status).toBe(422);
    expect((await house.admin(`media/${media.id}`, { method: "PUT", json: { alt: "x" } })).status).toBe(428);
    expect(await readJson(house.admin(`media/${media.id}`))).toMatchObject({
      alt: "Een",
      version: 2,
      uses: [],
    });
  });
});

describe("a picture is removed", () => {
  test("only when no text shows it, not even a draft; the refusal says which do", async () => {
    const media = await upload();
    const text = await readJson<Text>(
      house.admin("articles", { json: draft("concept", { picture: media.id }) }),
    );
    await publish("toont", { body: `![](media:${media.id})` });
    const refused = await house.admin(`media/${media.id}`, { method: "DELETE" });
    expect(refused.status).toBe(409);
    expect((await readJson<Refusal>(refused)).error.message).toContain("/concept/, /toont/");
    expect((await house.fetch(mediaPath(media.id, 480, "webp"))).status).toBe(200);
    expect(text.picture).toBe(media.id);
  });

  test("with all its bytes, at the edge too, and is unknown after", async () => {
    const media = await upload();
    const paths = [mediaPath(media.id, 480, "webp"), mediaPath(media.id, 640, "webp"), plainPath(media)];
    for (const path of paths) expect((await house.fetch(path)).status).toBe(200);
    expect((await house.fetch(plainPath(media))).headers.get("cf-cache-status")).toBe("HIT");
    expect((await house.admin(`media/${media.id}`, { method: "DELETE" })).status).toBe(204);
    for (const path of paths) expect((await house.fetch(path)).status).toBe(404);
    expect((await house.admin(`media/${media.id}`, { method: "DELETE" })).status).toBe(404);
    const { rows } = await house.sql.execute({
      sql: "select act from audit where subject = ? order by id",
      args: [media.id],
    });
    expect(rows.map((row) => row["act"])).toEqual(["media.create", "media.delete"]);
  });
});
