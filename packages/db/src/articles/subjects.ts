import { type Act, auditDone, auditMade, isDone, isKnown } from "../audit.ts";
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../client/open.ts";

export type Subject = "authors" | "categories" | "tags";

/** What a subject holds beside its slug: only the columns that its table has. What is left out of a change stays. */
export type SubjectText = {
  slug: string;
  title: string;
  bio?: string | undefined;
  parent?: string | null | undefined;
};

const tables: Record<Subject, SQL> = { authors: sql`authors`, categories: sql`categories`, tags: sql`tags` };

const columns: Record<Subject, SQL> = {
  authors: sql`id, slug, name as title, bio, null as parent, version`,
  categories: sql`id, slug, title, '' as bio, (select p.slug from categories p where p.id = categories.parent_id) as parent, version`,
  tags: sql`id, slug, title, '' as bio, null as parent, version`,
};

/** One of them as organisers see it. */
export type SubjectRow = {
  id: string;
  slug: string;
  title: string;
  bio: string;
  parent: string | null;
  version: number;
};

/** Authors, categories or tags, newest first. */
export function listSubjects(
  db: Database,
  subject: Subject,
  asked: { limit: number; before: string | null },
) {
  return db.all<SubjectRow>(sql`select ${columns[subject]} from ${tables[subject]}
    where ${asked.before} is null or id < ${asked.before} order by id desc limit ${asked.limit}`);
}

/** One author, category or tag, or null. */
export async function findSubject(db: Database, subject: Subject, id: string): Promise<SubjectRow | null> {
  return (await selectOne(db, subject, id))[0] ?? null;
}

/**
 * Keeps a new author, category or tag. Null when its slug is taken or its parent can't be one. Throws when its key made
 * something else.
 */
export async function insertSubject(
  db: Database,
  subject: Subject,
  made: SubjectText & { id: string },
  by: Act,
): Promise<SubjectRow | null> {
  const [, , kept] = await db.batch([
    db.run(insertInto(subject, made)),
    auditMade(db, by, `${subject}.create`, sql`select id from ${tables[subject]} where id = ${made.id}`),
    selectOne(db, subject, made.id),
  ]);
  return kept[0] ?? null;
}

/**
 * Saves an author, category or tag over the version that was read. Null when there is none or another save came first, its
 * slug is another's, or its parent can't be one.
 */
export async function updateSubject(
  db: Database,
  subject: Subject,
  changed: SubjectText & { id: string; version: number },
  by: Act,
): Promise<SubjectRow | null> {
  const { id, slug, version } = changed;
  const isFree = sql`not exists (select 1 from ${tables[subject]} o where o.slug = ${slug} and o.id <> ${id})`;
  const isRead = sql`id = ${id} and version = ${version}`;
  const [, , kept] = await db.batch([
    auditDone(
      db,
      by,
      `${subject}.change`,
      sql`select id from ${tables[subject]} where ${isRead} and ${isFree} and ${parentFits(subject, changed)}`,
    ),
    db.run(sql`update ${tables[subject]} set ${assigned(subject, changed)}, version = version + 1
      where ${isRead} and ${isDone(by)}`),
    db.all<SubjectRow>(sql`select ${columns[subject]} from ${tables[subject]}
      where id = ${id} and ${isKnown(by, sql`${id}`)}`),
  ]);
  return kept[0] ?? null;
}

const selectOne = (db: Database, subject: Subject, id: string) =>
  db.all<SubjectRow>(sql`select ${columns[subject]} from ${tables[subject]} where id = ${id}`);

/** Removes one that nothing names. False when something does, or when there is none. */
export async function deleteSubject(db: Database, subject: Subject, id: string, by: Act): Promise<boolean> {
  const isUnused = sql`id = ${id} and not exists (${usesOf(subject, id)})`;
  const [, , done] = await db.batch([
    auditDone(db, by, `${subject}.delete`, sql`select id from ${tables[subject]} where ${isUnused}`),
    db.run(sql`delete from ${tables[subject]} where id = ${id} and ${isDone(by)}`),
    db.all(sql`select 1 where ${isKnown(by, sql`${id}`)}`),
  ]);
  return done.length > 0;
}

/** The first few that name one of them: addresses of texts and categories, or of nobody's page. */
export async function listSubjectUses(db: Database, subject: Subject, id: string): Promise<string[]> {
  const rows = await db.all<{ used: string }>(sql`${usesOf(subject, id)} limit 5`);
  return rows.map(({ used }) => used);
}

// Also by texts in the trash: they can come back.
function usesOf(subject: Subject, id: string): SQL {
  if (subject === "authors")
    return sql`select '/' || a.slug || '/' as used from article_authors w join articles a on a.id = w.article_id
      where w.author_id = ${id}`;
  if (subject === "tags")
    return sql`select '/' || a.slug || '/' as used from article_tags l join articles a on a.id = l.article_id
      where l.tag_id = ${id}`;
  return sql`select '/' || slug || '/' as used from articles where category_id = ${id}
    union all select '/categorie/' || slug || '/' from categories where parent_id = ${id}
    union all select 'what a reader follows' from subscribers s, json_each(s.categories) j where j.value = ${id}
    union all select 'what a reader asked for' from subscriber_asks k, json_each(k.categories) j where j.value = ${id}`;
}

function insertInto(subject: Subject, made: SubjectText & { id: string }): SQL {
  const { id, slug, title, bio = "" } = made;
  if (subject === "authors")
    return sql`insert into authors (id, slug, name, bio) values (${id}, ${slug}, ${title}, ${bio}) on conflict do nothing`;
  if (subject === "tags")
    return sql`insert into tags (id, slug, title) values (${id}, ${slug}, ${title}) on conflict do nothing`;
  return sql`insert into categories (id, slug, title, parent_id) select ${id}, ${slug}, ${title}, ${parentId(made)}
    where ${parentFits(subject, made)} on conflict do nothing`;
}

function assigned(subject: Subject, { slug, title, bio, parent }: SubjectText): SQL {
  if (subject === "authors") return sql`slug = ${slug}, name = ${title}, bio = coalesce(${bio ?? null}, bio)`;
  if (subject === "tags") return sql`slug = ${slug}, title = ${title}`;
  const kept = parent === undefined ? sql`parent_id` : parentId({ parent });
  return sql`slug = ${slug}, title = ${title}, parent_id = ${kept}`;
}

const parentId = ({ parent }: Pick<SubjectText, "parent">) =>
  sql`(select p.id from categories p where p.slug = ${parent ?? null})`;

// One level deep: a parent has none itself, and what has others below it gets none.
function parentFits(subject: Subject, { id, parent }: Pick<SubjectText, "parent"> & { id: string }): SQL {
  if (subject !== "categories" || parent === undefined || parent === null) return sql`true`;
  return sql`(exists (select 1 from categories p where p.slug = ${parent} and p.parent_id is null and p.id <> ${id})
    and not exists (select 1 from categories b where b.parent_id = ${id}))`;
}
