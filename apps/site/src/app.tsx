import { isDatabaseUnavailable } from "@ontsecretaressen/db/client/unavailable";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { Hono } from "hono/tiny";
import { requestId } from "hono/request-id";
import { message, notFound } from "./answer.tsx";
import { archiveRoutes } from "./archives/show.tsx";
import { articleRoutes } from "./articles/show.tsx";
import { conversationRoutes } from "./comments/show.tsx";
import { type AppEnv, withWorld } from "./context.ts";
import { agendaRoutes } from "./agenda/show.tsx";
import { feedRoutes } from "./feeds/show.ts";
import { handOn } from "./hand-on.ts";
import { machineRoutes } from "./machines/show.ts";
import { searchRoutes } from "./search/show.tsx";
import { sessionRoutes } from "./sessions/show.tsx";
import { tidyAddress, WITHOUT_SLASH } from "./tidy-address.ts";
import { lost } from "./way-on.ts";

export const app = new Hono<AppEnv>();

// What writes or shows one person's things lives behind the same door, in other Workers.
const API_PATHS = "api|bevestig|bewijs|mijn|afmelden|melden|modereer|voorbeeld|volgen|media";
app.all(`/:path{${API_PATHS}}/*`, (c) => handOn(c.req.raw, c.env.API));
app.all("/beheer/*", (c) => handOn(c.req.raw, c.env.ADMIN));

app.use(requestId({ headerName: "cf-ray" }), withWorld);
app.use(async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  c.header("allow", "GET, HEAD");
  return message(c, 405, { title: "Dat kan hier niet", text: "Op deze pagina valt alleen iets te lezen." });
});

app.use(tidyAddress);

app.route("/", sessionRoutes);
app.route("/", agendaRoutes);
app.route("/", machineRoutes);
app.route("/", searchRoutes);
app.route("/", feedRoutes);
app.route("/", archiveRoutes);
app.route("/", conversationRoutes);
app.route("/", articleRoutes);

// An old address may have had more words than ours.
app.notFound((c) => {
  const path = c.req.path.slice(0, -1);
  return WITHOUT_SLASH.test(path) ? lost(c, path.slice(1)) : notFound(c);
});

app.onError((error, c) => {
  console.error(faultLine({ requestId: c.get("requestId"), method: c.req.method, path: c.req.path, error }));
  if (isDatabaseUnavailable(error)) {
    c.header("retry-after", "30");
    return message(c, 503, {
      title: "We zijn er zo weer",
      text: "De site kan nu even niet bij zijn teksten. Probeer het over een minuut nog eens.",
    });
  }
  return message(c, 500, {
    title: "Hier ging bij ons iets mis",
    text: `We kunnen het terugvinden onder dit nummer: ${c.get("requestId")}.`,
  });
});
