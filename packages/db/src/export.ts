import { type SQL, sql } from "drizzle-orm";
import { auditMade, type Act } from "./audit.ts";
import { isSo } from "./conditions.ts";
import type { Database } from "./client/open.ts";

// What leaves, by name: secrets, their hashes, networks and what emails say stand in none of these. Each part selects an id and
// a row as JSON, and is read in the order of those ids, so many at a time, and no more than fit.

// The database's server answers no more than 10 MB, in which each quote stands with its backslash; a Worker holds it some times.
const AT_A_TIME_BYTES = 4_000_000;

type Part = { rows: SQL; atATime: number };

const listOf = (rows: SQL) => sql`json((select json_group_array(json(row)) from (${rows})))`;

const slugsOf = (rows: SQL) => sql`json((select json_group_array(slug) from (${rows})))`;

const part = (rows: SQL, atATime = 10_000): Part => ({ rows, atATime });

const texts = (kind: "article" | "page") =>
  part(
    sql`select id, json_object('id', id, 'slug', slug, 'title', title, 'standfirst', standfirst, 'body', body,
      'authors', ${slugsOf(sql`select u.slug from article_authors w join authors u on u.id = w.author_id
        where w.article_id = articles.id order by w.position`)},
      'category', (select c.slug from categories c where c.id = articles.category_id),
      'tags', ${slugsOf(sql`select t.slug from article_tags l join tags t on t.id = l.tag_id
        where l.article_id = articles.id order by t.slug`)},
      'picture', picture_id, 'state', state, 'isOpenForComments', ${isSo(sql`is_open_for_comments`)}, 'openDays', open_days,
      'publishAt', publish_at, 'publishedAt', published_at, 'trashedAt', trashed_at, 'createdAt', created_at,
      'updatedAt', updated_at, 'version', version) as row from articles where kind = ${kind}`,
    500,
  );

