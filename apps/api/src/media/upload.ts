import { sha256 } from "@ontsecretaressen/db/hash";
import { findMediaByHash, insertMedia, type Media } from "@ontsecretaressen/db/articles/media";
import { mediaLimits, mediaPath } from "@ontsecretaressen/domain/media";
import { MediaDraft } from "@ontsecretaressen/domain/media-draft";
import { type AdminAnswer, type AdminCall, type AdminRefusal, actOf } from "../admin/endpoint.ts";
import { makeSizes, type Size } from "./make.ts";
import type { SentFile } from "./read-file.ts";
import { sniff } from "./sniff.ts";

/**
 * Keeps a picture in all its sizes, and never the file itself. The same bytes with the same words give the same picture;
 * with other words they are refused.
 */
export async function uploadMedia(call: AdminCall<SentFile>): Promise<AdminAnswer> {
  const { world, body } = call;
  const said = MediaDraft.safeParse(body.fields);
  if (!said.success) {
    const fields = Object.fromEntries(
      said.error.issues.map(({ path, message }) => [path.join("."), message]),
    );
    return { status: 422, code: "invalid_body", message: "Some fields need another value.", fields };
  }
  const { bytes } = body;
  if (bytes.length > mediaLimits.bytesMax) return REFUSALS.too_large;
  const kind = sniff(bytes);
  if (kind === "svg") return REFUSALS.svg;
  if (kind === null) return REFUSALS.unknown_kind;
  const hash = await sha256(bytes);
  const before = await findMediaByHash(world.db, hash);
  if (before !== null) return knownPicture(before, said.data);

  const made = await makeSizes(world.darkroom, bytes);
  if (!made.ok) return REFUSALS[made.refusal.code];
  const { width, height, sizes } = made.value;
  const id = world.newId("med");
  await keep(world.bucket, id, sizes);
  const kept = await insertMedia(world.db, { id, hash, width, height, ...said.data }, actOf(call));
  // Somebody else brought the same bytes at the same time.
  if (kept?.id !== id) await world.bucket.delete(sizes.map((size) => keyOf(id, size)));
  if (kept === null) throw new Error("A picture was neither kept nor known.");
  if (kept.id !== id) return knownPicture(kept, said.data);
  return { status: 201, body: kept, version: kept.version };
}

/** One that is there already. Other words than it has are not dropped in silence: who sent them hears where to save them. */
function knownPicture(media: Media, said: MediaDraft): AdminAnswer {
  if (media.alt === said.alt && media.caption === said.caption && media.credit === said.credit)
    return { status: 200, body: media, version: media.version };
  return {
    status: 409,
    code: "already_there",
    message: `This picture is there already as ${media.id}, with other words. Save yours there, over its version.`,
    fields: { id: media.id },
  };
}

const keyOf = (id: string, { width, format }: Pick<Size, "width" | "format">) =>
  mediaPath(id, width, format).slice(1);

async function keep(bucket: R2Bucket, id: string, sizes: Size[]): Promise<void> {
  await Promise.all(sizes.map((size) => bucket.put(keyOf(id, size), size.bytes)));
}

const REFUSALS = {
  too_large: { status: 413, code: "too_large", message: "A picture may be 10 MB." },
  svg: {
    status: 415,
    code: "svg_refused",
    message: "SVG can carry programs, so it is not taken. Send the drawing as PNG.",
  },
  unknown_kind: {
    status: 415,
    code: "unknown_kind",
    message: "This is no JPEG, PNG, WebP, GIF or AVIF, whatever it is called.",
  },
  unreadable_picture: { status: 422, code: "unreadable_picture", message: "This picture can't be opened." },
  too_many_pixels: {
    status: 422,
    code: "too_many_pixels",
    message: "This picture has more than 50 million pixels. Make it smaller first.",
  },
} satisfies Record<string, AdminRefusal>;
