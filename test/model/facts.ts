import type { RecordedEvent } from '../../libs/event-store/src/index.ts';

/** What the record says of a topic or practice, read without the deciders. */
export interface ContributionFacts {
  readonly category: 'practice' | 'topic';
  readonly id: string;
  readonly sponsors: Set<string>;
  /** Who gave the recommendation that stands; of a practice, who confirmed its themes. */
  recommendedBy: string | null;
  decided: boolean;
  late: boolean;
  admitted: boolean;
  /** Whether the Chair has ruled that it may go on the agenda although it came late. */
  ruledIn: boolean;
  mergedInto: string | null;
  reserved: string | null;
  ended: boolean;
}

/** What the record says in all. */
export class Facts {
  readonly contributions = new Map<string, ContributionFacts>();
  readonly drafts = new Map<string, string>();
  readonly merges = new Map<string, string>();
  readonly releases: string[] = [];
  readonly headings: string[] = [];
  readonly items = new Map<string, string>();
  readonly labels = new Set<string>();
  readonly references = new Set<string>();
  /** Of the version that waits for approval: who proposed it, and its hash. */
  proposed: { readonly by: string; readonly contentHash: string } | null = null;

  /** What was last heard of: a history goes on with it more often than with the others, and so gets further. */
  last: ContributionFacts | null = null;

  of(category: 'practice' | 'topic'): readonly ContributionFacts[] {
    return [...this.contributions.values()].filter((one) => one.category === category);
  }
}

/** What an event tells, as far as these rules look at it. */
export interface Told {
  /** A text; empty when there is none. */
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
}

export const toldBy = ({ data }: RecordedEvent): Told => {
  const members = data as Readonly<Record<string, unknown>>;
  return {
    text: (name) => (typeof members[name] === 'string' ? members[name] : ''),
    list: (name) => (Array.isArray(members[name]) ? (members[name] as readonly string[]) : []),
    has: (name) => members[name] !== undefined,
  };
};

const enter = (facts: Facts, category: 'practice' | 'topic', data: Told): void => {
  const id = data.text('contributionId');
  facts.contributions.set(id, {
    category,
    id,
    sponsors: new Set([data.text('member')]),
    recommendedBy: null,
    decided: false,
    late: false,
    admitted: false,
    ruledIn: false,
    mergedInto: null,
    reserved: null,
    ended: false,
  });
};

type Change = (one: ContributionFacts, data: Told, actor: string) => void;

const decided: Change = (one) => {
  one.decided = true;
};
const undecided: Change = (one) => {
  one.decided = false;
  // The themes of a practice stay confirmed; a topic has to be recommended anew.
  if (one.category === 'topic') one.recommendedBy = null;
};
const ended: Change = (one) => {
  one.ended = true;
};

const changes: Readonly<Record<string, Change>> = {
  SponsorJoined: (one, data) => void one.sponsors.add(data.text('member')),
  SponsorLeft: (one, data) => void one.sponsors.delete(data.text('member')),
  ReceivedLate: (one) => void (one.late = true),
  LateAdmitted: (one) => void (one.admitted = true),
  LateRulingMade: (one, data) => void (one.ruledIn = data.text('ruling') === 'on_agenda'),
  Classified: (one, _data, actor) => {
    if (one.category === 'practice') one.recommendedBy = actor;
  },
  Recommended: (one, _data, actor) => void (one.recommendedBy = actor),
  Accepted: decided,
  Declined: decided,
  Deferred: decided,
  Reconsidered: undecided,
  ReviewGranted: undecided,
  MergeReserved: (one, data) => void (one.reserved = data.text('mergeId')),
  MergeReleased: (one) => void (one.reserved = null),
  MergedInto: (one, data) => {
    one.reserved = null;
    one.mergedInto = data.text('targetId');
  },
  Unmerged: (one) => void (one.mergedInto = null),
  MergeAccepted: (one, data) => {
    for (const sponsor of data.list('sponsors')) one.sponsors.add(sponsor);
  },
  SourceDropped: (one, data) => {
    for (const member of data.list('members')) one.sponsors.delete(member);
  },
  Withdrawn: ended,
  Split: ended,
};

const known: Readonly<Record<string, (facts: Facts, data: Told, actor: string) => void>> = {
  DraftSaved: (facts, data) => void facts.drafts.set(data.text('draftId'), data.text('member')),
  TopicSubmitted: (facts, data) => {
    enter(facts, 'topic', data);
  },
  PracticeSubmitted: (facts, data) => {
    enter(facts, 'practice', data);
  },
  TopicMergeProposed: (facts, data) => void facts.merges.set(data.text('mergeId'), data.text('topicId')),
  ReleasePrepared: (facts, data) => void facts.releases.push(data.text('releaseId')),
  AgendaHeadingAdded: (facts, data) => void facts.headings.push(data.text('headingId')),
  AgendaItemAdded: (facts, data) => void facts.items.set(data.text('itemId'), data.text('topicId')),
  AgendaVersionProposed: (facts, data, actor) => void (facts.proposed = { by: actor, contentHash: data.text('contentHash') }),
};

/** Enters one event. */
export const learn = (facts: Facts, event: RecordedEvent): void => {
  const { type, metadata, streamId } = event;
  const data = toldBy(event);
  const actor = String(metadata['actor']);
  known[type]?.(facts, data, actor);
  const kind = /^(Topic|Practice)(.+)$/.exec(type)?.[2];
  const one = facts.contributions.get(streamId.slice(streamId.indexOf('-') + 1));
  if (kind === undefined || one === undefined) return;
  facts.last = one;
  changes[kind]?.(one, data, actor);
};
