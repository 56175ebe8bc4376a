import {
  causesAgainst,
  hasTopic,
  itemLabel,
  type AgendaContent,
  type AgendaProgramme,
  type Instant,
  type PublicationCause,
} from '../../../domain/src/index.ts';
import type { AgendaChecks, AgendaObstacle, LabelledItem, PendingVersionView, ProgrammeConflict } from '../views.ts';

type Slot = AgendaProgramme['slots'][number];

/** What the checks follow from; nothing else is looked at. */
export interface Checked {
  readonly now: Instant;
  /** As it would go out next. */
  readonly content: AgendaContent;
  readonly published: AgendaContent | null;
  /** Parity waivers of the published version. */
  readonly waivedOnPublished: PendingVersionView['parityWaivers'];
  readonly pending: PendingVersionView | null;
  readonly priorities: readonly string[];
  readonly closed: boolean;
  /** Version that was circulated last; 0 for none. */
  readonly circulated: number;
  /** Last moment for comments on the draft that was circulated last; null when none are asked. */
  readonly commentsUntil: Instant | null;
  readonly undisposed: readonly string[];
  /** Those of some topics of which a person has still to say whether they are one with another. */
  readonly unresolvedAmong: (topicIds: readonly string[]) => readonly string[];
  /** Those of some topics that were withdrawn, merged into another or divided. */
  readonly goneAmong: (topicIds: readonly string[]) => readonly string[];
}

/** Items of a content with their labels, in its order. */
export const labelledItems = ({ headings }: AgendaContent): readonly LabelledItem[] =>
  headings.flatMap(({ number, items }) => items.map(({ itemId, letter, title }) => ({ itemId, label: itemLabel(number, letter), title })));

const topicsOf = ({ headings }: AgendaContent): readonly string[] =>
  headings.flatMap(({ items }) => items.filter(hasTopic).map(({ topicId }) => topicId));

const isOnSlot = ({ programme }: AgendaContent, itemId: string): boolean =>
  (programme?.slots ?? []).some(({ itemIds }) => itemIds.includes(itemId));

const overlap = (a: Slot, b: Slot): boolean => a.start.instant < b.end.instant && b.start.instant < a.end.instant;

const conflictsOf = (a: Slot, b: Slot): readonly ProgrammeConflict[] => {
  const slotIds = [a.slotId, b.slotId] as const;
  const people = b.speakers.map(({ person }) => person);
  return [
    ...(a.roomId === b.roomId ? [{ kind: 'room', id: a.roomId, slotIds } as const] : []),
    ...a.speakers.filter(({ person }) => people.includes(person)).map(({ person }) => ({ kind: 'person', id: person, slotIds }) as const),
    ...a.itemIds.filter((id) => b.itemIds.includes(id)).map((id) => ({ kind: 'item', id, slotIds }) as const),
  ];
};

const programmeConflicts = ({ programme }: AgendaContent): readonly ProgrammeConflict[] => {
  const slots = programme?.slots ?? [];
  return slots.flatMap((a, index) => slots.slice(index + 1).flatMap((b) => (overlap(a, b) ? conflictsOf(a, b) : [])));
};

const prioritiesUnaccounted = ({ content, priorities }: Checked): readonly string[] => {
  const covered = content.headings.filter(({ items }) => items.length > 0).map(({ theme }) => theme);
  const omitted = content.omittedPriorities.map(({ theme }) => theme);
  return priorities.filter((theme) => !covered.includes(theme) && !omitted.includes(theme));
};

const prioritiesWithoutSlot = ({ headings, ...content }: AgendaContent): readonly string[] =>
  headings.flatMap(({ theme, items }) =>
    theme === null || items.length === 0 || items.some(({ itemId }) => isOnSlot({ headings, ...content }, itemId)) ? [] : [theme],
  );

const isFinal = ({ published }: Checked): boolean => published?.final ?? false;

