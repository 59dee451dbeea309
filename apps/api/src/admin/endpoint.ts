import type { Listed } from "@ontsecretaressen/domain/admin-answers";
import type { Admin, AdminRole } from "@ontsecretaressen/domain/admin";
import type { Act } from "@ontsecretaressen/db/audit";
import type * as z from "zod";
import type { World } from "../context.ts";
import { isSentFile, type SentFile } from "../media/read-file.ts";

export type AdminAnswer =
  | { status: 200 | 201 | 204; body?: unknown; version?: number }
  | FileAnswer
  | AdminRefusal;

/** What is no JSON: a text with headers of its own. */
export type FileAnswer = { status: 200; body: string | ReadableStream; headers: Record<string, string> };

export type AdminRefusal = {
  status: 400 | 404 | 409 | 412 | 413 | 415 | 422 | 428;
  code: string;
  message: string;
  fields?: Record<string, string>;
};

export type AdminCall<Body> = {
  world: World;
  admin: Admin;
  id: string;
  query: URLSearchParams;
  page: { limit: number; before: string | null };
  version: number | null;
  /** Whose and which key this came under, and what was asked; null without one. */
  key: string | null;
  body: Body;
};

type Described = {
  method: "get" | "post" | "put" | "delete";
  path: `/${string}`;
  role: AdminRole | "any";
  summary: string;
  /** Query parameters beside `limit` and `cursor`, with what they mean. */
  query?: Record<string, string>;
  isList?: boolean;
  needsVersion?: boolean;
  /**
   * What a request is answered that comes again under its key, about what it made or changed the first time. Without it
   * the act is done again: done twice is done once.
   */
  again?: (call: AdminCall<unknown>, subject: string) => Promise<AdminAnswer>;
};

export type Endpoint = Described & {
  body: z.ZodType | "file" | null;
  run: (call: AdminCall<unknown>) => Promise<AdminAnswer>;
};

/** An act of the protected endpoint that takes no body. */
export function endpoint(
  described: Described,
  run: (call: AdminCall<unknown>) => Promise<AdminAnswer>,
): Endpoint {
  return { ...described, body: null, run };
}

/** An act of the protected endpoint whose body has a shape; a body that doesn't fit is refused before `run`. */
export function endpointWithBody<Body>(
  described: Described,
  body: z.ZodType<Body>,
  run: (call: AdminCall<Body>) => Promise<AdminAnswer>,
): Endpoint {
  return {
    ...described,
    body,
    run: async (call) => {
      const parsed = body.safeParse(call.body);
      if (parsed.success) return run({ ...call, body: parsed.data });
      const fields = Object.fromEntries(
        parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]),
      );
      return { status: 422, code: "invalid_body", message: "Some fields need another value.", fields };
    },
  };
}

/** An act of the protected endpoint that takes a file. */
export function endpointWithFile(
  described: Described,
  run: (call: AdminCall<SentFile>) => Promise<AdminAnswer>,
): Endpoint {
  return {
    ...described,
    body: "file",
    run: async (call) =>
      isSentFile(call.body)
        ? run({ ...call, body: call.body })
        : { status: 400, code: "unreadable_body", message: "There is no file in this." },
  };
}

/** When this act is done and by whom, with an id for its row in the audit. */
export function actOf({ world, admin, key }: AdminCall<unknown>): Act {
  return { at: world.now().toISOString(), auditId: world.newId("aud"), admin, key };
}

/** A page of a list: the rows, and the cursor that asks for the next ones. */
export function listed(rows: { id: string }[], limit: number): AdminAnswer {
  const body: Listed<{ id: string }> = {
    items: rows,
    next: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
  };
  return { status: 200, body };
}

export const notFound: AdminRefusal = {
  status: 404,
  code: "not_found",
  message: "There is nothing under this id.",
};

/** What was found, with its version if it has one; 404 when it was not. */
export const foundOr404 = (
  found: { id: string; version?: number } | null,
  status: 200 | 201 = 200,
): AdminAnswer =>
  found === null
    ? notFound
    : { status, body: found, ...(found.version === undefined ? {} : { version: found.version }) };

/** For what is shown once, when its request comes again. */
export const alreadyMade = async (): Promise<AdminAnswer> => ({
  status: 409,
  code: "already_made",
  message: "This was made under this key before, and its secret was shown that once.",
});

/** For what was removed, when its request comes again. */
export const isGone = async (): Promise<AdminAnswer> => ({ status: 204 });

export const stale: AdminRefusal = {
  status: 412,
  code: "version_stale",
  message: "Someone saved another version; read it and save again.",
};

export const versionMissing: AdminRefusal = {
  status: 428,
  code: "version_missing",
  message: "Name the version you read in If-Match.",
};
