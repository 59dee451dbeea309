import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Signers, signersOf } from "@ontsecretaressen/testing/signers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Row = Record<string, string | number | null>;

type Seat = { signup_id: string; session_id: string; person_id: string; email: string };

const ARTICLE = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Signers;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = signersOf(house);
});

afterAll(() => house.stop());

/** A certain seat, with whom it belongs to. */
async function seat(change: Record<string, unknown> = {}): Promise<Seat> {
  const mail = await people.confirm(await people.signUp(await people.plan(5, change)));
  const { rows } = await house.sql.execute({
    sql: "select id as signup_id, session_id, person_id, email from signups where email = ?",
    args: [mail.to[0] ?? ""],
  });
  return JSON.parse(JSON.stringify(rows[0]));
}

/** An email that was kept back before anything of it was written, because its address gets none; answers its id. */
async function heldBack(kind: string, row: Row): Promise<string> {
  const id = `eml_weer${(turn += 1)}`;
  const now = new Date().toISOString();
  const all: Row = {
    id,
    kind,
    state: "withheld",
    problem: "suppressed",
    attempts: 0,
    due_at: now,
    created_at: now,
  };
  Object.assign(all, row);
  const names = Object.keys(all);
  await house.sql.execute({
    sql: `insert into emails (${names.join(", ")}) values (${names.fill("?").join(", ")})`,
    args: Object.values(all),
  });
  return id;
}

const repeat = (id: string, headers = {}) => house.admin(`emails/${id}/repeat`, { method: "POST", headers });

/** The text of what goes when such an email is sent once more. */
async function textOfRepeat(id: string): Promise<string> {
  const again = await readJson<{ id: string }>(repeat(id));
  const mail = await house.waitForMail(({ idempotencyKey }) => idempotencyKey === again.id);
  return mail.text ?? "";
}

describe("an email that was kept back before it was written", () => {
  test("about the second time of a series tells of that time when it is sent once more", async () => {
    const later = { startsLocal: "2090-04-18T19:00", endsLocal: "2090-04-18T21:30" };
    const { email, signup_id } = await seat({ later: [later] });
    const id = await heldBack("session_tomorrow", { to_address: email, signup_id, meeting: 2 });
    expect(await textOfRepeat(id)).toContain("dinsdag 18 april 2090");
  });

  test("about a change tells what stood there before when it is sent once more", async () => {
    const { email, signup_id, session_id } = await seat();
    const { rows } = await house.sql.execute({
      sql: "select slug, title, place, address, city from sessions where id = ?",
      args: [session_id],
    });
    const meetings = [{ startsLocal: "2090-03-03T19:00", endsLocal: "2090-03-03T21:00" }];
    const was = JSON.stringify({ ...rows[0], onlineUrl: null, meetings });
    const id = await heldBack("session_moved", { to_address: email, signup_id, session_id, was });
    expect(await textOfRepeat(id)).toContain("vrijdag 3 maart 2090");
  });

  test("about a step that opened goes when it is sent once more", async () => {
    const { email, person_id } = await seat();
    const { rows } = await house.sql.execute("select id from steps where slug = 'workshops'");
    const step_id = rows[0]?.["id"] as string;
    const id = await heldBack("step_opened", { to_address: email, person_id, step_id });
    expect(await textOfRepeat(id)).toContain("/programma/workshops/");
  });

  test("with what was said in a conversation still holds it when it is sent once more", async () => {
    const email = "volgt@voorbeeld.nl";
    const json = { article: ARTICLE, name: "Noor", email, body: "Dit las ze niet.", key: "volgt" };
    const { id: comment } = await readJson<{ id: string }>(house.fetch("/api/comments", { json }));
    await house.proveComment(email);
    await house.admin(`comments/${comment}/approve`, { method: "POST" });
    const { person_id } = await seat();
    const id = await heldBack("comment_digest", {
      to_address: "leest@voorbeeld.nl",
      person_id,
    });
    await house.sql.execute({ sql: "insert into digests values (?, ?)", args: [id, comment] });
    expect(await textOfRepeat(id)).toContain("Dit las ze niet.");
  });

  test("by an organiser goes when it is sent once more", async () => {
    const { email, signup_id } = await seat();
    const id = await heldBack("signup_confirmed", { to_address: email, signup_id, problem: "taken back" });
    expect(await textOfRepeat(id)).toContain("Je plek is zeker");
  });

  test("goes once by one key, and the same request again is answered so though it could not go any more", async () => {
    const { email, signup_id } = await seat();
    const id = await heldBack("signup_confirmed", { to_address: email, signup_id });
    const headers = { "idempotency-key": "nog-eens" };
    const first = await readJson<{ id: string }>(repeat(id, headers));
    await house.waitForMail(({ idempotencyKey }) => idempotencyKey === first.id);
    await house.sql.execute("update emails set problem = 'refused', sender = 'weg@voorbeeld.nl'");
    expect((await repeat(id)).status).toBe(409);
    expect(await readJson(repeat(id, headers))).toEqual(first);
  });

  test.for([
    ["whose secret is lost", "comment_confirm", {}],
    ["whose words were taken away with its comment", "report_dismissed", { sender: "post@voorbeeld.nl" }],
  ] as const)("and %s is refused, and nothing goes", async ([, kind, row]) => {
    const { email } = await seat();
    const id = await heldBack(kind, { to_address: email, ...row });
    const answer = await repeat(id);
    expect([answer.status, (await readJson<{ error: { code: string } }>(answer)).error.code]).toEqual([
      409,
      "words_gone",
    ]);
    const { rows } = await house.sql.execute({ sql: "select 1 from emails where again_of = ?", args: [id] });
    expect(rows).toEqual([]);
  });
});
