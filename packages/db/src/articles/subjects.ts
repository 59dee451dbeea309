import type { Act } from "./write.ts";
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../client/open.ts";

export type Subject = "authors" | "categories" | "tags";

/** What a subject holds beside its slug: only the columns that its table has. */
export type SubjectText = { slug: string; title: string; bio: string; parent: string | null };

const tables: Record<Subject, SQL> = { authors: sql`authors`, categories: sql`categories`, tags: sql`tags` };

const columns: Record<Subject, SQL> = {
  authors: sql`id, slug, name as title, bio, null as parent`,
  categories: sql`id, slug, title, '' as bio, (select p.slug from categories p where p.id = categories.parent_id) as parent`,
  tags: sql`id, slug, title, '' as bio, null as parent`,
};

type Row = SubjectText & { id: string };

/** Authors, categories or tags, newest first. */
export function listSubjects(
  db: Database,
  subject: Subject,
  asked: { limit: number; before: string | null },
) {
  return db.all<Row>(sql`select ${columns[subject]} from ${tables[subject]}
    where ${asked.before} is null or id < ${asked.before} order by id desc limit ${asked.limit}`);
}

/** Keeps a new author, category or tag. Null when its slug is taken or its parent can't be one. */
export async function insertSubject(
  db: Database,
  subject: Subject,
  made: SubjectText & { id: string },
  by: Act,
): Promise<Row | null> {
  const [, , kept] = await db.batch([
    db.run(insertInto(subject, made)),
    audit(db, subject, "create", made.id, by),
    selectOne(db, subject, made.id),
  ]);
  return kept[0] ?? null;
}

/** Changes an author, category or tag. Null when there is none, its slug is another's, or its parent can't be one. */
export async function updateSubject(
  db: Database,
  subject: Subject,
  changed: SubjectText & { id: string },
  by: Act,
): Promise<Row | null> {
  const { id, slug } = changed;
  const isFree = sql`not exists (select 1 from ${tables[subject]} o where o.slug = ${slug} and o.id <> ${id})`;
  const mayChange = sql`id = ${id} and ${isFree} and ${parentFits(subject, changed)}`;
  const [before, , , kept] = await db.batch([
    db.all(sql`select 1 from ${tables[subject]} where ${mayChange}`),
    db.run(sql`update ${tables[subject]} set ${assigned(subject, changed)} where ${mayChange}`),
    audit(db, subject, "change", id, by, mayChange),
    selectOne(db, subject, id),
  ]);
  return before.length === 0 ? null : (kept[0] ?? null);
}

const selectOne = (db: Database, subject: Subject, id: string) =>
  db.all<Row>(sql`select ${columns[subject]} from ${tables[subject]} where id = ${id}`);

function insertInto(subject: Subject, made: SubjectText & { id: string }): SQL {
  const { id, slug, title, bio } = made;
  if (subject === "authors")
    return sql`insert into authors (id, slug, name, bio) values (${id}, ${slug}, ${title}, ${bio}) on conflict do nothing`;
  if (subject === "tags")
    return sql`insert into tags (id, slug, title) values (${id}, ${slug}, ${title}) on conflict do nothing`;
  return sql`insert into categories (id, slug, title, parent_id) select ${id}, ${slug}, ${title}, ${parentId(made)}
    where ${parentFits(subject, made)} on conflict do nothing`;
}

function assigned(subject: Subject, { slug, title, bio, parent }: SubjectText): SQL {
  if (subject === "authors") return sql`slug = ${slug}, name = ${title}, bio = ${bio}`;
  if (subject === "tags") return sql`slug = ${slug}, title = ${title}`;
  return sql`slug = ${slug}, title = ${title}, parent_id = ${parentId({ parent })}`;
}

const parentId = ({ parent }: Pick<SubjectText, "parent">) =>
  sql`(select p.id from categories p where p.slug = ${parent})`;

// One level deep: a parent has none itself, and what has others below it gets none.
function parentFits(subject: Subject, { id, parent }: { id: string; parent: string | null }): SQL {
  if (subject !== "categories" || parent === null) return sql`true`;
  return sql`(exists (select 1 from categories p where p.slug = ${parent} and p.parent_id is null and p.id <> ${id})
    and not exists (select 1 from categories b where b.parent_id = ${id}))`;
}

function audit(
  db: Database,
  subject: Subject,
  act: string,
  id: string,
  by: Act,
  when: SQL = sql`id = ${id}`,
) {
  return db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject)
    select ${by.auditId}, ${by.at}, ${by.admin.id}, ${by.admin.name}, ${`${subject}.${act}`}, ${id}
    from ${tables[subject]} where ${when} limit 1 on conflict do nothing`);
}
