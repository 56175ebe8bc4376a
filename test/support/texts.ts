import { readFileSync } from 'node:fs';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import { openShippedReadModels, shippedProjections, startProjections, type ReadModelFile } from '../../libs/projections/src/index.ts';
import { uuidV5, type EventStore, type NewEvent } from '../../libs/event-store/src/index.ts';

/** One invented submission of a set, with what it is about. */
export interface WrittenText {
  readonly id: string;
  readonly kind: 'practice' | 'topic';
  readonly member: string;
  readonly language: 'en' | 'fr';
  readonly primaryTheme: string;
  readonly title: string;
  readonly text: string;
}

interface Pair {
  readonly a: string;
  readonly b: string;
}

/** Submissions with the pairs among them that say the same, and those that only look it. */
export interface LabelledTexts {
  readonly submissions: readonly WrittenText[];
  readonly pairs: readonly Pair[];
  readonly hardNegatives: readonly Pair[];
}

interface Sample {
  readonly id: string;
  readonly type: string;
  readonly member: string;
  readonly language: 'E' | 'F';
  readonly primaryTheme: string;
  readonly title: string;
  readonly text: string;
  readonly duplicateOf: string | null;
}

const parsed = (path: string): unknown => JSON.parse(readFileSync(`test/fixtures/${path}`, 'utf8'));

/** Our own sets, on which the weights were chosen. */
export const ownTexts = (set: 'a' | 'b'): LabelledTexts => parsed(`duplicates/customs-${set}.json`) as LabelledTexts;

/** The samples of the demonstration in the same form; they were kept apart until the weights stood. */
export const sampleTexts = (): LabelledTexts => {
  const { submissions, hardNegatives } = parsed('demo/contributions-2015.json') as {
    readonly submissions: readonly Sample[];
    readonly hardNegatives: readonly Pair[];
  };
  return {
    submissions: submissions.map(({ id, type, member, language, primaryTheme, title, text }) => ({
      id,
      kind: type === 'topic-proposal' ? 'topic' : 'practice',
      member,
      language: language === 'F' ? 'fr' : 'en',
      primaryTheme,
      title,
      text,
    })),
    pairs: submissions.flatMap(({ id, duplicateOf }) => (duplicateOf === null ? [] : [{ a: duplicateOf, b: id }])),
    hardNegatives,
  };
};

/** The name of a pair, whichever way round. */
export const pairName = (a: string, b: string): string => [a, b].sort().join(' ');

/** Places of some pairs in an order, 1 for the first. */
export const ranksOf = (pairs: readonly Pair[], order: readonly string[]): readonly number[] =>
  pairs
    .map(({ a, b }) => order.indexOf(pairName(a, b)) + 1)
    .filter((rank) => rank > 0)
    .sort((a, b) => a - b);

/** How many ranks are within a bound. */
export const within = (bound: number, ranks: readonly number[]): number => ranks.filter((rank) => rank <= bound).length;

const release = ({ id, member, language, primaryTheme, title, text }: WrittenText, order: number) => ({
  contributionId: id,
  reference: `${member}-${id}`,
  edition: 1,
  member,
  guidanceId: 'G',
  callId: 'C',
  draftId: `draft-${id}`,
  content: { language, title, text, primaryTheme, secondaryThemes: [], economicCommunity: null },
  contentHash: id,
  draftedBy: 'drafter',
  releasedBy: 'delegate',
  submittedAt: new Date(Date.UTC(2015, 1, 3) + order * 3_600_000).toISOString(),
});

let recorded = 0;

/** Appends one event to a stream as it is, whatever it is. */
export const recordEvent = async (store: EventStore, stream: string, type: string, data: object): Promise<void> => {
  recorded += 1;
  await store.append(stream, 'any', [
    {
      id: uuidV5(`text ${recorded}`),
      type,
      data: JSON.parse(JSON.stringify(data)) as NewEvent['data'],
      metadata: { schema: '1', occurredAt: '2015-02-03T00:00:00.000Z', audience: 'addressee' },
    },
  ]);
};

/** Appends one submission. */
export const recordText = (store: EventStore, text: WrittenText, order = 0): Promise<void> =>
  recordEvent(store, `${text.kind}-${text.id}`, text.kind === 'topic' ? 'TopicSubmitted' : 'PracticeSubmitted', release(text, order));

/** A log of submissions and nothing else, in the order of the set. */
export const logOfTexts = async (texts: readonly WrittenText[]): Promise<EventStore> => {
  const store = openMemoryEventStore();
  for (const [order, text] of texts.entries()) await recordText(store, text, order);
  return store;
};

/** Read models that follow a log of texts. */
export interface TextReadModels {
  readonly db: ReadModelFile;
  readonly store: EventStore;
  /** Waits until they show the end of the log. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Read models that follow a log from its beginning. */
export const readModelsFollowing = async (store: EventStore): Promise<TextReadModels> => {
  const db = openShippedReadModels(':memory:');
  const runner = startProjections({ store, db, projections: shippedProjections, upcasters: {} });
  const settled = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await runner.waitForPosition(head);
  };
  await settled();
  return {
    db,
    store,
    settled,
    close: async () => {
      await runner.stop();
      db.close();
    },
  };
};

/** Read models of some texts. */
export const readModelsOfTexts = async (texts: readonly WrittenText[]): Promise<TextReadModels> =>
  readModelsFollowing(await logOfTexts(texts));

/** Three texts that say much the same, and one that does not. */
export const alikeTexts: readonly WrittenText[] = [
  {
    id: 'one',
    kind: 'topic',
    member: 'KE',
    language: 'en',
    primaryTheme: 'RISK',
    title: 'Scanner images',
    text: 'Images of the scanner at the lake are sent to the neighbour before the lorry arrives.',
  },
  {
    id: 'two',
    kind: 'topic',
    member: 'UG',
    language: 'en',
    primaryTheme: 'RISK',
    title: 'Scanned once',
    text: 'Lorries are scanned at the lake, and the neighbour receives the image.',
  },
  {
    id: 'trois',
    kind: 'topic',
    member: 'BI',
    language: 'fr',
    primaryTheme: 'RISK',
    title: 'Une seule image',
    text: 'L’image du scanner est transmise au voisin avant que le camion ne traverse le lac.',
  },
  {
    id: 'four',
    kind: 'topic',
    member: 'JP',
    language: 'en',
    primaryTheme: 'AEO',
    title: 'Small firms',
    text: 'How a family business becomes an authorised operator.',
  },
];
export const alikePractice: WrittenText = { ...(alikeTexts[0] as WrittenText), id: 'practice', kind: 'practice', member: 'TZ' };
