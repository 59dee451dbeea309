import type { House } from "./house.ts";
import type { ShownPage } from "./private-pages.ts";
import { readJson } from "./read-json.ts";

/** Every kind of page that an organiser sees in the workplace. The house holds what the public pages left. */
export async function workplacePages(house: House): Promise<ShownPage[]> {
  const signedIn = await house.post("/beheer/inloggen", { token: house.adminToken });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const emails = await readJson<{ items: { id: string }[] }>(house.admin("emails?limit=1"));
  const sessions = await readJson<{ items: { id: string }[] }>(house.admin("sessions?limit=1"));
  const comments = await readJson<{ items: { id: string; version: number }[] }>(
    house.admin("comments?state=visible&limit=1"),
  );
  const [comment] = comments.items;
  await house.fetch("/api/reports", {
    json: { comment: comment?.id, reason: "insulting", explanation: "Dit doet zeer.", key: "workplace" },
  });

  const papers = `/beheer/bijeenkomsten/${sessions.items[0]?.id}/`;
  const paths: Record<string, string> = {
    workplace: "/beheer/",
    "workplace, something done": "/beheer/?gedaan=approve&aantal=2",
    "comments that wait": "/beheer/reacties/",
    "comments on the site": "/beheer/reacties/?stand=visible",
    reports: "/beheer/meldingen/",
    emails: "/beheer/mails/?stand=alle",
    email: `/beheer/mails/${emails.items[0]?.id}/`,
    "examples of emails": "/beheer/mails/voorbeelden/",
    "example of an email": "/beheer/mails/voorbeelden/signup_held/",
    settings: "/beheer/instellingen/",
    journal: "/beheer/journaal/",
    "sheet at the door": `${papers}presentielijst`,
    badges: `${papers}naambadges`,
  };
  const pages = Object.entries(paths).map(([name, path]) => ({ name, path, cookie }));
  for (const { name, path } of pages) {
    const { status } = await house.fetch(path, { headers: { cookie } });
    if (status !== 200) throw new Error(`${name}: ${path} answers ${status}`);
  }
  const taken = { state: "visible", act: "reject", id: `${comment?.id}.${comment?.version}` };
  return [...pages, { name: "why a comment goes", path: "/beheer/reacties/", post: taken, cookie }];
}
