import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

/** What the article says on top of its form, after a comment of this id. */
async function told(id: string, headers: Record<string, string> = {}): Promise<string> {
  const html = await (await house.fetch(`/${SLUG}/?reactie=${id}`, { headers })).text();
  expect(html).toContain('<textarea id="body"');
  return /role="status">([\s\S]*?)<\/div>/u.exec(html)?.[1] ?? "";
}

describe("the article after a comment", () => {
  test("says where it stands to who wrote it", async () => {
    const noor = await people.come();
    expect(await told(noor.id, noor.headers)).toContain("Een organisator leest even mee.");
    await people.approve(noor.id);
    expect(await told(noor.id, noor.headers)).toBe("");
    await house.admin(`comments/${noor.id}/reject`, {
      json: { rule: "other", reason: "Zo gaan we hier om." },
    });
    expect(await told(noor.id, noor.headers)).toContain("heeft hem niet geplaatst");
    const { location } = await house.proveComment(noor.email);
    expect(location).toContain(noor.id);
  });

  test("has a form that sends the same comment when somebody comes back to it", async () => {
    const noor = await people.come();
    await people.approve(noor.id);
    const send = async () => {
      const page = await house.fetch(`/${SLUG}/?reactie=${noor.id}`, { headers: noor.headers });
      const key = /name="key" value="([^"]+)"/u.exec(await page.text())?.[1];
      expect(key).toBeDefined();
      return people.say(noor, "Nog iets wat ik wil zeggen.", { key });
    };
    const first = await send();
    expect(first).toMatch(/^cmt_/u);
    await people.approve(first);
    expect(await send()).toBe(first);
  });

  test("that was called spam says what it says of one that waits", async () => {
    const [noor, sam] = [await people.come(), await people.come()];
    await house.admin(`comments/${noor.id}/spam`, { method: "POST" });
    expect(await told(noor.id, noor.headers)).toBe(await told(sam.id, sam.headers));
  });

  test("says nothing of it to anybody else, nor of one that was made up", async () => {
    const [noor, sam] = [await people.come(), await people.come()];
    for (const headers of [{}, sam.headers]) {
      expect(await told(noor.id, headers)).toBe("");
      expect(await told("abc", headers)).toBe("");
      expect(await told("cmt_0", headers)).toBe("");
    }
  });
});

describe("who gets no mail, because her address got too many", () => {
  test("is told what every other is told, and gets on by the button in one of those mails", async () => {
    await clearOf(3600);
    const email = "druk@voorbeeld.nl";
    const json = (key: number) => ({
      article: SLUG,
      name: "Noor",
      email,
      body: `Poging ${key}.`,
      key: String(key),
    });
    for (let count = 0; count < 5; count += 1) {
      const answer = await house.post("/api/comments", json(count));
      expect(answer.headers.get("location")).toBe(`/${SLUG}/?reactie=mail#reageer`);
    }
    expect(await people.count("emails where to_address = ?", email)).toBe(3);
    expect(await told("mail")).toContain(
      "Druk op de knop in een van die mails en plaats je reactie daarna nog een keer",
    );
    const { cookie } = await house.proveComment(email);
    const again = { ...json(4), key: "nog-eens" };
    const sent = await house.fetch("/api/comments", { json: again, headers: { cookie } });
    expect(await sent.json()).toMatchObject({ state: "held" });
  });
});
