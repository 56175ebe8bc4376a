import { deflateRawSync, crc32, deflateSync } from 'node:zlib';

/** One part of a ZIP file as it is written, true or false. */
export interface Part {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** Packed bytes to be written instead of those that follow from `bytes`. */
  readonly packed?: Uint8Array;
  readonly claimedSize?: number;
  readonly mode?: number;
  readonly flags?: number;
  /** Index of the part whose local header it points at, instead of one of its own. */
  readonly sharedWith?: number;
}

const u16 = (value: number): Buffer => Buffer.from([value & 255, (value >>> 8) & 255]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** A ZIP file written by hand, so that it may lie. */
export const zipOf = (...parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { name, bytes = Buffer.alloc(0), packed, claimedSize, mode = 0o100644, flags = 0, sharedWith } of parts) {
    const data = packed ?? deflateRawSync(bytes);
    const file = Buffer.from(name);
    const sizes = [u32(crc32(bytes)), u32(data.length), u32(claimedSize ?? bytes.length), u16(file.length), u16(0)];
    const common = [u16(20), u16(flags), u16(8), u16(0), u16(0x21), ...sizes];
    const at = sharedWith === undefined ? offset : (offsets[sharedWith] ?? 0);
    offsets.push(at);
    if (sharedWith === undefined) {
      const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), ...common, file, data]);
      locals.push(local);
      offset += local.length;
    }
    const head = [Buffer.from('PK\u0001\u0002', 'latin1'), u16(0x031e), ...common, u16(0), u16(0), u16(0), u32(mode << 16), u32(at), file];
    central.push(Buffer.concat(head));
  }
  const directory = Buffer.concat(central);
  const end = [u16(0), u16(0), u16(parts.length), u16(parts.length), u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006', 'latin1'), ...end]);
};

const office = 'application/vnd.openxmlformats-officedocument';
const contentTypes = (main: string): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${office}.${main}+xml"/></Types>`,
  );

/** A text document with whatever parts are added. */
export const docxOf = (...parts: readonly Part[]): Buffer =>
  zipOf(
    { name: '[Content_Types].xml', bytes: contentTypes('wordprocessingml.document.main') },
    { name: 'word/document.xml', bytes: Buffer.from('<w:document>One law</w:document>') },
    ...parts,
  );

const pngChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A PNG of one grey, with whatever chunks are added before its picture. */
export const pngOf = (width: number, height: number, ...more: readonly (readonly [string, string])[]): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...more.map(([type, data]) => pngChunk(type, Buffer.from(data, 'latin1'))),
    pngChunk('IDAT', deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1_000)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

const jpegSegment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** An Exif block in either byte order with a maker's name and the way the camera was held. */
export const exifOf = (orientation: number, order: 'II' | 'MM' = 'MM'): Buffer => {
  const tiff = Buffer.alloc(26 + 12 + 20);
  const short = (value: number, at: number): number => (order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number): number => (order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(2, 8);
  [0x010f, 2, 0, 0].forEach((value, nth) => short(value, 10 + nth * 2));
  short(0x0112, 22);
  short(3, 24);
  long(1, 26);
  short(orientation, 30);
  tiff.write('SecretCamera', 40, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
};

/** A JPEG as far as its frame, with whatever segments are added. */
export const jpegOf = (width: number, height: number, ...more: readonly (readonly [number, Buffer])[]): Buffer => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...more.map(([marker, body]) => jpegSegment(marker, body)),
    jpegSegment(0xc0, frame),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ]);
};

/** The smallest thing that is a PDF to a reader. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Info<</Author(A. Person)>>>>\n%%EOF\n',
  'latin1',
);
