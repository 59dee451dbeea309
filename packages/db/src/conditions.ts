import type { CommentState } from "@ontsecretaressen/domain/comment";
import { type SQL, sql } from "drizzle-orm";

/** What must still be so for a statement to do anything: known to the database alone, and only at that moment. */
export type Condition = SQL;

export const always: Condition = sql`1`;

/** Whether a comment stands in one of these states. */
export const commentIsIn = (id: string, states: readonly CommentState[]): Condition =>
  sql`exists (select 1 from comments where id = ${id}
    and state in (select value from json_each(${JSON.stringify(states)})))`;

/** Whether a comment still has the text of this version. */
export const commentIsVersion = (id: string, version: number): Condition =>
  sql`exists (select 1 from comments where id = ${id} and version = ${version})`;

/** Whether a comment never stood on the site: its number is given once, when it comes there. */
export const commentWasNeverShown = (id: string): Condition =>
  sql`exists (select 1 from comments where id = ${id} and number is null)`;

/** Whether nothing was done yet by this link. */
export const linkIsUnused = (tokenHash: string): Condition =>
  sql`exists (select 1 from links where hash = ${tokenHash} and used_at is null)`;

export const both = (one: Condition, other: Condition): Condition => sql`(${one} and ${other})`;

/** Whether nobody decided about a report yet. */
export const reportIsOpen = (id: string): Condition =>
  sql`exists (select 1 from reports where id = ${id} and state = 'open')`;

/** Whether nothing was done with a comment after the act of this row; the rows of one's own bundle don't count. */
export const isLastAct = (auditId: string, ownBundle: string): Condition =>
  sql`not exists (select 1 from audit e join audit later on later.subject = e.subject and later.rowid > e.rowid
    where e.id = ${auditId} and later.change is not null and later.bundle is not ${ownBundle})`;

/** Whether something is so, as JSON says it. */
export const isSo = (condition: Condition): SQL => sql`json(iif(${condition}, 'true', 'false'))`;
