import { same } from '../../kernel/index.ts';
import type { AgendaContent } from '../agenda.content.ts';
import { compareHeadings, compareItems } from './compare-items.ts';
import { compareLists } from './compare-lists.ts';
import { compareProgrammes } from './compare-programme.ts';
import type { AgendaChange, AgendaDifference, DifferenceAspect } from './difference.values.ts';

/** What a reader leaves out who does not care for an aspect. Changes that are named nowhere are never left out. */
const ofAspect: { readonly [A in DifferenceAspect]: readonly AgendaChange['change'][] } = {
  numbering: ['heading_renumbered', 'item_renumbered'],
  order: ['heading_moved', 'item_moved'],
  titles: ['agenda_retitled', 'heading_retitled', 'item_retitled', 'slot_retitled', 'day_retitled'],
  labels: ['action_labels_changed'],
  annotations: ['annotation_changed'],
  topics: ['topic_edition_changed'],
  documents: ['document_added', 'document_dropped', 'document_edition_changed'],
  omissions: ['omission_added', 'omission_dropped', 'omission_reworded'],
  times: ['slot_time_changed', 'day_added', 'day_dropped'],
  rooms: ['slot_room_changed', 'room_added', 'room_dropped'],
  speakers: ['speaker_added', 'speaker_dropped', 'speaker_changed'],
};

const compareOmissions = (earlier: AgendaContent, later: AgendaContent): readonly AgendaChange[] => {
  const { added, dropped, common } = compareLists(earlier.omittedPriorities, later.omittedPriorities, ({ theme }) => theme);
  return [
    ...added.map(({ theme, reason }): AgendaChange => ({ change: 'omission_added', theme, reason })),
    ...dropped.map(({ theme, reason }): AgendaChange => ({ change: 'omission_dropped', theme, reason })),
    ...common.flatMap(({ from, to }): readonly AgendaChange[] =>
      same(from.reason, to.reason) ? [] : [{ change: 'omission_reworded', theme: to.theme, from: from.reason, to: to.reason }],
    ),
  ];
};

const compareWhole = (earlier: AgendaContent, later: AgendaContent): readonly AgendaChange[] => [
  ...(same(earlier.title, later.title) ? [] : [{ change: 'agenda_retitled', from: earlier.title, to: later.title } as const]),
  ...(later.final === true && earlier.final !== true ? [{ change: 'agenda_became_final' } as const] : []),
];

/**
 * Everything in which two versions of one agenda differ, each thing once: an item that moved is told as moved, never as dropped and
 * added (rows C4, C5).
 *
 * @param ignore  aspects that the reader does not care for
 */
export const agendaDifference = (
  earlier: AgendaContent,
  later: AgendaContent,
  ignore: readonly DifferenceAspect[] = [],
): AgendaDifference => {
  const ignored = ignore.flatMap((aspect) => ofAspect[aspect]);
  const changes = [
    ...compareWhole(earlier, later),
    ...compareHeadings(earlier, later),
    ...compareItems(earlier, later),
    ...compareOmissions(earlier, later),
    ...compareProgrammes(earlier, later),
  ];
  return {
    agendaId: later.agendaId,
    from: earlier.version,
    to: later.version,
    ignored: ignore,
    changes: changes.filter(({ change }) => !ignored.includes(change)),
  };
};
