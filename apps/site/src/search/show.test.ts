import { readFileSync } from "node:fs";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

const { roundTrips }: { roundTrips: Record<string, number> } = JSON.parse(
  readFileSync(new URL("../../../../infra/budgets.json", import.meta.url), "utf8"),
);

const search = (typed: string) => house.fetch(`/zoeken/?q=${encodeURIComponent(typed)}`);
const mainOf = async (answer: Response) => /<main[\s\S]*<\/main>/u.exec(await answer.text())?.[0] ?? "";

describe("the search page", () => {
  test("without a question is the form alone, and asks the database nothing", async () => {
    const { answer, trips } = await house.roundTrips(() => house.fetch("/zoeken/"));
    expect(answer.status).toBe(200);
    const main = await mainOf(answer);
    expect(main).toMatch(
      /<form class="find" action="\/zoeken\/">.*<label for="q">Wat zoek je\?<\/label><input type="search" id="q" name="q"/u,
    );
    expect(main).not.toContain("<h2");
    expect(trips["site"] ?? 0).toBe(roundTrips["/zoeken/"]);
  });

  test("shows articles, and comments with whom and where, in one round trip", async () => {
    const { answer, trips } = await house.roundTrips(() => search("community manager"));
    const main = await mainOf(answer);
    expect(main).toMatch(
      /<mark>community<\/mark> <mark>manager<\/mark>.*<a href="\/waarom-de-secretaresse-30-niet-bestaat\/reacties\/cmt_\w+\/">Sam bij Waarom/u,
    );
    expect(trips).toEqual({ site: roundTrips["/zoeken/?q={text}"] });
  });

  test("finds compounds by a part, and accents without them", async () => {
    expect(await mainOf(await search("leidinggev"))).toContain('href="/brief-aan-een-leidinggevende/"');
    expect(await mainOf(await search("één dag"))).toContain("Marijke bij");
    expect(await mainOf(await search("een dag week"))).toContain("Marijke bij");
  });

  test("is kept out of search engines, and is linked from every page's foot", async () => {
    expect(await (await search("rol")).text()).toContain('<meta name="robots" content="noindex"/>');
    expect(await (await house.fetch("/")).text()).toMatch(/<footer>.*<a href="\/zoeken\/">/u);
  });

  test("shows what was typed as text, and keeps it in the field", async () => {
    const main = await mainOf(await search('<script>alert(1)</script> "'));
    expect(main).not.toContain("<script");
    expect(main).toContain("&lt;script&gt;");
    expect(main).toContain('value="&lt;script&gt;alert(1)&lt;/script&gt; &quot;"');
  });

  test("shows text that looks like HTML as text, also around a mark", async () => {
    const sent = await house.admin("articles", {
      json: { slug: "gevaarlijk", title: '<img src=x onerror="1"> zeldzaam', body: "<b>zeldzaam</b> & zo" },
    });
    const { id } = (await sent.json()) as { id: string };
    await house.admin(`articles/${id}/publish`, { method: "POST" });
    const main = await mainOf(await search("zeldzaam"));
    expect(main).toContain("&lt;img src=x onerror=&quot;1&quot;&gt; <mark>zeldzaam</mark></a>");
    expect(main).not.toMatch(/<img|<b>/u);
  });

  test.for(['"', "*", "NEAR(a, b)", "-", "a NEAR", "\0", "🎸", "x ".repeat(2000), "%", "^"])(
    "answers %j calmly",
    async (typed) => {
      const answer = await search(typed);
      expect(answer.status).toBe(200);
      expect((await mainOf(answer)).length).toBeLessThan(3000);
    },
  );

  test("answers an address that is no text calmly", async () => {
    for (const query of ["?q=%ff%fe", "?q=%", "?q=a&q=b", "?q[]=x", "?Q=x"]) {
      expect((await house.fetch(`/zoeken/${query}`, { redirect: "follow" })).status).toBe(200);
    }
  });

  test("says what to do when nothing was found, or one letter was typed", async () => {
    expect(await mainOf(await search("xylofoon"))).toContain("Probeer het met een woord minder");
    expect(await mainOf(await search("x"))).toContain("minstens twee letters");
  });
});
