// Reading order: app.tsx (what is asked) -> comments/, signups/ (the public writes) -> admin/ (the protected endpoint)
// -> edge/ (what the edge forgets) -> context.ts (what a request is given).
import { app } from "./app.tsx";
import { type Bindings, worldOfCron } from "./context.ts";
import { publishScheduled } from "./articles/publish-scheduled.ts";
import { forgetChanged } from "./edge/forget.ts";

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    const world = worldOfCron(env);
    await publishScheduled(world);
    await forgetChanged(world);
  },
} satisfies ExportedHandler<Bindings>;
