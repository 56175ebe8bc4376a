import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import yauzl from 'yauzl';
import { inPieces, readAll, sha256Of } from '../../../../test/contract/blob-store.contract.ts';
import { docxOf, exifOf, jpegOf, pdf, pngOf, zipOf, type Part } from '../../../../test/support/files.ts';
import { openFileBlobStore } from '../blobs/file-blob-store.ts';
import type { BlobStore } from '../blobs/blob-store.port.ts';
import { examineFile, type ExaminedFile } from './examine.ts';
import type { ArchiveFault, AttachmentFault } from './limits.ts';

const root = mkdtempSync(join(tmpdir(), 'rapporteur-examine-'));
let blobs: BlobStore;
beforeAll(() => {
  blobs = openFileBlobStore(root, { sweeps: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const examine = async (name: string, bytes: Uint8Array): Promise<ExaminedFile | AttachmentFault> => {
  const staged = await blobs.stage(inPieces(bytes, 60_000), 100_000_000);
  if ('code' in staged) throw new Error(staged.code);
  return examineFile(blobs, staged, name);
};

const accepted = async (name: string, bytes: Uint8Array): Promise<ExaminedFile & { readonly bytes: Buffer }> => {
  const file = await examine(name, bytes);
  if ('code' in file) throw new Error(JSON.stringify(file));
  await blobs.keep(file.stagedId);
  return { ...file, bytes: (await readAll(await blobs.open(file.sha256))) ?? Buffer.alloc(0) };
};

const office = 'application/vnd.openxmlformats-officedocument.';

describe('the type of a file', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['law.pdf', pdf, 'application/pdf', 'kept'],
    ['LAW.PDF', pdf, 'application/pdf', 'kept'],
    ['law.docx', docxOf(), `${office}wordprocessingml.document`, 'none'],
    ['map.png', pngOf(2, 2), 'image/png', 'none'],
    ['photo.jpeg', jpegOf(2, 2), 'image/jpeg', 'none'],
    ['note.txt', Buffer.from('Café, cafe\u0301.\n'), 'text/plain', 'none'],
    ['table.csv', Buffer.from('a;b\r\n1;2\r\n'), 'text/csv', 'none'],
    ['old.csv', Buffer.from('Pays;\xc9tat\r\n', 'latin1'), 'text/csv', 'none'],
    ['mail.eml', Buffer.from('From: a@example.org\r\n\r\nText'), 'message/rfc822', 'kept'],
  ])('%s is told by what is in it', async (name, bytes, mediaType, metadata) => {
    expect(await accepted(name, bytes)).toMatchObject({
      mediaType,
      metadata,
      sha256: sha256Of(bytes),
      receivedSha256: sha256Of(bytes),
      sizeBytes: bytes.length,
      bytes,
    });
  });
  it.each<[string, Uint8Array, AttachmentFault]>([
    ['law.pdf', pngOf(2, 2), { code: 'attachment.name_disagrees', name: 'law.pdf', found: 'image/png' }],
    ['law', pdf, { code: 'attachment.name_disagrees', name: 'law', found: 'application/pdf' }],
    ['a.zip', zipOf({ name: 'a.txt', bytes: Buffer.from('a') }), { code: 'attachment.type_not_allowed', found: 'application/zip' }],
    ['x.docx', zipOf({ name: 'a.txt', bytes: Buffer.from('a') }), { code: 'attachment.type_not_allowed', found: 'application/zip' }],
    ['x.pdf', Buffer.from('MZ\x90\0\x03'), { code: 'attachment.type_not_allowed', found: 'application/x-msdownload' }],
    [
      'x.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      { code: 'attachment.type_not_allowed', found: 'application/octet-stream' },
    ],
    ['x.html', Buffer.from('<script>alert(1)</script>'), { code: 'attachment.type_not_allowed', found: 'application/octet-stream' }],
    ['x.txt', Buffer.from('a\0b'), { code: 'attachment.type_not_allowed', found: 'application/octet-stream' }],
    ['x.txt', Buffer.from('\x1b[2J'), { code: 'attachment.type_not_allowed', found: 'application/octet-stream' }],
    ['x.pdf', Buffer.from('Only text.'), { code: 'attachment.type_not_allowed', found: 'application/octet-stream' }],
    ['x.txt', Buffer.alloc(0), { code: 'attachment.empty' }],
  ])('of %s is refused when it is none of those taken, or not what the name says', async (name, bytes, fault) => {
    expect(await examine(name, bytes)).toStrictEqual(fault);
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\a\\law.pdf', 'law.pdf'],
    ['../../etc/law.pdf', 'law.pdf'],
    ['a\u202Efdp.pdf', 'afdp.pdf'],
    [' règlement\u0000 <1>.pdf ', 'règlement 1.pdf'],
    ['re\u0301sume\u0301.pdf', 'résumé.pdf'],
  ])('%j is shown as %j', async (raw, name) => {
    expect(await accepted(raw, pdf)).toMatchObject({ name });
  });
  it.each(['', '.', '..', '.pdf', 'a/', '\u202E', `${'a'.repeat(197)}.pdf`])('%j is refused', async (raw) => {
    expect(await examine(raw, pdf)).toStrictEqual({ code: 'attachment.name_unusable' });
  });
});

describe('a document that is an archive inside', () => {
  const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024);
  const text = Buffer.from('text');
  const many = (count: number): readonly Part[] => Array.from({ length: count }, (_none, nth) => ({ name: `p${nth}`, bytes: text }));
  it.each<[ArchiveFault, string, readonly Part[]]>([
    ['entries', '1,001 parts', many(999)],
    ['ratio', 'zeros', [{ name: 'bomb', bytes: zeros(2) }]],
    ['path', 'a path that leads out', [{ name: '../evil', bytes: text }]],
    ['path', 'an absolute path', [{ name: '/etc/passwd', bytes: text }]],
    ['path', 'a path of another system', [{ name: 'a\\..\\b', bytes: text }]],
    ['link', 'a link', [{ name: 'link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }]],
    ['encrypted', 'a locked part', [{ name: 'locked', bytes: text, flags: 1 }]],
    [
      'duplicate',
      'two parts of one name',
      [
        { name: 'A', bytes: text },
        { name: 'a', bytes: text },
      ],
    ],
    [
      'overlap',
      'parts that share bytes',
      [
        { name: 'a', bytes: text },
        { name: 'b', bytes: text, sharedWith: 2 },
      ],
    ],
    ['macro', 'a macro', [{ name: 'word/vbaProject.bin', bytes: text }]],
    ['size', 'a part larger than it claims', [{ name: 'a', bytes: Buffer.from('much more than one byte'), claimedSize: 1 }]],
    ['damaged', 'a part that cannot be unpacked', [{ name: 'a', packed: Buffer.from([0xff, 0xff, 0xff]), claimedSize: 9 }]],
    ['nested', 'an archive in an archive in it', [{ name: 'a.docx', bytes: docxOf({ name: 'b.docx', bytes: docxOf() }) }]],
    ['path', 'a path that leads out of what is embedded', [{ name: 'a.docx', bytes: docxOf({ name: '../evil', bytes: text }) }]],
    ['ratio', 'a bomb in what is embedded', [{ name: 'a.docx', bytes: docxOf({ name: 'bomb', bytes: zeros(2) }) }]],
  ])('is refused for %s: %s', async (what, _title, parts) => {
    expect(await examine('x.docx', docxOf(...parts))).toStrictEqual({ code: 'attachment.archive_unsafe', what });
  });
  it('is refused when all of it together is too large', async () => {
    const noise = (seed: number): Buffer => {
      const bytes = zeros(21);
      for (let at = 0; at < bytes.length; at += 128) bytes.writeUInt32LE((at * 2_654_435_761 + seed) >>> 0, at);
      return bytes;
    };
    const parts = Array.from({ length: 10 }, (_none, nth) => ({ name: `p${nth}`, bytes: noise(nth) }));
    expect(await examine('x.docx', docxOf(...parts))).toStrictEqual({ code: 'attachment.archive_unsafe', what: 'size' });
  }, 60_000);
  it('may hold a thousand parts, another document, and a small part packed tightly', async () => {
    expect(await examine('x.docx', docxOf(...many(998)))).toMatchObject({ metadata: 'none' });
    expect(await examine('x.docx', docxOf({ name: 'word/embeddings/a.docx', bytes: docxOf() }))).toMatchObject({ metadata: 'none' });
    expect(await examine('x.docx', docxOf({ name: 'zeros', bytes: zeros(1) }))).toMatchObject({ metadata: 'none' });
  });
  it('loses who wrote it and for whom, and keeps its text', async () => {
    const secret = (name: string): Part => ({ name, bytes: Buffer.from('<x>SecretAuthor</x>') });
    const bytes = docxOf(secret('docProps/core.xml'), secret('docProps/app.xml'), secret('docProps/custom.xml'));
    const file = await accepted('x.docx', bytes);
    expect(file).toMatchObject({ metadata: 'removed', receivedSha256: sha256Of(bytes), sha256: sha256Of(file.bytes) });
    expect(file.sha256).not.toBe(file.receivedSha256);
    const zip = await yauzl.fromBufferPromise(file.bytes, { lazyEntries: true, autoClose: false });
    const texts: Record<string, string> = {};
    for await (const entry of zip.eachEntry()) texts[entry.fileName] = String(await readAll(await zip.openReadStreamPromise(entry)));
    expect(texts['word/document.xml']).toBe('<w:document>One law</w:document>');
    expect(Object.keys(texts)).toHaveLength(5);
    expect(Object.values(texts).join('')).not.toContain('SecretAuthor');
    expect((await accepted('x.docx', bytes)).sha256).toBe(file.sha256);
    expect(readdirSync(join(root, 'incoming')).filter((name) => name.endsWith('.clean'))).toStrictEqual([]);
  });
});

describe('a picture', () => {
  it('in PNG loses texts, times and camera data, and what follows its end', async () => {
    const clean = pngOf(2, 2, ['gAMA', '\0\0\0\0']);
    const metadata = (['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'] as const).map((type) => [type, 'Secret'] as const);
    const file = await accepted('x.png', Buffer.concat([pngOf(2, 2, ['gAMA', '\0\0\0\0'], ...metadata), Buffer.from('Secret')]));
    expect(file).toMatchObject({ metadata: 'removed', bytes: clean });
  });
  it('in JPEG loses camera data, comments and what follows its end, and keeps its colours', async () => {
    const icc = [0xe2, Buffer.from('ICC_PROFILE\0\u0001\u0001p', 'latin1')] as const;
    const adobe = [0xee, Buffer.from('Adobe\0d\0\0\0\0\0', 'latin1')] as const;
    const secrets = [0xe1, 0xe2, 0xed, 0xfe, 0xef].map((marker) => [marker, Buffer.from('Secret')] as const);
    const file = await accepted('x.jpg', Buffer.concat([jpegOf(2, 2, icc, ...secrets, adobe), Buffer.from('Secret')]));
    expect(file).toMatchObject({ metadata: 'removed', bytes: jpegOf(2, 2, icc, adobe) });
  });
  it.each(['II', 'MM'] as const)('in JPEG keeps the way it is held, and of its Exif (%s) nothing else', async (order) => {
    const { bytes } = await accepted('x.jpg', jpegOf(2, 2, [0xe1, exifOf(6, order)]));
    expect(bytes.includes('SecretCamera')).toBe(false);
    const kept = bytes.subarray(bytes.indexOf('Exif'));
    expect([kept.readUInt16BE(6 + 10), kept.readUInt16BE(6 + 18)]).toStrictEqual([0x0112, 6]);
    expect((await accepted('x.jpg', jpegOf(2, 2, [0xe1, exifOf(1, order)]))).bytes).toStrictEqual(jpegOf(2, 2));
  });
  it.each<[string, string, Uint8Array]>([
    ['cut off', 'x.png', pngOf(2, 2).subarray(0, 40)],
    ['cut off', 'x.jpg', jpegOf(2, 2).subarray(0, 40)],
    ['without its end', 'x.jpg', jpegOf(2, 2).subarray(0, -2)],
    ['without its end', 'x.png', pngOf(2, 2).subarray(0, -12)],
    ['of no size', 'x.png', pngOf(0, 2)],
    ['of no size', 'x.jpg', jpegOf(2, 0)],
    ['of 100,000 pixels', 'x.png', pngOf(100_000, 1)],
    ['of 65,535 pixels', 'x.jpg', jpegOf(65_535, 1)],
  ])('%s is refused: %s', async (_what, name, bytes) => {
    expect(await examine(name, bytes)).toStrictEqual({ code: 'attachment.image_unusable' });
  });
});
