import {
  type CommentView,
  type Conversation,
  type ConversationAsked,
  commentsPerPage,
} from "@ontsecretaressen/domain/comment";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { articles } from "../tables/articles.ts";

type Row = Omit<Conversation, "comments"> &
  Omit<CommentView, "id" | "isDeleted" | "isOwn"> & { id: string | null; isDeleted: 0 | 1; isOwn: 0 | 1 };

// Written out: a number that is bound comes as a fraction, and so would what it divides.
const perPage = sql.raw(String(commentsPerPage));

const articleOf = (slug: string) =>
  sql`(select id from articles where slug = ${slug} and state = 'published')`;

/**
 * On which page each comment stands: a thread on the one that counting all comments before it gives, and of a longer
 * thread each next fifty on the next. So a page holds fewer than a hundred, and a thread of fifty is whole.
 */
const placed = (slug: string, order: SQL) => sql`select rowid as said, state,
    row_number() over (partition by thread order by number) > ${perPage} as goesOn,
    1 + (rank() over (order by thread ${order}) - 1) / ${perPage}
      + (row_number() over (partition by thread order by number) - 1) / ${perPage} as page
  from comments where article_id = ${articleOf(slug)} and state in ('visible', 'deleted')`;

// What the rules called spam waits like any other for its writer. What nobody proved to be hers may be anybody's.
const waitingOf = (slug: string, personId: string) => sql`select rowid, state, 0, null from comments
  where article_id = ${articleOf(slug)} and person_id = ${personId} and proved_at is not null and state in ('held', 'spam')`;

/**
 * A page of a text's conversation, as a statement for the batch of whatever shows it. What was deleted comes along, for an
 * answer may stand under it. Who is known gets her own that wait.
 */
export function selectConversation(
  db: Database,
  slug: string,
  asked: ConversationAsked,
  personId: string | null,
) {
  const order = "order" in asked ? asked.order : "oldest";
  const direction = sql.raw(order === "newest" ? "desc" : "asc");
  const pages = sql`coalesce(max(page) filter (where state = 'visible'), 1)`;
  return db.all<Row>(sql`with
    placed as (${placed(slug, direction)}${personId === null ? sql`` : sql` union all ${waitingOf(slug, personId)}`}),
    size as (select count(*) filter (where state = 'visible') as count, ${pages} as pages,
      ${"page" in asked ? asked.page : pageAround(asked.around, pages)} as page from placed)
    select size.*, ${order} as "order", c.id, c.parent_id as parentId, c.number, c.name, c.body_html as html,
      c.posted_at as postedAt, c.state = 'deleted' as isDeleted, coalesce(c.person_id = ${personId}, 0) as isOwn,
      iif(p.goesOn, (select answered.name from comments answered
        where answered.id = c.parent_id and answered.state in ('visible', 'deleted')), null) as answeredName
    from size left join placed p on p.page = size.page or p.page is null left join comments c on c.rowid = p.said
    order by c.number is null, c.thread ${direction}, c.number`);
}

// Of one that waits: where its answered comment stands, or else the last page.
function pageAround(id: string, pages: SQL): SQL {
  const own = sql`(select rowid from comments where id = ${id})`;
  const answered = sql`(select p.rowid from comments c join comments p on p.id = c.parent_id where c.id = ${id})`;
  return sql`coalesce(max(page) filter (where said = ${own}), max(page) filter (where said = ${answered}), ${pages})`;
}

/** What the statement found, as one conversation. */
export function toConversation(rows: Row[]): Conversation {
  const { count = 0, pages = 1, page = 1, order = "oldest" } = rows[0] ?? {};
  const comments = rows.flatMap(({ id, ...row }) => (id === null ? [] : [toComment({ ...row, id })]));
  return { comments, count, pages, page, order };
}

function toComment(row: Row & { id: string }): CommentView {
  const { id, parentId, number, name, html, postedAt, answeredName } = row;
  const is = { isDeleted: row.isDeleted === 1, isOwn: row.isOwn === 1 };
  return { id, parentId, number, name, html, postedAt, answeredName, ...is };
}

/** A page of a conversation with the text that it is about, in one round trip. Null when there is no such page. */
export async function findConversationPage(db: Database, slug: string, asked: ConversationAsked) {
  const [found, said] = await db.batch([
    db
      .select({
        kind: articles.kind,
        slug: articles.slug,
        title: articles.title,
        updatedAt: articles.updatedAt,
        isOpenForComments: articles.isOpenForComments,
      })
      .from(articles)
      .where(and(eq(articles.slug, slug), eq(articles.state, "published"))),
    selectConversation(db, slug, asked, null),
  ]);
  const article = found[0];
  const conversation = toConversation(said);
  return article !== undefined && conversation.page <= conversation.pages ? { article, conversation } : null;
}

/** On which page of its conversation, oldest first, a comment is shown. Null when it isn't. */
export async function findPageOfComment(db: Database, slug: string, id: string): Promise<number | null> {
  const rows = await db.all<{ page: number }>(sql`select page from (${placed(slug, sql.raw("asc"))})
    where said = (select rowid from comments where id = ${id})`);
  return rows[0]?.page ?? null;
}
