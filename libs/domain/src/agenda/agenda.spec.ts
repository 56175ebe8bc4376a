import { describe, expect, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { member, noon, who } from '../../../../test/support/domain.ts';
import { agendaDecider, contentOf } from './index.ts';
import type { AgendaCommand, PlaceableTopic } from './agenda.commands.ts';
import type { AgendaContent, AgendaEvent } from './agenda.events.ts';

const given = specFor(agendaDecider);
const [ada, ben] = [who('ada'), who('ben')];
const title = { en: 'Title', fr: 'Titre' };
const priorities = ['ORIGIN', 'RISK'];
const hashOf = (content: AgendaContent): string =>
  `hash of ${content.version} with ${content.headings.flatMap(({ items }) => items).length}`;
const topic: PlaceableTopic = {
  topicId: 't1',
  stage: 'accepted',
  reference: 'KE-00001',
  contentHash: 'h1',
  member: member('KE'),
  guidanceId: 'PC0410.GR-2',
};

const opened: AgendaEvent = { type: 'AgendaOpened', data: { agendaId: 'a1', conferenceId: 'RIC-2015', title, themeSetId: 'ptc' } };
const heading: AgendaEvent = { type: 'AgendaHeadingAdded', data: { agendaId: 'a1', headingId: 'h1', number: 1, title, theme: 'ORIGIN' } };
const item: AgendaEvent = {
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
};
const omitted: AgendaEvent = { type: 'PriorityOmissionJustified', data: { agendaId: 'a1', theme: 'RISK', reason: title } };
const proposed: AgendaEvent = {
  type: 'AgendaVersionProposed',
  data: {
    agendaId: 'a1',
    version: 1,
    contentHash: 'hash of 1 with 1',
    changeNote: title,
    proposedBy: ada.accreditationId,
    proposedAt: noon,
  },
};
const approved: AgendaEvent = {
  type: 'AgendaVersionApproved',
  data: { agendaId: 'a1', version: 1, contentHash: 'hash of 1 with 1', approvedBy: ben.accreditationId, approvedAt: noon },
};
const ready = [opened, heading, item, omitted] as const;

const stateAfter = (...events: readonly AgendaEvent[]) => {
  const state = events.reduce(agendaDecider.evolve, agendaDecider.initialState);
  if (state.status === 'unopened') throw new Error('the agenda is not open');
  return state;
};

const open: AgendaCommand = { type: 'OpenAgenda', data: { agendaId: 'a1', conferenceId: 'RIC-2015', title, themeSetId: 'ptc' } };
const addHeading = (more: object = {}): AgendaCommand => ({
  type: 'AddAgendaHeading',
  data: { headingId: 'h1', title, theme: 'ORIGIN', priorities, ...more },
});
const addItem = (more: object = {}): AgendaCommand => ({
  type: 'AddAgendaItem',
  data: { itemId: 'i1', headingId: 'h1', title, actionLabels: ['for_decision'], topic, ...more },
});
const justify = (more: object = {}): AgendaCommand => ({
  type: 'JustifyPriorityOmission',
  data: { theme: 'RISK', reason: title, priorities, ...more },
});
const propose = (actor = ada): AgendaCommand => ({
  type: 'ProposeAgendaVersion',
  data: { actor, now: noon, changeNote: title, priorities, hashOf },
});
const approve = (actor = ben, contentHash = 'hash of 1 with 1'): AgendaCommand => ({
  type: 'ApproveAgendaVersion',
  data: { actor, now: noon, contentHash },
});
const publish: AgendaCommand = { type: 'PublishAgendaVersion', data: { now: noon, hashOf } };
const sendBack = (remark = 'Please mend.'): AgendaCommand => ({ type: 'ReturnAgendaVersion', data: { actor: ben, remark } });

describe('working agenda', () => {
  it('is opened, once', () => {
    given().when(open).then(opened);
    given(opened).when(open).thenNothing();
  });
  it('is not opened twice for different conferences', () => {
    given(opened)
      .when({ ...open, data: { ...open.data, conferenceId: 'other' } })
      .thenRejected({ code: 'agenda.already_open', agenda: 'a1' });
  });
  it('needs its title in both languages', () => {
    given()
      .when({ ...open, data: { ...open.data, title: { en: 'Title', fr: ' ' } } })
      .thenRejected({ code: 'agenda.title_missing_language', missing: ['fr'] });
  });
  it('that is not open takes nothing', () => {
    given().when(addHeading()).thenRejected({ code: 'agenda.not_found' });
  });
  it('numbers its headings', () => {
    given(opened).when(addHeading()).then(heading);
    given(opened, heading)
      .when(addHeading({ headingId: 'h2', theme: 'RISK' }))
      .then({ type: 'AgendaHeadingAdded', data: { agendaId: 'a1', headingId: 'h2', number: 2, title, theme: 'RISK' } });
  });
  it('takes a heading once', () => {
    given(opened, heading).when(addHeading()).thenNothing();
  });
  it('has one heading for a priority', () => {
    given(opened, heading)
      .when(addHeading({ headingId: 'h2' }))
      .thenRejected({ code: 'agenda.theme_already_has_heading', theme: 'ORIGIN' });
  });
  it('has headings for priorities only', () => {
    given(opened)
      .when(addHeading({ theme: 'TEA' }))
      .thenRejected({ code: 'agenda.theme_not_a_priority', theme: 'TEA' });
  });
  it('letters its items', () => {
    given(opened, heading).when(addItem()).then(item);
    given(opened, heading, item)
      .when(addItem({ itemId: 'i2', topic: { ...topic, topicId: 't2' } }))
      .then({ ...item, data: { ...item.data, itemId: 'i2', letter: 'b', topicId: 't2' } });
  });
  it('takes an item once', () => {
    given(opened, heading, item).when(addItem()).thenNothing();
  });
  it('takes a topic once', () => {
    given(opened, heading, item)
      .when(addItem({ itemId: 'i2' }))
      .thenRejected({ code: 'agenda.topic_already_placed', item: 'i1' });
  });
  it('takes accepted topics only', () => {
    given(opened, heading)
      .when(addItem({ topic: { ...topic, stage: 'recommended' } }))
      .thenRejected({ code: 'agenda.topic_not_accepted', stage: 'recommended' });
    given(opened, heading)
      .when(addItem({ topic: null }))
      .thenRejected({ code: 'agenda.topic_not_found' });
  });
  it('takes items under a heading it has, with an action and a title in both languages', () => {
    given(opened).when(addItem()).thenRejected({ code: 'agenda.heading_unknown', heading: 'h1' });
    given(opened, heading)
      .when(addItem({ actionLabels: [] }))
      .thenRejected({ code: 'agenda.action_label_missing' });
    given(opened, heading)
      .when(addItem({ title: { en: '', fr: '' } }))
      .thenRejected({ code: 'agenda.title_missing_language', missing: ['en', 'fr'] });
  });
  it('says why a priority is left out, once', () => {
    given(opened).when(justify()).then(omitted);
    given(opened, omitted).when(justify()).thenNothing();
  });
  it('does not excuse what is there, what is no priority, or without words', () => {
    given(opened, heading, item)
      .when(justify({ theme: 'ORIGIN' }))
      .thenRejected({ code: 'agenda.priority_is_on_agenda', theme: 'ORIGIN' });
    given(opened)
      .when(justify({ theme: 'TEA' }))
      .thenRejected({ code: 'agenda.theme_not_a_priority', theme: 'TEA' });
    given(opened)
      .when(justify({ reason: { en: 'Because', fr: '' } }))
      .thenRejected({ code: 'reason.text_missing' });
  });
});

describe('agenda version', () => {
  it('is proposed, once', () => {
    given(...ready)
      .when(propose())
      .then(proposed);
    given(...ready, proposed)
      .when(propose())
      .thenNothing();
  });
  it('is not proposed while another waits', () => {
    given(...ready, proposed)
      .when(propose(ben))
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
  it('needs an item', () => {
    given(opened).when(propose()).thenRejected({ code: 'agenda.no_item' });
  });
  it('accounts for every priority (BR-14)', () => {
    given(opened, heading, item)
      .when(propose())
      .thenRejected({ code: 'agenda.priority_unaccounted', themes: ['RISK'] });
  });
  it('holds the working agenda still', () => {
    given(...ready, proposed)
      .when(addHeading({ headingId: 'h2', theme: null }))
      .thenRejected({ code: 'agenda.version_pending', version: 1 });
  });
  it('is sent back with a remark and may then be changed', () => {
    given(...ready, proposed)
      .when(sendBack())
      .then({
        type: 'AgendaVersionReturned',
        data: { agendaId: 'a1', version: 1, remark: 'Please mend.', returnedBy: ben.accreditationId },
      });
    given(...ready, proposed)
      .when(sendBack(' '))
      .thenRejected({ code: 'reason.text_missing' });
    given(...ready)
      .when(sendBack())
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
  it('is approved by another, once', () => {
    given(...ready, proposed)
      .when(approve())
      .then(approved);
    given(...ready, proposed, approved)
      .when(approve())
      .thenNothing();
  });
  it('is not approved by who proposed it (BR-17)', () => {
    given(...ready, proposed)
      .when(approve(ada))
      .thenRejected({ code: 'agenda.proposer_cannot_approve' });
  });
  it('is not approved unread', () => {
    given(...ready, proposed)
      .when(approve(ben, 'other'))
      .thenRejected({ code: 'agenda.content_differs', proposed: 'hash of 1 with 1', seen: 'other' });
  });
  it('is not approved before it was proposed', () => {
    given(...ready)
      .when(approve())
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
  it('is published whole, with the hash that was approved', () => {
    const content = contentOf(stateAfter(...ready), 1);
    given(...ready, proposed, approved)
      .when(publish)
      .then({
        type: 'AgendaVersionPublished',
        data: { agendaId: 'a1', version: 1, contentHash: 'hash of 1 with 1', content, changeNote: title, publishedAt: noon },
      });
    expect(content.headings[0]?.items).toHaveLength(1);
  });
  it('is not published before it was approved or proposed', () => {
    given(...ready, proposed)
      .when(publish)
      .thenRejected({ code: 'agenda.version_not_approved', version: 1 });
    given(...ready)
      .when(publish)
      .thenRejected({ code: 'agenda.no_version_proposed' });
  });
});
