/** An image without its metadata; `removed` tells whether there was any. Null when it does not read as an image of its kind. */
export type StrippedImage = {
  readonly bytes: Uint8Array;
  readonly removed: boolean;
  readonly width: number;
  readonly height: number;
} | null;

interface Reading {
  readonly kept: Uint8Array[];
  removed: boolean;
  width: number;
  height: number;
}

const joined = ({ kept, removed, width, height }: Reading): StrippedImage =>
  width === 0 || height === 0 ? null : { bytes: Buffer.concat(kept), removed, width, height };

const metadataChunks: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);
const pngSignatureLength = 8;

/**
 * A PNG without texts, times and camera data; the picture and its colours stay as they are. What follows its end is cut off.
 *
 * @see PNG (Third Edition), section 5
 */
export const stripPng = (bytes: Buffer): StrippedImage => {
  const reading: Reading = { kept: [bytes.subarray(0, pngSignatureLength)], removed: false, width: 0, height: 0 };
  for (let at = pngSignatureLength; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return null;
    if (type === 'IHDR' && end - at === 25) {
      reading.width = bytes.readUInt32BE(at + 8);
      reading.height = bytes.readUInt32BE(at + 12);
    }
    if (metadataChunks.has(type)) reading.removed = true;
    else reading.kept.push(bytes.subarray(at, end));
    if (type === 'IEND') {
      reading.removed ||= end < bytes.length;
      return joined(reading);
    }
    at = end;
  }
  return null;
};

const [startOfImage, endOfImage, startOfScan] = [0xd8, 0xd9, 0xda];
const iccProfile = 'ICC_PROFILE\0';
const exif = 'Exif\0\0';

const isFrameHeader = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What a decoder needs: everything but application data and comments, of which JFIF, colour profile and Adobe's colour transform are needed too. */
const isNeeded = (marker: number, body: Buffer): boolean => {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return body.toString('latin1', 0, 5) === 'JFIF\0';
  if (marker === 0xe2) return body.toString('latin1', 0, iccProfile.length) === iccProfile;
  return marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe';
};

/** How the camera was held, 1 to 8, from an Exif block; 1 when it does not say. @see TIFF 6.0, section 2 */
const orientationOf = (body: Buffer): number => {
  if (body.toString('latin1', 0, exif.length) !== exif) return 1;
  const tiff = body.subarray(exif.length);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  const count = Math.min(short(directory), 200);
  const entry = Array.from({ length: count }, (_none, index) => directory + 2 + index * 12).find((at) => short(at) === 0x0112);
  const value = entry === undefined ? 1 : short(entry + 8);
  return value >= 1 && value <= 8 ? value : 1;
};

/** An Exif block that says how the picture is held, and nothing else: without it a photograph would lie on its side. */
const orientationSegment = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from(exif, 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** End of the packed picture that begins here: the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    const isData = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
  return -1;
};

const readSegment = (reading: Reading, marker: number, segment: Buffer): void => {
  const body = segment.subarray(4);
  if (isFrameHeader(marker) && body.length >= 5) {
    reading.height = body.readUInt16BE(1);
    reading.width = body.readUInt16BE(3);
  }
  if (isNeeded(marker, body)) {
    reading.kept.push(segment);
    return;
  }
  reading.removed = true;
  const orientation = marker === 0xe1 ? orientationOf(body) : 1;
  if (orientation !== 1) reading.kept.push(orientationSegment(orientation));
};

interface Segment {
  readonly marker: number;
  readonly begin: number;
  /** First byte after it; a scan reaches to the next marker that is none of its own. */
  readonly end: number;
}

/** First byte after the segment of this marker; -1 when it is cut off. */
const endOfSegment = (bytes: Buffer, marker: number, begin: number): number => {
  if (marker === endOfImage) return begin + 2;
  const length = begin + 4 > bytes.length ? 0 : bytes.readUInt16BE(begin + 2);
  if (length < 2) return -1;
  return marker === startOfScan ? endOfScan(bytes, begin + 2 + length) : begin + 2 + length;
};

/** The segment that begins at a byte, after as many fill bytes as stand before it; null when none does. */
const segmentAt = (bytes: Buffer, from: number): Segment | null => {
  let begin = from;
  while (bytes[begin] === 0xff && bytes[begin + 1] === 0xff) begin += 1;
  if (bytes[begin] !== 0xff) return null;
  const marker = bytes[begin + 1] ?? 0;
  const end = endOfSegment(bytes, marker, begin);
  return end < 0 || end > bytes.length ? null : { marker, begin, end };
};

/**
 * A JPEG without camera data, places, thumbnails and comments; the picture, its colours and the way it is held stay. What follows its
 * end is cut off.
 *
 * @see ITU-T T.81, annex B
 */
export const stripJpeg = (bytes: Buffer): StrippedImage => {
  const reading: Reading = { kept: [bytes.subarray(0, 2)], removed: false, width: 0, height: 0 };
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  for (let segment = segmentAt(bytes, 2); segment !== null; segment = segmentAt(bytes, segment.end)) {
    const { marker, begin, end } = segment;
    if (marker !== endOfImage) {
      readSegment(reading, marker, bytes.subarray(begin, end));
      continue;
    }
    reading.kept.push(bytes.subarray(begin, end));
    reading.removed ||= end < bytes.length;
    return joined(reading);
  }
  return null;
};
