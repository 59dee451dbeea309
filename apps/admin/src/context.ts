import type { RequestIdVariables } from "hono/request-id";

/** What a request here is given: no database, only the protected endpoint. */
export type AppEnv = { Bindings: Env; Variables: RequestIdVariables };
