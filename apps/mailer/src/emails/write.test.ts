import { startHouse, type House, type Mail } from "@ontsecretaressen/testing/house";
import { linkIn, type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

let house: House;
let people: Signers;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

const ABOUT = { title: "Rondetafel in april", place: "De Zaal", address: "Plein 1" };

/** A session of its own for a test, ahead of today; answers its slug. */
const plan = (capacity: number, change: Record<string, string> = {}) =>
  people.plan(capacity, { ...ABOUT, ...change });

const rowOf = async (mail: Mail) => {
  const { rows } = await house.sql.execute({
    sql: "select * from emails where id = ?",
    args: [mail.idempotencyKey],
  });
  return { ...rows[0] };
};

describe("the email of a signup", () => {
  test("goes out at once, under its row's id as idempotency key", async () => {
    const mail = await people.signUp(await plan(1));
    expect(await rowOf(mail)).toMatchObject({ to_address: mail.to[0], kind: "signup_held", attempts: 1 });
  });

  test("is Dutch, as HTML and as text, with what, when, where and one link", async () => {
    const mail = await people.signUp(await plan(1));
    expect(mail.subject).toBe("Bevestig je plek: Rondetafel in april");
    expect(mail.html).toContain('<html lang="nl">');
    for (const part of [mail.html ?? "", mail.text ?? ""]) {
      expect(part).toContain("Dag Noor,");
      expect(part.replaceAll(/<[^>]*>/gu, "")).toContain("dinsdag 11 april 2090, 19.00-21.30 uur");
      expect(part).toContain("De Zaal, Plein 1, Utrecht");
      expect(part).toContain(linkIn(mail));
    }
    expect(linkIn(mail).startsWith(`${house.url}/bevestig/`)).toBe(true);
  });

  test("says it was sent by a program, and answers to it reach the organisers", async () => {
    const mail = await people.signUp(await plan(1));
    const sent = house.attempts().find(({ headers }) => headers["idempotency-key"] === mail.idempotencyKey);
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({
      from: "Ontsecretaressen <post@ontsecretaressen.eu>",
      reply_to: "redactie@ontsecretaressen.eu",
      headers: { "Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": mail.idempotencyKey },
      tags: [{ name: "email", value: mail.idempotencyKey }],
    });
    expect(sent?.headers["user-agent"]).toMatch(/^resend-node/u);
    expect(sent?.body).not.toMatch(/track|List-Unsubscribe/iu);
  });

  test("leaves no token in its row but in the link itself", async () => {
    const mail = await people.signUp(await plan(1));
    const { html, text, ...rest } = await rowOf(mail);
    const token = linkIn(mail).split("/").at(-1) ?? "";
    expect(token.length).toBeGreaterThan(20);
    expect(text).toContain(token);
    expect(html).toContain(token);
    expect(rest["token"]).toBeNull();
    expect(JSON.stringify(rest)).not.toContain(token);
  });

  test("leaves no value of a query in the log when the database fails", async () => {
    const session = await plan(1);
    await house.sql.execute(
      "create trigger nee before update of provider_id on emails begin select raise(abort, 'nee'); end",
    );
    const mail = await people.signUp(session);
    await vi.waitFor(() => expect(house.logs().some(({ line }) => line.includes("DRAIN"))).toBe(true));
    await house.sql.batch(["drop trigger nee", "delete from emails where state <> 'sent'"], "write");
    expect(JSON.stringify(house.logs())).not.toMatch(/params/u);
    expect(JSON.stringify(house.logs())).not.toContain(mail.idempotencyKey);
  });
});

describe("the email of the waiting list", () => {
  test("has the place in line and no calendar file, before and after confirming", async () => {
    const session = await plan(1);
    await people.signUp(session);
    await people.signUp(session);
    const waiting = await people.signUp(session);
    const onList = await people.confirm(waiting);
    expect(waiting.subject).toBe("Bevestig je plaats op de wachtlijst: Rondetafel in april");
    expect(onList.subject).toBe("Je staat op de wachtlijst: Rondetafel in april");
    for (const mail of [waiting, onList]) {
      expect(mail.text).toContain("plaats 2 van de wachtlijst");
      expect(mail.html).toContain("plaats 2 van de wachtlijst");
      expect(mail.attachments).toEqual([]);
    }
  });
});

describe("a name with line ends, that got past every check", () => {
  test("adds no header, no address and no line to somebody's mail", async () => {
    const past = "2026-01-01T00:00:00.000Z";
    await house.sql.batch(
      [
        {
          sql: `insert into comments (id, article_id, name, body, body_html, wants_notice, state, submission, posted_at)
            select 'cmt_regels', id, ?, 'Goed stuk.', '', 0, 'held', 'regels', ? from articles limit 1`,
          args: ["Eva\r\nBcc: allen@voorbeeld.nl\r\n\r\nHoi", past],
        },
        `insert into emails (id, kind, to_address, comment_id, state, attempts, due_at, created_at)
          values ('eml_regels', 'comment_waiting', 'redactie@voorbeeld.nl', 'cmt_regels', 'waiting', 0, '${past}', '${new Date().toISOString()}')`,
      ],
      "write",
    );
    await house.cron();
    const sent = house.attempts().find(({ headers }) => headers["idempotency-key"] === "eml_regels");
    const { subject, headers, to, text } = JSON.parse(sent?.body ?? "") as Record<string, unknown>;
    expect(subject).toMatch(/^Nieuwe reactie van Eva Bcc: [^\r\n]+ Hoi$/u);
    expect(headers).toEqual({ "Auto-Submitted": "auto-generated", "X-Entity-Ref-ID": "eml_regels" });
    expect(to).toBe("redactie@voorbeeld.nl");
    expect(text).not.toMatch(/^Bcc/mu);
  });
});
