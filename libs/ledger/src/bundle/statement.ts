import { parseNote, verifyNote, type Note, type Policy } from '../signed/index.ts';

const secondLine = 'wfe-evidence-bundle@v1';

/** What a log signs of a bundle: its own name, what it signs, and the hash of SHA256SUMS. Never the form of a checkpoint. */
export const statementText = (origin: string, sumsSha256: string): string => `${origin}\n${secondLine}\nsha256sums ${sumsSha256}\n`;

export interface Statement {
  readonly origin: string;
  readonly sumsSha256: string;
  readonly note: Note;
}

/** Reads a statement, nothing verified yet; null when it is not of the form. */
export const parseStatement = (bytes: Uint8Array): Statement | null => {
  const note = parseNote(bytes);
  const [, origin = '', sumsSha256 = ''] = /^([^\n]+)\nwfe-evidence-bundle@v1\nsha256sums ([0-9a-f]{64})\n$/.exec(note?.text ?? '') ?? [];
  return note === null || origin === '' ? null : { origin, sumsSha256, note };
};

/** Whether a log of the policy signed it, and nobody else: a line that no key explains is refused. */
export const isSigned = (policy: Policy, { origin, note }: Statement): boolean => {
  const logs = policy.logs.filter(({ name }) => name === origin);
  const isKnown = note.signatures.every((line) => logs.some(({ name, id }) => name === line.name && id === line.id));
  return isKnown && verifyNote(note, logs).good;
};
