import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimEmails, type EmailResult, saveEmailBodies, saveRound } from "./claim.ts";
import { openWriter } from "../client/open.ts";

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
  await database.sql.batch(
    ["delete from emails", "delete from mail_pauses", "delete from suppressions"],
    "write",
  );
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

async function claim(limit: number, now = NOW, leaseUntil = SOON) {
  const { claimed } = await claimEmails(mailer(), { now, leaseUntil, limit });
  return claimed;
}

async function row(id = "eml_00") {
  const { rows } = await database.sql.execute({ sql: "select * from emails where id = ?", args: [id] });
  return { ...rows[0] };
}

const result: EmailResult = {
  id: "eml_00",
  state: "sent",
  attempts: 1,
  dueAt: LATER,
  firstTriedAt: NOW,
  sentAt: NOW,
  providerId: "re_1",
  problem: null,
};

const save = (results: EmailResult[], { leaseUntil = SOON, untried = [] as string[], now = NOW } = {}) =>
  saveRound(mailer(), { now, leaseUntil, results, untried, pause: null });

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
        "update emails set state = 'failed', problem = '422' where id = 'eml_02'",
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
    sender: "A <a@voorbeeld.nl>",
    replyTo: "r@voorbeeld.nl",
  };

  const save = (leaseUntil: string, change = {}) =>
    saveEmailBodies(mailer(), leaseUntil, [{ ...body, ...change }]);

  test("is kept once: a second writing changes nothing, and the token is gone with the first", async () => {
    await keep(1);
    await claim(1);
    await save(SOON);
    expect(await save(SOON, { subject: "Anders", html: "anders", text: "anders" })).toEqual(
      new Set(["eml_00"]),
    );
    expect(await row()).toMatchObject({ subject: "Eerst", html: "<p>Eerst</p>", text: "Eerst", token: null });
  });

  test("of a mailer that lost its lease is not kept, and it hears so", async () => {
    await keep(1);
    await claim(1);
    await claim(1, SOON, LATER);
    expect(await save(SOON)).toEqual(new Set());
    expect(await row()).toMatchObject({ subject: null, token: "geheim" });
    expect(await save(LATER)).toEqual(new Set(["eml_00"]));
  });
});

describe("the end of a try", () => {
  test("is written down by the mailer that holds the lease, and by no other", async () => {
    await keep(1);
    await claim(1);
    const failed = { ...result, state: "failed", sentAt: null, problem: "422" } as const;
    await save([failed], { leaseUntil: LATER });
    expect(await row()).toMatchObject({ state: "sending", lease_until: SOON });
    await save([result]);
    expect(await row()).toMatchObject({ state: "sent", lease_until: null, provider_id: "re_1" });
    await save([failed]);
    expect(await row()).toMatchObject({ state: "sent" });
  });

  test("does not take back what was heard of the email meanwhile", async () => {
    await keep(1);
    await claim(1);
    await database.sql.execute(
      `update emails set state = 'delivered', sent_at = '${NOW}', lease_until = null where id = 'eml_00'`,
    );
    await save([result]);
    expect(await row()).toMatchObject({ state: "delivered" });
  });
});

describe("an email that was claimed and not tried", () => {
  test("waits again, like one that nobody claimed", async () => {
    await keep(1);
    const before = await row();
    await claim(1);
    await save([], { untried: ["eml_00"] });
    expect(await row()).toEqual(before);
  });

  test("keeps since when it was tried before", async () => {
    await keep(1);
    await claim(1);
    await claim(1, SOON, LATER);
    await save([], { untried: ["eml_00"], leaseUntil: LATER });
    expect(await row()).toMatchObject({ state: "waiting", attempts: 1, first_tried_at: NOW });
  });

  test("is not given back by a mailer that has lost it", async () => {
    await keep(1);
    await claim(1);
    await save([], { untried: ["eml_00"], leaseUntil: LATER });
    expect(await row()).toMatchObject({ state: "sending", attempts: 1 });
  });
});

describe("a pause", () => {
  const pause = {
    reason: "day",
    endsAt: SOON,
    endsAgainAt: LATER,
    problem: "429 daily_quota_exceeded",
  } as const;
  const begin = (now = NOW) =>
    saveRound(mailer(), { now, leaseUntil: SOON, results: [], untried: [], pause });

  test("keeps every mailer from claiming, and from trying", async () => {
    await keep(3);
    await begin();
    expect(await claim(3)).toEqual([]);
    expect(await row()).toMatchObject({ state: "waiting", attempts: 0, first_tried_at: null });
  });

  test("lets one email at a time try when it is over, and ends when that went out", async () => {
    await keep(3);
    await begin();
    const asked = { now: SOON, leaseUntil: LATER, limit: 3 };
    const { claimed, isOneAtATime } = await claimEmails(mailer(), asked);
    expect({ isOneAtATime, ids: claimed.map(({ id }) => id) }).toEqual({
      isOneAtATime: true,
      ids: ["eml_02"],
    });
    await save([{ ...result, id: "eml_02" }], { leaseUntil: LATER, now: SOON });
    expect(await claim(3, SOON, LATER)).toHaveLength(2);
  });

  test("lasts on, since it began, when the same is said again", async () => {
    await begin();
    await begin(SOON);
    const { rows } = await database.sql.execute("select began_at, ends_at from mail_pauses");
    expect(rows[0]).toMatchObject({ began_at: NOW, ends_at: LATER });
  });
});

describe("an email to a suppressed address", () => {
  const suppress = (liftedAt: string | null) =>
    database.sql.execute({
      sql: `insert into suppressions (id, address_key, reason, at, lifted_at, lifted_by)
        values ('sup_1', 'b@voorbeeld.nl', 'bounced', ?, ?, ?)`,
      args: [NOW, liftedAt, liftedAt],
    });

  test("is withheld when it would be claimed, and says so; the others go", async () => {
    await keep(2);
    await database.sql.execute("update emails set to_address = 'B@voorbeeld.nl' where id = 'eml_00'");
    await suppress(null);
    expect((await claim(9)).map(({ id }) => id)).toEqual(["eml_01"]);
    expect(await row()).toMatchObject({ state: "withheld", problem: "suppressed", attempts: 0 });
  });

  test("goes when that was lifted", async () => {
    await keep(1);
    await database.sql.execute("update emails set to_address = 'B@voorbeeld.nl'");
    await suppress(NOW);
    expect(await claim(9)).toHaveLength(1);
  });
});

describe("what nobody sits waiting for", () => {
  test("lets younger emails go first", async () => {
    await keep(3);
    await database.sql.execute("update emails set kind = 'comment_digest' where id in ('eml_02', 'eml_00')");
    expect((await claim(2)).map(({ id }) => id)).toEqual(["eml_01", "eml_02"]);
  });
});
