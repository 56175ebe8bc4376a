import { Readable } from 'node:stream';
import { documentDecider, type DocumentCommand, type DocumentParagraph, type WorkingDocumentImport } from '../../../domain/src/index.ts';
import { maxDocumentBytes } from '../../../documents/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { deleteUnused } from '../attachments/bytes-in-use.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { documentIdOf, inParts, paragraphsOf, textParts, toImport } from '../document-parts.ts';
import { readWorkingDocument } from '../document-source.ts';
import { commandIdOf, refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface ImportWorkingDocumentInput {
  readonly bytes: Uint8Array;
}

const keepPart = async (
  env: Environment,
  context: CommandContext,
  id: string,
  command: DocumentCommand,
  nth: number,
): Promise<CommandOutcome> => {
  const commandId = derivedId(commandIdOf(context), command.type, nth);
  return runCommand(env, { ...context, ifMatch: null }, { decider: documentDecider, id, command, input: { id, nth }, commandId });
};

/** Keeps the text and what was read of it, part by part; parts that an interrupted import kept already are repeats. */
const keepParts = async (
  env: Environment,
  context: CommandContext,
  documentId: string,
  text: string,
  paragraphs: readonly DocumentParagraph[],
): Promise<void> => {
  for (const [part, piece] of textParts(text).entries()) {
    await keepPart(env, context, documentId, { type: 'KeepWorkingDocumentText', data: { documentId, part, text: piece } }, part);
  }
  for (const [part, group] of inParts(paragraphs).entries()) {
    await keepPart(
      env,
      context,
      documentId,
      { type: 'KeepWorkingDocumentParagraphs', data: { documentId, part, paragraphs: group } },
      part,
    );
  }
};

/** Keeps the bytes of a document that is no text, before anything on record names them. */
const keepBytes = async ({ blobs }: Environment, bytes: Uint8Array): Promise<void> => {
  const staged = await blobs.stage(Readable.from([bytes]), maxDocumentBytes);
  if ('code' in staged) throw new Error(`a document of ${bytes.byteLength} bytes grew while it was kept`);
  await blobs.keep(staged.stagedId);
};

/** Records the import once text and paragraphs are kept, and the bytes where the text is not theirs. */
const record = async (
  env: Environment,
  context: CommandContext,
  data: WorkingDocumentImport,
  keepAll: () => Promise<void>,
): Promise<CommandOutcome> => {
  const { documentId, sha256 } = data;
  const { status } = await stateOf(env, documentDecider, documentId);
  if (status === 'receiving' && context.dryRun) return { kind: 'wouldRecord', events: [{ type: 'WorkingDocumentImported', data }] };
  if (status === 'receiving') await keepAll();
  return runCommand(env, context, {
    decider: documentDecider,
    id: documentId,
    command: { type: 'ImportWorkingDocument', data },
    input: { sha256 },
  });
};

/**
 * Imports a working document that came as text, DOCX or PDF: bytes kept, structure read, warnings listed; nothing opens before a person
 * confirms (BR-28). The same bytes again change nothing (BR-29).
 */
export const importWorkingDocument = useCase<ImportWorkingDocumentInput>('ImportWorkingDocument', async (env, { bytes }, context) => {
  const read = await readWorkingDocument(bytes);
  if ('code' in read) return refused(read);
  const { source, parsed } = read;
  const { documentId, sha256 } = documentIdOf(bytes);
  const paragraphs = paragraphsOf(parsed);
  const data = toImport(parsed, {
    documentId,
    sha256,
    sizeBytes: bytes.byteLength,
    textParts: textParts(source.text).length,
    paragraphParts: inParts(paragraphs).length,
    converted: source.converted,
    conversionWarnings: source.warnings,
  });
  const keepText = (): Promise<void> => keepParts(env, context, documentId, source.text, paragraphs);
  if (source.converted === null) return record(env, context, data, keepText);
  return env.blobs.exclusively(sha256, async () => {
    const outcome = await record(env, context, data, async () => {
      await keepBytes(env, bytes);
      await keepText();
    });
    if (outcome.kind === 'refused') await deleteUnused(env, sha256);
    return outcome;
  });
});
