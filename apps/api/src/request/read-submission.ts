import { keepable } from "@ontsecretaressen/domain/text";
import { type Result, done, refused } from "@ontsecretaressen/domain/result";

export type Submission = { isJson: boolean; fields: Record<string, unknown> };

type Refusal = { code: "unsupported_type" | "unreadable_body" };

/** The fields of a form or a JSON body. Refuses other types, and bytes that are not what they say they are. */
export async function readSubmission(request: Request): Promise<Result<Submission, Refusal>> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const read = READERS[type];
  if (read === undefined) return refused({ code: "unsupported_type" });
  try {
    const bytes = await request.arrayBuffer();
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    const fields = await read(text, bytes, request);
    return fields === null
      ? refused({ code: "unreadable_body" })
      : done({ isJson: type === "application/json", fields });
  } catch {
    return refused({ code: "unreadable_body" });
  }
}

type Read = (text: string, bytes: ArrayBuffer, request: Request) => Promise<Record<string, unknown> | null>;

const READERS: Partial<Record<string, Read>> = {
  "application/json": async (text) => {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  },
  "application/x-www-form-urlencoded": async (text) => {
    const fields: Record<string, string> = {};
    for (const pair of text.split("&")) {
      const [name = "", ...rest] = pair.split("=");
      // URLSearchParams would quietly put U+FFFD where the bytes are not UTF-8; this throws.
      fields[decodePlus(name)] ??= decodePlus(rest.join("="));
    }
    return fields;
  },
  "multipart/form-data": async (_text, bytes, request) => {
    const form = await new Response(bytes, { headers: request.headers }).formData();
    const fields: Record<string, string> = {};
    for (const [name, value] of form) if (typeof value === "string") fields[name] ??= value;
    return fields;
  },
};

const decodePlus = (text: string) => decodeURIComponent(text.replaceAll("+", " "));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was typed, as a form can show it again. */
export function typedValues(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, keepable(value)]] : [],
    ),
  );
}
