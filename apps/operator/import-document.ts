import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import {
  commands,
  readWorkingDocument,
  type Caller,
  type CommandContext,
  type CommandOutcome,
  type Environment,
} from '../../libs/application/src/index.ts';
import type { ParsedWorkingDocument } from '../../libs/documents/src/index.ts';
import { documentDecider, type ImportWarning } from '../../libs/domain/src/index.ts';
import { fold, loadStream } from '../../libs/event-store/src/index.ts';
import { authenticate } from '../../libs/identity/src/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';

/** The bytes of a file, or a sentence why not. */
export const readDocument = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CannotStart(`${file} cannot be read.`, { exitCode: 66, cause });
  }
};

type ReadStructure = Omit<ParsedWorkingDocument, 'warnings'> & { readonly warnings: readonly ImportWarning[] };

/** The structure of a document, without recording anything. @throws CannotStart with the refusal's code */
export const structureOf = async (bytes: Uint8Array): Promise<ReadStructure> => {
  const read = await readWorkingDocument(bytes);
  if ('code' in read) throw new CannotStart(`The document is refused: ${read.code}.`, { exitCode: 65 });
  return { ...read.parsed, warnings: [...read.source.warnings, ...read.parsed.warnings] };
};

const contextFor = (caller: Caller): CommandContext => ({
  caller,
  idempotencyKey: randomUUID(),
  dryRun: false,
  ifMatch: null,
  correlationId: randomUUID(),
});

const officerOf = async (env: Environment, token: string | undefined): Promise<Caller> => {
  if (token === undefined)
    throw new CannotStart(
      'Set RAPPORTEUR_TOKEN to the token of a Secretariat officer ("operator token create --role officer" makes one).',
      { exitCode: 77 },
    );
  const found = await authenticate(env.store, token, env.clock.now());
  if ('code' in found) throw new CannotStart(`The token is refused: ${found.code}.`, { exitCode: 77 });
  return found;
};

const done = (outcome: CommandOutcome): Extract<CommandOutcome, { kind: 'done' }> => {
  if (outcome.kind === 'done') return outcome;
  throw new CannotStart(`Refused: ${outcome.kind === 'refused' ? JSON.stringify(outcome.rejection) : outcome.kind}.`, { exitCode: 65 });
};

/** Imports a document in the name of an officer. @returns its id and whether the same bytes had been imported before */
export const importDocument = async (
  env: Environment,
  bytes: Uint8Array,
  token: string | undefined,
): Promise<{ readonly documentId: string; readonly alreadyImported: boolean; readonly caller: Caller }> => {
  const caller = await officerOf(env, token);
  const { answer } = done(await commands.importWorkingDocument.run(env, { bytes }, contextFor(caller)));
  return { documentId: answer.id, alreadyImported: answer.events.length === 0, caller };
};

/** What a request asks for, by its own words; null when they do not tell. */
export const expectationOf = (text: string): 'practice' | 'topic' | null => {
  if (/\btopics?\b|thèmes?/i.test(text)) return 'topic';
  return /practice|experience|pratique|expérience/i.test(text) ? 'practice' : null;
};

/** Confirms an imported document and issues its requests. @returns how many were issued */
export const confirmDocument = async (env: Environment, caller: Caller, documentId: string, sessionId: string): Promise<number> => {
  done(await commands.confirmWorkingDocument.run(env, { documentId, sessionId, supplied: {} }, contextFor(caller)));
  const state = fold(documentDecider, (await loadStream(env.store, `document-${documentId}`)).events, {});
  const requests = state.status === 'confirmed' ? state.imported.guidanceRequests : [];
  for (const { ref, text } of requests) {
    const expects = expectationOf(text);
    if (expects === null)
      throw new CannotStart(`What ${ref} asks for has to be said by a person: issue it over the API with "expects".`, { exitCode: 65 });
    done(await commands.issueGuidanceRequest.run(env, { documentId, ref, expects }, contextFor(caller)));
  }
  return requests.length;
};
