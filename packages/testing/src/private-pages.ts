import { commentersOf } from "./commenters.ts";
import type { House } from "./house.ts";
import { readJson } from "./read-json.ts";
import { signersOf } from "./signers.ts";
import { subscribersOf } from "./subscribers.ts";

/** `cookie` is of who proved her address: what she sees is hers alone. */
export type ShownPage = { name: string; path: string; post?: Record<string, string>; cookie?: string };

/** The pages behind the links in emails, and those of who proved her address: each as its person gets to it. */
export async function privatePages(house: House, article: string): Promise<ShownPage[]> {
  const people = commentersOf(house, article);
  const signers = signersOf(house);
  const linkTo = async (email: string, path: string): Promise<string> => {
    const link = new RegExp(`/${path}/[\\w.-]+`, "u");
    const mail = await house.waitForMail(({ to, text }) => to.includes(email) && link.test(text ?? ""));
    return link.exec(mail.text ?? "")?.[0] ?? "";
  };

  const asked = "vraagt@voorbeeld.nl";
  await house.fetch("/api/comments", {
    json: { article, name: "Vera", email: asked, body: "Mag dit erbij?", key: "vera" },
    headers: people.from(),
  });
  const waits = await people.come({ body: "Wat vinden jullie hiervan?" });
  const follows = await people.come({ name: "Fleur", notify: true });
  await people.approve(follows.id);
  await people.approve(await people.say(waits, "Zo is het.", { parent: follows.id }));
  const held = await house.waitForMail(({ text }) => /jullie hiervan[\s\S]*\/modereer\//u.test(text ?? ""));

  const session = await signers.plan(3);
  const seat = await signers.signUp(session);
  const own = await signers.confirm(seat);

  const draft = { slug: "nog-een-klad", title: "Nog een klad", body: "Zin." };
  const { id } = await readJson<{ id: string }>(house.admin("articles", { json: draft }));
  const preview = await readJson<{ url: string }>(
    house.admin(`articles/${id}/preview-link`, { method: "POST", json: {} }),
  );

  const { choicePath } = await subscribersOf(house).come();
  const { cookie } = waits.headers;
  const pages: ShownPage[] = [
    { name: "comment to confirm", path: await linkTo(asked, "bevestig") },
    { name: "comment to judge", path: /\/modereer\/[\w.-]+/u.exec(held.text ?? "")?.[0] ?? "" },
    { name: "conversation to stop", path: await linkTo(follows.email, "afmelden") },
    { name: "seat to confirm", path: /\/bevestig\/[\w.-]+/u.exec(seat.text ?? "")?.[0] ?? "" },
    { name: "own page by a link", path: /\/mijn\/[\w.-]+/u.exec(own.text ?? "")?.[0] ?? "" },
    { name: "own page", path: "/mijn/", cookie },
    { name: "own page, to have a link sent", path: "/mijn/" },
    { name: "own comment", path: `/mijn/reacties/${waits.id}/`, cookie },
    { name: "everything to erase", path: "/mijn/wis/", cookie },
    { name: "own comment that waits", path: `/${article}/?reactie=${waits.id}`, cookie },
    { name: "new articles chosen", path: choicePath },
    { name: "preview", path: new URL(preview.url).pathname },
  ];
  for (const { name, path, cookie = "" } of pages) {
    const { status } = await house.fetch(path, { headers: { cookie } });
    if (status !== 200) throw new Error(`${name}: ${path} answers ${status}`);
  }
  return pages;
}
