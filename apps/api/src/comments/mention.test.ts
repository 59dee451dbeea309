import { readJson } from "@ontsecretaressen/testing/read-json";
import { startHouse, type House } from "@ontsecretaressen/testing/house";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

let house: House;
let article = "";
let turn = 0;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house.stop());

// An article of its own for each test, so that no name of another stands in its conversation.
beforeEach(async () => {
  article = `gesprek-${(turn += 1)}`;
  await bring([]);
});

const bring = (comments: object[], slug = article) =>
  house.admin("import", {
    json: {
      articles: [
        { slug, title: "Gesprek", body: "Tekst", publishedAt: "2020-01-01T00:00:00.000Z", comments },
      ],
    },
  });

const act = async (id: string, name = "approve") =>
  expect(
    (await house.admin(`comments/${id}/${name}`, { json: { rule: "other", reason: "Zo gaan we hier om." } }))
      .status,
  ).toBe(200);

async function send(name: string, body: string, more: Record<string, unknown> = {}, cookie = "") {
  const email = `m${(turn += 1)}@voorbeeld.nl`;
  const json = { article, name, email, body, key: String(turn), ...more };
  const answer = await house.fetch("/api/comments", { json, headers: { cookie } });
  expect(answer.status).toBe(201);
  return { email, ...(await readJson<{ id: string; state: string }>(answer)) };
}

async function said(name: string, body: string, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await send(name, body, more);
  await act(id);
  return id;
}

async function keptOf(id: string) {
  const { rows } = await house.sql.execute({
    sql: "select body_html, parent_id, thread from comments where id = ?",
    args: [id],
  });
  return {
    html: rows[0]?.["body_html"],
    parent: rows[0]?.["parent_id"],
    thread: rows[0]?.["thread"],
  };
}

const linkTo = (id: string, text: string) => `<a href="/${article}/reacties/${id}/">${text}</a>`;

