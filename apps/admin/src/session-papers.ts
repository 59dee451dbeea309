import { Hono } from "hono";
import { refused } from "./answer.tsx";
import type { AppEnv } from "./context.ts";
import { signedInClient } from "./sign-in.tsx";

/** What is printed or saved of a session, as the protected endpoint gives it: by the name that organisers know it by. */
const PAPERS: Record<string, string> = {
  presentielijst: "sign-in-sheet",
  naambadges: "badges",
  "deelnemers.csv": "people.csv",
};

export const sessionPaperRoutes = new Hono<AppEnv>();

sessionPaperRoutes.get("/beheer/bijeenkomsten/:id{ses_[0-9a-z]+}/:paper", async (c) => {
  const paper = PAPERS[c.req.param("paper")];
  if (paper === undefined) return c.notFound();
  const client = signedInClient(c);
  if (client === null) return c.redirect("/beheer/inloggen", 303);
  const answer = await client.open(`/sessions/${c.req.param("id")}/${paper}`);
  return answer.ok ? answer : refused(c, answer.status);
});
