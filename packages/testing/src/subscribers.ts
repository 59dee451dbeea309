import type { House } from "./house.ts";
import { readJson } from "./read-json.ts";

export type Subscribers = {
  /** Somebody who pressed the button in the email: her address, her browser, and where she chooses. */
  come(choice?: Record<string, string>): Promise<{ email: string; cookie: string; choicePath: string }>;
  /** An article on the site from now on; its id. */
  publish(slug: string, fields?: Record<string, unknown>): Promise<string>;
  /** From here on emails are written, and none goes out. */
  keepMail(): Promise<void>;
  /** A minute passes: emails are written, and sent. */
  minute(): Promise<void>;
  /** To whom an email about an article was written, by address. */
  told(articleId: string): Promise<string[]>;
};

let turn = 0;

/** People who get new articles by email, and articles for them. */
export function subscribersOf(house: House): Subscribers {
  return {
    async come(choice = {}) {
      const email = `abonnee${(turn += 1)}@voorbeeld.nl`;
      const headers = { "cf-connecting-ip": `192.0.2.${turn % 250}` };
      await house.post("/api/subscribers", { email, key: `s${turn}`, ...choice }, { headers });
      const mail = await house.waitForMail(({ to }) => to.includes(email));
      const answer = await house.post(/\/bevestig\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "", {});
      const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
      return { email, cookie, choicePath: answer.headers.get("location") ?? "" };
    },
    async publish(slug, fields = {}) {
      const json = { slug, title: `Over ${slug}`, body: "Tekst.", ...fields };
      const { id } = await readJson<{ id: string }>(house.admin("articles", { json }));
      await house.admin(`articles/${id}/publish`, { method: "POST", headers: { "if-match": '"1"' } });
      return id;
    },
    async keepMail() {
      await house.sql.execute(
        "insert into mail_pauses values ('day', '2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z', '')",
      );
    },
    async minute() {
      await house.cron("api");
      await house.cron("mailer");
    },
    async told(articleId) {
      const { rows } = await house.sql.execute({
        sql: "select to_address from emails where article_id = ? order by to_address",
        args: [articleId],
      });
      return rows.flatMap(({ to_address: to }) => (typeof to === "string" ? [to] : []));
    },
  };
}
