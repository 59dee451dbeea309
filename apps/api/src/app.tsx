import { findOutboxState } from "@ontsecretaressen/db/emails/find";
import { isDatabaseUnavailable } from "@ontsecretaressen/db/client/unavailable";
import { faultLine } from "@ontsecretaressen/domain/fault-line";
import { isForeignWrite } from "@ontsecretaressen/domain/same-origin";
import { mediaLimits } from "@ontsecretaressen/domain/media";
import { textLimits } from "@ontsecretaressen/domain/text";
import { MessagePage } from "@ontsecretaressen/ui/page/message";
import { problemSentences } from "@ontsecretaressen/ui/words/site";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { adminRoutes } from "./admin/routes.ts";
import { answers, page, refusal, type RefusalCode } from "./answers.tsx";
import { calendarRoutes } from "./calendars/show.ts";
import { certificateRoutes } from "./certificates/show.tsx";
import { commentRoutes } from "./comments/routes.tsx";
import { ownArticleRoutes } from "./comments/show-own.tsx";
import { type AppEnv, withWorld } from "./context.ts";
import { webhookRoutes } from "./emails/webhook.ts";
import { linkRoutes } from "./links/routes.tsx";
import { mediaRoutes } from "./media/serve.ts";
import { mineRoutes } from "./mine/routes.tsx";
import { reportPages, reportRoutes } from "./reports/routes.tsx";
import { claimRoutes } from "./signups/claim-routes.tsx";
import { correctRoutes } from "./signups/correct-routes.tsx";
import { signupRoutes } from "./signups/routes.tsx";
import { subscriberPages, subscriberRoutes } from "./subscribers/routes.tsx";
import { wishRoutes } from "./wishes/routes.tsx";

const ADMIN_BODY_BYTES = 4 * 1024 * 1024;

export const app = new Hono<AppEnv>();

const limit = (bytes: number) => bodyLimit({ maxSize: bytes, onError: (c) => refuse(c, "too_large") });

const adminLimit = limit(ADMIN_BODY_BYTES);
// A form around a file has some words of its own.
const fileLimit = limit(mediaLimits.bytesMax + 64 * 1024);

app.use(requestId({ headerName: "cf-ray" }), withWorld);
app.use(async (c, next) => (isForeignWrite(c.req.raw) ? refuse(c, "foreign_origin") : next()));
app.use("/api/admin/*", (c, next) =>
  c.req.path === "/api/admin/media" ? fileLimit(c, next) : adminLimit(c, next),
);
for (const path of [
  "/api/comments",
  "/api/reports",
  "/api/signups",
  "/api/wishes",
  "/api/webhooks/*",
  "/api/subscribers",
  "/bevestig/*",
  "/modereer/*",
  "/afmelden/*",
  "/mijn/*",
])
  app.use(path, limit(textLimits.bodyBytesMax));

app.route("/api/admin", adminRoutes);
app.route("/api/comments", commentRoutes);
app.route("/api/reports", reportRoutes);
app.route("/api/signups", signupRoutes);
app.route("/api/webhooks", webhookRoutes);
app.route("/api/subscribers", subscriberRoutes);
app.route("/media", mediaRoutes);
app.route("/", calendarRoutes);
app.route("/", certificateRoutes);
app.route("/", reportPages);
app.route("/", subscriberPages);
app.route("/", correctRoutes);
app.route("/", mineRoutes);
app.route("/", claimRoutes);
app.route("/", wishRoutes);
app.route("/", linkRoutes);
app.route("/", ownArticleRoutes);

app.get("/api/health", async (c) => {
  const { reader, now, version } = c.get("world");
  c.header("cache-control", "no-store");
  try {
    const { oldest, pause } = await findOutboxState(reader, now().toISOString());
    const seconds =
      oldest === null ? 0 : Math.max(0, Math.round((now().getTime() - Date.parse(oldest)) / 1000));
    const mail = pause?.reason ?? "ok";
    // Of a quota or a rest it comes back by itself; a refusal asks for somebody.
    const ok = mail !== "refused";
    const mailSince = pause?.beganAt ?? null;
    return c.json(
      { ok, database: "ok", oldestWaitingEmailSeconds: seconds, mail, mailSince, version },
      ok ? 200 : 503,
    );
  } catch (error) {
    console.error(faultLine({ requestId: c.get("requestId"), method: "GET", path: c.req.path, error }));
    return c.json({ ok: false, database: "unavailable", oldestWaitingEmailSeconds: null, version }, 503);
  }
});

const METHODS: [path: string, allowed: string][] = [
  ["/api/comments", "POST"],
  ["/api/reports", "POST"],
  ["/api/signups", "POST"],
  ["/api/wishes", "POST"],
  ["/api/subscribers", "POST"],
  ["/api/health", "GET, HEAD"],
  ["/bevestig/:token", "GET, HEAD, POST"],
  ["/modereer/:token", "GET, HEAD, POST"],
  ["/afmelden/:token", "GET, HEAD, POST"],
  ["/voorbeeld/:token", "GET, HEAD"],
  ["/mijn/", "GET, HEAD, POST"],
  ["/mijn/wis/", "GET, HEAD, POST"],
  ["/mijn/vergeet/", "POST"],
  ["/mijn/nieuwe-link/", "POST"],
  ["/mijn/gegevens.json", "GET, HEAD"],
  ["/mijn/reacties/:id/", "GET, HEAD, POST"],
  ["/mijn/reacties/:id/weg/", "POST"],
  ["/mijn/agenda/:file", "GET, HEAD"],
  ["/bewijs/:claim/", "GET, HEAD"],
  ["/mijn/:token", "GET, HEAD, POST"],
  ["/melden/*", "GET, HEAD"],
  ["/volgen/", "GET, HEAD"],
  ["/media/*", "GET, HEAD"],
];

for (const [path, allowed] of METHODS) {
  app.all(path, (c) => {
    c.header("allow", allowed);
    return refuse(c, "method_not_allowed");
  });
}

app.notFound((c) => refuse(c, "not_found"));

app.onError((error, c) => {
  console.error(faultLine({ requestId: c.get("requestId"), method: c.req.method, path: c.req.path, error }));
  return refuse(c, isDatabaseUnavailable(error) ? "unavailable" : "fault");
});

function refuse(c: Context<AppEnv>, code: RefusalCode): Response | Promise<Response> {
  if (!(c.req.header("accept") ?? "").includes("text/html")) return refusal(c, code);
  const { status, problem } = answers[code];
  if (status === 503) c.header("retry-after", "30");
  const length =
    code === "too_large" && c.req.path === "/api/comments"
      ? ` Een reactie mag ${textLimits.commentMax} tekens lang zijn.`
      : "";
  const number = status === 500 ? ` Blijft het misgaan? Noem ons dan dit nummer: ${c.get("requestId")}.` : "";
  return page(
    c,
    <MessagePage
      title="Dat lukt nu niet"
      text={problemSentences[problem] + length + number}
      action={status === 413 || status === 403 ? undefined : { label: "Naar de voorpagina", href: "/" }}
      siteUrl={c.get("world").siteUrl}
      path="/"
    />,
    status,
  );
}
