// What organisers do with pictures.
import { pngOf } from "../draw-picture.ts";
import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";
import { type Act, pick } from "./act.ts";
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
      const media = await pick<{ id: string; version: number }>(house, "media?limit=2", chance);
      return house.admin(`media/${media?.id}`, {
        method: "PUT",
        json: { alt: `Anders gezegd ${turn}`, caption: `Bijschrift ${turn}` },
        headers: { "if-match": String(media?.version) },
      });
    },
  };
}
