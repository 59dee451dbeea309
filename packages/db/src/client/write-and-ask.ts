import type { BatchItem } from "drizzle-orm/batch";
import type { Database, Write } from "./open.ts";

/** Does any number of writes in one batch, and gives what the question at its end finds. */
export async function writeAndAsk<Rows>(
  db: Database,
  writes: Write[],
  ask: BatchItem<"sqlite"> & PromiseLike<Rows>,
): Promise<Rows> {
  const first: BatchItem<"sqlite">[] = [...writes];
  const [head, ...rest] = [...first, ask];
  const results: unknown[] = await db.batch([head, ...rest]);
  return results.at(-1) as Rows;
}
