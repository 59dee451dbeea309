// What organisers do with pictures.
import { pngOf } from "../draw-picture.ts";
import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";
import type { Act } from "./act.ts";
import { pickText, save } from "./texts.ts";

export function pictureActs(house: House): Record<string, Act> {
  return {
    async hang(chance, turn) {
      const png = pngOf(90 + turn, 60, () => [turn, 90, 90]);
      const { id } = await readJson<{ id: string }>(
        house.admin(`media?alt=Steen%20${turn}`, { method: "POST", body: png }),
      );
      const body = `Tekst.\n\n![](media:${id})`;
      return save(house, "articles", await pickText(house, "articles", chance), { picture: id, body });
    },
    async describe(chance, turn) {
      // One that a page shows: of the others nobody sees the words.
      const { rows } = await house.sql.execute(
        `select m.id, m.version from media m where exists (select 1 from articles a where a.picture_id = m.id and a.state = 'published')
          order by m.id`,
      );
      const media = (rows as unknown as { id: string; version: number }[])[chance(rows.length)];
      return house.admin(`media/${media?.id}`, {
        method: "PUT",
        json: { alt: `Anders gezegd ${turn}`, caption: `Bijschrift ${turn}` },
        headers: { "if-match": String(media?.version) },
      });
    },
  };
}
