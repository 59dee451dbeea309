import { firstContent } from "../content/first.ts";
import { bytesOf, pictures } from "../content/pictures.ts";

type Answer = { status: number; body: unknown };

async function ask(url: string, adminToken: string, document?: object): Promise<Answer> {
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  const init = document ? { method: "POST", headers, body: JSON.stringify(document) } : { headers };
  const answer = await fetch(url, init);
  return { status: answer.status, body: await answer.json().catch(() => null) };
}

function isEmptyList(body: unknown): boolean {
  const lists = typeof body === "object" && body !== null ? Object.values(body).filter(Array.isArray) : [];
  return lists.length === 1 && lists[0]?.length === 0;
}

async function uploadPictures(siteUrl: string, adminToken: string): Promise<Map<string, string>> {
  const uploaded = pictures.map(async ({ file, article, alt, caption }) => {
    const said = new URLSearchParams({ alt, caption }).toString();
    const answer = await fetch(`${siteUrl}/api/admin/media?${said}`, {
      method: "POST",
      headers: { authorization: `Bearer ${adminToken}` },
      body: bytesOf(file),
    });
    const body = (await answer.json()) as { id?: string };
    if (body.id === undefined) throw new Error(`The picture ${file} was refused with ${answer.status}.`);
    return [article, body.id] as const;
  });
  return new Map(await Promise.all(uploaded));
}

/** Gives an empty site its first content, through the same endpoint that organisers use. True when it did. */
export async function fillWhenEmpty(siteUrl: string, adminToken: string): Promise<boolean> {
  const list = await ask(`${siteUrl}/api/admin/articles?limit=1`, adminToken);
  if (list.status !== 200) throw new Error(`The articles could not be listed: ${list.status}.`);
  if (!isEmptyList(list.body)) return false;
  const content = firstContent(new Date(), await uploadPictures(siteUrl, adminToken));
  const filled = await ask(`${siteUrl}/api/admin/import`, adminToken, content);
  if (filled.status === 200 || filled.status === 201) return true;
  throw new Error(`The first content was refused with ${filled.status}: ${JSON.stringify(filled.body)}`);
}
