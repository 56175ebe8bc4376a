import { derivedId } from '../../../event-store/src/index.ts';
import { contribution, type Viewer } from '../../../projections/src/index.ts';
import type { Environment } from '../contract.ts';
import type { ObjectName } from './known-events.ts';
import type { Step } from './steps.ts';

/** What became of an object that is no longer where it was: it stays addressable, and says where to look (row F9). */
export interface Whereabouts {
  readonly what:
    | 'merged'
    | 'absorbed'
    | 'split'
    | 'part_of'
    | 'superseded'
    | 'carried_over'
    | 'succeeded'
    | 'released'
    | 'withdrawn'
    | 'discarded'
    | 'deleted'
    | 'closed';
  readonly since: string;
  /** Null when it went nowhere. */
  readonly to: (ObjectName & { readonly href: string }) | null;
}

type Facts = Readonly<Record<string, unknown>>;
type Pointer = (facts: Facts, object: string) => readonly (readonly [Whereabouts['what'], ObjectName | null])[];

const toOne =
  (what: Whereabouts['what'], field: string, object?: string): Pointer =>
  (facts, own) => {
    const id = facts[field];
    return typeof id === 'string' ? [[what, { object: object ?? own, id }]] : [];
  };

const nowhere =
  (what: Whereabouts['what']): Pointer =>
  () => [[what, null]];

const parts: Pointer = ({ parts: made }, object) =>
  Array.isArray(made) ? made.flatMap((part: { readonly topicId?: string }) => toOne('split', 'topicId')(part, object)) : [];

const pointers: Readonly<Record<string, Pointer>> = {
  TopicMergedInto: toOne('merged', 'targetId'),
  TopicMergeAccepted: toOne('absorbed', 'sourceId'),
  TopicSplit: parts,
  TopicSubmitted: toOne('part_of', 'splitFrom'),
  TopicWithdrawn: nowhere('withdrawn'),
  PracticeWithdrawn: nowhere('withdrawn'),
  WorkingDocumentSuperseded: toOne('superseded', 'supersededBy'),
  GuidanceSuperseded: toOne('superseded', 'supersededBy'),
  GuidanceCarriedOver: toOne('carried_over', 'successorId'),
  DecisionSuperseded: toOne('superseded', 'supersededBy'),
  ProjectSuccessorProposed: toOne('succeeded', 'successorId'),
  ProjectClosed: nowhere('closed'),
  RegionalStructureClosed: nowhere('closed'),
  MemberLeft: nowhere('closed'),
  AttachmentWithdrawn: nowhere('withdrawn'),
  AttachmentBytesDeleted: nowhere('deleted'),
  DraftDiscarded: nowhere('discarded'),
  ReleaseDiscarded: nowhere('discarded'),
};

/** Events that undo a pointer, with what they undo and where it led. */
const undone: Readonly<Record<string, readonly [Whereabouts['what'], string]>> = {
  TopicUnmerged: ['merged', 'targetId'],
  TopicSourceDropped: ['absorbed', 'sourceId'],
};

const hrefOf = ({ object, id }: ObjectName): string => `/api/v1/history/${encodeURIComponent(object)}/${encodeURIComponent(id)}`;

/** Pointers after one more step. */
export const whereaboutsAfter = (before: readonly Whereabouts[], { event, data }: Step, { object }: ObjectName): readonly Whereabouts[] => {
  const since = event.metadata['occurredAt'] ?? '';
  const [what, field] = undone[event.type] ?? [];
  const kept =
    what === undefined || field === undefined
      ? before
      : before.filter((one) => one.what !== what || one.to?.id !== Reflect.get(data, field));
  const found = pointers[event.type]?.(data as Facts, object) ?? [];
  return [...kept, ...found.map(([how, to]): Whereabouts => ({ what: how, since, to: to === null ? null : { ...to, href: hrefOf(to) } }))];
};

/** The contribution that a draft became; its id follows from the draft's. Null when the viewer may not know of one, or it was discarded. */
export const releasedAs = (env: Environment, draftId: string, viewer: Viewer): Whereabouts | null => {
  const file = contribution(env.read, derivedId(draftId, 'contribution', 0), viewer);
  const mayKnow = viewer.kind === 'internal' || (viewer.kind === 'member' && file?.member === viewer.member);
  if (file === null || !mayKnow) return null;
  const to = { object: file.kind, id: file.contributionId };
  return { what: 'released', since: file.submittedAt, to: { ...to, href: hrefOf(to) } };
};
