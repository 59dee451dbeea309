import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { startPostOffice, type PostOffice } from "@ontsecretaressen/testing/post-office";
import { startProxy, type Proxy } from "@ontsecretaressen/testing/proxy";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const PAST = "2026-01-01T00:00:00.000Z";

let office: PostOffice;
let line: Proxy;
let house: House;
let isLineCut = false;
let turn = 0;

beforeAll(async () => {
  office = await startPostOffice();
  line = await startProxy(office.url, {
    // Throwing here breaks the connection after Resend has accepted and before its answer is passed on.
    after() {
      if (isLineCut) throw new Error("cut");
    },
  });
  house = await startHouse({ content: true, bindings: { RESEND_BASE_URL: line.url } });
  await house.sql.batch(
    [
      `insert into people values ('per_proef', 'p', 'p@voorbeeld.nl', 'P', '${PAST}', null)`,
      `insert into signups (id, session_id, person_id, name, email, organisation, role, note, together, state, submission,
          held_until, consented_at, signed_up_at)
        select 'sgn_proef', id, 'per_proef', 'P', 'p@voorbeeld.nl', '', '', '', '', 'held', 'proef',
          '2090-01-01T00:00:00.000Z', '${PAST}', '${PAST}' from sessions limit 1`,
    ],
    "write",
  );
});

afterAll(async () => {
  await house.stop();
  await Promise.all([line.stop(), office.stop()]);
});

beforeEach(async () => {
  mend();
  await house.sql.execute("delete from emails");
});

const cutLine = () => {
  isLineCut = true;
};

function mend(): void {
  isLineCut = false;
  office.answers(null);
  house.databaseAnswers(null);
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Emails in the outbox of which the nudge got lost; answers their ids. */
async function keep(count: number, { attempts = 0, createdAt = hoursAgo(0) } = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => `eml_proef_${(turn += 1)}`);
  await house.sql.batch(
    ids.map((id) => ({
      sql: `insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at)
        values (?, 'signup_held', ?, 'sgn_proef', 'geheim', 'waiting', ?, ?, ?)`,
      args: [id, `${id}@voorbeeld.nl`, attempts, PAST, createdAt],
    })),
    "write",
  );
  return ids;
}

async function row(id: string): Promise<Record<string, unknown>> {
  const { rows } = await house.sql.execute({ sql: "select * from emails where id = ?", args: [id] });
  return { ...rows[0] };
}

const makeDue = () =>
  house.sql.execute(`update emails set due_at = '${PAST}', lease_until = '${PAST}' where state <> 'sent'`);

const triesOf = (id: string) => office.attempts().filter(({ headers }) => headers["idempotency-key"] === id);

const mailsOf = async (id: string) =>
  (await office.mails()).filter(({ to }) => to.includes(`${id}@voorbeeld.nl`));

const failed = async () => {
  const answer = await house.admin("emails?state=failed");
  return ((await answer.json()) as { items: { id: string; problem: string }[] }).items;
};

describe("an email", () => {
  test("goes out by the cron when the nudge got lost", async () => {
    const [id = ""] = await keep(1);
    expect(await house.cron()).toBe("ok");
    expect(await mailsOf(id)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1, problem: null });
    expect(triesOf(id)).toHaveLength(1);
  });
});

describe("an email is not lost, and goes out later exactly once, in the very same bytes, when Resend", () => {
  test.for([
    ["answers 500", () => office.answers(500), "500 internal_server_error"],
    ["answers no error of its own", () => office.answers({ status: 503, body: null }), "no answer"],
    ["answers 429", () => office.answers(429), "429 rate_limit_exceeded"],
    ["does not answer", () => office.answers("hang"), "no answer application_error"],
    ["accepts it and the answer gets lost", cutLine, "no answer application_error"],
  ] as const)("%s", async ([, misbehave, problem]) => {
    const [id = ""] = await keep(1);
    misbehave();
    await house.cron();
    const waiting = await row(id);
    expect(waiting).toMatchObject({ state: "waiting", problem: expect.stringMatching(problem) });
    expect(waiting["html"]).toContain("een plek voor je vast");
    mend();
    await house.cron();
    expect(triesOf(id)).toHaveLength(1);
    await house.sql.execute("update sessions set title = title || '!'");
    await makeDue();
    await house.cron();
    expect(await row(id)).toMatchObject({ state: "sent", html: waiting["html"], text: waiting["text"] });
    expect(triesOf(id)).toHaveLength(2);
    expect(triesOf(id)[1]?.body).toBe(triesOf(id)[0]?.body);
    expect(await mailsOf(id)).toHaveLength(1);
  });
});

