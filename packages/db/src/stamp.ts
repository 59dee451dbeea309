import { shortHash } from "./hash.ts";

const MARK_LETTERS = 12;

/** When a form was made, with our mark under it. The mark is part of a hash, so that nobody can carry it on. */
export async function stampOf(secret: string, madeAt: number): Promise<string> {
  const moment = madeAt.toString(36);
  const mark = await shortHash(`${secret} ${moment}`);
  return `${moment}.${mark.slice(0, MARK_LETTERS)}`;
}
