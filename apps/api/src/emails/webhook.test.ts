import { createHmac, randomBytes } from "node:crypto";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const AT = "2026-11-23T12:00:00.000Z";
const [newSecret, oldSecret] = [randomBytes(24), randomBytes(24)];

let house: House;
let turn = 0;

beforeAll(async () => {
  const secrets = [newSecret, oldSecret].map((secret) => `whsec_${secret.toString("base64")}`);
  house = await startHouse({ bindings: { RESEND_WEBHOOK_SECRET: secrets.join(" ") } });
});

afterAll(() => house.stop());

beforeEach(async () => {
  await house.sql.batch(
    ["delete from email_events", "delete from emails", "delete from suppressions"],
    "write",
  );
});

type Telling = {
  id?: string;
  secret?: Buffer;
  secondsAgo?: number;
  /** What arrives instead of what was signed. */
  arrives?: string;
};

/** Tells the house something of an email, as Resend does. */
function tell(event: object, { id, secret = newSecret, secondsAgo = 0, arrives }: Telling = {}) {
  const body = JSON.stringify(event);
  const messageId = id ?? `msg_${(turn += 1)}`;
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const signature = createHmac("sha256", secret).update(`${messageId}.${timestamp}.${body}`).digest("base64");
  return house.fetch("/api/webhooks/resend", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "svix-id": messageId,
      "svix-timestamp": timestamp,
      "svix-signature": `v1,${randomBytes(32).toString("base64")} v2,AAAA v1,${signature}`,
    },
    body: arrives ?? body,
  });
}

const event = (kind: string, data: object = {}, createdAt = AT) => ({
  type: `email.${kind}`,
  created_at: createdAt,
  data: { email_id: "re_1", to: ["a@voorbeeld.nl"], tags: { email: "eml_1" }, ...data },
});

const hardBounce = { bounce: { type: "Permanent", subType: "General", message: "550 no such user" } };

async function keep({ id = "eml_1", state = "sent", to = "A@voorbeeld.nl" } = {}): Promise<void> {
  await house.sql.execute({
    sql: `insert into emails (id, kind, to_address, state, attempts, due_at, lease_until, created_at, sent_at, provider_id,
        problem) values (?, 'person_link', ?, ?, 1, ?, ?, ?, ?, ?, 'eerder')`,
    args: [id, to, state, AT, AT, AT, AT, state === "sent" ? "re_1" : null],
  });
}

async function row(id = "eml_1") {
  const { rows } = await house.sql.execute({ sql: "select * from emails where id = ?", args: [id] });
  return { ...rows[0] };
}

async function all(table: "email_events" | "suppressions") {
  const { rows } = await house.sql.execute(`select * from ${table}`);
  return rows.map((one) => ({ ...one }));
}

describe("a message about an email", () => {
  test("that Resend signed moves it on, in one round trip, and is kept with it", async () => {
    await keep();
    const { answer, trips } = await house.roundTrips(() => tell(event("delivered", { message_id: "<a@b>" })));
    expect(answer.status).toBe(204);
    expect(trips).toEqual({ api: 1 });
    expect(await row()).toMatchObject({ state: "delivered", problem: null });
    expect(await all("email_events")).toMatchObject([
      { email_id: "eml_1", type: "email.delivered", at: AT, detail: '{"messageId":"<a@b>"}' },
    ]);
  });

  test("may be signed by the secret that is going, within five minutes", async () => {
    await keep();
    expect((await tell(event("delivered"), { secret: oldSecret, secondsAgo: 290 })).status).toBe(204);
  });

  test.for([
    ["by somebody else", { secret: randomBytes(24) }],
    ["more than five minutes ago", { secondsAgo: 301 }],
    ["for more than five minutes ahead", { secondsAgo: -301 }],
    ["and then changed", { arrives: JSON.stringify(event("complained")) }],
    ["and then given another form", { arrives: JSON.stringify(event("delivered"), null, 1) }],
  ] as const)("signed %s is refused, and nothing is kept", async ([, how]) => {
    await keep();
    const answer = await tell(event("delivered"), how);
    expect(answer.status).toBe(401);
    expect(await row()).toMatchObject({ state: "sent" });
    expect(await all("email_events")).toEqual([]);
  });

  test("without a signature, with half of one, or no JSON at all, is refused", async () => {
    const post = (headers: Record<string, string>, body: string) =>
      house.fetch("/api/webhooks/resend", { method: "POST", headers, body });
    const now = String(Math.floor(Date.now() / 1000));
    expect((await post({}, "{}")).status).toBe(401);
    const headers = { "svix-id": "msg_x", "svix-timestamp": now };
    for (const signature of ["", "v1", "v1,", "v1,***", "AAAA"])
      expect((await post({ ...headers, "svix-signature": signature }, "{}")).status).toBe(401);
    const unreadable = createHmac("sha256", newSecret).update(`msg_x.${now}.geen json`).digest("base64");
    expect((await post({ ...headers, "svix-signature": `v1,${unreadable}` }, "geen json")).status).toBe(400);
    expect((await house.fetch("/api/webhooks/resend")).status).toBe(405);
  });

  test("is kept once when it comes again", async () => {
    await keep();
    await tell(event("delivered"), { id: "msg_same" });
    expect((await tell(event("delivered"), { id: "msg_same" })).status).toBe(204);
    expect(await all("email_events")).toHaveLength(1);
  });

  test("that is about no email of ours is kept, and is no fault", async () => {
    await keep();
    const elsewhere = { email_id: "re_9", tags: { email: "eml_9" } };
    expect((await tell(event("bounced", { ...elsewhere, ...hardBounce }))).status).toBe(204);
    expect((await tell({ type: "domain.updated", created_at: AT, data: { id: "d" } })).status).toBe(204);
    expect(await all("email_events")).toMatchObject([{ email_id: null }, { email_id: null }]);
    expect(await all("suppressions")).toEqual([]);
    expect(await row()).toMatchObject({ state: "sent" });
  });

  test("of a kind that nobody knows yet, or not as described, is kept and changes nothing", async () => {
    await keep();
    const strange = { tags: [{ name: "email", value: "eml_1" }], bounce: 7, email_id: { a: 1 } };
    expect((await tell(event("teleported", strange))).status).toBe(204);
    expect((await tell({ type: "email.opened", created_at: "ooit", data: "niets" })).status).toBe(204);
    const kept = (await all("email_events")).map(({ email_id, type }) => ({ email_id, type }));
    expect(kept).toEqual([
      { email_id: "eml_1", type: "email.teleported" },
      { email_id: null, type: "email.opened" },
    ]);
    expect(await row()).toMatchObject({ state: "sent", problem: "eerder" });
  });

  test("of who opened what, where and with what keeps nothing of that", async () => {
    await keep();
    const click = { ipAddress: "192.0.2.1", link: "https://x.nl/geheim", userAgent: "Mozilla" };
    await tell(event("clicked", { click, subject: "Onderwerp" }));
    expect(JSON.stringify(await all("email_events"))).not.toMatch(/192|geheim|Mozilla|Onderwerp|voorbeeld/u);
  });
});

