import {
  publishArticle,
  scheduleArticle,
  trashArticle,
  unpublishArticle,
  untrashArticle,
  type Which,
} from "@ontsecretaressen/db/articles/act";
import type { Act } from "@ontsecretaressen/db/audit";
import { findArticle, listArticles } from "@ontsecretaressen/db/articles/find";
import type { Database } from "@ontsecretaressen/db/client/open";
import { ScheduleDraft } from "@ontsecretaressen/domain/admin-drafts";
import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { wallToUtc } from "@ontsecretaressen/domain/session";
import {
  type AdminAnswer,
  type AdminCall,
  actOf,
  endpoint,
  endpointWithBody,
  listed,
  notFound,
  stale,
} from "../admin/endpoint.ts";
import { textAgain } from "./save.ts";

type Room = "/articles" | "/pages";
type Kept = Awaited<ReturnType<typeof publishArticle>>;
type Change = (db: Database, which: Which, by: Act) => Promise<Kept>;

/** What organisers do with a text as a whole: each may name the version that was read. */
export const actEndpoints = (kind: ArticleKind, room: Room) => [
  act(room, "publish", `Publish an ${kind} now`, publishArticle),
  act(room, "unpublish", `Take an ${kind} off the site`, unpublishArticle),
  act(room, "unschedule", `Let an ${kind} not come out by itself`, (db, which, by) =>
    scheduleArticle(db, which, by, null),
  ),
  act(room, "trash", `Throw an ${kind} away, and keep all of it`, trashArticle),
  act(room, "untrash", `Take an ${kind} out of the trash, as a draft`, untrashArticle),
  endpointWithBody(
    {
      method: "post",
      path: `${room}/{id}/schedule`,
      role: "editor",
      summary: `Let an ${kind} come out by itself, at a moment on the clock of Amsterdam`,
      again: textAgain,
    },
    ScheduleDraft,
    async (call) => {
      const publishAt = wallToUtc(call.body.at, call.body.timeZone);
      if (publishAt <= call.world.now().toISOString()) {
        return { status: 422, code: "moment_past", message: "That moment is past: publish it instead." };
      }
      return answer(call, await scheduleArticle(call.world.db, whichOf(call), actOf(call), publishAt));
    },
  ),
  endpoint(
    {
      method: "get",
      path: `${room}/trash`,
      role: "editor",
      summary: `The ${kind}s that were thrown away, newest first`,
      isList: true,
    },
    async ({ world, page }) =>
      listed(await listArticles(world.reader, { ...page, kind, isTrashed: true }), page.limit),
  ),
];

const act = (room: Room, name: string, summary: string, change: Change) =>
  endpoint(
    { method: "post", path: `${room}/{id}/${name}`, role: "editor", summary, again: textAgain },
    async (call) => answer(call, await change(call.world.db, whichOf(call), actOf(call))),
  );

const whichOf = ({ id, version }: AdminCall<unknown>): Which => ({ id, version });

async function answer({ world, id }: AdminCall<unknown>, kept: Kept): Promise<AdminAnswer> {
  if (kept !== null) return { status: 200, body: kept, version: kept.version };
  return (await findArticle(world.reader, id)) === null ? notFound : stale;
}
