import { specFor } from './given.ts';
import { member, noon, who } from './domain.ts';
import {
  agendaDecider,
  contentOf,
  type AgendaCommand,
  type AgendaContent,
  type AgendaEvent,
  type PlaceableTopic,
} from '../../libs/domain/src/index.ts';

export const given = specFor(agendaDecider);
export const [ada, ben] = [who('ada'), who('ben')];
export const title = { en: 'Title', fr: 'Titre' };
export const priorities = ['ORIGIN', 'RISK'];
export const hashOf = (content: AgendaContent): string =>
  `hash of ${content.version} with ${content.headings.flatMap(({ items }) => items).length}`;
export const topic: PlaceableTopic = {
  topicId: 't1',
  stage: 'accepted',
  reference: 'KE-00001',
  contentHash: 'h1',
  member: member('KE'),
  guidanceId: 'PC0410.GR-2',
};

export const opened: AgendaEvent = { type: 'AgendaOpened', data: { agendaId: 'a1', conferenceId: 'RIC-2015', title, themeSetId: 'ptc' } };
export const heading: AgendaEvent = {
  type: 'AgendaHeadingAdded',
  data: { agendaId: 'a1', headingId: 'h1', number: 1, title, theme: 'ORIGIN' },
};
export const item = {
  type: 'AgendaItemAdded',
  data: {
    agendaId: 'a1',
    itemId: 'i1',
    headingId: 'h1',
    letter: 'a',
    title,
    actionLabels: ['for_decision'],
    topicId: 't1',
    topicReference: 'KE-00001',
    topicContentHash: 'h1',
    sponsors: [member('KE')],
    guidanceId: 'PC0410.GR-2',
  },
} as const satisfies AgendaEvent;
export const omitted: AgendaEvent = { type: 'PriorityOmissionJustified', data: { agendaId: 'a1', theme: 'RISK', reason: title } };
export const proposed = {
  type: 'AgendaVersionProposed',
  data: {
    agendaId: 'a1',
    version: 1,
    contentHash: 'hash of 1 with 1',
    changeNote: title,
    proposedBy: ada.accreditationId,
    proposedAt: noon,
  },
} as const satisfies AgendaEvent;
export const approved: AgendaEvent = {
  type: 'AgendaVersionApproved',
  data: { agendaId: 'a1', version: 1, contentHash: 'hash of 1 with 1', approvedBy: ben.accreditationId, approvedAt: noon },
};
export const ready = [opened, heading, item, omitted] as const;

export const stateAfter = (...events: readonly AgendaEvent[]) => {
  const state = events.reduce(agendaDecider.evolve, agendaDecider.initialState);
  if (state.status === 'unopened') throw new Error('the agenda is not open');
  return state;
};

export const open = {
  type: 'OpenAgenda',
  data: { agendaId: 'a1', conferenceId: 'RIC-2015', title, themeSetId: 'ptc' },
} as const satisfies AgendaCommand;
export const addHeading = (more: object = {}): AgendaCommand => ({
  type: 'AddAgendaHeading',
  data: { headingId: 'h1', title, theme: 'ORIGIN', priorities, ...more },
});
export const addItem = (more: object = {}): AgendaCommand => ({
  type: 'AddAgendaItem',
  data: { itemId: 'i1', headingId: 'h1', title, actionLabels: ['for_decision'], topic, ...more },
});
export const justify = (more: object = {}): AgendaCommand => ({
  type: 'JustifyPriorityOmission',
  data: { theme: 'RISK', reason: title, priorities, ...more },
});
export const measures = { hashOf, sizeOf: () => 100, maxBytes: 100 };
export const propose = (actor = ada, more: object = {}): AgendaCommand => ({
  type: 'ProposeAgendaVersion',
  data: { actor, now: noon, changeNote: title, priorities, final: false, ...measures, ...more },
});
export const approve = (actor = ben, contentHash = 'hash of 1 with 1'): AgendaCommand => ({
  type: 'ApproveAgendaVersion',
  data: { actor, now: noon, contentHash },
});
export const publishWith = (more: object = {}): AgendaCommand => ({
  type: 'PublishAgendaVersion',
  data: { now: noon, unresolvedDuplicates: [], ...measures, ...more },
});
export const publish = publishWith();
export const sendBack = (remark = 'Please mend.'): AgendaCommand => ({ type: 'ReturnAgendaVersion', data: { actor: ben, remark } });

export const chair = who('chair');
export const reason = { code: 'overtaken', text: { en: 'Overtaken by events.' } };
export const secondItem = {
  ...item,
  data: { ...item.data, itemId: 'i2', letter: 'b', topicId: 't2', topicReference: 'BI-00002', sponsors: [member('BI')] },
} as const satisfies AgendaEvent;
export const otherHeading: AgendaEvent = {
  type: 'AgendaHeadingAdded',
  data: { agendaId: 'a1', headingId: 'h2', number: 2, title, theme: null },
};
/** Version 1 of what stands after these events, from proposal to publication. */
export const publishedAfter = (...events: readonly AgendaEvent[]): readonly AgendaEvent[] => {
  const { published, agendaId } = stateAfter(...events);
  const version = published + 1;
  const content = contentOf(stateAfter(...events), version);
  const contentHash = hashOf(content);
  return [
    ...events,
    {
      type: 'AgendaVersionProposed',
      data: { agendaId, version, contentHash, changeNote: title, proposedBy: ada.accreditationId, proposedAt: noon },
    },
    { type: 'AgendaVersionApproved', data: { agendaId, version, contentHash, approvedBy: ben.accreditationId, approvedAt: noon } },
    { type: 'AgendaVersionPublished', data: { agendaId, version, contentHash, content, changeNote: title, publishedAt: noon } },
  ];
};