describe("when Resend asks for rest", () => {
  test("one email asks and all wait as long as it wished, without spending a try", async () => {
    const ids = await keep(5);
    const before = office.attempts().length;
    office.answers({
      status: 429,
      headers: { "retry-after": "600" },
      body: { statusCode: 429, name: "rate_limit_exceeded" },
    });
    await house.cron();
    expect(office.attempts()).toHaveLength(before + 1);
    const rows = await Promise.all(ids.map(row));
    for (const { state, attempts, due_at } of rows) {
      expect({ state, attempts }).toEqual({ state: "waiting", attempts: 0 });
      expect(Date.parse(String(due_at)) - Date.now()).toBeGreaterThan(590_000);
    }
  });

  test("a refused key stops them all and loses none, also after days", async () => {
    const ids = await keep(3, { createdAt: hoursAgo(72) });
    office.answers(401);
    await house.cron();
    expect(await failed()).toEqual([]);
    mend();
    await makeDue();
    await house.cron();
    for (const id of ids) expect(await mailsOf(id)).toHaveLength(1);
  });
});

describe("an email that can't be sent", () => {
  test("is failed at once on a 422, keeps its body, is not tried again, and the organisers see why", async () => {
    const [id = ""] = await keep(1);
    office.answers(422);
    await house.cron();
    mend();
    await makeDue();
    await house.cron();
    expect(await failed()).toMatchObject([{ id, problem: "422 validation_error" }]);
    expect((await row(id))["text"]).toContain("een plek voor je vast");
    expect(triesOf(id)).toHaveLength(1);
    expect(await mailsOf(id)).toEqual([]);
  });

  test("is failed and not tried when Resend may have forgotten an earlier try", async () => {
    const [id = ""] = await keep(1, { attempts: 1, createdAt: hoursAgo(24) });
    await house.cron();
    expect(await failed()).toMatchObject([{ id, problem: expect.stringContaining("too late") }]);
    expect(triesOf(id)).toEqual([]);
  });

  test("is failed when its tries have used up the day", async () => {
    const [id = ""] = await keep(1, { attempts: 12, createdAt: hoursAgo(22.5) });
    office.answers(500);
    await house.cron();
    expect(triesOf(id)).toHaveLength(1);
    expect(await failed()).toMatchObject([{ id, problem: "500 internal_server_error" }]);
  });

  test("because what it is about is broken does not keep the others, and goes when that is mended", async () => {
    const [broken = "", fine = ""] = await keep(2);
    await house.sql.batch(
      [
        `insert into people values ('per_kapot', 'k', 'k@voorbeeld.nl', 'K', '${PAST}', null)`,
        `insert into signups select 'sgn_kapot', session_id, 'per_kapot', 'K', email, '', '', '', '', 'held', 'kapot', 'kapot',
          consented_at, signed_up_at, null from signups where id = 'sgn_proef'`,
        `update emails set signup_id = 'sgn_kapot' where id = '${broken}'`,
      ],
      "write",
    );
    await house.cron();
    expect(await mailsOf(fine)).toHaveLength(1);
    expect(await row(broken)).toMatchObject({
      state: "waiting",
      problem: "could not be written",
      token: "geheim",
    });
    expect(house.logs().some(({ line }) => line.includes(broken))).toBe(true);
    await house.sql.execute(
      "update signups set held_until = '2090-01-01T00:00:00.000Z' where id = 'sgn_kapot'",
    );
    await makeDue();
    await house.cron();
    expect(await mailsOf(broken)).toHaveLength(1);
  });
});

describe("mailers", () => {
  test("that run at the same moment try each email once", async () => {
    const ids = await keep(60);
    expect(await Promise.all(Array.from({ length: 6 }, () => house.cron()))).toEqual(Array(6).fill("ok"));
    expect(ids.map((id) => triesOf(id).length)).toEqual(ids.map(() => 1));
    const mails = await office.mails();
    for (const id of ids) expect(mails.filter(({ to }) => to[0] === `${id}@voorbeeld.nl`)).toHaveLength(1);
  });

  test("keep the body before the first try; of one that dies after handing over another takes the rest, and none goes twice", async () => {
    const ids = await keep(3);
    const [id = ""] = ids;
    office.answers(() => {
      house.databaseAnswers(500);
      return null;
    });
    await house.cron();
    mend();
    const left = await row(id);
    expect(left).toMatchObject({ state: "sending", subject: expect.any(String), html: expect.any(String) });
    await house.cron();
    expect(triesOf(id)).toHaveLength(1);
    await makeDue();
    await house.cron();
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2, html: left["html"] });
    expect(triesOf(id)).toHaveLength(2);
    for (const each of ids) expect(await mailsOf(each)).toHaveLength(1);
  });
});
