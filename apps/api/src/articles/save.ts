import { type ArticleText, findObstacle, updateArticle } from "@ontsecretaressen/db/articles/write";
import { findArticle } from "@ontsecretaressen/db/articles/find";
import { type ArticleDraft, authorsOf } from "@ontsecretaressen/domain/admin-drafts";
import { done, type Result } from "@ontsecretaressen/domain/result";
import {
  actOf,
  type AdminAnswer,
  type AdminCall,
  foundOr404,
  notFound,
  stale,
  versionMissing,
} from "../admin/endpoint.ts";
import { type PictureRefusal, refusePicture, writeText } from "./text.ts";

/** What who asks again gets: a text that was saved under this key before, as it is now. */
export const textAgain = async ({ world }: AdminCall<unknown>, id: string): Promise<AdminAnswer> =>
  foundOr404(await findArticle(world.reader, id));

/** Saves a text over the version that was read; a stale one is refused, and nothing is lost. */
export async function saveText(call: AdminCall<ArticleDraft>): Promise<AdminAnswer> {
  if (call.version === null) return versionMissing;
  const text = await textOf(call);
  if (!text.ok) return refusePicture(text.refusal);
  const change = { ...text.value, id: call.id, version: call.version };
  const saved = await updateArticle(call.world.db, change, actOf(call));
  return saved === null ? obstacle(call, call.id) : { status: 200, body: saved, version: saved.version };
}

/** A text as it is kept, or why its pictures can't be. */
export async function textOf({
  world,
  body: draft,
}: AdminCall<ArticleDraft>): Promise<Result<ArticleText, PictureRefusal>> {
  const written = await writeText(world, draft.body);
  if (!written.ok) return written;
  const { author: _, ...rest } = draft;
  return done({ ...rest, authors: authorsOf(draft), ...written.value });
}

/** What stood in the way of a text that was not kept. */
export async function obstacle(
  { world, body }: AdminCall<ArticleDraft>,
  ownId: string | null,
): Promise<AdminAnswer> {
  if (ownId !== null && (await findArticle(world.db, ownId)) === null) return notFound;
  const code = await findObstacle(world.db, { ...body, authors: authorsOf(body), ownId });
  if (code === null) return stale;
  return { status: 409, code, message: OBSTACLES[code] };
}

const OBSTACLES = {
  slug_taken: "Another text stands at this address.",
  unknown_author: "There is no author with one of these slugs.",
  unknown_category: "There is no category with this slug.",
  unknown_tag: "There is no tag with one of these slugs.",
  unknown_picture: "There is no picture with this id.",
};
