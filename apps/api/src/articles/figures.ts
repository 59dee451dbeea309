import { escapeHtml } from "@ontsecretaressen/domain/text";
import { captionOf, type Picture, plainPath, sourcesOf } from "@ontsecretaressen/domain/media";

const IMG = /<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? \/>/gu;
const ALONE = /<p>(<img src="[^"]*" alt="[^"]*"(?: title="[^"]*")? \/>)<\/p>/gu;

/** The ids of the pictures in a text that was rendered, and the addresses of those that are not ours. */
export function picturesIn(html: string, siteUrl: string): { ids: string[]; foreign: string[] } {
  const addresses = [...html.matchAll(IMG)].map(([, address = ""]) => address);
  const ids = addresses.flatMap((address) => idOf(address, siteUrl) ?? []);
  return { ids: [...new Set(ids)], foreign: addresses.filter((address) => idOf(address, siteUrl) === null) };
}

/** The text with its pictures in all their sizes; one that stands alone becomes a figure, with its title as caption. */
export function withFigures(html: string, pictures: ReadonlyMap<string, Picture>, siteUrl: string): string {
  const draw = (img: string, isFigure: boolean): string =>
    img.replaceAll(IMG, (plain, address: string, alt: string, title?: string) => {
      const picture = pictures.get(idOf(address, siteUrl) ?? "");
      if (picture === undefined) return plain;
      const said = title ?? escapeHtml(captionOf(picture));
      const drawn = imageOf(picture, alt);
      if (!isFigure) return drawn;
      return `<figure>${drawn}${said === "" ? "" : `<figcaption>${said}</figcaption>`}</figure>`;
    });
  return draw(
    html.replaceAll(ALONE, (_, img: string) => draw(img, true)),
    false,
  );
}

function imageOf(picture: Picture, alt: string): string {
  const { width, height } = picture;
  const text = alt === "" ? escapeHtml(picture.alt) : alt;
  return `<img src="${plainPath(picture)}" srcset="${sourcesOf(picture)}" sizes="(min-width: 56rem) 52rem, 100vw" alt="${text}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
}

function idOf(address: string, siteUrl: string): string | null {
  const path = address.startsWith(`${siteUrl}/`) ? address.slice(siteUrl.length) : address;
  return /^\/media\/(med_[0-9a-z]{26})(?:\/\d{1,4}\.(?:webp|jpg))?$/u.exec(path)?.[1] ?? null;
}
