import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { attachmentLimits } from '../../libs/application/src/index.ts';
import { Refusal } from './problem.ts';

/** Room for a few fields and one file; the store of bytes counts them itself, so that one byte too many is told as what it is. */
const limits = {
  fileSize: attachmentLimits.maxBytes + 1,
  files: 1,
  fields: 8,
  parts: 9,
  fieldNameSize: 100,
  fieldSize: 4_000,
  headerPairs: 100,
} as const;

/** Lets a server take files as browsers send them; nothing is kept in memory or on disk before a route asks for it. */
export const takeUploads = (server: FastifyInstance): void => {
  void server.register(multipart, { limits, throwFileSizeLimit: false });
};

/** What came with a file: the other fields, and where its bytes wait. */
export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  readonly name: string;
  readonly stagedId: string;
}

const libraryCodes: Readonly<Record<string, string>> = {
  FST_FILES_LIMIT: 'upload.one_file',
  FST_PARTS_LIMIT: 'upload.too_many_fields',
  FST_FIELDS_LIMIT: 'upload.too_many_fields',
  FST_REQ_FILE_TOO_LARGE: 'attachment.too_large',
  FST_PROTO_VIOLATION: 'upload.malformed',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'body.unsupported_media_type',
  FST_MULTIPART_MULTIPLE_CONTENT_TYPES: 'body.unsupported_media_type',
};

/** What the reader of forms says of one that is not one; whatever else is wrong with it breaks its form. */
const asRefusal = (error: unknown): Error => {
  if (error instanceof Refusal) return error;
  const {
    code = '',
    statusCode,
    message = '',
  } = error as { readonly code?: string; readonly statusCode?: number; readonly message?: string };
  const known =
    libraryCodes[code] ??
    (statusCode === 400 || /multipart|part header|boundary|unexpected end of form/i.test(message) ? 'upload.malformed' : undefined);
  if (known !== undefined) return new Refusal({ code: known, maxBytes: attachmentLimits.maxBytes });
  return error instanceof Error ? error : new Error('the upload could not be read', { cause: error });
};

type Stage = (bytes: AsyncIterable<Uint8Array>) => Promise<{ readonly stagedId: string }>;
type Forget = (stagedId: string) => Promise<void>;

const readParts = async (request: FastifyRequest, stage: Stage, staged: { id: string | null }): Promise<Upload> => {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let name: string | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      name = part.filename;
      staged.id = (await stage(part.file)).stagedId;
    } else if (typeof part.value !== 'string' || part.fieldname in fields || part.valueTruncated) {
      throw new Refusal({ code: 'upload.malformed' });
    } else fields[part.fieldname] = part.value.normalize('NFC');
  }
  if (staged.id === null || name === null) throw new Refusal({ code: 'upload.no_file' });
  return { fields, name, stagedId: staged.id };
};

/**
 * Reads a form with one file, lets some work use it, and forgets the file unless the work has kept it.
 *
 * @param stage  takes the bytes in as they come
 * @throws Refusal when it is no such form
 */
export const withUpload = async <T>(
  request: FastifyRequest,
  { stage, forget }: { readonly stage: Stage; readonly forget: Forget },
  work: (upload: Upload) => Promise<T>,
): Promise<T> => {
  if (!request.isMultipart()) throw new Refusal({ code: 'body.unsupported_media_type' });
  const staged: { id: string | null } = { id: null };
  try {
    const upload = await readParts(request, stage, staged).catch((error: unknown) => {
      throw asRefusal(error);
    });
    return await work(upload);
  } finally {
    if (staged.id !== null) await forget(staged.id);
  }
};

/** The fields that were sent, each known and none missing. @throws Refusal that names all that are wrong */
export const uploadFields = <K extends string>({ fields }: Upload, rules: Readonly<Record<K, RegExp>>): Readonly<Record<K, string>> => {
  const known = Object.entries<RegExp>(rules);
  const wrong = known
    .filter(([name, rule]) => !rule.test(fields[name] ?? ''))
    .map(([name]) => ({ pointer: `/${name}`, rules: ['matches'] }));
  const unknown = Object.keys(fields)
    .filter((name) => !known.some(([field]) => field === name))
    .map((name) => ({ pointer: `/${name}`, rules: ['whitelistValidation'] }));
  if (wrong.length + unknown.length > 0) throw new Refusal({ code: 'input.invalid', errors: [...wrong, ...unknown] });
  return Object.fromEntries(known.map(([name]) => [name, fields[name] ?? ''])) as Record<K, string>;
};
