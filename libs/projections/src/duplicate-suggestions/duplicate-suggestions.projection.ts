import { erasedWording, type CodedReason, type ContributionContent, type ContributionRelease } from '../../../domain/src/index.ts';
import { keysOf, termsOf } from '../../../text/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { candidatesFor, languageAt, orderOf, placeOf, standingsOf, type Candidate, type KeyStanding } from './candidates.ts';

type Kind = 'practice' | 'topic';

/** How many earlier texts are kept beside each text as worth comparing, in its own language and in the other one. */
const kept = { looked: 24, sameLanguage: 6, acrossLanguages: 4 } as const;

const nextPlace = (tx: ReadModelTransaction, kind: Kind, language: 'en' | 'fr'): number =>
  placeOf(orderOf(tx.get<{ last: number }>('SELECT coalesce(max(place), 0) AS last FROM duplicate_text')?.last ?? 0) + 1, kind, language);

/** Only the edition that stands now is compared, and never with its own earlier ones. */
const others = (tx: ReadModelTransaction, contributionId: string, candidates: readonly Candidate[]): readonly Candidate[] => {
  const standing = new Set(
    tx
      .all<{ place: number }>(
        'SELECT place FROM duplicate_document WHERE place IN (SELECT value FROM json_each(?)) AND contribution_id <> ?',
        JSON.stringify(candidates.map(({ place }) => place)),
        contributionId,
      )
      .map(({ place }) => place),
  );
  return candidates.filter(({ place }) => standing.has(place));
};

const keepPairs = (
  tx: ReadModelTransaction,
  contributionId: string,
  place: number,
  kind: Kind,
  standings: readonly KeyStanding[],
): void => {
  const found = others(tx, contributionId, candidatesFor(tx, standings, { before: place, kind, most: kept.looked }));
  const same = found.filter((candidate) => languageAt(candidate.place) === languageAt(place)).slice(0, kept.sameLanguage);
  const across = found.filter((candidate) => languageAt(candidate.place) !== languageAt(place)).slice(0, kept.acrossLanguages);
  for (const { place: earlier, score } of [...same, ...across])
    tx.run('INSERT INTO duplicate_pair (later, earlier, score) VALUES (?, ?, ?)', place, earlier, score);
};

/** Enters an edition: its words by their keys, and what among the earlier ones it may repeat. @returns its place */
const enter = (tx: ReadModelTransaction, kind: Kind, contributionId: string, content: ContributionContent): number => {
  const place = nextPlace(tx, kind, content.language);
  // What was erased says nothing, and is like nothing.
  const said = content.title === erasedWording ? { ...content, title: '', text: '' } : content;
  const standings = standingsOf(tx, keysOf(termsOf(said)), place);
  tx.run(
    'INSERT INTO duplicate_text (place, contribution_id, title, body) VALUES (?, ?, ?, ?)',
    place,
    contributionId,
    content.title,
    content.text,
  );
  keepPairs(tx, contributionId, place, kind, standings);
  tx.run(
    'INSERT INTO duplicate_key (key, place, ordinal) SELECT key, ?, value FROM json_each(?)',
    place,
    JSON.stringify(Object.fromEntries(standings.map(({ key, found: before }) => [key, before + 1]))),
  );
  return place;
};

const submitted = (
  tx: ReadModelTransaction,
  kind: Kind,
  { contributionId, reference, member, submittedAt, content }: ContributionRelease,
): void => {
  const place = enter(tx, kind, contributionId, content);
  tx.run(
    "INSERT INTO duplicate_document (contribution_id, place, reference, member, submitted_at, theme, standing) VALUES (?, ?, ?, ?, ?, ?, 'open')",
    contributionId,
    place,
    reference,
    member,
    submittedAt,
    content.primaryTheme,
  );
};

const amended = (tx: ReadModelTransaction, kind: Kind, contributionId: string, content: ContributionContent): void => {
  const place = enter(tx, kind, contributionId, content);
  tx.run('UPDATE duplicate_document SET place = ? WHERE contribution_id = ?', place, contributionId);
};

const classified = (tx: ReadModelTransaction, contributionId: string, theme: string): void => {
  tx.run('UPDATE duplicate_document SET theme = ? WHERE contribution_id = ?', theme, contributionId);
};

const stands = (tx: ReadModelTransaction, contributionId: string, standing: 'open' | 'gone'): void => {
  tx.run('UPDATE duplicate_document SET standing = ? WHERE contribution_id = ?', standing, contributionId);
};

interface Ruled {
  readonly otherId: string;
  readonly reason: CodedReason;
  readonly ruledBy: string;
  readonly ruledAt: string;
}

const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);

const ruled = (
  tx: ReadModelTransaction,
  contributionId: string,
  ruling: 'confirmed' | 'ruled_out',
  { otherId, reason, ruledBy, ruledAt }: Ruled,
): void => {
  tx.run(
    'INSERT OR REPLACE INTO duplicate_ruling (low, high, ruling, ruled_on, reason, ruled_by, ruled_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...inOrder(contributionId, otherId),
    ruling,
    contributionId,
    JSON.stringify(reason),
    ruledBy,
    ruledAt,
  );
};

