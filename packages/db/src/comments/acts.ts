import type { CommentState } from "@ontsecretaressen/domain/comment";
import { sql } from "drizzle-orm";
import type { Database, Write } from "../client/open.ts";

/** Where an act took a comment, from where, and what had been learned from it until then. */
export type CommentChange = {
  from: Exclude<CommentState, "deleted">;
  to: Exclude<CommentState, "deleted">;
  learned: "spam" | "clear" | null;
};

/** One act with a comment that may be undone. */
export type UndoableAct = {
  id: string;
  comment: { id: string; name: string; body: string };
  change: CommentChange;
};

/** What was done with comments in one go. */
export async function listActs(db: Database, bundle: string): Promise<UndoableAct[]> {
  const rows = await db.all<{ id: string; comment: string; name: string; body: string; change: string }>(
    sql`select e.id, c.id as comment, c.name, c.body, e.change
      from audit e join comments c on c.id = e.subject
      where e.bundle = ${bundle} and e.change is not null order by c.id`,
  );
  return rows.map(({ id, comment, name, body, change }) => ({
    id,
    comment: { id: comment, name, body },
    change: JSON.parse(change),
  }));
}

/** Does what was prepared for a bundle of acts, in one batch, and tells how many comments it changed. */
export async function writeActs(db: Database, writes: Write[], bundle: string): Promise<number> {
  const [first, ...others] = writes;
  if (first === undefined) return 0;
  const results = await db.batch([
    first,
    ...others,
    db.all<{ changed: number }>(
      sql`select count(*) as changed from audit where bundle = ${bundle} and change is not null`,
    ),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) ? (found[0]?.changed ?? 0) : 0;
}
