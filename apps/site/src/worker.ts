// Reading order: app.tsx (which door) -> articles/, sessions/ (the pages) -> answer.tsx (how they go out).
import { cache, WorkerEntrypoint } from "cloudflare:workers";
import { app } from "./app.tsx";
import type { Bindings } from "./context.ts";

export default class Site extends WorkerEntrypoint<Bindings> {
  override fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }

  /** Makes the edge forget every page with one of these tags, at most 100. It must run here: a purge is this Worker's own. */
  async purgeTags(tags: string[]): Promise<boolean> {
    // On one's own machine there is no edge to ask.
    if (typeof cache?.purge !== "function") return true;
    const { success } = await cache.purge({ tags });
    return success;
  }
}
