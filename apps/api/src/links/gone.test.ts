import { type House, startHouse } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

test.for([
  ["/voorbeeld/x", "Vraag een nieuwe link aan wie hem je stuurde", "/"],
  ["/modereer/x", "In beheer kun je het nog steeds doen", "/beheer/reacties/"],
  ["/afmelden/x", "Dat kan wel op jouw pagina", "/mijn/"],
  ["/bevestig/x", "met hetzelfde adres, dan sturen we je een nieuwe", "/"],
] as const)(
  "who follows a link of %s that works no more reads what she can do now",
  async ([path, sentence, way]) => {
    const answer = await house.fetch(path, { headers: { accept: "text/html" } });
    const html = await answer.text();
    expect(answer.status).toBe(410);
    expect(html).toContain("Deze link werkt niet meer");
    expect(html).toContain(sentence);
    expect(html).toContain(`class="button" href="${way}"`);
  },
);
