import { existsSync } from "node:fs";
import { join } from "node:path";

type Answer = { status: number; body: unknown };
type FirstContent = { firstContent: (today: Date) => unknown };

async function ask(url: string, adminToken: string, document?: unknown): Promise<Answer> {
  const headers: Record<string, string> = {
    authorization: `Bearer ${adminToken}`,
    accept: "application/json",
  };
  if (document) headers["content-type"] = "application/json";
  const answer = await fetch(url, {
    headers,
    ...(document ? { method: "POST", body: JSON.stringify(document) } : {}),
  });
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

function isEmptyList(body: unknown): boolean {
  if (Array.isArray(body)) return body.length === 0;
  return (
    typeof body === "object" &&
    body !== null &&
    Object.values(body).some((value) => Array.isArray(value) && value.length === 0)
  );
}

/** Gives an empty site its first content, through the same endpoint that organisers use. Answers what it did. */
export async function fillWhenEmpty(siteUrl: string, adminToken: string): Promise<string> {
  const file = join(import.meta.dirname, "..", "content", "first.ts");
  if (!existsSync(file)) return "There is no first content in this code yet, so the site starts empty.";
  const list = await ask(`${siteUrl}/api/admin/articles?limit=1`, adminToken);
  if (list.status !== 200)
    return `The first content could not be looked for: the endpoint answered ${list.status}.`;
  if (!isEmptyList(list.body)) return "The content of last time is there.";
  const { firstContent } = (await import(file)) as FirstContent;
  const filled = await ask(`${siteUrl}/api/admin/import`, adminToken, firstContent(new Date()));
  if (filled.status === 200 || filled.status === 201) return "The empty database got the first content.";
  return `The first content was refused with ${filled.status}: ${JSON.stringify(filled.body)}`;
}