describe("a comment that mentions somebody", () => {
  test("answers her nearest comment, and shows so on the page", async () => {
    await said("Carmen", "Eerst");
    const second = await said("Carmen", "Daarna");
    const id = await said("Noor", "Dag @carmen, ja");
    expect(await keptOf(id)).toEqual({
      html: `<p>Dag ${linkTo(second, "@carmen")}, ja</p>`,
      parent: second,
      thread: 2,
    });
    const html = await (await house.fetch(`/${article}/`)).text();
    expect(html.slice(html.indexOf(`<li id="${second}">`))).toMatch(
      /<ol><li id="cmt_\w+">.*in antwoord op/su,
    );
    expect(await (await house.fetch(`/${article}/feed/`)).text()).toContain(
      `&lt;a href=&quot;${house.url}/${article}/reacties/${second}/&quot;&gt;@carmen&lt;/a&gt;`,
    );
  });

  test("answers the first of several, and keeps the one that was chosen by hand", async () => {
    const [carmen, sam] = [await said("Carmen", "Een"), await said("Sam", "Twee")];
    expect((await keptOf(await said("Noor", "@Sam en @Carmen"))).parent).toBe(sam);
    const chosen = await keptOf(await said("Noor", "@Sam, eens", { parent: carmen }));
    expect(chosen).toMatchObject({ parent: carmen, html: `<p>${linkTo(sam, "@Sam")}, eens</p>` });
  });

  test("says only what was typed when two names begin so, or nobody is called so here", async () => {
    await said("Carmen de Vries", "Een");
    const jansen = await said("Carmen Jansen", "Twee");
    const both = await keptOf(await said("Noor", "@Carmen of @Iemand"));
    expect(both).toMatchObject({ parent: null, html: "<p>@Carmen of @Iemand</p>" });
    expect((await keptOf(await said("Noor", "@Carmen Jansen"))).parent).toBe(jansen);
  });

  test("leads to no comment of another article, and to none that only organisers see", async () => {
    await send("Carmen", "Wacht nog");
    await act(await said("Sam", "Weg"), "reject");
    expect((await bring([commentOf("1", "Ada", "Elders")], `${article}-ander`)).status).toBe(201);
    const kept = await keptOf(await said("Noor", "@Carmen @Sam @Ada"));
    expect(kept).toMatchObject({ parent: null, html: "<p>@Carmen @Sam @Ada</p>" });
  });

  test("answers nobody who spoke only after it was written", async () => {
    const { id } = await send("Noor", "@Carmen");
    await said("Carmen", "Later");
    await act(id);
    expect(await keptOf(id)).toMatchObject({ parent: null, html: "<p>@Carmen</p>" });
  });

  test("that stands already keeps its place when it is approved again", async () => {
    const carmen = await said("Carmen", "Eerst");
    await act(carmen, "reject");
    const id = await said("Noor", "@Carmen");
    await act(carmen);
    await act(id, "hold");
    await act(id);
    expect(await keptOf(id)).toEqual({
      parent: null,
      thread: 2,
      html: `<p>${linkTo(carmen, "@Carmen")}</p>`,
    });
  });

  test("answers at once when a known browser sends it, and after the button when a new one does", async () => {
    const carmen = await said("Carmen", "Een");
    const { id, email } = await send("Noor", "@Carmen wat mooi");
    const { cookie } = await house.proveComment(email);
    expect((await keptOf(id)).parent).toBe(carmen);
    await act(id);
    const again = await send("Noor", "@Carmen nog iets", { email }, cookie);
    expect([again.state, (await keptOf(again.id)).parent]).toEqual(["visible", carmen]);
  });

  test("in an organiser's answer leads to the comment that is placed with it", async () => {
    const { id, email } = await send("Noor", "Wat nu");
    await house.proveComment(email);
    const mail = await house.waitForMail(({ text }) => /Wat nu[^]*Plaats en antwoord:/u.test(text ?? ""));
    const path = /Plaats en antwoord:\nhttps?:\/\/[^/]+(\/\S+)/u.exec(mail.text ?? "")?.[1] ?? "";
    expect((await house.post(path, { body: "@Noor, **dit**", name: "Redactie" })).status).toBe(303);
    const { rows } = await house.sql.execute("select body_html from comments where name = 'Redactie'");
    const address = `/${article}/reacties/${id}/`;
    expect(rows[0]?.["body_html"]).toBe(`<p><a href="${address}">@Noor</a>, <strong>dit</strong></p>`);
    expect((await house.fetch(address)).headers.get("location")).toBe(`/${article}/#${id}`);
  });
});

const commentOf = (ref: string, name: string, body: string) => ({
  ref,
  name,
  body,
  postedAt: `2020-01-0${ref}T10:00:00.000Z`,
});

test("an import makes a thread of a flat conversation, without a change to what was typed", async () => {
  const slug = `${article}-oud`;
  const comments = [
    commentOf("1", "Sam", "Een"),
    commentOf("2", "Carmen", "Twee"),
    commentOf("3", "Marijke", "@Carmen Drie"),
    { ...commentOf("4", "Bo", "@Carmen Vier"), answers: "1" },
    commentOf("5", "Ada", "@Zoë Vijf"),
    commentOf("6", "Zoë", "Zes"),
  ];
  expect((await bring(comments, slug)).status).toBe(201);
  const { rows } = await house.sql.execute({
    sql: `select c.body, c.body_html, p.name from comments c left join comments p on p.id = c.parent_id
      where c.article_id = (select id from articles where slug = ?) order by c.number`,
    args: [slug],
  });
  expect(rows.map((row) => row["name"])).toEqual([null, null, "Carmen", "Sam", null, null]);
  expect(rows.map((row) => row["body"])).toEqual(comments.map(({ body }) => body));
  expect(rows[2]?.["body_html"]).toMatch(
    new RegExp(`^<p><a href="/${slug}/reacties/cmt_\\w+/">@Carmen</a> Drie</p>$`, "u"),
  );
});
