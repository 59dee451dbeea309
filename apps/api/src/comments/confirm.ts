import {
  findCommentByLink,
  type LinkedComment,
  proveAddress,
  useCommentLinks,
} from "@ontsecretaressen/db/comments/links";
import { sha256 } from "@ontsecretaressen/db/hash";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";
import type { World } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";
import { judge } from "./judge.ts";
import { settle } from "./settle.ts";

/**
 * Proves the address of a comment by the link that went to it; then the rules decide what becomes of the comment.
 * Pressing again gives the same answer, for as long as the link lasts: it lets a browser in. Refuses an unknown or past link.
 */
export async function confirmComment(
  world: World,
  token: string,
): Promise<Result<LinkedComment & { personId: string }, { code: "link_gone" }>> {
  const tokenHash = await sha256(token);
  const now = world.now().toISOString();
  const comment = await findCommentByLink(world.reader, tokenHash, now);
  if (
    comment === null ||
    comment.isPast ||
    comment.personId === null ||
    comment.purpose !== "confirm_comment"
  )
    return refused({ code: "link_gone" });
  const { id, personId, name, body, fingerprint, network, formSeconds } = comment;
  const decision = await judge(world, {
    about: { id },
    name,
    body,
    network,
    trap: "",
    secondsOnForm: formSeconds,
    fingerprint: fingerprint ?? "",
  });
  const [first, ...others] = [
    ...proveAddress(world.db, id, now),
    ...(await settle(world, { id, decision, tellsWriter: decision.to === "held" })),
    useCommentLinks(world.db, tokenHash, now),
  ];
  if (first !== undefined) await world.db.batch([first, ...others]);
  world.nudgeMailer();
  if (decision.to === "visible") await forgetChanged(world);
  return done({ ...comment, personId });
}
