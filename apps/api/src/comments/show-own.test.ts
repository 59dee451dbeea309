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
    await house.admin(`comments/${noor.id}/reject`, { method: "POST" });
    expect(await told(noor.id, noor.headers)).toContain("heeft hem niet geplaatst");
    const { location } = await house.proveComment(noor.email);
    expect(location).toContain(noor.id);
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
