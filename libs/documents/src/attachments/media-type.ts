import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import type { AttachmentFault } from './limits.ts';
import { endingOf } from './name.ts';

const office = 'application/vnd.openxmlformats-officedocument.';

/** Types that are taken, with the endings that their names may have. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  [`${office}wordprocessingml.document`]: ['docx'],
  [`${office}spreadsheetml.sheet`]: ['xlsx'],
  [`${office}presentationml.presentation`]: ['pptx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** Texts have no signature: what reads as text is told apart by its ending. */
const textTypes: Readonly<Record<string, string>> = { txt: 'text/plain', csv: 'text/csv', eml: 'message/rfc822' };

/** Bytes that no text of these kinds has, whatever its eight-bit encoding: control characters but for blanks and line ends. */
const isControl = (byte: number): boolean => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

const readsAsText = async (path: string): Promise<boolean> => {
  for await (const chunk of createReadStream(path)) if ((chunk as Uint8Array).some(isControl)) return false;
  return true;
};

const textTypeOf = async (path: string, name: string): Promise<{ readonly mediaType: string } | AttachmentFault> => {
  const type = textTypes[endingOf(name)];
  if (type === undefined || !(await readsAsText(path))) return { code: 'attachment.type_not_allowed', found: 'application/octet-stream' };
  return { mediaType: type };
};

/** Type of a file by what is in it; refused when it is none of those taken, or when its name promises another one. */
export const mediaTypeOf = async (path: string, name: string): Promise<{ readonly mediaType: string } | AttachmentFault> => {
  const found = await fileTypeFromFile(path);
  if (found === undefined) return textTypeOf(path, name);
  const endings = Object.hasOwn(allowed, found.mime) ? allowed[found.mime] : undefined;
  if (endings === undefined) return { code: 'attachment.type_not_allowed', found: found.mime };
  return endings.includes(endingOf(name)) ? { mediaType: found.mime } : { code: 'attachment.name_disagrees', name, found: found.mime };
};

export const isOffice = (mediaType: string): boolean => mediaType.startsWith(office);
