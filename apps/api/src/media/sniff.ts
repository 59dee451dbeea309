const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What bytes are by their own first ones, whatever they are called: a kind of picture that is taken here, or not. */
export function sniff(bytes: Uint8Array): "jpeg" | "png" | "webp" | "gif" | "avif" | "svg" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(bytes, 0, 8) === "\u0089PNG\r\n\u001a\n") return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (/^GIF8[79]a$/u.test(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 4, 8) === "ftyp" && /avif|avis/u.test(ascii(bytes, 8, 32))) return "avif";
  return /<svg[\s>]/iu.test(ascii(bytes, 0, 4096).replaceAll("\0", "")) ? "svg" : null;
}
