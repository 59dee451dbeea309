/** A file as it came in, with what was said of it. */
export type SentFile = { bytes: Uint8Array<ArrayBuffer>; fields: Record<string, string> };

/** Whether a body is such a file. */
export const isSentFile = (body: unknown): body is SentFile =>
  typeof body === "object" && body !== null && "bytes" in body && body.bytes instanceof Uint8Array;

/**
 * The file of a request: the field `file` of a form, or the body itself with its words in the query. Null when there is
 * none.
 */
export async function readFile(request: Request): Promise<SentFile | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    const fields = Object.fromEntries(new URL(request.url).searchParams);
    return { bytes: new Uint8Array(await request.arrayBuffer()), fields };
  }
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (form === null || file === null || file === undefined || typeof file === "string") return null;
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  return { bytes: new Uint8Array(await file.arrayBuffer()), fields };
}
