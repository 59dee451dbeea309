import { execFile } from "node:child_process";
import { join } from "node:path";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

function run(env: Record<string, string>): Promise<{ code: number; says: string }> {
  return new Promise((resolve) => {
    const program = join(import.meta.dirname, "invariants.ts");
    const child = execFile(process.execPath, [program], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, says: `${stdout}${stderr}` }),
    );
  });
}

describe("the command that looks for what is broken", () => {
  test("says so when nothing is", async () => {
    expect(await run({ DATABASE_URL: database.url })).toEqual({ code: 0, says: "Nothing is broken.\n" });
  });

  test("prints each row that breaks a rule, and ends with code 2", async () => {
    await database.sql
      .execute(`insert into emails (id, kind, to_address, state, attempts, due_at, created_at, problem)
      values ('eml_1', 'x', 'x', 'failed', 1, '', '', '422'), ('eml_2', 'x', 'x', 'expired', 1, '', '', '500')`);
    expect(await run({ DATABASE_URL: database.url })).toEqual({
      code: 2,
      says: "email_failed eml_1\nemail_failed eml_2\n",
    });
  });

  test("asks for a database in one sentence when it is given none", async () => {
    const { code, says } = await run({});
    expect(code).toBe(1);
    expect(says).toContain("Set DATABASE_URL");
  });
});
