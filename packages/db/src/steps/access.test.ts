import { isOpenTo } from "@ontsecretaressen/domain/step-access";
import { signupWindow } from "@ontsecretaressen/domain/session";
import { startDatabase, type TestDatabase } from "@ontsecretaressen/testing/sqld";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, openWriter } from "../client/open.ts";
import { selectStanding, stepIsOpenFor, takesSignups, toStanding } from "./access.ts";

const NOW = "2027-01-10T12:00:00.000Z";
const rules = [
  { slug: "rondetafel", requires: null },
  { slug: "workshops", requires: "rondetafel" },
  { slug: "intervisie", requires: "workshops" },
];

let database: TestDatabase;
let db: Database;

const session = (
  id: string,
  step: string,
  more: { state?: string; at?: string; opens?: string | null; closes?: string | null } = {},
) => ({
  sql: `insert into sessions (id, slug, step_id, title, summary, starts_local, ends_local, time_zone, starts_at, ends_at,
      place, address, city, guides, capacity, state, created_at, opens_at, closes_at)
    values (:id, :id, :step, '', '', '', '', 'Europe/Amsterdam', :at, '2099-01-01T00:00:00.000Z', '', '', '', '', 9, :state, :now,
      :opens, :closes)`,
  args: {
    id,
    step,
    now: NOW,
    at: more.at ?? "2027-02-01T18:00:00.000Z",
    state: more.state ?? "planned",
    opens: more.opens ?? null,
    closes: more.closes ?? null,
  },
});

const person = (id: string) =>
  `insert into people (id, email_key, email, name, created_at) values ('${id}', '${id}', '', '', '${NOW}')`;

const signup = (who: string, at: string) =>
  `insert into signups (id, session_id, person_id, party_id, name, email, organisation, role, note, state, state_at,
      submission, consented_at, signed_up_at, confirmed_at)
    values ('${who} ${at}', '${at}', '${who}', '${who} ${at}', 'n', '', '', '', '', 'confirmed', '${NOW}', '${who} ${at}',
      '${NOW}', '${NOW}', '${NOW}')`;

const attended = (who: string, at: string, meeting = 1) =>
  `insert into attendances values ('${who} ${at}', ${meeting}, '${NOW}', 'tok_1')`;

beforeAll(async () => {
  database = await startDatabase();
  db = openWriter({ url: database.url, token: undefined });
  await database.sql.batch(
    [
      ...rules.map(
        (
          { slug, requires },
          index,
        ) => `insert into steps (id, slug, position, title, summary, body, body_html, requires_id)
          values ('${slug}', '${slug}', ${index + 1}, '', '', '', '', ${requires === null ? "null" : `'${requires}'`})`,
      ),
      ...rules.map(({ slug }) => session(`een-${slug}`, slug)),
      ...["nobody", "booked", "table", "both", "opened", "second"].map(person),
      signup("booked", "een-rondetafel"),
      signup("table", "een-rondetafel"),
      attended("table", "een-rondetafel"),
      signup("both", "een-rondetafel"),
      attended("both", "een-rondetafel"),
      signup("both", "een-workshops"),
      attended("both", "een-workshops"),
      `insert into openings values ('opened', 'workshops', '${NOW}', 'tok_1', 'Was er in 2019 al bij.')`,
      signup("second", "een-workshops"),
      attended("second", "een-workshops", 2),
    ],
    "write",
  );
});

afterAll(() => database.stop());

const open = async (who: string) => {
  const rows = await db.all<{ slug: string }>(
    sql`select slug from steps s where ${stepIsOpenFor(sql`${who}`, sql`s.id`)} order by position`,
  );
  return rows.map(({ slug }) => slug);
};

describe("a step is open, as the database sees it", () => {
  test.for([
    ["nobody", ["rondetafel"]],
    ["booked", ["rondetafel"]],
    ["table", ["rondetafel", "workshops"]],
    ["both", ["rondetafel", "workshops", "intervisie"]],
    ["opened", ["rondetafel", "workshops"]],
    ["second", ["rondetafel", "intervisie"]],
  ] as const)("to %s: %s, and domain's rule says the same", async ([who, steps]) => {
    expect(await open(who)).toEqual(steps);
    const standing = toStanding(await selectStanding(db, sql`${who}`));
    expect(rules.filter((rule) => isOpenTo(rule, standing)).map(({ slug }) => slug)).toEqual(steps);
  });

  test("to nobody when it is no step", async () => {
    expect(await db.all(sql`select 1 where ${stepIsOpenFor(sql`'both'`, sql`'nowhere'`)}`)).toEqual([]);
  });
});

test("a session takes signups in the database exactly when domain says that its window is open", async () => {
  const before = "2027-01-10T11:00:00.000Z";
  const after = "2027-01-10T13:00:00.000Z";
  const moments = [null, before, NOW, after];
  const cases = ["planned", "cancelled"].flatMap((state) =>
    [before, NOW, after].flatMap((at) =>
      moments.flatMap((opens) =>
        moments
          .filter((closes) => opens === null || closes === null || closes > opens)
          .map((closes) => ({ state, at, opens, closes })),
      ),
    ),
  );
  await database.sql.batch(
    cases.map((one, index) => session(`window-${index}`, "rondetafel", one)),
    "write",
  );
  const rows = await db.all<{ slug: string }>(
    sql`select slug from sessions x where x.slug like 'window-%' and ${takesSignups(sql`x`, NOW)}`,
  );
  const wanted = cases.flatMap(({ state, at, opens, closes }, index) => {
    const view = { isCancelled: state === "cancelled", startsAt: at, opensAt: opens, closesAt: closes };
    return signupWindow(view, NOW) === "open" ? [`window-${index}`] : [];
  });
  expect(wanted.length).toBeGreaterThan(5);
  expect(rows.map(({ slug }) => slug).toSorted()).toEqual(wanted.toSorted());
});
