import type { AgendaCommand, AgendaContent, Deadline, PinnedDocument } from '../../libs/domain/src/index.ts';
import { ada, ben, chair, measures, priorities, reason, title, topic } from './agenda.ts';
import { member, noon, on, until } from './domain.ts';
import type { Tape } from './edit-scripts.ts';
import { other } from './programme.ts';

const hour = (at: number): Deadline => ({
  ...until(`2015-06-15T${String(at).padStart(2, '0')}:00:00.000Z`),
  wallTime: `2015-06-15T${String(at + 2).padStart(2, '0')}:00`,
});

const documentOf = (edition: number): PinnedDocument => ({
  documentId: `d${edition}`,
  work: 'PC0410',
  symbol: `PC0410E${edition}`,
  language: 'en',
  contentHash: `h${edition}`,
});

const published = (contents: readonly AgendaContent[], version: number): AgendaContent | null =>
  contents.find((content) => content.version === version) ?? null;

const often = (times: number, choice: () => AgendaCommand): readonly (() => AgendaCommand)[] => Array.from({ length: times }, () => choice);

/** Any command of an agenda on one of a few headings, items, slots and persons, so that many are accepted and many meet. */
export const anyAgendaCommand = (tape: Tape, contents: readonly AgendaContent[]): AgendaCommand => {
  const one = (letter: string, count: number): string => `${letter}${tape.below(count)}`;
  const maybe = (letter: string, count: number): string | null => (tape.once(2) ? null : one(letter, count));
  const words = tape.once(2) ? title : other;
  const slotTimes = (): { readonly roomId: string; readonly start: Deadline; readonly end: Deadline } => {
    const start = 7 + tape.below(6);
    return { roomId: one('r', 2), start: hour(start), end: hour(start + 1) };
  };
  const anyTopic = (id: string) => ({ ...topic, topicId: id, reference: `KE-${id}`, contentHash: one('e', 3), sponsors: [member('KE')] });
  const person = () => (tape.once(2) ? ada : ben).accreditationId;
  const choices: readonly (() => AgendaCommand)[] = [
    () => ({ type: 'RetitleAgenda', data: { title: words } }),
    () => {
      const headingId = one('h', 4);
      return { type: 'AddAgendaHeading', data: { headingId, title: words, theme: headingId === 'h0' ? 'ORIGIN' : null, priorities } };
    },
    () => ({ type: 'RetitleAgendaHeading', data: { headingId: one('h', 4), title: words } }),
    () => ({ type: 'MoveAgendaHeading', data: { headingId: one('h', 4), before: maybe('h', 4) } }),
    () => ({ type: 'RemoveAgendaHeading', data: { headingId: one('h', 4), reason } }),
    ...often(6, () => {
      const itemId = one('i', 4);
      return {
        type: 'AddAgendaItem',
        data: { itemId, headingId: one('h', 4), title: words, actionLabels: ['for_decision'], topic: anyTopic(`t${itemId}`) },
      };
    }),
    () => ({
      type: 'AddProceduralAgendaItem',
      data: { itemId: one('p', 3), headingId: one('h', 4), title: words, actionLabels: ['to_take_note'], procedure: 'opening' },
    }),
    ...often(4, () => ({ type: 'MoveAgendaItem', data: { itemId: one('i', 4), headingId: one('h', 4), before: maybe('i', 4) } })),
    () => ({ type: 'RetitleAgendaItem', data: { itemId: one('i', 4), title: words } }),
    () => ({ type: 'AnnotateAgendaItem', data: { itemId: one('i', 4), annotation: { en: words.en } } }),
    () => ({ type: 'ChangeAgendaActionLabels', data: { itemId: one('i', 4), actionLabels: ['for_guidance', 'to_take_note'] } }),
    () => ({ type: 'RemoveAgendaItem', data: { itemId: one('i', 4), reason, omission: title } }),
    () => ({ type: 'RefreshAgendaItemTopic', data: ((itemId) => ({ itemId, topic: anyTopic(`t${itemId}`) }))(one('i', 4)) }),
    () => ({ type: 'PinAgendaDocument', data: { itemId: one('i', 4), document: documentOf(tape.below(3)) } }),
    () => ({ type: 'UnpinAgendaDocument', data: { itemId: one('i', 4), documentId: one('d', 3) } }),
    () => ({ type: 'JustifyPriorityOmission', data: { theme: tape.once(2) ? 'RISK' : 'ORIGIN', reason: words, priorities } }),
    () => ({
      type: 'AddAgendaDay',
      data: {
        date: on(`2015-06-1${5 + tape.below(2)}`),
        title: words,
        meetingDays: { start: on('2015-06-15'), end: on('2015-06-16') },
        otherMeetings: [],
      },
    }),
    () => ({ type: 'RemoveAgendaDay', data: { date: on(`2015-06-1${5 + tape.below(2)}`) } }),
    () => ({ type: 'AddAgendaRoom', data: { roomId: one('r', 2), name: words, capacity: null } }),
    () => ({ type: 'RemoveAgendaRoom', data: { roomId: one('r', 2) } }),
    ...often(6, () => ({ type: 'AddAgendaSlot', data: { slotId: one('s', 4), ...slotTimes(), title: words, itemIds: [one('i', 4)] } })),
    () => ({ type: 'MoveAgendaSlot', data: { slotId: one('s', 4), ...slotTimes() } }),
    () => ({ type: 'RetitleAgendaSlot', data: { slotId: one('s', 4), title: words } }),
    () => ({ type: 'AssignAgendaSlotItems', data: { slotId: one('s', 4), itemIds: [one('i', 4)] } }),
    () => ({ type: 'CancelAgendaSlot', data: { slotId: one('s', 4), reason } }),
    ...often(5, () => ({
      type: 'InviteAgendaSpeaker',
      data: {
        now: noon,
        slotId: one('s', 4),
        speakerId: one('v', 4),
        part: tape.once(3) ? 'moderator' : 'speaker',
        person: person(),
        member: null,
      },
    })),
    () => ({ type: 'ConfirmAgendaSpeaker', data: { now: noon, speakerId: one('v', 4) } }),
    () => ({ type: 'DeclineAgendaSpeaker', data: { now: noon, speakerId: one('v', 4), remark: 'Away.' } }),
    ...often(3, () => ({
      type: 'ReplaceAgendaSpeaker',
      data: { now: noon, speakerId: one('v', 4), by: { speakerId: one('w', 4), person: person(), member: null }, reason },
    })),
    () => ({
      type: 'NoteOtherMeeting',
      data: {
        meetingId: one('m', 2),
        name: words,
        start: on('2015-06-11'),
        end: on(`2015-06-1${4 + tape.below(2)}`),
        place: 'Brussels',
        source: 's',
      },
    }),
    ...often(3, () => ({
      type: 'ProposeAgendaVersion',
      data: { actor: ada, now: noon, changeNote: words, priorities, final: tape.once(6), ...measures },
    })),
    () => ({ type: 'ReturnAgendaVersion', data: { actor: ben, remark: 'Mend.' } }),
    () => {
      const version = 1 + tape.below(3);
      return {
        type: 'RestoreAgendaVersion',
        data: { actor: ada, version, content: published(contents, version), goneTopics: [], ...measures },
      };
    },
    () => ({ type: 'FreezeAgenda', data: { actor: chair, now: noon, rule: 'by_hand' } }),
    ...often(6, () => ({ type: 'UnfreezeAgenda', data: { actor: chair, now: noon, reason } })),
  ];
  const chosen = choices[tape.below(choices.length)] ?? choices[0];
  if (chosen === undefined) throw new Error('there is no command');
  return chosen();
};
