import { answeredPerHour, digestMax } from "@ontsecretaressen/domain/comment-limits";
import { type Commenter, type Commenters, commentersOf } from "@ontsecretaressen/testing/commenters";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const everyMorning = "30 6 * * *";
const SLUG = "waarom-de-secretaresse-30-niet-bestaat";

let house: House;
let people: Commenters;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = commentersOf(house, SLUG);
});

afterAll(() => house.stop());

beforeEach(async () => {
  await house.sql.executeMultiple("delete from subscriptions; delete from mail_pauses");
});

const morning = async () => {
  expect(await house.cron("api", everyMorning)).toBe("ok");
  expect(await house.cron("mailer")).toBe("ok");
};

/** Somebody who follows the conversation at a pace. */
async function follower(pace: string): Promise<Commenter> {
  const who = await people.come({ notify: true });
  await people.approve(who.id);
  await house.sql.execute({
    sql: "update subscriptions set pace = ? where person_id = (select id from people where email = ?)",
    args: [pace, who.email],
  });
  return who;
}

/** Something new on the site; answers its text. */
async function said(): Promise<string> {
  const body = `Nieuws nummer ${(turn += 1)}z.`;
  const who = await people.come({ body });
  await people.approve(who.id);
  return body;
}

const mailsTo = async ({ email }: Commenter, kind: string) => {
  const { rows } = await house.sql.execute({
    sql: "select text, stop_url from emails where to_address = ? and kind = ? order by created_at",
    args: [email, kind],
  });
  return rows.map((row) => ({ text: JSON.stringify(row["text"]), stopUrl: row["stop_url"] }));
};

describe("in the morning", () => {
  test("who wants it once a day gets one email with all that was said, and none before", async () => {
    const noor = await follower("daily");
    const news = [await said(), await said()];
    expect(await mailsTo(noor, "comment_answered")).toEqual([]);
    await morning();
    const mails = await mailsTo(noor, "comment_digest");
    expect(mails).toHaveLength(1);
    for (const one of news) expect(mails[0]?.text).toContain(one.replace(".", ""));
    expect(mails[0]?.text).toContain("2 reacties");
  });

  test("nothing is told twice: not the next morning, nor when the cron runs twice at once", async () => {
    const noor = await follower("daily");
    await said();
    await Promise.all([house.cron("api", everyMorning), house.cron("api", everyMorning)]);
    await morning();
    expect(await mailsTo(noor, "comment_digest")).toHaveLength(1);
    const later = await said();
    await morning();
    const mails = await mailsTo(noor, "comment_digest");
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain("1 reactie ");
    expect(mails[1]?.text).toContain(later.replace(".", ""));
  });

  test("what was judged before a digest and came on the site after it stands in the next", async () => {
    const noor = await follower("daily");
    await said();
    await morning();
    const late = await said();
    await house.sql.execute(`update comments set judged_at =
        (select strftime('%Y-%m-%dT%H:%M:%fZ', max(made_at), '+0.001 seconds') from subscriptions)
      where number = (select max(number) from comments)`);
    await morning();
    const mails = await mailsTo(noor, "comment_digest");
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain(late.replace(".", ""));
    expect(mails[1]?.text).toContain("1 reactie ");
  });

  test("nobody hears of her own words, of what is not on the site, or of what she left", async () => {
    const sam = await follower("never");
    const noor = await follower("daily");
    await people.say(noor, "Mijn eigen woorden.");
    await people.come({ body: "Dit wacht nog." });
    await morning();
    expect(await mailsTo(noor, "comment_digest")).toEqual([]);
    expect(await mailsTo(sam, "comment_digest")).toEqual([]);
  });

  test("what is taken away before it goes out is not in it, and one that went out keeps no copy", async () => {
    const noor = await follower("daily");
    const gone = await people.come({ body: "Spijtige woorden." });
    await people.approve(gone.id);
    const stays = await said();
    await morning();
    const [before] = await mailsTo(noor, "comment_digest");
    expect(before?.text).toContain("Spijtige woorden");
    await house.post(`/mijn/reacties/${gone.id}/weg/`, {}, { headers: gone.headers });
    const [after] = await mailsTo(noor, "comment_digest");
    expect(after?.text).toBe("null");
    expect(stays).not.toBe("");
  });

  test("of very much, so many are shown, and it tells how many more there are", async () => {
    const noor = await follower("daily");
    for (let count = 0; count < digestMax + 2; count += 1) await said();
    await morning();
    const [mail] = await mailsTo(noor, "comment_digest");
    expect(mail?.text).toContain(`${digestMax + 2} reacties`);
    expect(mail?.text).toContain("En nog 2.");
  });
});

describe("who wants every comment at once", () => {
  test("gets so many in an hour; what comes more stands in the next morning's email, and nothing twice", async () => {
    const noor = await follower("at_once");
    const news: string[] = [];
    for (let count = 0; count < answeredPerHour + 2; count += 1) news.push(await said());
    expect(await mailsTo(noor, "comment_answered")).toHaveLength(answeredPerHour);
    await morning();
    const [mail] = await mailsTo(noor, "comment_digest");
    expect(mail?.text).toContain("2 reacties");
    expect(mail?.text).toContain(news.at(-1)?.replace(".", ""));
    expect(mail?.text).not.toContain(news[0]?.replace(".", ""));
  });
});

