import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true, edge: true });
});

afterAll(() => house.stop());

type Listed = { items: { id: string; slug: string; title: string }[] };

const draft = (subject: string, slug: string, title: string) =>
  subject === "authors" ? { slug, name: title } : { slug, title };

async function move(subject: string, from: string, to: string): Promise<number> {
  const { items } = await readJson<Listed>(house.admin(subject));
  const found = items.find(({ slug }) => slug === from);
  const json = draft(subject, to, found?.title ?? "");
  return (await house.admin(`${subject}/${found?.id}`, { method: "PUT", json })).status;
}

const lead = async (path: string) => {
  const answer = await house.fetch(path);
  return [answer.status, answer.headers.get("location")];
};

describe.for([
  ["categories", "categorie", "jouw-rol"],
  ["tags", "tag", "rollen"],
  ["authors", "auteur", "redactie"],
] as const)("when one of the %s gets another address", ([subject, path, slug]) => {
  test("the old one leads on, also after a second move, and never in a circle", async () => {
    expect((await house.fetch(`/${path}/${slug}/`)).status).toBe(200);
    expect(await move(subject, slug, "tweede")).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([301, `/${path}/tweede/`]);
    expect((await house.fetch(`/${path}/tweede/`)).status).toBe(200);
    expect(await move(subject, "tweede", "derde")).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([301, `/${path}/derde/`]);
    expect(await lead(`/${path}/tweede/`)).toEqual([301, `/${path}/derde/`]);
    expect(await move(subject, "derde", slug)).toBe(200);
    expect(await lead(`/${path}/${slug}/`)).toEqual([200, null]);
    expect(await lead(`/${path}/derde/`)).toEqual([301, `/${path}/${slug}/`]);
  });

  test("an address that never was is not found, and a text's address is not meant", async () => {
    expect(await lead(`/${path}/nooit-geweest/`)).toEqual([404, null]);
    expect(await lead(`/derde/`)).toEqual([404, null]);
  });
});
