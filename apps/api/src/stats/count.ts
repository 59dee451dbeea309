import { countAll } from "@ontsecretaressen/db/stats";
import { endpoint } from "../admin/endpoint.ts";

/** How much there is of everything. */
export const statsEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/stats",
      role: "any",
      summary: "How many there are of each thing, in all and in each state; one that has none is left out",
    },
    async ({ world }) => {
      const at = world.now().toISOString();
      const counts: Record<string, Record<string, number>> = {};
      for (const { thing, state, count } of await countAll(world.reader, at)) {
        const of = (counts[thing] ??= { total: 0 });
        of[state] = count;
        of["total"] = (of["total"] ?? 0) + count;
      }
      return { status: 200, body: { at, ...counts } };
    },
  ),
];
