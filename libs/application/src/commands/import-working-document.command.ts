import { documentDecider, type DocumentCommand, type DocumentParagraph } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { decodeWorkingDocument, parseWorkingDocument } from '../../../documents/src/index.ts';
import type { CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { documentIdOf, inParts, paragraphsOf, textParts, toImport } from '../document-parts.ts';
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

/** Imports a working document: bytes kept, structure read, warnings listed; nothing opens before a person confirms (BR-28). The same bytes again change nothing (BR-29). */
export const importWorkingDocument = useCase<ImportWorkingDocumentInput>('ImportWorkingDocument', async (env, { bytes }, context) => {
  const decoded = decodeWorkingDocument(bytes);
  if ('code' in decoded) return refused(decoded);
  const parsed = parseWorkingDocument(decoded.text);
  if ('code' in parsed) return refused(parsed);
  const { documentId, sha256 } = documentIdOf(bytes);
  const paragraphs = paragraphsOf(parsed);
  const known = await stateOf(env, documentDecider, documentId);
  if (known.status === 'receiving' && !context.dryRun) await keepParts(env, context, documentId, decoded.text, paragraphs);
  const data = toImport(parsed, {
    documentId,
    sha256,
    sizeBytes: bytes.byteLength,
    textParts: textParts(decoded.text).length,
    paragraphParts: inParts(paragraphs).length,
  });
  if (known.status === 'receiving' && context.dryRun) return { kind: 'wouldRecord', events: [{ type: 'WorkingDocumentImported', data }] };
  return runCommand(env, context, {
    decider: documentDecider,
    id: documentId,
    command: { type: 'ImportWorkingDocument', data },
    input: { sha256 },
  });
});
