import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

describe("a link", () => {
  test("that is unknown, past or of another purpose opens nothing: 410, with where to ask for a new one", async () => {
    expect((await house.fetch("/bevestig/onbekend")).status).toBe(410);
    expect((await house.post("/bevestig/onbekend", {})).status).toBe(410);
    const session = await people.plan(1);
    await people.send(session, { email: "gea@voorbeeld.nl" });
    const link = await people.linkTo("gea@voorbeeld.nl");
    const [id = "", version = "", until = "", mark = ""] = link.replace("/bevestig/", "").split(".");
    for (const path of [
      link.replace("bevestig", "mijn"),
      link.replace("bevestig/sgn", "mijn/per"),
      `/bevestig/${id}.${version}.${(Number.parseInt(until, 36) + 60).toString(36)}.${mark}`,
      `/bevestig/${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}.${version}.${until}.${mark}`,
      `/bevestig/${id}.2.${until}.${mark}`,
      `/bevestig/${id}.${version}.${until}.${mark.slice(1)}${mark.slice(0, 1)}`,
    ]) {
      const gone = await house.fetch(path);
      const way = '<a class="button" href="/mijn/">Vraag een nieuwe link</a>';
      expect([path, gone.status, await gone.text()]).toEqual([path, 410, expect.stringContaining(way)]);
      expect([path, (await house.post(path, {})).status]).toEqual([
        path,
        path.startsWith("/mijn/") ? 303 : 410,
      ]);
    }
    expect(await people.rows(session)).toMatchObject([{ state: "held" }]);
  });

  test("stands nowhere in the database but in the email itself", async () => {
    const session = await people.plan(1);
    await people.send(session, { email: "hanna@voorbeeld.nl" });
    const mark = (await people.linkTo("hanna@voorbeeld.nl")).split(".").at(-1) ?? "";
    expect(mark).toMatch(/^[0-9a-f]{64}$/u);
    await house.sql.execute(
      "update emails set html = null, text = null where to_address = 'hanna@voorbeeld.nl'",
    );
    expect(await columnsWith(mark)).toEqual([]);
  });

  test("cannot be pressed by another site", async () => {
    const headers = { origin: "https://elders.example", "content-type": "application/x-www-form-urlencoded" };
    const answer = await house.fetch("/bevestig/onbekend", { method: "POST", headers, body: "" });
    expect(answer.status).toBe(403);
  });
});

/** Every table that holds a text somewhere. */
async function columnsWith(text: string): Promise<string[]> {
  const { rows: tables } = await house.sql.execute(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    if (typeof name !== "string") continue;
    const { rows } = await house.sql.execute(`select * from "${name}"`);
    if (JSON.stringify(rows).includes(text)) found.push(name);
  }
  return found;
}
