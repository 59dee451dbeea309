// Reading order: app.tsx (what is asked) -> comments/, signups/ (the public writes) -> admin/ (the protected endpoint)
// -> context.ts (what a request is given).
import { app } from "./app.tsx";

export default app;
