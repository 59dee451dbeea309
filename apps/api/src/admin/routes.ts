import { findAdmin, findAdminByEmail } from "@ontsecretaressen/db/admins";
import { sha256 } from "@ontsecretaressen/db/hash";
import { type Admin, may } from "@ontsecretaressen/domain/admin";
import { type Context, Hono } from "hono";
import { adminEndpoints } from "../admins/tokens.ts";
import { articleEndpoints } from "../articles/write.ts";
import { commentEndpoints } from "../comments/list.ts";
import type { AppEnv } from "../context.ts";
import { forgetChanged } from "../edge/forget.ts";
import { emailEndpoints } from "../emails/manage.ts";
import { suppressionEndpoints } from "../emails/suppressions.ts";
import { exportEndpoints } from "../export/give.ts";
import { importEndpoints } from "../import/run.ts";
import { openingEndpoints } from "../people/openings.ts";
import { mediaEndpoints } from "../media/manage.ts";
import { readFile } from "../media/read-file.ts";
import { reminderEndpoints } from "../reminders/list.ts";
import { reportEndpoints } from "../reports/manage.ts";
import { sessionActEndpoints } from "../sessions/manage.ts";
import { peopleEndpoints } from "../sessions/print-people.tsx";
import { messageEndpoints } from "../sessions/messages.ts";
import { sessionEndpoints } from "../sessions/plan.ts";
import { statsEndpoints } from "../stats/count.ts";
import { stepEndpoints } from "../steps/manage.ts";
import { redirectEndpoints } from "../redirects/manage.ts";
import { menuEndpoints } from "../menu/manage.ts";
import { settingsEndpoints } from "../settings/manage.ts";
import { subjectEndpoints } from "../subjects/manage.ts";
import { handEndpoints } from "../signups/by-hand.ts";
import { checkInEndpoints } from "../signups/check-in.ts";
import { signupEndpoints } from "../signups/list.ts";
import { subscriberEndpoints } from "../subscribers/manage.ts";
import type { AdminAnswer, AdminCall, Endpoint } from "./endpoint.ts";
import { doOnce, keyOf } from "./once.ts";
import { describeEndpoints } from "./openapi.ts";

type AdminEnv = AppEnv & { Variables: { admin: Admin } };

const endpoints: Endpoint[] = [
  ...articleEndpoints,
  ...subjectEndpoints,
  ...menuEndpoints,
  ...redirectEndpoints,
  ...commentEndpoints,
  ...reportEndpoints,
  ...settingsEndpoints,
  ...stepEndpoints,
  ...sessionEndpoints,
  ...sessionActEndpoints,
  ...messageEndpoints,
  ...reminderEndpoints,
  ...peopleEndpoints,
  ...signupEndpoints,
  ...checkInEndpoints,
  ...handEndpoints,
  ...openingEndpoints,
  ...emailEndpoints,
  ...suppressionEndpoints,
  ...subscriberEndpoints,
  ...mediaEndpoints,
  ...adminEndpoints,
  ...importEndpoints,
  ...exportEndpoints,
  ...statsEndpoints,
];

/** The protected endpoint: a known token first, then its role, then the act. */
export const adminRoutes = new Hono<AdminEnv>();

adminRoutes.use(async (c, next) => {
  const admin = await adminOf(c);
  c.header("cache-control", "no-store");
  if (admin === null) {
    c.header("www-authenticate", "Bearer");
    return refuse(c, 401, "not_signed_in", "This needs a token that is known here.");
  }
  c.set("admin", admin);
  return next();
});

/** Whoever holds the token of this call, or else whom Cloudflare Access let in; null for everybody else. */
async function adminOf(c: Context<AdminEnv>): Promise<Admin | null> {
  const { access, reader, now } = c.get("world");
  const authorization = c.req.header("authorization");
  const assertion = c.req.header("cf-access-jwt-assertion");
  const at = now();
  if (authorization === undefined && assertion !== undefined && access !== null) {
    const email = await access.emailIn(assertion, at);
    return email === null ? null : findAdminByEmail(reader, email, at.toISOString());
  }
  const token = /^Bearer +([!-~]{1,200})$/iu.exec(authorization ?? "")?.[1];
  return token === undefined ? null : findAdmin(reader, await sha256(token), at.toISOString());
}

adminRoutes.get("/openapi.json", (c) => c.json(describeEndpoints(endpoints, c.get("world").version)));

for (const described of endpoints) {
  adminRoutes.on(described.method.toUpperCase(), described.path.replace("{id}", ":id"), async (c) => {
    const admin = c.get("admin");
    if (described.role !== "any" && !may(admin, described.role)) {
      return refuse(c, 403, "role_missing", `This needs the role ${described.role}.`);
    }
    const body = described.body === null ? undefined : await read(c, described.body);
    if (body === UNREADABLE) return refuse(c, 400, "unreadable_body", "The body is not JSON in UTF-8.");
    const given = await doOnce(described, await callOf(c, admin, body));
    // Before the answer: who saved something and looks at the site must see it.
    if (described.method !== "get") await forgetChanged(c.get("world"));
    return answer(c, given);
  });
}

for (const path of new Set(endpoints.map((described) => described.path))) {
  const methods = endpoints
    .filter((described) => described.path === path)
    .map(({ method }) => method.toUpperCase());
  adminRoutes.all(path.replace("{id}", ":id"), (c) => {
    c.header("allow", methods.join(", "));
    return refuse(c, 405, "method_not_allowed", `Use ${methods.join(" or ")}.`);
  });
}

adminRoutes.all("*", (c) => refuse(c, 404, "not_found", "There is nothing at this address."));

const UNREADABLE = Symbol("unreadable");

function read(c: Context, body: NonNullable<Endpoint["body"]>): Promise<unknown> {
  return body === "file" ? readFile(c.req.raw) : readJson(c);
}

async function readJson(c: Context): Promise<unknown> {
  try {
    const bytes = await c.req.arrayBuffer();
    if (bytes.byteLength === 0) return undefined;
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return UNREADABLE;
  }
}

async function callOf(c: Context<AdminEnv>, admin: Admin, body: unknown): Promise<AdminCall<unknown>> {
  const { pathname, search, searchParams: query } = new URL(c.req.url);
  const key = c.req.header("idempotency-key") ?? "";
  const limit = Number(query.get("limit") ?? 50);
  const version = /^(?:W\/)?"?(\d{1,9})"?$/u.exec(c.req.header("if-match") ?? "")?.[1];
  return {
    world: c.get("world"),
    admin,
    id: c.req.param("id") ?? "",
    query,
    page: {
      limit: Number.isInteger(limit) ? Math.min(Math.max(limit, 1), 200) : 50,
      before: query.get("cursor"),
    },
    version: version === undefined ? null : Number(version),
    key:
      key === "" || c.req.method === "GET"
        ? null
        : await keyOf(admin, key, [c.req.method, pathname + search, body]),
    body,
  };
}

function answer(c: Context, given: AdminAnswer): Response {
  if ("code" in given) return refuse(c, given.status, given.code, given.message, given.fields);
  if ("headers" in given) return c.body(given.body, given.status, given.headers);
  if (given.version !== undefined) c.header("etag", `"${given.version}"`);
  return given.status === 204 ? c.body(null, 204) : c.json(given.body, given.status);
}

function refuse(
  c: Context,
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428,
  code: string,
  message: string,
  fields?: Record<string, string>,
): Response {
  return c.json({ error: { code, message, ...(fields === undefined ? {} : { fields }) } }, status);
}
