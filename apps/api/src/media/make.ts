import { type MediaFormat, mediaLimits, widthsOf } from "@ontsecretaressen/domain/media";
import { done, refused, type Result } from "@ontsecretaressen/domain/result";
import { withoutMetadata } from "./strip.ts";

/** What turns one picture into another: the Images binding. */
export type Darkroom = Pick<ImagesBinding, "info" | "input">;

export type Size = { width: number; format: MediaFormat; bytes: Uint8Array<ArrayBuffer> };

type Made = { width: number; height: number; sizes: Size[] };

// Who reads on a telephone waits for this; a picture that stays above it is made again with less in it.
const BYTES_WANTED = 150_000;
const QUALITIES = [76, 60, 44];

// A tall picture may be no higher than one that stands upright and is shown as wide as they come.
const HEIGHT_MAX = 2160;
const WIDTH_MAX = 1440;

/** All sizes of a picture, made anew from its pixels, upright, without what it carried along. */
export async function makeSizes(
  darkroom: Darkroom,
  original: Uint8Array<ArrayBuffer>,
): Promise<Result<Made, { code: "unreadable_picture" | "too_many_pixels" }>> {
  const found = await darkroom.info(streamOf(original)).catch(() => null);
  if (found === null || !("width" in found)) return refused({ code: "unreadable_picture" });
  if (found.width * found.height > mediaLimits.pixelsMax) return refused({ code: "too_many_pixels" });
  const widest = await develop(darkroom, original, WIDTH_MAX, "jpg").catch(() => null);
  if (widest === null) return refused({ code: "unreadable_picture" });
  const shape = await darkroom.info(streamOf(widest));
  if (!("width" in shape)) return refused({ code: "unreadable_picture" });
  const { width, height } = shape;
  const sizes = await Promise.all(
    widthsOf({ width }).map(async (wide): Promise<Size> => {
      const bytes = await develop(darkroom, original, wide, "webp");
      return { width: wide, format: "webp", bytes };
    }),
  );
  return done({ width, height, sizes: [...sizes, { width, format: "jpg", bytes: widest }] });
}

async function develop(
  darkroom: Darkroom,
  original: Uint8Array<ArrayBuffer>,
  width: number,
  format: MediaFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = new Uint8Array();
  for (const quality of QUALITIES) {
    const result = await darkroom
      .input(streamOf(original))
      .transform({ width, height: HEIGHT_MAX, fit: "scale-down" })
      .output({
        format: format === "jpg" ? "image/jpeg" : "image/webp",
        quality,
        anim: false,
        background: "#faf6ee",
      });
    bytes = withoutMetadata(new Uint8Array(await result.response().arrayBuffer()));
    if (bytes.length <= BYTES_WANTED) break;
  }
  return bytes;
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream();
}
