// Reading order: app.tsx (what is asked) -> comments/, signups/ (the public writes) -> admin/ (the protected endpoint)
// -> edge/ (what the edge forgets) -> context.ts (what a request is given).
import { app } from "./app.tsx";
import { type Bindings, worldOfCron } from "./context.ts";
import { forgetChanged } from "./edge/forget.ts";

export default {
  fetch: app.fetch,
  scheduled: (_event, env) => forgetChanged(worldOfCron(env)),
} satisfies ExportedHandler<Bindings>;
