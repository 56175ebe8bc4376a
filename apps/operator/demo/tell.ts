import type { Catalogue } from './catalogue.ts';
import type { DemoResult } from './play.ts';

/** What was played, and how long it took. */
export interface Played extends DemoResult {
  readonly catalogue: Catalogue;
  readonly seconds: number;
}

const columns = (cells: readonly string[], count: number): readonly string[] => {
  const rows = Math.ceil(cells.length / count);
  const width = Math.max(0, ...cells.map((cell) => cell.length)) + 2;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: count }, (__, column) => (cells[column * rows + row] ?? '').padEnd(width))
      .join('')
      .trimEnd(),
  );
};

const occurred = ({ counts }: Catalogue): readonly string[] =>
  columns(
    Object.entries(counts).map(([type, count]) => `${String(count).padStart(5)} ${type}`),
    3,
  );

/** What the play came to, for people. @param complete  whether the whole year was played, so that nothing may be missing */
export const sentencesOf = (
  { catalogue, conflicts, ...played }: Played,
  { complete, dataDir }: { readonly complete: boolean; readonly dataDir: string },
): readonly string[] => [
  ...occurred(catalogue),
  ...Object.entries(catalogue.systemOnly).map(([type, reason]) => `      ${type}: ${reason}`),
  ...(complete ? catalogue.missing.map((type) => `MISSING ${type}`) : []),
  ...conflicts.map((told) => `Two officers at once: the second was told "${told}"`),
  `${Object.keys(catalogue.counts).length} types of events occurred through commands over HTTP${complete ? `, ${catalogue.missing.length} are missing` : ''}.`,
  `${played.document}: ${played.received} contributions received, ${played.late} of them late, ${played.accepted} topics accepted, agenda version ${played.agendaVersion}, its draft sent to ${played.addressees} Members.`,
  `${played.commands} commands, ledger size ${played.ledgerSize}, ${played.seconds.toFixed(1)} s.`,
  ...(played.accounts.length === 0 ? [] : [`Sign in as ${played.accounts.join(', ')} with ${played.password}`]),
  `Look at it: DATA_DIR=${dataDir} npm start`,
];
