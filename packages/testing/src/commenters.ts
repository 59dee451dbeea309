import type { House } from "./house.ts";
import { readJson } from "./read-json.ts";

export type Commenter = { email: string; headers: { cookie: string }; id: string };

export type Commenters = {
  /** Somebody with a comment that waits for an organiser, and a browser that is known as hers. */
  come(change?: Record<string, unknown>): Promise<Commenter>;
  /** Says something more from a known browser; answers its id. */
  say(who: Commenter, body: string, change?: Record<string, unknown>): Promise<string>;
  approve(id: string): Promise<Response>;
  /** A comment as the database holds it. */
  row(id: string): Promise<Record<string, unknown>>;
  count(from: string, ...args: string[]): Promise<number>;
  /** Headers that come from another network each time. */
  from(): Record<string, string>;
};

let turn = 0;

/** People who comment on an article, each with an address of her own. */
export function commentersOf(house: House, article: string): Commenters {
  const from = () => ({ "cf-connecting-ip": `198.51.100.${(turn += 1) % 250}` });
  return {
    from,
    async come(change = {}) {
      const email = `mens${(turn += 1)}@voorbeeld.nl`;
      const json = {
        article,
        name: "Noor",
        email,
        body: `Eerste tekst ${turn}.`,
        key: String(turn),
        ...change,
      };
      const { id } = await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers: from() }));
      const { cookie } = await house.proveComment(email);
      return { email, id, headers: { cookie } };
    },
    async say(who, body, change = {}) {
      const json = { article, name: "Noor", email: who.email, body, key: body, ...change };
      const headers = { ...who.headers, ...from() };
      return (await readJson<{ id: string }>(house.fetch("/api/comments", { json, headers }))).id;
    },
    approve: (id) => house.admin(`comments/${id}/approve`, { method: "POST" }),
    async row(id) {
      const { rows } = await house.sql.execute({ sql: "select * from comments where id = ?", args: [id] });
      return { ...rows[0] };
    },
    async count(what, ...args) {
      const { rows } = await house.sql.execute({ sql: `select count(*) as n from ${what}`, args });
      return Number(rows[0]?.["n"]);
    },
  };
}
