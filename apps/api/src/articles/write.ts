import {
  type ArticleText,
  findObstacle,
  insertArticle,
  publishArticle,
  unpublishArticle,
  updateArticle,
} from "@ontsecretaressen/db/article-writes";
import { listRedirects } from "@ontsecretaressen/db/redirects";
import { findArticle, listArticles } from "@ontsecretaressen/db/articles";
import { ArticleDraft } from "@ontsecretaressen/domain/admin-drafts";
import type { ArticleKind } from "@ontsecretaressen/domain/article";
import { done, type Result } from "@ontsecretaressen/domain/result";
import {
  actOf,
  type AdminAnswer,
  type AdminCall,
  endpoint,
  endpointWithBody,
  listed,
  notFound,
} from "../admin/endpoint.ts";
import { type PictureRefusal, refusePicture, writeText } from "./text.ts";

/** What organisers do with texts of one kind. */
const endpointsFor = (kind: ArticleKind, room: "/articles" | "/pages") => [
  endpoint(
    { method: "get", path: room, role: "editor", summary: `The ${kind}s, newest first`, isList: true },
    async ({ world, page }) => listed(await listArticles(world.db, { ...page, kind }), page.limit),
  ),
  endpointWithBody(
    { method: "post", path: room, role: "editor", summary: `Start a draft of an ${kind} in Markdown` },
    ArticleDraft,
    async (call) => {
      const text = await textOf(call);
      if (!text.ok) return refusePicture(text.refusal);
      const kept = await insertArticle(
        call.world.db,
        {
          ...text.value,
          id: call.world.newId("art"),
          kind,
          idempotencyKey: `${call.admin.id} ${call.idempotencyKey ?? call.world.newId("wri")}`,
        },
        actOf(call),
      );
      return kept === null ? obstacle(call, null) : { status: 201, body: kept, version: kept.version };
    },
  ),
  endpoint(
    { method: "get", path: `${room}/{id}`, role: "editor", summary: `One ${kind} with its Markdown` },
    async ({ world, id }) => {
      const found = await findArticle(world.db, id);
      return found === null || found.kind !== kind
        ? notFound
        : { status: 200, body: found, version: found.version };
    },
  ),
  endpointWithBody(
    {
      method: "put",
      path: `${room}/{id}`,
      role: "editor",
      summary: `Save an ${kind} over the version that was read`,
      needsVersion: true,
    },
    ArticleDraft,
    async (call) => {
      if (call.version === null) {
        return { status: 428, code: "version_missing", message: "Name the version you read in If-Match." };
      }
      const text = await textOf(call);
      if (!text.ok) return refusePicture(text.refusal);
      const change = { ...text.value, id: call.id, version: call.version };
      const saved = await updateArticle(call.world.db, change, actOf(call));
      return saved === null ? obstacle(call, call.id) : { status: 200, body: saved, version: saved.version };
    },
  ),
  endpoint(
    { method: "post", path: `${room}/{id}/publish`, role: "editor", summary: `Publish an ${kind} now` },
    async (call) => {
      const published = await publishArticle(call.world.db, call.id, actOf(call));
      return published === null ? notFound : { status: 200, body: published, version: published.version };
    },
  ),
  endpoint(
    {
      method: "post",
      path: `${room}/{id}/unpublish`,
      role: "editor",
      summary: `Take an ${kind} off the site`,
    },
    async (call) => {
      const kept = await unpublishArticle(call.world.db, call.id, actOf(call));
      return kept === null ? notFound : { status: 200, body: kept, version: kept.version };
    },
  ),
];

export const articleEndpoints = [
  ...endpointsFor("article", "/articles"),
  ...endpointsFor("page", "/pages"),
  endpoint(
    {
      method: "get",
      path: "/redirects",
      role: "editor",
      summary: "Where texts that moved stand now",
      isList: true,
    },
    async ({ world, page }) => listed(await listRedirects(world.db, page), page.limit),
  ),
];

async function textOf({
  world,
  body: draft,
}: AdminCall<ArticleDraft>): Promise<Result<ArticleText, PictureRefusal>> {
  const written = await writeText(world, draft.body);
  return written.ok ? done({ ...draft, ...written.value }) : written;
}

async function obstacle(
  { world, body }: AdminCall<ArticleDraft>,
  ownId: string | null,
): Promise<AdminAnswer> {
  if (ownId !== null && (await findArticle(world.db, ownId)) === null) return notFound;
  const code = await findObstacle(world.db, { ...body, ownId });
  if (code === null) {
    return {
      status: 412,
      code: "version_stale",
      message: "Someone saved another version; read it and save again.",
    };
  }
  return { status: 409, code, message: OBSTACLES[code] };
}

const OBSTACLES = {
  slug_taken: "Another text stands at this address.",
  unknown_author: "There is no author with this slug.",
  unknown_category: "There is no category with this slug.",
  unknown_tag: "There is no tag with one of these slugs.",
  unknown_picture: "There is no picture with this id.",
};
