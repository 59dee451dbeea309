// Reading order: app.tsx (which page) -> sign-in.tsx (who) -> home.tsx, comments.tsx, reports.tsx … (what waits) -> client.ts (the protected endpoint).
import { app } from "./app.tsx";

export default app;
