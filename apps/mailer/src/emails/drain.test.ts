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
      `insert into people (id, email_key, email, name, created_at, confirmed_at) values ('per_proef', 'p', 'p@voorbeeld.nl', 'P', '${PAST}', null)`,
      `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, submission,
          held_until, consented_at, signed_up_at)
        select 'sgn_proef', id, 'per_proef', 'sgn_proef', 'P', 'p@voorbeeld.nl', '', '', '', 'held', '${PAST}', 'proef',
          '2090-01-01T00:00:00.000Z', '${PAST}', '${PAST}' from sessions where step_id in (select id from steps where requires_id is null) limit 1`,
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
  await house.sql.batch(["delete from emails", "delete from mail_pauses"], "write");
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
      sql: `insert into emails (id, kind, to_address, signup_id, token, state, attempts, due_at, created_at,
          first_tried_at) values (?, 'signup_held', ?, 'sgn_proef', 'geheim', 'waiting', ?, ?, ?, ?)`,
      args: [id, `${id}@voorbeeld.nl`, attempts, PAST, createdAt, attempts > 0 ? createdAt : null],
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
  house.sql.batch(
    [
      `update emails set due_at = '${PAST}', lease_until = '${PAST}' where state <> 'sent'`,
      `update mail_pauses set ends_at = '${PAST}'`,
    ],
    "write",
  );

async function pauses(): Promise<Record<string, unknown>[]> {
  const { rows } = await house.sql.execute("select * from mail_pauses");
  return rows.map((one) => ({ ...one }));
}

const triesOf = (id: string) => office.attempts().filter(({ headers }) => headers["idempotency-key"] === id);

const mailsOf = async (id: string) =>
  (await office.mails()).filter(({ to }) => to.includes(`${id}@voorbeeld.nl`));

const listed = async (state: string) => {
  const answer = await house.admin(`emails?state=${state}`);
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

const refusal = (status: number, name: string, headers: Record<string, string> = {}) =>
  office.answers({ status, headers, body: { statusCode: status, name, message: "Made to fail." } });

describe("when Resend wants no email at all", () => {
  test.for([
    ["rest", 429, "rate_limit_exceeded"],
    ["day", 429, "daily_quota_exceeded"],
    ["month", 429, "monthly_quota_exceeded"],
    ["refused", 401, "restricted_api_key"],
    ["refused", 403, "invalid_api_key"],
  ] as const)(
    "one email hears of it (%s: %i %s), all wait, and none spends a try",
    async ([reason, status, name]) => {
      const ids = await keep(5, { createdAt: hoursAgo(72) });
      const before = office.attempts().length;
      refusal(status, name, { "retry-after": "600" });
      await house.cron();
      await house.cron();
      expect(office.attempts()).toHaveLength(before + 1);
      for (const { state, attempts, first_tried_at } of await Promise.all(ids.map(row)))
        expect({ state, attempts, first_tried_at }).toEqual({
          state: "waiting",
          attempts: 0,
          first_tried_at: null,
        });
      const [pause, ...others] = await pauses();
      expect(others).toEqual([]);
      expect(pause).toMatchObject({ reason, problem: `${status} ${name}` });
      expect(Date.parse(String(pause?.["ends_at"])) - Date.now()).toBeGreaterThan(1000);
      const health = await house.fetch("/api/health");
      const ok = reason !== "refused";
      expect(health.status).toBe(ok ? 200 : 503);
      expect(await health.json()).toMatchObject({ ok, mail: reason, mailSince: pause?.["began_at"] });
      mend();
      await makeDue();
      await house.cron();
      for (const id of ids) expect(await mailsOf(id)).toHaveLength(1);
      expect(await pauses()).toEqual([]);
    },
  );

  test("one email at a time tries whether it is over", async () => {
    const ids = await keep(5);
    refusal(401, "restricted_api_key");
    await house.cron();
    const [first] = await pauses();
    await makeDue();
    const before = office.attempts().length;
    await house.cron();
    expect(office.attempts()).toHaveLength(before + 1);
    expect(await pauses()).toMatchObject([{ began_at: first?.["began_at"] }]);
    for (const { attempts } of await Promise.all(ids.map(row))) expect(attempts).toBe(0);
  });
});

describe("the rate that Resend allows", () => {
  test("is kept as its answers tell: a short rest is waited for within the run", async () => {
    const ids = await keep(4);
    let allowed = 2;
    let tooMany = 0;
    office.answers(() => {
      if (allowed > 0) {
        allowed -= 1;
        return null;
      }
      tooMany += 1;
      setTimeout(() => (allowed = 2), 900);
      const body = { statusCode: 429, name: "rate_limit_exceeded", message: "Too many." };
      return { status: 429, headers: { "retry-after": "1" }, body };
    });
    await house.cron();
    expect(tooMany).toBe(1);
    for (const id of ids) expect(await mailsOf(id)).toHaveLength(1);
  });
});

describe("a run", () => {
  test("makes no more requests than the free plan allows, and says what it left to the next", async () => {
    const ids = await keep(80);
    const before = office.attempts().length;
    const trips = await house.cronTrips("mailer");
    const sent = office.attempts().length - before;
    expect(sent).toBeGreaterThan(30);
    expect(trips + sent).toBeLessThanOrEqual(50);
    await house.cron();
    await house.cron();
    for (const id of ids) expect(triesOf(id)).toHaveLength(1);
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
    expect(await listed("failed")).toMatchObject([{ id, problem: "422 validation_error" }]);
    expect((await row(id))["text"]).toContain("een plek voor je vast");
    expect(triesOf(id)).toHaveLength(1);
    expect(await mailsOf(id)).toEqual([]);
  });

  test("is given up, for a person to decide, and not tried when Resend may have forgotten an earlier try", async () => {
    const [id = ""] = await keep(1, { attempts: 1, createdAt: hoursAgo(24) });
    await house.cron();
    expect(await listed("expired")).toMatchObject([{ id, problem: expect.stringContaining("too late") }]);
    expect(triesOf(id)).toEqual([]);
  });

  test("is given up when its tries have used up the day", async () => {
    const [id = ""] = await keep(1, { attempts: 12, createdAt: hoursAgo(22.5) });
    office.answers(500);
    await house.cron();
    expect(triesOf(id)).toHaveLength(1);
    expect(await listed("expired")).toMatchObject([{ id, problem: "500 internal_server_error" }]);
  });

  test("because what it is about is broken does not keep the others, and goes when that is mended", async () => {
    const [broken = "", fine = ""] = await keep(2);
    await house.sql.batch(
      [
        `insert into people (id, email_key, email, name, created_at, confirmed_at) values ('per_kapot', 'k', 'k@voorbeeld.nl', 'K', '${PAST}', null)`,
        `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at, submission,
          held_until, signed_up_at)
        select 'sgn_kapot', session_id, 'per_kapot', id, 'K', email, '', '', '', 'held', '${PAST}', 'kapot', 'kapot',
          signed_up_at from signups where id = 'sgn_proef'`,
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
