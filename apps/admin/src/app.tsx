import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { isForeignWrite } from "@ontsecretaressen/domain/same-origin";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { message } from "./answer.tsx";
import { commentRoutes } from "./comments.tsx";
import type { AppEnv } from "./context.ts";
import { exampleRoutes } from "./examples.tsx";
import { emailRoutes } from "./emails.tsx";
import { homeRoutes } from "./home.tsx";
import { journalRoutes } from "./journal.tsx";
import { reportRoutes } from "./reports.tsx";
import { sessionPaperRoutes } from "./session-papers.ts";
import { settingsRoutes } from "./settings.tsx";
import { signInRoutes } from "./sign-in.tsx";

const BODY_BYTES = 64 * 1024;

export const app = new Hono<AppEnv>();

app.use(requestId({ headerName: "cf-ray" }));
app.use(async (c, next) =>
  isForeignWrite(c.req.raw)
    ? message(c, 403, "Dat komt van een andere site", "Doe het hier nog een keer, dan komt het goed.")
    : next(),
);
app.use(
  bodyLimit({
    maxSize: BODY_BYTES,
    onError: (c) => message(c, 413, "Dat is te veel", "Probeer het korter."),
  }),
);

app.get("/beheer", (c) => c.redirect("/beheer/", 301));
app.route("/", signInRoutes);
for (const routes of [
  homeRoutes,
  commentRoutes,
  reportRoutes,
  emailRoutes,
  settingsRoutes,
  journalRoutes,
  exampleRoutes,
  sessionPaperRoutes,
])
  app.route("/", routes);

const METHODS = {
  "/beheer/": "GET, HEAD",
  "/beheer/inloggen": "GET, HEAD, POST",
  "/beheer/uitloggen": "POST",
  "/beheer/reacties/": "GET, HEAD, POST",
  "/beheer/reacties/:id/:act{plaatsen|afwijzen|reclame}": "POST",
  "/beheer/meldingen/": "GET, HEAD",
  "/beheer/meldingen/:id/:way{weg|blijft}": "POST",
  "/beheer/mails/": "GET, HEAD",
  "/beheer/mails/:id{eml_[0-9a-z]+}/": "GET, HEAD",
  "/beheer/mails/:id{eml_[0-9a-z]+}/:way{opnieuw|houd-tegen|verbeter}": "POST",
  "/beheer/mails/adressen/:id": "POST",
  "/beheer/mails/pauze/:reason": "POST",
  "/beheer/instellingen/": "GET, HEAD, POST",
  "/beheer/journaal/": "GET, HEAD",
  "/beheer/bijeenkomsten/:id/:paper": "GET, HEAD",
  "/beheer/mails/voorbeelden/*": "GET, HEAD",
  "/beheer/ongedaan/:bundle": "POST",
};

for (const [path, allowed] of Object.entries(METHODS)) {
  app.all(path, (c) => {
    c.header("allow", allowed);
    return message(c, 405, "Dat kan hier niet", "Ga terug naar beheer en kies daar wat je wilt doen.");
  });
}

app.notFound((c) => message(c, 404, "Deze pagina is er niet", "Misschien ging er iets mis in het adres."));

app.onError((error, c) => {
  console.error(faultLine({ requestId: c.get("requestId"), method: c.req.method, path: c.req.path, error }));
  return message(
    c,
    503,
    "Dat lukt nu even niet",
    `Probeer het zo weer. Ons nummer ervoor: ${c.get("requestId")}.`,
  );
});
