import type { AtomEntry, AtomFeed } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import { feed, historyOf, recordStanding, type FeedEntry, type FeedName } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { Scribe } from '../documents-out/scribe.ts';
import { feedAuthor, feedKinds, feedTitles } from '../feeds/feed.phrases.ts';
import { brusselsDate } from '../time/wall-time.ts';

interface Wish {
  readonly name: FeedName;
  readonly language: Language;
  /** Index in the ledger; null for the first page. */
  readonly before: number | null;
  readonly limit: number;
}

/** A page of a feed without its links, which only whoever serves it knows. */
export interface FeedOut extends Omit<AtomFeed, 'links'> {
  readonly wish: Wish;
  readonly indexes: readonly number[];
  readonly next: number | null;
}

/** Where objects are to be had, by their category. */
const collections: Readonly<Record<string, string>> = {
  agenda: 'agendas',
  conference: 'conferences',
  decision: 'decisions',
  document: 'documents',
  guidance: 'guidance-requests',
  practice: 'contributions',
  session: 'sessions',
  topic: 'contributions',
};

const addressOf = ({ subject, kind, detail }: FeedEntry): string => {
  const dash = subject.indexOf('-');
  const [category, id] = [subject.slice(0, dash), encodeURIComponent(subject.slice(dash + 1))];
  if (kind === 'agenda_version') return `/api/v1/agendas/${id}/versions/${String(detail)}`;
  const collection = collections[category];
  return collection === undefined ? '/api/v1/calls' : `/api/v1/${collection}/${id}`;
};

/** What ids begin with (RFC 4151): the name of the ledger and the year it was opened in; a break of the ledger leaves it as it was. */
const tagOf = (env: Environment): string => {
  const [domain = '', , id = ''] = (recordStanding(env.read).origin ?? '').split('/');
  const [opened] = historyOf(env.read, 'ledger-main');
  return `tag:${domain},${(opened?.occurredAt ?? '1970').slice(0, 4)}:${id}`;
};

const toAtomEntry = (scribe: Scribe, tag: string, entry: FeedEntry): AtomEntry => {
  const label = scribe.fill(feedKinds[entry.kind], { detail: entry.detail ?? '' });
  return {
    id: `${tag}/entry/${entry.n}`,
    title: scribe.pair(label, scribe.say(entry.title)),
    updated: entry.at,
    category: { term: entry.kind, label },
    link: addressOf(entry),
  };
};

/**
 * A page of a feed (row: feeds of publications and decisions), the newest entry first. An entry is an event and never changes its id;
 * what it is called follows the object.
 */
export const feedOut: Query<Wish, FeedOut> = {
  name: 'feedOut',
  run: (env, wish, viewer) => {
    const { name, language } = wish;
    const scribe = new Scribe(env.read, language, brusselsDate(env.clock.now()));
    const tag = tagOf(env);
    const { entries, next } = feed(env.read, wish, viewer);
    const [newest] = feed(env.read, { name, before: null, limit: 1 }, viewer).entries;
    return {
      id: `${tag}/feed/${name}`,
      title: scribe.fill(feedTitles[name]),
      author: scribe.fill(feedAuthor),
      language,
      updated: newest?.at ?? '1970-01-01T00:00:00.000Z',
      entries: entries.map((entry) => toAtomEntry(scribe, tag, entry)),
      wish,
      indexes: entries.map(({ n }) => n),
      next,
    };
  },
  // What the viewer may not know of today is not shown, whatever was open then.
  stillPermitted: (env, then, viewer) => {
    const { name, limit } = then.wish;
    const [first = 0] = then.indexes;
    const open = new Set(feed(env.read, { name, before: first + 1, limit }, viewer).entries.map(({ n }) => n));
    return { ...then, entries: then.entries.filter((_entry, at) => open.has(then.indexes[at] ?? -1)) };
  },
};