describe("an email only goes forward, in whatever order its messages come:", () => {
  const story = ["sent", "delivery_delayed", "delivered", "complained"];
  test.for([
    ["as it happened", story, "complained"],
    ["backwards", story.toReversed(), "complained"],
    ["delivered before sent", ["delivered", "sent", "delivery_delayed"], "delivered"],
    ["delayed before sent", ["delivery_delayed", "sent"], "delayed"],
    ["bounced before delivered", ["bounced", "delivered", "sent"], "bounced"],
    ["failed before sent", ["failed", "sent"], "failed"],
    ["suppressed before sent", ["suppressed", "sent"], "withheld"],
  ] as const)("%s", async ([, kinds, state]) => {
    await keep();
    for (const kind of kinds) await tell(event(kind));
    expect(await row()).toMatchObject({ state });
  });

  test("of which we never heard the answer, it is known again by what we called it", async () => {
    for (const [id, state] of [
      ["eml_1", "sending"],
      ["eml_2", "waiting"],
      ["eml_3", "expired"],
    ] as const) {
      await keep({ id, state });
      await tell(event("delivered", { email_id: `re_${id}`, tags: { email: id } }));
      expect(await row(id)).toMatchObject({ state: "delivered", provider_id: `re_${id}`, lease_until: null });
    }
  });
});

describe("an address", () => {
  const suppressed = async () =>
    (await all("suppressions"))
      .filter(({ lifted_at }) => lifted_at === null)
      .map(({ address_key }) => address_key);

  test("that refuses for good, or calls it spam, gets no email any more", async () => {
    for (const [kind, reason] of [
      ["bounced", "bounced"],
      ["complained", "complained"],
      ["suppressed", "refused"],
    ] as const) {
      await house.sql.batch(["delete from emails", "delete from suppressions"], "write");
      await keep();
      await tell(event(kind, kind === "bounced" ? hardBounce : {}));
      expect(await all("suppressions")).toMatchObject([{ address_key: "a@voorbeeld.nl", reason, at: AT }]);
    }
  });

  test("that refuses for now is not suppressed", async () => {
    await keep();
    await tell(event("bounced", { bounce: { type: "Transient", subType: "MailboxFull" } }));
    expect(await row()).toMatchObject({ state: "bounced", problem: "Transient MailboxFull" });
    expect(await suppressed()).toEqual([]);
  });

  test("that was freed stays so when an old message comes again or late, and not when a new one comes", async () => {
    await keep();
    await tell(event("bounced", hardBounce), { id: "msg_bounce" });
    await house.sql.execute(
      "update suppressions set lifted_at = '2026-11-23T13:00:00.000Z', lifted_by = 'Noor'",
    );
    await tell(event("bounced", hardBounce), { id: "msg_bounce" });
    await tell(event("bounced", hardBounce), { id: "msg_bounce_again" });
    expect(await suppressed()).toEqual([]);
    await tell(event("bounced", hardBounce, "2026-11-23T14:00:00.000Z"));
    expect(await suppressed()).toEqual(["a@voorbeeld.nl"]);
  });
});
