import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Operation = { parameters: { name: string; required?: boolean; description?: string }[] };
type Described = { openapi: string; paths: Record<string, Record<string, Operation>> };

let house: House;

beforeAll(async () => {
  house = await startHouse({ content: true });
});

afterAll(() => house.stop());

describe("the description", () => {
  test("is OpenAPI 3.1 and names every address that answers", async () => {
    const described = await readJson<Described>(house.admin("openapi.json"));
    expect(described.openapi).toBe("3.1.0");
    const paths = Object.keys(described.paths);
    for (const path of [
      "articles",
      "pages",
      "comments",
      "steps",
      "sessions",
      "signups",
      "people",
      "emails",
      "tokens",
      "audit",
      "invariants",
    ]) {
      expect(paths).toContain(`/api/admin/${path}`);
      expect((await house.admin(path)).status).toBe(200);
    }
    expect((await house.admin("nergens")).status).toBe(404);
  });

  test("asks every save for the version that was read", async () => {
    const { paths } = await readJson<Described>(house.admin("openapi.json"));
    const saves = Object.entries(paths).flatMap(([path, { put }]) =>
      put === undefined ? [] : { path, put },
    );
    expect(saves.length).toBeGreaterThan(10);
    for (const { path, put } of saves) {
      const named = put.parameters.find(({ name }) => name === "If-Match");
      expect({ path, isRequired: named?.required }).toEqual({ path, isRequired: true });
    }
  });

  test("says of each POST what a key does there", async () => {
    const { paths } = await readJson<Described>(house.admin("openapi.json"));
    const said = (path: string) =>
      paths[`/api/admin/${path}`]?.["post"]?.parameters.find(({ name }) => name === "Idempotency-Key")
        ?.description ?? "";
    const madeOf = [
      "articles/{id}/preview-link",
      "articles/{id}/publish",
      "sessions/{id}/messages",
      "emails/{id}/repeat",
      "emails/{id}/correct",
    ];
    const makers = ["articles", "pages", "authors", "categories", "tags", "redirects", "sessions"];
    for (const path of [...makers, "media", "tokens", "sign-ins", "import", ...madeOf])
      expect([path, said(path)]).toEqual([path, expect.stringContaining("answered with what it made")]);
    expect(said("comments/{id}/approve")).toContain("Not needed");
  });
});
