/** A picture as pages show it. `width` and `height` are those of the widest size that was made. */
export type Picture = {
  id: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
};

export const mediaLimits = {
  bytesMax: 10 * 1024 * 1024,
  /** What a small file may unfold to. */
  pixelsMax: 50_000_000,
} as const;

/** How wide pictures are made, as far as they are that wide themselves. */
export const mediaWidths = [480, 960, 1440] as const;

/** The widths that a picture has: never wider than it was. */
export function widthsOf({ width }: Pick<Picture, "width">): number[] {
  return [...mediaWidths.filter((made) => made < width), width];
}

export type MediaFormat = "webp" | "jpg";

/** Where one size of a picture stands for ever. */
export const mediaPath = (id: string, width: number, format: MediaFormat): string =>
  `/media/${id}/${width}.${format}`;

/** Where a picture stands for whatever reads no WebP, such as a mail program. */
export const plainPath = ({ id, width }: Pick<Picture, "id" | "width">): string =>
  mediaPath(id, width, "jpg");

/** A picture's sizes, as `srcset` has them. */
export const sourcesOf = (picture: Pick<Picture, "id" | "width">): string =>
  widthsOf(picture)
    .map((width) => `${mediaPath(picture.id, width, "webp")} ${width}w`)
    .join(", ");

/** What stands below a picture: what it shows, and who made it. Empty when nothing does. */
export const captionOf = ({ caption, credit }: Pick<Picture, "caption" | "credit">): string =>
  credit === "" ? caption : `${caption} (beeld: ${credit})`.trim();