describe("a digest that waits", () => {
  const OTHER = "van-takenlijst-naar-rol";

  /** A digest is written, and no mail goes for now. */
  const write = async () => {
    await house.sql.execute(
      "insert into mail_pauses values ('rest', '2026-11-23T12:00:00.000Z', '2090-01-01T00:00:00.000Z', 'x')",
    );
    expect(await house.cron("api", everyMorning)).toBe("ok");
  };

  const mailsGo = async () => {
    await house.sql.execute("delete from mail_pauses");
    expect(await house.cron("mailer")).toBe("ok");
  };

  /** Somebody with a digest in the outbox about two conversations, and how she changes her mind about one. */
  async function follows() {
    const noor = await follower("daily");
    const there = commentersOf(house, OTHER);
    await there.say(noor, `Hallo ${(turn += 1)}.`, { article: OTHER, notify: true });
    await house.sql.execute("update subscriptions set pace = 'daily'");
    const here = (await said()).replace(".", "");
    const sam = await there.come({ body: `Elders ${turn}z.` });
    await there.approve(sam.id);
    await write();
    const html = await (await house.fetch("/mijn/", { headers: noor.headers })).text();
    const change = async (slug: string, pace: string) => {
      const path = new RegExp(`/${slug}/#reacties[^]*?(/afmelden/[\\w.]+)`, "u").exec(html)?.[1] ?? "";
      expect((await house.post(path, { pace })).status).toBe(303);
    };
    return { noor, here, there: `Elders ${turn}z`, change };
  }

  test("holds nothing of a conversation that was stopped since, and goes with the others", async () => {
    const sam = await follower("daily");
    const { noor, here, there, change } = await follows();
    await change(SLUG, "never");
    await mailsGo();
    const [mail, ...more] = await mailsTo(noor, "comment_digest");
    expect(more).toEqual([]);
    expect(mail?.text).toContain(there);
    expect(mail?.text).not.toContain(here);
    expect((await mailsTo(sam, "comment_digest"))[0]?.text).toContain(here);
  });

  test("does not go when all it was about was stopped, one by one", async () => {
    const { noor, change } = await follows();
    await change(SLUG, "never");
    await change(OTHER, "never");
    expect(await people.count("emails where kind = 'comment_digest' and to_address = ?", noor.email)).toBe(0);
    await mailsGo();
    expect(await mailsTo(noor, "comment_digest")).toEqual([]);
  });

  test("does not go when everything was stopped", async () => {
    const noor = await follower("daily");
    await said();
    await morning();
    const [mail] = await mailsTo(noor, "comment_digest");
    await said();
    await write();
    expect(await mailsTo(noor, "comment_digest")).toHaveLength(2);
    const path = new URL(JSON.stringify(mail?.stopUrl).replaceAll('"', "")).pathname;
    expect((await house.post(path, { pace: "never" })).status).toBe(303);
    await mailsGo();
    expect(await mailsTo(noor, "comment_digest")).toHaveLength(1);
  });

  test("that was written and could not be tried yet is written anew", async () => {
    const { noor, here, there, change } = await follows();
    await house.sql.execute({
      sql: "update emails set subject = 's', html = 'h', text = ? where kind = 'comment_digest' and to_address = ?",
      args: [`${here} ${there}`, noor.email],
    });
    await change(SLUG, "never");
    await mailsGo();
    const [mail] = await mailsTo(noor, "comment_digest");
    expect(mail?.text).toContain(there);
    expect(mail?.text).not.toContain(here);
  });

  test("stays as it is when only the pace changes", async () => {
    const { noor, here, change } = await follows();
    await change(SLUG, "at_once");
    await mailsGo();
    const [mail] = await mailsTo(noor, "comment_digest");
    expect(mail?.text).toContain(here);
  });
});

describe("the link to stop in a digest", () => {
  test("is there for mail programs, and one press stops all of it", async () => {
    const noor = await follower("daily");
    await said();
    await morning();
    const sent = await house.waitForMail(
      ({ to, subject }) => to.includes(noor.email) && subject.includes("gesprekken die je volgt"),
    );
    const [mail] = await mailsTo(noor, "comment_digest");
    const path = new URL(JSON.stringify(mail?.stopUrl).replaceAll('"', "")).pathname;
    const tried = house.attempts().find(({ headers }) => headers["idempotency-key"] === sent.idempotencyKey);
    expect(JSON.parse(tried?.body ?? "").headers).toMatchObject({
      "List-Unsubscribe": `<${house.url}${path}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(await (await house.fetch(path)).text()).toContain("Over alle gesprekken die je volgt");
    const pressed = await house.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(pressed.status).toBe(200);
    await said();
    await morning();
    expect(await mailsTo(noor, "comment_digest")).toHaveLength(1);
    const between = await said();
    await house.post(path, { pace: "daily" });
    const after = await said();
    await morning();
    const mails = await mailsTo(noor, "comment_digest");
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain(after.replace(".", ""));
    expect(mails[1]?.text).not.toContain(between.replace(".", ""));
  });

  test("of another's making does nothing", async () => {
    const noor = await follower("daily");
    const { rows } = await house.sql.execute({
      sql: "select id from people where email = ?",
      args: [noor.email],
    });
    const forged = `/afmelden/${JSON.stringify(rows[0]?.["id"]).replaceAll('"', "")}.all.${"0".repeat(64)}`;
    expect((await house.post(forged, { pace: "never" })).status).toBe(410);
    expect(await people.count("subscriptions where pace = 'never'")).toBe(0);
  });
});
