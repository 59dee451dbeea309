import { listPictures } from "@ontsecretaressen/db/articles/media";
import type { Picture } from "@ontsecretaressen/domain/media";
import { done, refused, type Result } from "@ontsecretaressen/domain/result";
import type { AdminRefusal } from "../admin/endpoint.ts";
import type { World } from "../context.ts";
import { picturesIn, withFigures } from "./figures.ts";
import { renderMarkdown } from "./render.ts";

export type Written = { bodyHtml: string; figures: string[] };

/** Why a text can't be written: a picture that is not in the library. `which` says which. */
export type PictureRefusal = {
  code: "foreign_picture" | "unknown_picture" | "misplaced_picture";
  which: string;
};

/** All of these texts as they are kept, by their Markdown, or the first refusal. */
export async function writeAll(
  world: Reading,
  texts: { body: string }[],
): Promise<Result<Map<string, Written>, PictureRefusal>> {
  const all = new Map<string, Written>();
  for (const { body } of texts) {
    const written = await writeText(world, body);
    if (!written.ok) return written;
    all.set(body, written.value);
  }
  return done(all);
}

/** The same for a program. */
export function refusePicture({ code, which }: PictureRefusal): AdminRefusal {
  return {
    status: 422,
    code,
    message: MESSAGES[code],
    fields: { body: which },
  };
}

const MESSAGES = {
  foreign_picture:
    "A text shows no pictures of other sites. Upload the picture, and name it as media:med_… .",
  unknown_picture: "There is no picture with this id.",
  misplaced_picture: "The text of a step shows no pictures.",
};

type Reading = Pick<World, "db" | "siteUrl">;

/** Markdown as it is kept: rendered and safe, with its pictures drawn. Refuses pictures from elsewhere. */
export async function writeText(world: Reading, markdown: string): Promise<Result<Written, PictureRefusal>> {
  const html = renderMarkdown(markdown);
  const { ids, foreign } = picturesIn(html, world.siteUrl);
  if (foreign[0] !== undefined) return refused({ code: "foreign_picture", which: foreign[0] });
  const pictures = new Map((await listPictures(world.db, ids)).map((picture) => [picture.id, picture]));
  const unknown = ids.find((id) => !pictures.has(id));
  if (unknown !== undefined) return refused({ code: "unknown_picture", which: unknown });
  return done({ bodyHtml: withFigures(html, pictures, world.siteUrl), figures: ids });
}

/** Texts as they read when one of their pictures is as given: only those that then differ. */
export async function redrawn<Text extends { body: string; bodyHtml: string }>(
  world: Reading,
  texts: Text[],
  changed: Picture,
): Promise<Text[]> {
  const rendered = texts.map((text) => ({ text, html: renderMarkdown(text.body) }));
  const ids = rendered.flatMap(({ html }) => picturesIn(html, world.siteUrl).ids);
  const others = await listPictures(world.db, [...new Set(ids)]);
  const pictures = new Map([...others, changed].map((picture) => [picture.id, picture]));
  return rendered.flatMap(({ text, html }) => {
    const bodyHtml = withFigures(html, pictures, world.siteUrl);
    return bodyHtml === text.bodyHtml ? [] : [{ ...text, bodyHtml }];
  });
}
