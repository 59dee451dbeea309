// Reading order: cards/show.ts (what is asked) -> cards/draw.ts (the picture) -> cards/lay-out.ts, letters.ts (its words).
import { isDatabaseUnavailable } from "@ontsecretaressen/db/client/unavailable";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { showCard } from "./cards/show.ts";
import { databaseOf } from "./context.ts";

export default {
  async fetch(request, env): Promise<Response> {
    const { pathname } = new URL(request.url);
    try {
      return await showCard(databaseOf(env), pathname, request.headers.get("if-none-match") ?? "");
    } catch (error) {
      const requestId = request.headers.get("cf-ray") ?? crypto.randomUUID();
      console.error(faultLine({ requestId, method: request.method, path: pathname, error }));
      const status = isDatabaseUnavailable(error) ? 503 : 500;
      return new Response(null, { status, headers: { "cache-control": "no-store", "retry-after": "30" } });
    }
  },
} satisfies ExportedHandler<Env>;
