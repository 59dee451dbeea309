import { crc32, deflateSync } from "node:zlib";

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The colour of one point: red, green and blue. */
export type Paint = (x: number, y: number) => [number, number, number];

/** A PNG of this size. Without `paint` it says its size and holds almost nothing, as a decompression bomb does. */
export function pngOf(width: number, height: number, paint?: Paint): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = paint === undefined ? Buffer.alloc(16) : Buffer.alloc((width * 3 + 1) * height);
  if (paint !== undefined) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) rows.set(paint(x, y), y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(tag, 0);
  bytes.writeUInt16BE(type, 2);
  bytes.writeUInt32BE(count, 4);
  value.copy(bytes, 8);
  return bytes;
};

const number = (value: number, size: 2 | 4): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, 0, size);
  return bytes;
};

const directory = (...entries: Buffer[]): Buffer =>
  Buffer.concat([number(entries.length, 2), ...entries, number(0, 4)]);

function segment(text: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xe1]), number(text.length + 2, 2), text]);
}

/** A JPEG that tells, as a telephone's does, how it was held and where: with EXIF, its position, and XMP. */
export function withPlace(jpeg: Uint8Array, orientation: number): Buffer<ArrayBuffer> {
  const gpsAt = 8 + 2 + 2 * 12 + 4;
  const latitudeAt = gpsAt + 2 + 2 * 12 + 4;
  const tiff = Buffer.concat([
    Buffer.from("MM\0*", "latin1"),
    number(8, 4),
    directory(entry(0x0112, 3, 1, number(orientation, 2)), entry(0x8825, 4, 1, number(gpsAt, 4))),
    directory(entry(1, 2, 2, Buffer.from("N\0", "latin1")), entry(2, 5, 3, number(latitudeAt, 4))),
    ...[52, 1, 5, 1, 30, 1].map((part) => number(part, 4)),
  ]);
  const xmp = Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Nieuwegein</x:xmpmeta>", "latin1");
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff])),
    segment(xmp),
    jpeg.subarray(2),
  ]);
}
