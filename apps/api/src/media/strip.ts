// Application segments that say how to show the colours; all others, and comments, tell about whoever took the picture.
const KEPT = new Set([0xe0, 0xe2, 0xee]);

/** A JPEG without what it carries beside its picture: place, camera, names. Anything that is no JPEG is given back as it is. */
export function withoutMetadata(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const parts = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    // From here on it is the picture itself.
    if (marker === 0xda) break;
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    const isTold = (marker >= 0xe0 && marker <= 0xef && !KEPT.has(marker)) || marker === 0xfe;
    if (!isTold) parts.push(jpeg.subarray(at, end));
    at = end;
  }
  parts.push(jpeg.subarray(at));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}
