import { deletePreviews, insertPreview } from "@ontsecretaressen/db/articles/previews";
import { sha256 } from "@ontsecretaressen/db/hash";
import { type AdminAnswer, type AdminCall, actOf, notFound } from "../admin/endpoint.ts";

const DAY_MS = 86_400_000;

/** Makes a link that shows a text as it will look, to whoever holds it, for some days. */
export async function makePreviewLink(call: AdminCall<{ days: number }>): Promise<AdminAnswer> {
  const { world, id, body } = call;
  const token = world.newToken();
  const until = new Date(world.now().getTime() + body.days * DAY_MS).toISOString();
  const link = { hash: await sha256(token), articleId: id, until };
  const isKept = await insertPreview(world.db, link, actOf(call));
  if (!isKept) return notFound;
  return { status: 201, body: { url: `${world.siteUrl}/voorbeeld/${token}`, expiresAt: until } };
}

/** Ends every link that shows a text. */
export async function endPreviewLinks({ world, id }: AdminCall<unknown>): Promise<AdminAnswer> {
  await deletePreviews(world.db, id);
  return { status: 204 };
}
