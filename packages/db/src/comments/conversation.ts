import {
  type Conversation,
  type ConversationAsked,
  isConversationPage,
  threadsPerPage,
} from "@ontsecretaressen/domain/comment";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../client/open.ts";
import { articles, comments } from "../tables/articles.ts";

type Size = { count: number; threads: number; page: number; order: Conversation["order"] };

// Written out: a number that is bound comes as a fraction, and so would what it divides.
const perPage = sql.raw(String(threadsPerPage));

const isShown = sql`${comments.state} in ('visible', 'deleted')`;

// What the rules called spam waits like any other for its writer.
const isWaitingOf = (personId: string) =>
  and(eq(comments.personId, personId), inArray(comments.state, ["waiting_for_address", "held", "spam"]));

/**
 * A page of a text's conversation, as statements for the batch of whatever shows it: how large it is, and the comments
 * of its threads. What was deleted comes along, for an answer may stand under it. Who is known gets her own that wait.
 */
export function selectConversation(
  db: Database,
  slug: string,
  asked: ConversationAsked,
  personId: string | null,
) {
  const articleId = sql`(select id from articles where slug = ${slug} and state = 'published')`;
  const order = "order" in asked ? asked.order : "oldest";
  const page = "page" in asked ? sql`${asked.page}` : pageOfComment(articleId, asked.around);
  const threads = sql`(select distinct thread from comments where article_id = ${articleId} and state = 'visible'
      order by thread ${sql.raw(order === "newest" ? "desc" : "asc")}
      limit ${perPage} offset (${page} - 1) * ${perPage})`;
  const isOfPage = and(isShown, sql`${comments.thread} in ${threads}`);
  return {
    size: db.all<Size>(sql`select count(*) as count, (select count(*) from (select distinct thread from comments
        where article_id = ${articleId} and state = 'visible')) as threads, ${page} as page, ${order} as "order"
      from comments where article_id = ${articleId} and state = 'visible'`),
    comments: db
      .select({
        id: comments.id,
        parentId: comments.parentId,
        number: comments.number,
        name: comments.name,
        html: comments.bodyHtml,
        postedAt: comments.postedAt,
        isDeleted: sql`${comments.state} = 'deleted'`.mapWith(Boolean),
        isOwn: sql`coalesce(${comments.personId} = ${personId}, 0)`.mapWith(Boolean),
      })
      .from(comments)
      .where(
        and(
          sql`${comments.articleId} = ${articleId}`,
          personId === null ? isOfPage : or(isOfPage, isWaitingOf(personId)),
        ),
      )
      .orderBy(
        ...(personId === null ? [] : [sql`${comments.number} is null`]),
        asc(comments.thread),
        asc(comments.number),
      ),
  };
}

/** What the two statements found, as one conversation. */
export function toConversation(sizes: Size[], found: Conversation["comments"]): Conversation {
  const { count = 0, threads = 0, page = 1, order = "oldest" } = sizes[0] ?? {};
  return { comments: found, count, threads, page, order };
}

/** A page of a conversation with the text that it is about, in one round trip. Null when there is no such page. */
export async function findConversationPage(db: Database, slug: string, asked: ConversationAsked) {
  const talk = selectConversation(db, slug, asked, null);
  const [found, sizes, said] = await db.batch([
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
    talk.size,
    talk.comments,
  ]);
  const article = found[0];
  const conversation = toConversation(sizes, said);
  return article !== undefined && isConversationPage(conversation) ? { article, conversation } : null;
}

/** On which page of its conversation, oldest first, a visible comment stands. Null when it doesn't. */
export async function findPageOfComment(db: Database, slug: string, id: string): Promise<number | null> {
  const articleId = sql`(select id from articles where slug = ${slug} and state = 'published')`;
  const rows = await db.all<{
    page: number;
  }>(sql`select ${pageOfComment(articleId, id)} as page from comments c
    where c.id = ${id} and c.article_id = ${articleId} and c.state = 'visible'`);
  return rows[0]?.page ?? null;
}

// Of one that waits: where its answered comment stands, or else the last page.
function pageOfComment(articleId: SQL, id: string): SQL {
  return sql`(select 1 + max(0, count(*) - 1) / ${perPage} from (select distinct o.thread from comments o
    where o.article_id = ${articleId} and o.state = 'visible' and o.thread <= coalesce(
      (select c.thread from comments c where c.id = ${id}),
      (select p.thread from comments c join comments p on p.id = c.parent_id where c.id = ${id}), o.thread)))`;
}