const rulingUndone = (tx: ReadModelTransaction, contributionId: string, { otherId }: Ruled): void => {
  tx.run('DELETE FROM duplicate_ruling WHERE low = ? AND high = ?', ...inOrder(contributionId, otherId));
};

/** What is ruled on a pair: the same of topics and practices. */
const rulings = {
  TopicDuplicateConfirmed: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly topicId: string } }) => {
    ruled(tx, data.topicId, 'confirmed', data);
  },
  TopicDuplicateRuledOut: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly topicId: string } }) => {
    ruled(tx, data.topicId, 'ruled_out', data);
  },
  TopicDuplicateRulingUndone: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly topicId: string } }) => {
    rulingUndone(tx, data.topicId, data);
  },
  PracticeDuplicateConfirmed: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly practiceId: string } }) => {
    ruled(tx, data.practiceId, 'confirmed', data);
  },
  PracticeDuplicateRuledOut: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly practiceId: string } }) => {
    ruled(tx, data.practiceId, 'ruled_out', data);
  },
  PracticeDuplicateRulingUndone: (tx: ReadModelTransaction, { data }: { readonly data: Ruled & { readonly practiceId: string } }) => {
    rulingUndone(tx, data.practiceId, data);
  },
};

interface OfTopic {
  readonly data: { readonly topicId: string };
}

interface OfPractice {
  readonly data: { readonly practiceId: string };
}

/** New editions, and what is no longer there to be a duplicate of anything. */
const changes = {
  TopicAmended: (tx: ReadModelTransaction, { data }: OfTopic & { readonly data: { readonly content: ContributionContent } }) => {
    amended(tx, 'topic', data.topicId, data.content);
  },
  TopicEntryCorrected: (tx: ReadModelTransaction, { data }: OfTopic & { readonly data: { readonly content: ContributionContent } }) => {
    amended(tx, 'topic', data.topicId, data.content);
  },
  TopicWithdrawn: (tx: ReadModelTransaction, { data }: OfTopic) => {
    stands(tx, data.topicId, 'gone');
  },
  TopicMergedInto: (tx: ReadModelTransaction, { data }: OfTopic) => {
    stands(tx, data.topicId, 'gone');
  },
  TopicSplit: (tx: ReadModelTransaction, { data }: OfTopic) => {
    stands(tx, data.topicId, 'gone');
  },
  TopicUnmerged: (tx: ReadModelTransaction, { data }: OfTopic) => {
    stands(tx, data.topicId, 'open');
  },
  PracticeAmended: (tx: ReadModelTransaction, { data }: OfPractice & { readonly data: { readonly content: ContributionContent } }) => {
    amended(tx, 'practice', data.practiceId, data.content);
  },
  PracticeEntryCorrected: (
    tx: ReadModelTransaction,
    { data }: OfPractice & { readonly data: { readonly content: ContributionContent } },
  ) => {
    amended(tx, 'practice', data.practiceId, data.content);
  },
  PracticeWithdrawn: (tx: ReadModelTransaction, { data }: OfPractice) => {
    stands(tx, data.practiceId, 'gone');
  },
};

/**
 * Which contributions may say what another one says, and what was ruled on them. Everything about an edition is written when it
 * comes and never again; how alike two are is told when it is asked, by the words of all that came until then.
 */
export const duplicateSuggestionsProjection: Projection = {
  name: 'duplicate-suggestions',
  version: 2,
  tables: ['duplicate_document', 'duplicate_ruling'],
  immutableTables: ['duplicate_text', 'duplicate_key', 'duplicate_pair'],
  ddl: `
    CREATE TABLE duplicate_text (place INTEGER PRIMARY KEY, contribution_id TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE duplicate_key (key TEXT, place INTEGER, ordinal INTEGER NOT NULL, PRIMARY KEY (key, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE duplicate_pair (later INTEGER, earlier INTEGER, score INTEGER NOT NULL, PRIMARY KEY (later, earlier)) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_pair_by_score ON duplicate_pair (score DESC);
    CREATE TABLE duplicate_document (
      contribution_id TEXT PRIMARY KEY, place INTEGER NOT NULL, reference TEXT NOT NULL, member TEXT NOT NULL, submitted_at TEXT NOT NULL, theme TEXT NOT NULL,
      standing TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX duplicate_document_by_place ON duplicate_document (place);
    CREATE TABLE duplicate_ruling (
      low TEXT, high TEXT, ruling TEXT NOT NULL, ruled_on TEXT NOT NULL, reason TEXT NOT NULL, ruled_by TEXT NOT NULL, ruled_at TEXT NOT NULL, PRIMARY KEY (low, high)
    ) STRICT, WITHOUT ROWID;`,
  handlers: {
    TopicSubmitted: (tx, { data }) => {
      submitted(tx, 'topic', data);
    },
    PracticeSubmitted: (tx, { data }) => {
      submitted(tx, 'practice', data);
    },
    TopicClassified: (tx, { data }) => {
      classified(tx, data.topicId, data.primaryTheme);
    },
    PracticeClassified: (tx, { data }) => {
      classified(tx, data.practiceId, data.primaryTheme);
    },
    ...changes,
    ...rulings,
  },
};
