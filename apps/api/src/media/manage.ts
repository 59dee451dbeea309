import {
  deleteMedia,
  findMedia,
  listMedia,
  listUses,
  updateMedia,
} from "@ontsecretaressen/db/articles/media";
import { mediaPath, widthsOf } from "@ontsecretaressen/domain/media";
import { MediaDraft } from "@ontsecretaressen/domain/media-draft";
import {
  actOf,
  type AdminAnswer,
  type AdminCall,
  endpoint,
  endpointWithBody,
  endpointWithFile,
  foundOr404,
  isGone,
  listed,
  notFound,
  stale,
  versionMissing,
} from "../admin/endpoint.ts";
import { redrawn } from "../articles/text.ts";
import { uploadMedia } from "./upload.ts";

/** What organisers do with pictures. */
export const mediaEndpoints = [
  endpoint(
    { method: "get", path: "/media", role: "editor", summary: "The pictures, newest first", isList: true },
    async ({ world, page }) => listed(await listMedia(world.db, page), page.limit),
  ),
  endpointWithFile(
    {
      method: "post",
      path: "/media",
      role: "editor",
      summary: "Keep a picture (JPEG, PNG, WebP, GIF or AVIF, 10 MB) with its alt text, caption and credit",
      again: async ({ world }, id) => foundOr404(await findMedia(world.reader, id), 201),
    },
    uploadMedia,
  ),
  endpoint(
    {
      method: "get",
      path: "/media/{id}",
      role: "editor",
      summary: "One picture, and the texts that show it",
    },
    async ({ world, id }) => {
      const found = await findMedia(world.db, id);
      if (found === null) return notFound;
      const uses = await listUses(world.db, id);
      return { status: 200, body: { ...found, uses: uses.map(({ slug }) => slug) }, version: found.version };
    },
  ),
  endpointWithBody(
    {
      method: "put",
      path: "/media/{id}",
      role: "editor",
      summary: "Save what is said of a picture over the version that was read",
      needsVersion: true,
      again: async ({ world }, id) => foundOr404(await findMedia(world.reader, id)),
    },
    MediaDraft,
    save,
  ),
  endpoint(
    {
      method: "delete",
      path: "/media/{id}",
      role: "editor",
      summary: "Remove a picture that no text shows",
      again: isGone,
    },
    remove,
  ),
];

async function save(call: AdminCall<MediaDraft>): Promise<AdminAnswer> {
  const { world, id, version, body } = call;
  if (version === null) return versionMissing;
  const found = await findMedia(world.db, id);
  if (found === null) return notFound;
  const texts = await redrawn(world, await listUses(world.db, id), { ...found, ...body });
  const saved = await updateMedia(world.db, { ...body, id, version }, texts, actOf(call));
  return saved === null ? stale : foundOr404(saved);
}

async function remove(call: AdminCall<unknown>): Promise<AdminAnswer> {
  const { world, id } = call;
  const found = await findMedia(world.db, id);
  if (found === null) return notFound;
  if (!(await deleteMedia(world.db, id, actOf(call)))) {
    const uses = await listUses(world.db, id);
    const where = uses.map(({ slug }) => `/${slug}/`).join(", ");
    return { status: 409, code: "in_use", message: `A text still shows it: ${where}.` };
  }
  const paths = [
    ...widthsOf(found).map((width) => mediaPath(id, width, "webp")),
    mediaPath(id, found.width, "jpg"),
  ];
  await world.bucket.delete(paths.map((path) => path.slice(1)));
  return { status: 204 };
}
