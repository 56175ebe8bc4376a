import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One invented contribution. */
export interface Sample {
  readonly id: string;
  readonly type: 'topic-proposal' | 'national-practice';
  readonly member: string;
  readonly recs: readonly string[];
  readonly language: 'E' | 'F';
  readonly title: string;
  readonly text: string;
  readonly themes: readonly string[];
  readonly primaryTheme: string;
  readonly submittedAt: string;
  readonly duplicateOf: string | null;
}

const parsed = <T>(path: string): T => JSON.parse(readFileSync(resolve(path), 'utf8')) as T;

/** The invented contributions, in the order in which they were sent. */
export const samples = (): readonly Sample[] =>
  [...parsed<{ submissions: Sample[] }>('test/fixtures/demo/contributions-2015.json').submissions].sort((a, b) =>
    a.submittedAt < b.submittedAt ? -1 : 1,
  );

/** Titles of agenda items in both working languages, by sample. */
export const agendaTitles = (): Readonly<Record<string, { readonly en: string; readonly fr: string }>> =>
  parsed('test/fixtures/demo/agenda-titles.json');

/** The real working document where it is at hand, otherwise one of the same form that was written for this project. */
export const workingDocument = (): { readonly bytes: Buffer; readonly isReal: boolean } => {
  const real = resolve('../shared/documents/PC0410E1.md');
  return existsSync(real)
    ? { bytes: readFileSync(real), isReal: true }
    : { bytes: readFileSync(resolve('test/fixtures/documents/PC0990E1.md')), isReal: false };
};