/** UJ-12: no agenda becomes final while Members may still speak or have not been answered. */
const againstFinality = (checked: Checked): readonly AgendaObstacle[] => {
  const { commentsUntil, undisposed, now } = checked;
  if (isFinal(checked)) return [];
  const open = commentsUntil !== null && now <= commentsUntil ? [{ cause: 'comment_period_open', until: commentsUntil } as const] : [];
  return [...open, ...(undisposed.length === 0 ? [] : [{ cause: 'comments_undisposed', comments: undisposed } as const])];
};

const againstProposal = (checked: Checked): readonly AgendaObstacle[] => {
  const { closed, pending, content } = checked;
  const themes = prioritiesUnaccounted(checked);
  return [
    ...(closed ? [{ cause: 'closed' } as const] : []),
    ...(pending === null ? [] : [{ cause: 'version_pending', version: pending.version } as const]),
    ...(labelledItems(content).length === 0 ? [{ cause: 'no_item' } as const] : []),
    ...(themes.length === 0 ? [] : [{ cause: 'priority_unaccounted', themes } as const]),
  ];
};

const causes = (
  content: AgendaContent,
  waivers: PendingVersionView['parityWaivers'],
  { unresolvedAmong }: Checked,
): readonly PublicationCause[] =>
  causesAgainst(content, { waived: waivers.map(({ language }) => language), unresolvedDuplicates: unresolvedAmong(topicsOf(content)) });

const againstGone = ({ content, goneAmong }: Checked): readonly AgendaObstacle[] => {
  const topics = goneAmong(topicsOf(content));
  return topics.length === 0 ? [] : [{ cause: 'topic_gone', topics }];
};

const goneItems = ({ content, goneAmong }: Checked): readonly LabelledItem[] => {
  const gone = goneAmong(topicsOf(content));
  const items = content.headings.flatMap((heading) => heading.items.filter(hasTopic)).filter(({ topicId }) => gone.includes(topicId));
  return labelledItems(content).filter(({ itemId }) => items.some((item) => item.itemId === itemId));
};

const againstPublication = (checked: Checked): readonly AgendaObstacle[] => {
  const { pending, content, now } = checked;
  if (pending === null) return [{ cause: 'no_version_proposed' }];
  const { status, version, parityWaivers, embargo, final } = pending;
  return [
    ...(status === 'approved' ? [] : [{ cause: 'version_unapproved', version } as const]),
    ...causes(content, parityWaivers, checked),
    ...againstGone(checked),
    ...(embargo !== null && now < embargo.instant ? [{ cause: 'under_embargo', until: embargo.instant } as const] : []),
    ...(final ? againstFinality(checked) : []),
  ];
};

const againstCirculation = (checked: Checked): readonly AgendaObstacle[] => {
  const { published, waivedOnPublished, circulated, closed } = checked;
  if (closed) return [{ cause: 'closed' }];
  if (published === null) return [{ cause: 'version_unapproved', version: 1 }];
  const { version } = published;
  const already = circulated === version ? [{ cause: 'already_circulated', version } as const] : [];
  return [...causes(published, waivedOnPublished, checked), ...already];
};

/** Everything that an officer has to know of an agenda before its next step. Pure. */
export const agendaChecks = (checked: Checked): AgendaChecks => {
  const { content } = checked;
  const propose = againstProposal(checked);
  return {
    prioritiesUnaccounted: prioritiesUnaccounted(checked),
    prioritiesWithoutSlot: prioritiesWithoutSlot(content),
    itemsGone: goneItems(checked),
    itemsWithoutSlot: labelledItems(content).filter(({ itemId }) => !isOnSlot(content, itemId)),
    conflicts: programmeConflicts(content),
    parity: causesAgainst(content, { waived: [], unresolvedDuplicates: [] }).flatMap((found) =>
      found.cause === 'language_missing' ? [{ language: found.language, where: found.where }] : [],
    ),
    obstacles: {
      propose,
      proposeFinal: [...propose, ...againstFinality(checked)],
      publish: againstPublication(checked),
      circulate: againstCirculation(checked),
    },
  };
};