/** Everything that an organiser owns, in parts. */
export const exportParts = {
  authors: part(
    sql`select id, json_object('id', id, 'slug', slug, 'name', name, 'bio', bio) as row from authors`,
  ),
  categories: part(sql`select id, json_object('id', id, 'slug', slug, 'title', title,
    'parent', (select p.slug from categories p where p.id = categories.parent_id)) as row from categories`),
  tags: part(sql`select id, json_object('id', id, 'slug', slug, 'title', title) as row from tags`),
  media:
    part(sql`select id, json_object('id', id, 'width', width, 'height', height, 'alt', alt, 'caption', caption,
    'credit', credit, 'createdAt', created_at) as row from media`),
  articles: texts("article"),
  pages: texts("page"),
  redirects: part(
    sql`select from_slug as id, json_object('from', from_slug, 'to', to_slug, 'madeAt', made_at) as row from redirects`,
  ),
  comments: part(
    sql`select id, json_object('id', id,
    'article', (select a.slug from articles a where a.id = comments.article_id), 'answers', parent_id, 'number', number,
    'name', name, 'email', email, 'body', body, 'state', state, 'wantsNotice', ${isSo(sql`wants_notice`)},
    'postedAt', posted_at, 'provedAt', proved_at, 'judgedAt', judged_at, 'editedAt', edited_at) as row from comments`,
    5000,
  ),
  reports:
    part(sql`select id, json_object('id', id, 'comment', comment_id, 'reason', reason, 'explanation', explanation,
    'state', state, 'reportedAt', reported_at, 'decidedAt', decided_at, 'decidedBy', decided_by, 'rule', rule,
    'statement', statement) as row from reports`),
  steps:
    part(sql`select id, json_object('id', id, 'slug', slug, 'position', position, 'title', title, 'summary', summary,
    'body', body, 'requires', (select r.slug from steps r where r.id = steps.requires_id), 'forWhom', for_whom,
    'opens', opens, 'guides', guides, 'priceCents', price_cents, 'payment', payment) as row from steps`),
  sessions: part(sql`select id, json_object('id', id, 'slug', slug,
    'step', (select t.slug from steps t where t.id = sessions.step_id), 'title', title, 'summary', summary,
    'startsLocal', starts_local, 'endsLocal', ends_local, 'timeZone', time_zone,
    'later', ${listOf(sql`select json_object('startsLocal', m.starts_local, 'endsLocal', m.ends_local) as row
      from meetings m where m.session_id = sessions.id order by m.position`)},
    'place', place, 'address', address, 'city', city, 'guides', guides, 'capacity', capacity, 'onlineUrl', online_url,
    'notes', notes, 'opensAt', opens_at, 'closesAt', closes_at, 'priceCents', price_cents, 'payment', payment,
    'questions', ${listOf(sql`select json_object('kind', q.kind, 'label', q.label, 'choices', json(q.choices),
      'isRequired', ${isSo(sql`q.is_required`)}) as row
      from questions q where q.session_id = sessions.id and q.removed_at is null order by q.position`)},
    'state', state, 'cancelReason', cancel_reason) as row from sessions`),
  people: part(sql`select id, json_object('id', id, 'name', name, 'email', email, 'createdAt', created_at,
    'confirmedAt', confirmed_at) as row from people`),
  signups: part(sql`select id, json_object('id', id,
    'session', (select s.slug from sessions s where s.id = signups.session_id), 'person', person_id, 'party', party_id,
    'name', name, 'email', email, 'organisation', organisation, 'role', role, 'note', note,
    'answers', ${listOf(sql`select json_object('question', q.label, 'answer', a.value) as row from answers a
      join questions q on q.id = a.question_id where a.signup_id = signups.id order by q.position`)},
    'attended', json((select json_group_array(a.meeting) from attendances a where a.signup_id = signups.id)),
    'state', state, 'line', line, 'signedUpAt', signed_up_at, 'consentedAt', consented_at, 'confirmedAt', confirmed_at)
    as row from signups`),
  subscribers: part(sql`select person_id as id, json_object('person', person_id,
    'categories', iif(categories is null, null, ${slugsOf(sql`select c.slug from categories c
      where c.id in (select value from json_each(subscribers.categories)) order by c.slug`)}),
    'since', since, 'stoppedAt', stopped_at) as row from subscribers`),
  emails:
    part(sql`select id, json_object('id', id, 'kind', kind, 'to', to_address, 'subject', subject, 'state', state,
    'attempts', attempts, 'createdAt', created_at, 'dueAt', due_at, 'sentAt', sent_at, 'problem', problem,
    'againOf', again_of) as row from emails`),
  menu: part(sql`select cast(id as text) as id, items as row from menu`),
  settings: part(
    sql`select name as id, json_object('name', name, 'value', value, 'version', version) as row from settings`,
  ),
  audit:
    part(sql`select id, json_object('id', id, 'at', at, 'admin', admin_name, 'act', act, 'subject', subject) as row
    from audit`),
} satisfies Record<string, Part>;

export type ExportPart = keyof typeof exportParts;

/** The next rows of a part as JSON, after the row with this id, and the id to go on after; null when these are the last. */
export async function readPart(
  db: Database,
  name: ExportPart,
  after: string,
): Promise<{ rows: string[]; next: string | null }> {
  const { rows, atATime } = exportParts[name];
  const found = await db.all<{ id: string; row: string; following: string | null }>(
    sql`select id, row, following from (select id, row, lead(id) over (order by id) as following,
        sum(octet_length(row)) over (order by id) - octet_length(row) as before
      from (select id, row from (${rows}) where id > ${after} order by id limit ${atATime}))
      where before < ${AT_A_TIME_BYTES} order by id`,
  );
  const last = found.at(-1);
  const isMore = last !== undefined && (last.following !== null || found.length === atATime);
  return { rows: found.map(({ row }) => row), next: isMore ? last.id : null };
}

/** Writes down who took everything along. */
export async function noteExport(db: Database, by: Act): Promise<void> {
  await auditMade(db, by, "export", sql`select 'all' as id`);
}
