import { clearOf } from "@ontsecretaressen/testing/clear-of";
import { mailingDays, mailingPace } from "@ontsecretaressen/domain/subscriber";
import { readJson } from "@ontsecretaressen/testing/read-json";
import { type Subscribers, subscribersOf } from "@ontsecretaressen/testing/subscribers";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let house: House;
let people: Subscribers;
let turn = 0;

beforeAll(async () => {
  house = await startHouse({ content: true });
  people = subscribersOf(house);
});

afterAll(() => house.stop());

beforeEach(async () => {
  await house.sql.executeMultiple(
    "delete from mail_pauses; delete from subscribers; update mailings set done_at = began_at; update emails set state = 'sent', sent_at = due_at where state = 'waiting'; update emails set created_at = '2026-01-01T00:00:00.000Z'",
  );
});

/** As the configuration says. */
const PER_DAY = 60;

const slug = () => `nieuws-${(turn += 1)}`;

/** So many more subscribers, straight into the tables. */
async function crowd(count: number): Promise<void> {
  const since = new Date().toISOString();
  await house.sql.batch(
    Array.from({ length: count }, () => `per_menigte${String((turn += 1)).padStart(6, "0")}`).flatMap(
      (id) => [
        {
          sql: "insert into people (id, email_key, email, name, created_at, confirmed_at) values (?, ?, ?, '', ?, ?)",
          args: [id, `${id}@v.nl`, `${id}@v.nl`, since, since],
        },
        { sql: "insert into subscribers values (?, null, ?, null)", args: [id, since] },
      ],
    ),
    "write",
  );
}

const act = (id: string, name: string, json?: object) =>
  house.admin(`articles/${id}/${name}`, { method: "POST", ...(json === undefined ? {} : { json }) });

const mailing = async (id: string) =>
  (await house.sql.execute({ sql: "select * from mailings where article_id = ?", args: [id] })).rows[0];

