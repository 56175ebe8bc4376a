import { toDocx, toMarkdown, toPdf, type OutDocument, type OutFormat, type OutStanding } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import { recordStanding } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { makeDraft, type DocumentWish } from '../documents-out/make-document.ts';
import { publishedLedger, readTree, type NotSealed } from './ledger.query.ts';

/** A document as a file. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** A name that any file system takes. */
  readonly name: string;
}

const mediaTypes: Readonly<Record<OutFormat, string>> = {
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The state that is shown, with its root; a root that is not sealed yet is waited for by asking again. */
const standingOf = (env: Environment): OutStanding | NotSealed => {
  const { n: size, lastOccurredAt: at } = recordStanding(env.read);
  if (env.ledger === null || size === 0) return { size, root: null, at };
  const published = publishedLedger(env);
  if (published === null || published.checkpoint.size < size) return { code: 'ledger.not_sealed' };
  return { size, root: readTree(published, (tree) => Buffer.from(tree.root()).toString('base64'), size), at };
};

const bytesOf = async (document: OutDocument, format: OutFormat): Promise<Uint8Array> => {
  if (format === 'pdf') return toPdf(document);
  return format === 'docx' ? toDocx(document) : Buffer.from(toMarkdown(document), 'utf8');
};

/**
 * A document that leaves the house, with the rights and the moment of what it shows. The same history gives the same bytes.
 *
 * @returns null when the viewer knows of nothing of the kind; `ledger.not_sealed` for a moment after something was recorded
 */
export const documentOut: Query<
  { readonly wish: DocumentWish; readonly language: Language; readonly format: OutFormat },
  DocumentFile | NotSealed | null
> = {
  name: 'documentOut',
  run: async (env, { wish, language, format }, viewer) => {
    const draft = makeDraft(env, viewer, language, wish);
    if (draft === null) return null;
    const standing = standingOf(env);
    if ('code' in standing) return standing;
    const bytes = await bytesOf({ ...draft, language, standing }, format);
    return { bytes, mediaType: mediaTypes[format], name: `${draft.symbol.replace(/[^A-Za-z0-9.-]+/g, '-')}.${format}` };
  },
};
