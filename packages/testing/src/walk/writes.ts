// Every write there is, read from the rooms themselves, and the act of the walk that makes it.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { House } from "../house.ts";
import { readJson } from "../read-json.ts";

const api = join(import.meta.dirname, "../../../../apps/api");

/** Every address that takes a write: those of the protected endpoint by its own description, the others as written. */
export async function listWrites(house: House): Promise<string[]> {
  const { paths } = await readJson<{ paths: Record<string, object> }>(house.admin("openapi.json"));
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ["post", "put", "patch", "delete"].includes(method))
      .map((method) => `${method} ${path.replace("/api/admin", "")}`),
  );
  const written = globSync("src/**/*.tsx", { cwd: api })
    .filter((file) => !file.includes(".test."))
    .flatMap((file) =>
      [
        ...readFileSync(join(api, file), "utf8").matchAll(/(\w+)Routes\.(post|put|delete)\(\s*"([^"]+)"/gu),
      ].map(([, room = "", method = "", path = ""]) => `${method} ${room} ${path.replaceAll("\\\\", "\\")}`),
    );
  return [...described, ...written].toSorted();
}

const textWrites = (room: "articles" | "pages") => ({
  [`post /${room}`]: `publish ${room}`,
  [`put /${room}/{id}`]: `edit ${room}`,
  [`post /${room}/{id}/publish`]: `publish ${room}`,
  [`post /${room}/{id}/unpublish`]: `unpublish ${room}`,
  [`post /${room}/{id}/schedule`]: `schedule ${room}`,
  [`post /${room}/{id}/unschedule`]: null,
  [`post /${room}/{id}/trash`]: `trash ${room}`,
  [`post /${room}/{id}/untrash`]: `untrash ${room}`,
  [`post /${room}/{id}/restore`]: `restore ${room}`,
  [`post /${room}/{id}/preview-link`]: null,
  [`delete /${room}/{id}/preview-link`]: null,
});

/** Each write with the act that makes it; `null` where no page that the edge keeps shows what it changes. */
export const actOfWrite: Record<string, string | null> = {
  ...textWrites("articles"),
  ...textWrites("pages"),
  "post /authors": null,
  "put /authors/{id}": "renameAuthor",
  // What nothing names stands on no page that one comes to.
  "delete /authors/{id}": null,
  "post /categories": null,
  "put /categories/{id}": "moveCategory",
  "delete /categories/{id}": null,
  "post /tags": null,
  "put /tags/{id}": "renameTag",
  "delete /tags/{id}": null,
  "put /menu": "menu",
  "post /redirects": "redirect",
  "delete /redirects/{id}": "endRedirect",
  "post /comments/judgements": "judgeSeveral",
  "post /acts/{id}/undo": "undo",
  "post /comments/{id}/approve": "approve",
  "post /comments/{id}/reject": "reject",
  "post /comments/{id}/spam": "spam",
  "post /comments/{id}/hold": "hold",
  "post /reports/{id}/uphold": "uphold",
  "post /reports/{id}/dismiss": null,
  "put /settings": "proveWhenNobodyReads",
  "post /sessions": "plan",
  "put /sessions/{id}": "changeSession",
  "put /sessions/{id}/capacity": "makeRoom",
  "put /sessions/{id}/questions": "ask",
  "post /sessions/{id}/cancel": "callOff",
  "post /sessions/{id}/move": "move",
  "put /steps/{id}": "changeStep",
  "post /people/{id}/open-step": null,
  "post /people/{id}/shut-step": null,
  "post /sessions/{id}/messages": null,
  "post /sessions/{id}/messages/preview": null,
  "post /signups/{id}/cancel": null,
  "post /signups/{id}/offer": null,
  "post /signups/{id}/move": null,
  "post /signups/{id}/attend": null,
  "post /signups/{id}/unattend": null,
  "post /media": "hang",
  "put /media/{id}": "describe",
  "delete /media/{id}": null,
  "post /tokens": null,
  "delete /tokens/{id}": null,
  "post /sign-ins": null,
  "delete /sign-ins": null,
  "post /import": "import",
  "post /emails/{id}/correct": null,
  "post /emails/{id}/repeat": null,
  "post /emails/{id}/withhold": null,
  "delete /pauses/{id}": null,
  "delete /suppressions/{id}": null,
  "post comment /": "sayMore",
  "post report /": "uphold",
  // A seat that is taken may be old for some seconds: that is another test.
  "post signup /": null,
  "post subscriber /": null,
  "post claim /bevestig/:claim{sgn_[^/]+}": null,
  "post wish /api/wishes": null,
  "post wish /bevestig/:claim{wsh_[^/]+}": null,
  "post mine /mijn/:claim": null,
  "post link /bevestig/:token": "proveWhenNobodyReads",
  "post link /modereer/:token": "approveByLink",
  "post link /afmelden/:token": null,
  "post mine /mijn/": null,
  "post correct /mijn/adres/": null,
  "post mine /mijn/vergeet/": null,
  "post mine /mijn/nieuwe-link/": null,
  "post mine /mijn/wis/": "eraseMe",
  "post mine /mijn/reacties/:id{cmt_[0-9a-z]+}/": "changeMine",
  "post mine /mijn/reacties/:id{cmt_[0-9a-z]+}/weg/": "takeMineAway",
};