describe("an article that comes out", () => {
  test("is told to every subscriber once, with its words, and a way out that mail programs know", async () => {
    const noor = await people.come();
    const id = await people.publish(slug(), { title: "Wat nu?", standfirst: "Een goede vraag." });
    await people.minute();
    await people.minute();
    expect(await people.told(id)).toEqual([noor.email]);
    const mail = await house.waitForMail(
      ({ to, subject }) => to.includes(noor.email) && subject === "Wat nu?",
    );
    expect(mail.text).toContain("Een goede vraag.");
    expect(mail.text).toContain(`${house.url}/nieuws-${turn}/`);
    expect(mail.text).toContain(house.url + noor.choicePath);
    const sent = house.attempts().find(({ headers }) => headers["idempotency-key"] === mail.idempotencyKey);
    expect(JSON.parse(sent?.body ?? "").headers).toMatchObject({
      "List-Unsubscribe": `<${house.url}${noor.choicePath}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(await mailing(id)).toMatchObject({ done_at: expect.any(String) });
  });

  test("is told to who chose its category, or one above it, and not to who chose another", async () => {
    const [own, above, other, all] = [
      await people.come({ "category.jouw-rol": "on" }),
      await people.come({ "category.werk-in-beweging": "on" }),
      await people.come({ "category.samen-leren": "on" }),
      await people.come(),
    ];
    const id = await people.publish(slug(), { category: "jouw-rol" });
    await people.minute();
    expect(await people.told(id)).toEqual([own.email, above.email, all.email].toSorted());
    expect(await people.told(id)).not.toContain(other.email);
  });

  test("is not told before its moment, and at it is", async () => {
    await people.come();
    const json = { slug: slug(), title: "Straks", body: "Tekst." };
    const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
    const publishAt = new Date(Date.now() + 3_600_000).toISOString();
    await house.admin(`articles/${id}/schedule`, { json: { publishAt }, headers: { "if-match": '"1"' } });
    await people.minute();
    expect(await people.told(id)).toEqual([]);
    await house.sql.execute({
      sql: "update articles set publish_at = ? where id = ?",
      args: [new Date(Date.now() - 1000).toISOString(), id],
    });
    await people.minute();
    expect(await people.told(id)).toHaveLength(1);
  });

  test("is told once: not when it is changed, nor when it goes and comes back", async () => {
    await people.come();
    const name = slug();
    const id = await people.publish(name);
    await people.minute();
    await house.admin(`articles/${id}`, {
      method: "PUT",
      json: { slug: name, title: "Anders", body: "Anders." },
      headers: { "if-match": '"2"' },
    });
    await act(id, "unpublish");
    await people.minute();
    await act(id, "publish");
    await people.minute();
    expect(await people.told(id)).toHaveLength(1);
  });

  test("that was brought along from elsewhere, or is a page, is told to nobody", async () => {
    await people.come();
    const text = { slug: slug(), title: "Oud", body: "Tekst.", publishedAt: "2011-01-01T10:00:00.000Z" };
    expect((await house.admin("import", { json: { articles: [text] } })).status).toBe(201);
    const { items } = await readJson<{ items: { id: string; slug: string }[] }>(
      house.admin("articles?limit=1"),
    );
    expect(items[0]?.slug).toBe(text.slug);
    await act(items[0]?.id ?? "", "unpublish");
    await act(items[0]?.id ?? "", "publish");
    const json = { slug: slug(), title: "Pagina", body: "Tekst." };
    const { id } = await readJson<{ id: string }>(house.admin("pages", { json }));
    await house.admin(`pages/${id}/publish`, { method: "POST" });
    await people.minute();
    expect([await mailing(items[0]?.id ?? ""), await mailing(id)]).toEqual([undefined, undefined]);
    expect([await people.told(items[0]?.id ?? ""), await people.told(id)]).toEqual([[], []]);
  });

  test("is not told to who subscribed after it came out, stopped, or can't be reached", async () => {
    const [stopped, bounced, stays] = [await people.come(), await people.come(), await people.come()];
    await house.post(stopped.choicePath, {});
    await house.sql.execute({
      sql: "insert into suppressions (id, address_key, reason, at) values ('sup_1', ?, 'bounced', '2027-01-01T00:00:00.000Z')",
      args: [bounced.email],
    });
    const id = await people.publish(slug());
    await people.come();
    await people.minute();
    expect(await people.told(id)).toEqual([stays.email]);
  });
});

describe("emails to many", () => {
  test("are written a few at a time, no more than can go, until everybody has hers, whatever runs at once", async () => {
    await people.keepMail();
    await crowd(mailingPace + 7);
    const id = await people.publish(slug());
    await Promise.all([house.cron("api"), house.cron("api"), house.cron("api")]);
    expect(await people.told(id)).toHaveLength(mailingPace);
    await house.cron("api");
    expect(await people.told(id)).toHaveLength(mailingPace);
    await house.sql.execute("update emails set state = 'sent', sent_at = due_at where state = 'waiting'");
    await Promise.all([house.cron("api"), house.cron("api")]);
    await house.cron("api");
    const told = await people.told(id);
    expect([told.length, new Set(told).size]).toEqual([mailingPace + 7, mailingPace + 7]);
    expect(await mailing(id)).toMatchObject({ done_at: expect.any(String) });
  });

  test("stop when the text is taken off the site; when it comes back soon, who was left out gets hers", async () => {
    await people.keepMail();
    await crowd(5);
    const id = await people.publish(slug());
    await house.cron("api");
    await house.sql.execute({
      sql: "update emails set state = 'sent', sent_at = due_at where id in (select id from emails where article_id = ? limit 2)",
      args: [id],
    });
    await act(id, "unpublish");
    await house.cron("api");
    expect(await people.told(id)).toHaveLength(2);
    await act(id, "publish");
    await house.cron("api");
    const told = await people.told(id);
    expect([told.length, new Set(told).size]).toEqual([5, 5]);
  });

  test("are no more in a day than leave room for confirmations; the next day goes on where it was", async () => {
    await clearOf(86400);
    await people.keepMail();
    await crowd(PER_DAY + 7);
    const id = await people.publish(slug());
    const day = async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await house.cron("api");
        await house.sql.execute("update emails set state = 'sent', sent_at = due_at where state = 'waiting'");
      }
      return (await people.told(id)).length;
    };
    expect(await day(3)).toBe(PER_DAY);
    expect(await mailing(id)).toMatchObject({ done_at: null });
    const another = await people.publish(slug());
    await house.sql.execute({
      sql: "update mailings set began_at = '2026-01-01T00:00:00.000Z', done_at = ? where article_id = ?",
      args: [new Date().toISOString(), id],
    });
    await day(1);
    expect(await people.told(another)).toEqual([]);
    await house.sql.batch(
      [
        "update emails set created_at = '2026-01-01T00:00:00.000Z'",
        { sql: "delete from mailings where article_id = ?", args: [another] },
        {
          sql: "update mailings set began_at = ?, done_at = null where article_id = ?",
          args: [new Date().toISOString(), id],
        },
      ],
      "write",
    );
    expect(await day(1)).toBe(PER_DAY + 7);
  });

  test("of a text that is no news any more are not written, and how many it did not reach is kept and shown", async () => {
    await crowd(2);
    await house.sql.execute("update subscribers set since = '2026-01-01T00:00:00.000Z'");
    await house.sql.execute(
      "insert into suppressions (id, address_key, reason, at) select 'sup_x', email_key, 'bounced', created_at from people where id in (select max(person_id) from subscribers)",
    );
    const id = await people.publish(slug());
    await house.sql.execute({
      sql: "update mailings set began_at = ? where article_id = ?",
      args: [new Date(Date.now() - (mailingDays * 24 + 1) * 3_600_000).toISOString(), id],
    });
    await house.cron("api");
    expect(await people.told(id)).toEqual([]);
    expect(await mailing(id)).toMatchObject({ done_at: expect.any(String), missed: 1 });
    const { items } = await readJson<{ items: object[] }>(house.admin("mailings?limit=100"));
    expect(items).toContainEqual(expect.objectContaining({ missed: 1, written: 0, subscribers: 2 }));
  });

  test("can be followed by organisers, in numbers alone", async () => {
    await crowd(3);
    const noor = await people.come({ "category.jouw-rol": "on" });
    await people.keepMail();
    const name = slug();
    await people.publish(name, { category: "jouw-rol" });
    await house.cron("api");
    const counts = await readJson<Record<string, unknown>>(house.admin("subscribers"));
    expect(counts).toMatchObject({ subscribers: 4, ofAll: 3 });
    expect(counts["ofCategories"]).toContainEqual({ slug: "jouw-rol", title: "Jouw rol", subscribers: 1 });
    const listed = await (await house.admin("mailings?limit=1")).text();
    expect(JSON.parse(listed).items).toEqual([
      expect.objectContaining({
        article: { slug: name, title: `Over ${name}` },
        subscribers: 4,
        written: 4,
        waiting: 4,
        sent: 0,
        stuck: 0,
      }),
    ]);
    expect(listed + JSON.stringify(counts)).not.toContain(noor.email);
    expect((await house.fetch("/api/admin/subscribers")).status).toBe(401);
  });
});
