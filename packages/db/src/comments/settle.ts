import type { Admin } from "@ontsecretaressen/domain/admin";
import { answeredPerHour } from "@ontsecretaressen/domain/comment-limits";
import type { CommentState } from "@ontsecretaressen/domain/comment";
import type { Reason } from "@ontsecretaressen/domain/judgement";
import type { ModerationPurpose } from "@ontsecretaressen/domain/link";
import { type SQL, sql } from "drizzle-orm";
import type { Condition } from "../conditions.ts";
import type { Database, Write } from "../client/open.ts";

/** Where a comment goes, and all that must be known to take it there. */
export type Settlement = {
  id: string;
  /** Only from one of these; from anywhere else nothing happens. */
  from: readonly CommentState[];
  to: Exclude<CommentState, "deleted">;
  /** What must still be so; from then on nothing of it happens. */
  only: Condition;
  now: string;
  /** Its text as it will be shown, and whom it answers when it names somebody: its place is given once, with its number. */
  shown: { html: string; parent: string | null } | null;
  judged: { score: number; reasons: Reason[] } | null;
  /** The base of the ids of what is sent to those who follow the conversation, and of the email to its writer. */
  emailId: string;
  writerEmailId: string;
  /** Whether its writer hears of it by email: not when she sees it happen. */
  tellsWriter: boolean;
  moderators: Moderators | null;
};

/** Who is asked to judge, with a link for each act. */
export type Moderators = {
  emailId: string;
  address: string;
  until: string;
  links: { purpose: ModerationPurpose; token: string; tokenHash: string }[];
};

const listOf = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`;

/** The statements that settle a comment, with every email that comes of it. They do nothing the second time. */
export function settleComment(db: Database, by: Settlement): Write[] {
  const isReady = sql`c.id = ${by.id} and c.state in ${listOf(by.from)} and c.state <> ${by.to} and ${by.only}`;
  // Before the change: afterwards nobody can tell whether it was this batch that made it.
  return [
    ...(by.to === "held" && by.moderators !== null ? askModerators(db, by, by.moderators, isReady) : []),
    ...(by.to === "visible" ? tellOfVisible(db, by, isReady) : []),
    db.run(sql`update comments as c set state = ${by.to}, judged_at = ${by.now},
        score = coalesce(${by.judged?.score ?? null}, score),
        reasons = coalesce(${by.judged === null ? null : JSON.stringify(by.judged.reasons)}, reasons),
        body_html = coalesce(${by.shown?.html ?? null}, body_html),
        parent_id = coalesce(parent_id, case when number is null then ${by.shown?.parent ?? null} end),
        number = coalesce(number, case when ${by.to} = 'visible' then
          (select coalesce(max(o.number), 0) + 1 from comments o where o.article_id = c.article_id) end)
      where ${isReady}`),
  ];
}

/** Asks the organisers to judge a comment, by an email with a link for each act. */
export function askModerators(
  db: Database,
  by: Pick<Settlement, "now">,
  { emailId, address, until, links }: Moderators,
  isReady: SQL,
): Write[] {
  return [
    db.run(sql`insert into links (hash, purpose, comment_id, made_at, expires_at)
      select j.value ->> 'tokenHash', j.value ->> 'purpose', c.id, ${by.now}, ${until}
      from comments c join json_each(${JSON.stringify(links)}) j where ${isReady} on conflict do nothing`),
    db.run(sql`insert into emails (id, kind, to_address, comment_id, token, state, attempts, due_at, created_at)
      select ${emailId}, 'comment_waiting', ${address}, c.id, ${links.map(({ token }) => token).join(" ")}, 'waiting', 0,
        ${by.now}, ${by.now}
      from comments c where ${isReady} on conflict do nothing`),
  ];
}

const anHourBefore = (moment: string) => new Date(Date.parse(moment) - 3_600_000).toISOString();

function tellOfVisible(db: Database, by: Settlement, isReady: SQL): Write[] {
  // Who was told once is not told again when a comment comes back.
  const isFirstTime = sql`c.number is null`;
  return [
    db.run(sql`insert into emails (id, kind, to_address, comment_id, person_id, state, attempts, due_at, created_at)
      select ${by.writerEmailId}, 'comment_visible', c.email, c.id, c.person_id, 'waiting', 0, ${by.now}, ${by.now}
      from comments c where ${isReady} and ${isFirstTime} and ${by.tellsWriter ? 1 : 0} = 1
        and c.wants_notice = 1 and c.email is not null on conflict do nothing`),
    ...(by.from.includes("rejected") ? [tellOfReturn(db, by, isReady)] : []),
    db.run(sql`insert into emails (id, kind, to_address, comment_id, person_id, state, attempts, due_at, created_at)
      select ${by.emailId} || substr(p.id, 5), 'comment_answered', p.email, c.id, p.id, 'waiting', 0, ${by.now}, ${by.now}
      from comments c join subscriptions s on s.article_id = c.article_id and s.pace = 'at_once'
        join people p on p.id = s.person_id and p.confirmed_at is not null
      where ${isReady} and ${isFirstTime} and p.id is not c.person_id
        and (select count(*) from emails e where e.person_id = p.id and e.kind = 'comment_answered'
          and e.created_at > ${anHourBefore(by.now)}) < ${sql.raw(String(answeredPerHour))} on conflict do nothing`),
    follow(db, by, sql`${isReady} and ${isFirstTime}`),
  ];
}

// Who was told that it was taken off is told that it is back, whether she wants to hear more or not.
function tellOfReturn(db: Database, by: Settlement, isReady: SQL): Write {
  return db.run(sql`insert into emails (id, kind, to_address, comment_id, person_id, report_id, state, attempts, due_at, created_at)
    select ${by.writerEmailId}, 'comment_visible', c.email, c.id, c.person_id,
      (select e.report_id from emails e where e.comment_id = c.id and e.kind = 'comment_removed' order by e.id desc limit 1)
        as told, 'waiting', 0, ${by.now}, ${by.now}
    from comments c where ${isReady} and c.state = 'rejected' and c.email is not null and told is not null
    on conflict do nothing`);
}

/**
 * Lets the writer of a comment on the site follow its conversation, if she ticked that and proved her address; also one
 * who stopped it before she did. How often she already chose to hear of it stays.
 */
export function follow(db: Database, { now }: Pick<Settlement, "now">, isReady: SQL): Write {
  return db.run(sql`insert into subscriptions (person_id, article_id, pace, made_at)
    select c.person_id, c.article_id, 'at_once', ${now} from comments c
    where ${isReady} and c.wants_notice = 1 and c.proved_at is not null
    on conflict do update set pace = excluded.pace, told_at = excluded.made_at where pace = 'never'`);
}

/**
 * The row that says who judged a comment, and what that changed. It comes before the change, and only when there is one to
 * make.
 */
export function auditJudgement(
  db: Database,
  entry: { id: string; at: string; admin: Admin; act: string; bundle: string },
  { id, from, to, only }: Pick<Settlement, "id" | "from" | "to" | "only">,
): Write {
  return db.run(sql`insert into audit (id, at, admin_id, admin_name, act, subject, bundle, change)
    select ${entry.id}, ${entry.at}, ${entry.admin.id}, ${entry.admin.name}, ${entry.act}, c.id, ${entry.bundle},
      json_object('from', c.state, 'to', ${to}, 'learned', c.learned)
    from comments c where c.id = ${id} and c.state in ${listOf(from)} and c.state <> ${to} and ${only}
    on conflict do nothing`);
}
