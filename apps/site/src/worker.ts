// Reading order: app.tsx (which door) -> articles/, sessions/ (the pages) -> answer.tsx (how they go out).
import { app } from "./app.tsx";

export default app;
