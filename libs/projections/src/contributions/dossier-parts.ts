import { itemLabel, type ContributionRelease, type Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ContributionDossier, EditionView, EntryView, SponsorView } from '../views.ts';
import { wordingDifference } from './wording-difference.ts';

interface Line {
  readonly agendaId: string;
  readonly version: number;
  readonly itemId: string;
  readonly number: number;
  readonly letter: string;
}

interface EditionRow {
  readonly edition: number;
  readonly content: string;
  readonly content_hash: string;
  readonly how: string;
  readonly at: string;
}

interface SponsorRow {
  readonly member: string;
  readonly since: string;
  readonly until: string | null;
  readonly source: string | null;
}

export const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

export const editionsOf = (db: ReadDatabase, contributionId: string): readonly EditionView[] =>
  db
    .all<EditionRow>('SELECT * FROM contribution_edition WHERE contribution_id = ? ORDER BY edition', contributionId)
    .map(({ edition, content, content_hash, how, at }) => ({
      edition,
      how,
      at: at as Instant,
      contentHash: content_hash,
      content: JSON.parse(content) as ContributionRelease['content'],
    }))
    .map((edition, place, all) => {
      const before = all[place - 1];
      return { ...edition, difference: before === undefined ? null : wordingDifference(before.content, edition.content) };
    });

interface EntryFacts {
  readonly entry?: {
    readonly channel: string;
    readonly receivedAt: Instant;
    readonly enteredAt: Instant;
    readonly mark: 'as_received' | 'as_recorded';
  };
  readonly entryAnswer?: { readonly status: 'confirmed' | 'corrected'; readonly at: Instant };
  readonly entryUnconfirmed?: { readonly at: Instant };
}

/** Without an answer in time it stays as it was entered, and says so. */
export const entryOf = (facts: string): EntryView | null => {
  const { entry, entryAnswer, entryUnconfirmed } = JSON.parse(facts) as EntryFacts;
  if (entry === undefined) return null;
  const { channel, receivedAt, enteredAt, mark } = entry;
  const received = { channel, receivedAt, enteredAt };
  if (entryAnswer !== undefined) return { ...received, status: entryAnswer.status, at: entryAnswer.at };
  if (entryUnconfirmed !== undefined) return { ...received, status: `${mark}_not_confirmed`, at: entryUnconfirmed.at };
  return { ...received, status: 'unconfirmed', at: null };
};

/** The Member that sent it first, then the others by their codes (BR-09). */
export const sponsorsOf = (db: ReadDatabase, contributionId: string): readonly SponsorView[] =>
  db
    .all<SponsorRow>(
      `SELECT s.* FROM contribution_sponsor s JOIN contribution c USING (contribution_id) WHERE contribution_id = ?
       ORDER BY s.member = c.member DESC, s.member, s.since`,
      contributionId,
    )
    .map(({ member, since, until, source }) => ({ member, since: since as Instant, until: until as Instant | null, source }));

export const lineOf = (text: string | null): ContributionDossier['agendaLine'] => {
  const line = parsed<Line>(text);
  if (line === null) return null;
  const { agendaId, version, itemId, number, letter } = line;
  return { agendaId, version, itemId, label: itemLabel(number, letter) };
};
