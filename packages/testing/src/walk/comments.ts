// What readers say, and what becomes of it.
import { type Commenter, commentersOf } from "../commenters.ts";
import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";
import type { Act, Chance } from "./act.ts";

export function commentActs(house: House): Record<string, Act> {
  const people = commentersOf(house, "");

  /** An article that one may comment on, and that no clock closes. */
  async function openArticle(chance: Chance) {
    const { rows } = await house.sql.execute(
      "select slug from articles where kind = 'article' and state = 'published' and is_open_for_comments = 1 and open_days is null order by id",
    );
    return rows[chance(rows.length)]?.["slug"];
  }

  const come = async (chance: Chance, body: string) =>
    people.come({ article: await openArticle(chance), body });

  async function toShow(chance: Chance, turn: number): Promise<Commenter> {
    const who = await come(chance, `Reactie ${turn}.`);
    await people.approve(who.id);
    return who;
  }

  /** What happens to somebody's comment after readers could see it. */
  const afterwards =
    (then: (who: Commenter, turn: number) => Promise<unknown>): Act =>
    async (chance, turn, look) => {
      const who = await toShow(chance, turn);
      await look();
      return then(who, turn);
    };

  const grounds = { rule: "other", reason: "Zo gaan we hier met elkaar om." };
  const judge = (id: string, act: string) => house.admin(`comments/${id}/${act}`, { json: grounds });

  async function reportAndUphold({ id }: Commenter, turn: number): Promise<unknown> {
    const json = { comment: id, reason: "insulting", explanation: "Dit kan niet.", key: `m${turn}` };
    await house.fetch("/api/reports", { json, headers: people.from() });
    const { items } = await readJson<{ items: { id: string }[] }>(house.admin("reports?state=open&limit=1"));
    return house.admin(`reports/${items[0]?.id}/uphold`, { json: grounds });
  }

  return {
    approve: toShow,
    async approveByLink(chance, turn) {
      const said = `Gelezen in een mail ${turn}.`;
      await come(chance, said);
      const mail = await house.waitForMail(
        ({ to, text }) => to.includes("redactie@ontsecretaressen.eu") && (text ?? "").includes(said),
      );
      return house.post(/\/modereer\/[\w-]+/u.exec(mail.text ?? "")?.[0] ?? "", {});
    },
    async sayMore(chance, turn, look) {
      const who = await toShow(chance, turn);
      await look();
      const article = await openArticle(chance);
      const json = { article, name: "Noor", email: who.email, body: `Nog iets ${turn}.`, key: `z${turn}` };
      return house.fetch("/api/comments", { json, headers: { ...who.headers, ...people.from() } });
    },
    async proveWhenNobodyReads(chance, turn) {
      const settings = async (heldComments: string) => {
        const { version } = await readJson<{ version: number }>(house.admin("settings"));
        const headers = { "if-match": String(version) };
        return house.admin("settings", { method: "PUT", json: { heldComments }, headers });
      };
      await settings("nobody");
      await come(chance, `Meteen te lezen ${turn}.`);
      return settings("first_timers");
    },
    reject: afterwards(({ id }) => judge(id, "reject")),
    spam: afterwards(({ id }) => judge(id, "spam")),
    hold: afterwards(({ id }) => judge(id, "hold")),
    async judgeSeveral(chance, turn) {
      const comments = [
        await come(chance, `Eerste van twee ${turn}.`),
        await come(chance, `Tweede ${turn}.`),
      ];
      const json = { act: "approve", comments: comments.map(({ id }) => ({ id })) };
      return house.admin("comments/judgements", { json });
    },
    async undo(chance, turn, look) {
      const { id } = await come(chance, `Toch niet ${turn}.`);
      const { undo } = await readJson<{ undo: string }>(people.approve(id));
      await look();
      return house.admin(`acts/${undo}/undo`, { method: "POST" });
    },
    changeMine: afterwards((who, turn) => {
      const headers = { ...who.headers, ...people.from() };
      const fields = { body: `Anders verwoord ${turn}.`, version: "1" };
      return house.post(`/mijn/reacties/${who.id}/`, fields, { headers });
    }),
    takeMineAway: afterwards(({ id, headers }) => house.post(`/mijn/reacties/${id}/weg/`, {}, { headers })),
    eraseMe: afterwards(({ headers }) => house.post("/mijn/wis/", {}, { headers })),
    uphold: afterwards(reportAndUphold),
  };
}
