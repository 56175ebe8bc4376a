import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { noon, on, who } from '../../../../test/support/domain.ts';
import { actionDecider, type ActionCommand, type ActionEvent, type ActionRejection } from './index.ts';

const given = specFor(actionDecider);
const actor = who('ada');
const act = { actor, now: noon } as const;
const spring = { sessionId: 'PTC-209-210', start: on('2015-10-14') };
const autumn = { sessionId: 'PTC-211-212', start: on('2016-03-01') };
const evidence = { documentId: 'doc', symbol: 'PC0450E1', sha256: 'h' };
const reason = { code: 'more_time', text: { en: 'The study is not finished.' } };
const what = {
  actionId: 'ACT-1',
  title: { en: 'Publish a compendium', fr: 'Publier un recueil' },
  owner: 'Secretariat',
  dueSessionId: 'PTC-209-210',
  about: ['guidance-PC0410.GR-1'],
};

const opened: ActionEvent = { type: 'ActionOpened', data: { ...what, openedBy: actor.accreditationId, openedAt: noon } };
const started: ActionEvent = { type: 'ActionStarted', data: { actionId: 'ACT-1', startedBy: actor.accreditationId, startedAt: noon } };
const filed: ActionEvent = {
  type: 'ActionEvidenceFiled',
  data: { actionId: 'ACT-1', evidence, note: { en: 'Published.' }, filedBy: actor.accreditationId, filedAt: noon },
};
const completed: ActionEvent = {
  type: 'ActionCompleted',
  data: { actionId: 'ACT-1', completedBy: actor.accreditationId, completedAt: noon },
};
const carried: ActionEvent = {
  type: 'ActionCarriedForward',
  data: {
    actionId: 'ACT-1',
    fromSessionId: 'PTC-209-210',
    toSessionId: 'PTC-211-212',
    reason,
    carriedBy: actor.accreditationId,
    carriedAt: noon,
  },
};
const dropped: ActionEvent = {
  type: 'ActionDropped',
  data: { actionId: 'ACT-1', reason, droppedBy: actor.accreditationId, droppedAt: noon },
};

const open = (more: object = {}): ActionCommand => ({ type: 'OpenAction', data: { ...what, due: spring, ...act, ...more } });
const start: ActionCommand = { type: 'StartAction', data: act };
const file = (more: object = {}): ActionCommand => ({
  type: 'FileActionEvidence',
  data: { ...act, evidence, note: { en: 'Published.' }, ...more },
});
const complete: ActionCommand = { type: 'CompleteAction', data: act };
const carry = (more: object = {}): ActionCommand => ({
  type: 'CarryActionForward',
  data: { ...act, from: spring, toSessionId: 'PTC-211-212', to: autumn, reason, ...more },
});
const drop = (more: object = {}): ActionCommand => ({ type: 'DropAction', data: { ...act, reason, ...more } });

describe('action', () => {
  it('is opened with an owner and a due session, once (BR-23)', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).thenNothing();
    given(opened, started).when(open()).thenNothing();
  });
  it.each<[string, object, ActionRejection]>([
    ['in one language', { title: { en: 'P', fr: ' ' } }, { code: 'action.missing_language', missing: ['fr'] }],
    ['without an owner', { owner: ' ' }, { code: 'action.owner_missing' }],
    ['for no session', { due: null }, { code: 'action.session_unknown', session: 'PTC-209-210' }],
  ])('is not opened %s', (_how, more, rejection) => {
    given().when(open(more)).thenRejected(rejection);
  });
  it.each([{ owner: 'KE' }, { dueSessionId: 'x' }, { about: [] }, { title: { en: 'A', fr: 'B' } }])(
    'is not opened twice with other terms',
    (more) => {
      given(opened).when(open(more)).thenRejected({ code: 'action.already_open', action: 'ACT-1' });
    },
  );
  it('is started, once, also after it was carried forward', () => {
    given(opened).when(start).then(started);
    given(opened, started).when(start).thenNothing();
    given(opened, carried).when(start).then(started);
    given(opened, filed).when(start).thenRejected({ code: 'action.wrong_stage', stage: 'evidence_filed', needed: 'open' });
    given().when(start).thenRejected({ code: 'action.not_found' });
  });
  it('has its evidence filed, each edition once', () => {
    given(opened, started).when(file()).then(filed);
    given(opened).when(file()).then(filed);
    given(opened, carried).when(file()).then(filed);
    given(opened, filed).when(file()).thenNothing();
    given(opened, filed)
      .when(file({ evidence: { ...evidence, sha256: 'h2' } }))
      .then({ type: 'ActionEvidenceFiled', data: { ...filed.data, evidence: { ...evidence, sha256: 'h2' } } });
  });
  it('has no evidence filed without a document, without words, or after its end', () => {
    given(opened)
      .when(file({ evidence: null }))
      .thenRejected({ code: 'action.evidence_missing' });
    given(opened)
      .when(file({ note: {} }))
      .thenRejected({ code: 'text.no_language' });
    given(opened, filed, completed).when(file()).thenRejected({ code: 'action.wrong_stage', stage: 'done', needed: 'in_progress' });
    given(opened, dropped).when(file()).thenRejected({ code: 'action.wrong_stage', stage: 'dropped', needed: 'in_progress' });
  });
  it('is done when evidence was filed, once', () => {
    given(opened, filed).when(complete).then(completed);
    given(opened, filed, completed).when(complete).thenNothing();
    given(opened, started).when(complete).thenRejected({ code: 'action.wrong_stage', stage: 'in_progress', needed: 'evidence_filed' });
    given(opened, filed, carried)
      .when(complete)
      .thenRejected({ code: 'action.wrong_stage', stage: 'carried_forward', needed: 'evidence_filed' });
  });
  it('is carried forward to a later session, with a reason, once', () => {
    given(opened).when(carry()).then(carried);
    given(opened, carried).when(carry()).thenNothing();
  });
  it.each<[string, readonly ActionEvent[], object, ActionRejection]>([
    ['to no session', [opened], { to: null }, { code: 'action.session_unknown', session: 'PTC-211-212' }],
    ['to the same day', [opened], { to: { ...autumn, start: spring.start } }, { code: 'action.session_not_later', session: 'PTC-211-212' }],
    ['from no session', [opened], { from: null }, { code: 'action.session_not_later', session: 'PTC-211-212' }],
    ['without words', [opened], { reason: { code: 'x', text: {} } }, { code: 'reason.text_missing' }],
    ['when it is done', [opened, filed, completed], {}, { code: 'action.wrong_stage', stage: 'done', needed: 'in_progress' }],
    ['when it was dropped', [opened, dropped], {}, { code: 'action.wrong_stage', stage: 'dropped', needed: 'in_progress' }],
  ])('is not carried forward %s', (_how, past, more, rejection) => {
    given(...past)
      .when(carry(more))
      .thenRejected(rejection);
  });
  it('is dropped with a reason, once, unless it is done', () => {
    given(opened).when(drop()).then(dropped);
    given(opened, dropped).when(drop()).thenNothing();
    given(opened)
      .when(drop({ reason: { code: '', text: { en: 'x' } } }))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: '' });
    given(opened, filed, completed).when(drop()).thenRejected({ code: 'action.wrong_stage', stage: 'done', needed: 'in_progress' });
  });
});
