import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

test("a cancelled session stays on the page of its step until its day, as called off; the programme offers it no more", async () => {
  const people = signersOf(house);
  const [off, past] = [await people.plan(3), await people.plan(3)];
  const { items } = await readJson<{ items: { id: string; slug: string }[] }>(
    house.admin("sessions?limit=200"),
  );
  for (const { id, slug } of items.filter(({ slug }) => slug === off || slug === past)) {
    const headers = { "if-match": '"1"' };
    expect((await house.admin(`sessions/${id}/cancel`, { json: { reason: "Ziek" }, headers })).status).toBe(
      200,
    );
    if (slug === past)
      await house.sql.execute({
        sql: "update sessions set starts_at = '2020-01-01T18:00:00.000Z' where id = ?",
        args: [id],
      });
  }
  const html = await (await house.fetch("/programma/rondetafel/")).text();
  const shown = html.split('<li class="off">').find((item) => item.includes(`/inschrijven/${off}/`));
  expect(shown).toContain("gaat niet door");
  expect(html).not.toContain(`/inschrijven/${past}/`);
  expect(await (await house.fetch("/programma/")).text()).not.toContain(`/inschrijven/${off}/`);
});
