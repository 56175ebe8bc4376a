import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';
import { archiveFaultIn, zipOptions } from '../../attachments/archive.ts';
import { conversionLimits, NotConverted } from '../limits.ts';
import { readXml, type XmlElement } from './xml.ts';

/** The parts of a Word document that are read. */
export interface WordPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly headers: readonly XmlElement[];
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotConverted({ code: 'document.docx_damaged' });
  }
};

/** Parts by their names, each read when it is asked for. */
type ReadPart = (name: string) => Promise<XmlElement | null>;

const partsIn = async (bytes: Buffer, work: (read: ReadPart, names: readonly string[]) => Promise<WordPackage>): Promise<WordPackage> => {
  const zip = await yauzl.fromBufferPromise(bytes, zipOptions);
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const read: ReadPart = async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if (entry.uncompressedSize > conversionLimits.maxPartBytes) throw new NotConverted({ code: 'document.docx_unsafe', what: 'size' });
      return readXml(decode(await buffer(await zip.openReadStreamPromise(entry))));
    };
    return await work(read, [...entries.keys()]);
  } finally {
    zip.close();
  }
};

/** Where the main part lies, by the list of types; null when this is another kind of package. */
const mainPart = (types: XmlElement | null): string | null => {
  const overrides = types?.children.flatMap((top) => (typeof top === 'string' ? [] : top.children)) ?? [];
  const main = overrides.find((each) => typeof each !== 'string' && each.attributes['ContentType'] === wordType);
  return main === undefined || typeof main === 'string' ? null : (main.attributes['PartName'] ?? '').replace(/^\//, '');
};

const readWord = async (read: ReadPart, names: readonly string[]): Promise<WordPackage> => {
  const main = mainPart(await read('[Content_Types].xml'));
  const document = main === null ? null : await read(main);
  if (main === null || document === null) throw new NotConverted({ code: 'document.type_not_taken', found: 'application/zip' });
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const headers: XmlElement[] = [];
  for (const name of names.filter((each) => each.startsWith(folder) && /\/?header\d*\.xml$/.test(each)).sort()) {
    const header = await read(name);
    if (header !== null) headers.push(header);
  }
  return {
    document,
    styles: await read(`${folder}styles.xml`),
    numbering: await read(`${folder}numbering.xml`),
    footnotes: await read(`${folder}footnotes.xml`),
    headers,
  };
};

/** Opens a Word document after looking through its package as a whole. @throws NotConverted */
export const openWord = async (bytes: Buffer): Promise<WordPackage> => {
  const fault = await archiveFaultIn(bytes);
  if (fault === 'damaged') throw new NotConverted({ code: 'document.docx_damaged' });
  if (fault !== null) throw new NotConverted({ code: 'document.docx_unsafe', what: fault });
  return partsIn(bytes, readWord);
};
