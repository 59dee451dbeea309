import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimEmails, releaseEmails, saveEmailBody, saveEmailResult } from "./emails.ts";
import { openWriter } from "./open.ts";

const NOW = "2026-11-23T12:00:00.000Z";
const SOON = "2026-11-23T12:02:00.000Z";
const LATER = "2026-11-23T12:10:00.000Z";
const EMAILS = 40;

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

beforeEach(async () => {
  await database.sql.execute("delete from emails");
});

const mailer = () => openWriter({ url: database.url, token: undefined });

async function keep(count: number): Promise<void> {
  await database.sql.batch(
    Array.from({ length: count }, (_, index) => ({
      sql: `insert into emails (id, kind, to_address, token, state, attempts, due_at, created_at)
        values (?, 'comment_visible', 'a@voorbeeld.nl', 'geheim', 'waiting', 0, ?, ?)`,
      args: [`eml_${String(index).padStart(2, "0")}`, `2026-11-23T11:00:${59 - index}.000Z`, NOW],
    })),
    "write",
  );
}

const claim = (limit: number, now = NOW, leaseUntil = SOON) =>
  claimEmails(mailer(), { now, leaseUntil, limit });

async function row(id = "eml_00") {
  const { rows } = await database.sql.execute({ sql: "select * from emails where id = ?", args: [id] });
  return { ...rows[0] };
}

const result = {
  id: "eml_00",
  leaseUntil: SOON,
  attempts: 1,
  dueAt: LATER,
  sentAt: NOW,
  providerId: "re_1",
  problem: null,
} as const;

describe("mailers that claim at the same moment", () => {
  test("never get the same email, and together get every one", async () => {
    await keep(EMAILS);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(7)));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(EMAILS);
    expect(new Set(ids).size).toBe(EMAILS);
  });
});

describe("a claim", () => {
  test("takes the oldest first, no more than asked, and counts the try", async () => {
    await keep(3);
    const claimed = await claim(2);
    expect(claimed.map(({ id, attempts, state }) => [id, attempts, state])).toEqual([
      ["eml_02", 1, "sending"],
      ["eml_01", 1, "sending"],
    ]);
  });

  test("leaves what is not due, what went out and what failed", async () => {
    await keep(3);
    await database.sql.batch(
      [
        `update emails set due_at = '${SOON}' where id = 'eml_00'`,
        `update emails set state = 'sent', sent_at = '${NOW}' where id = 'eml_01'`,
        "update emails set state = 'failed' where id = 'eml_02'",
      ],
      "write",
    );
    expect(await claim(9)).toEqual([]);
  });

  test("leaves what another mailer holds, and takes it over once that lease has ended", async () => {
    await keep(1);
    await claim(1);
    expect(await claim(1, "2026-11-23T12:01:59.999Z", LATER)).toEqual([]);
    expect(await claim(1, SOON, LATER)).toMatchObject([{ id: "eml_00", attempts: 2, leaseUntil: LATER }]);
  });
});

describe("the body of an email", () => {
  const body = {
    id: "eml_00",
    subject: "Eerst",
    html: "<p>Eerst</p>",
    text: "Eerst",
    calendar: null,
    stopUrl: null,
  };

  test("is kept once: a second writing changes nothing, and the token is gone with the first", async () => {
    await keep(1);
    await saveEmailBody(mailer(), body);
    await saveEmailBody(mailer(), { ...body, subject: "Anders", html: "anders", text: "anders" });
    expect(await row()).toMatchObject({ subject: "Eerst", html: "<p>Eerst</p>", text: "Eerst", token: null });
  });
});

describe("the end of a try", () => {
  test("is written down by the mailer that holds the lease, and by no other", async () => {
    await keep(1);
    await claim(1);
    await saveEmailResult(mailer(), { ...result, state: "failed", leaseUntil: LATER });
    expect(await row()).toMatchObject({ state: "sending", lease_until: SOON });
    await saveEmailResult(mailer(), { ...result, state: "sent" });
    expect(await row()).toMatchObject({ state: "sent", lease_until: null, provider_id: "re_1" });
    await saveEmailResult(mailer(), { ...result, state: "failed" });
    expect(await row()).toMatchObject({ state: "sent" });
  });
});

describe("an email that was claimed and not tried", () => {
  const release = (leaseUntil: string, notBefore: string) =>
    releaseEmails(mailer(), { ids: ["eml_00"], leaseUntil, notBefore });

  test("waits again, like one that nobody claimed", async () => {
    await keep(1);
    const before = await row();
    await claim(1);
    await release(SOON, "2026-11-23T10:00:00.000Z");
    expect(await row()).toEqual(before);
  });

  test("waits as long as the service asked", async () => {
    await keep(1);
    await claim(1);
    await release(SOON, LATER);
    expect(await row()).toMatchObject({ state: "waiting", attempts: 0, due_at: LATER });
  });

  test("is not given back by a mailer that has lost it", async () => {
    await keep(1);
    await claim(1);
    await release(LATER, NOW);
    expect(await row()).toMatchObject({ state: "sending", attempts: 1 });
  });
});
