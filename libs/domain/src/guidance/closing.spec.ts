import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { member, noon, on } from '../../../../test/support/domain.ts';
import * as g from '../../../../test/support/guidance.ts';
import { guidanceDecider, type GuidanceCommand, type GuidanceEvent, type GuidanceRejection } from './index.ts';

const given = specFor(guidanceDecider);
const { guidanceId, answered, summarised, toClose, officer, chair, autumn } = g;

const draft = (text: object = { en: 'Summary' }, contributionIds: readonly string[] = ['p1']): GuidanceCommand => ({
  type: 'DraftGuidanceConsolidation',
  data: { text, contributionIds, actor: officer, now: noon },
});
const partially = (more: object = {}): GuidanceCommand => ({
  type: 'PartiallyCloseGuidanceRequest',
  data: {
    scope: { en: 'Practices on origin' },
    contributionIds: ['p1'],
    fates: g.returned('p1'),
    reason: g.settled,
    actor: officer,
    now: noon,
    ...more,
  },
});
const confirm = (of = g.kenya): GuidanceCommand => ({ type: 'ConfirmGuidanceClosure', data: { member: of, actor: g.kenyan, now: noon } });
const winter = { sessionId: 'PTC-211-212', start: on('2016-03-01'), opened: false };

describe('guidance request, summarised and reported', () => {
  it('is summarised in editions', () => {
    given(...answered)
      .when(draft())
      .then(g.drafted());
    given(...summarised)
      .when(draft())
      .thenNothing();
    given(...summarised)
      .when(draft({ fr: 'Synthèse' }))
      .then({
        type: 'GuidanceConsolidationDrafted',
        data: {
          guidanceId,
          edition: 2,
          text: { fr: 'Synthèse' },
          contributionIds: ['p1'],
          draftedBy: officer.accreditationId,
          draftedAt: noon,
        },
      });
  });
  it('is not summarised in no language, about what does not answer it, or before it was opened', () => {
    given(...answered)
      .when(draft({ en: ' ', fr: '' }))
      .thenRejected({ code: 'text.no_language' });
    given(...answered)
      .when(draft({ en: 'Summary' }, ['p1', 'p2']))
      .thenRejected({ code: 'guidance.response_not_linked', contributions: ['p2'] });
    given(g.issued)
      .when(draft({ en: 'Summary' }, []))
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'issued', needed: 'open' });
  });
  it('is summarised anew after it was reopened, be it in the same words', () => {
    given(...toClose, g.closed, g.reopened)
      .when(draft())
      .then(g.drafted(2));
  });

  it('is reported to a session with a document (BR-24)', () => {
    given(...summarised)
      .when(g.reportTo())
      .then(g.reported);
    given(...summarised, g.reported)
      .when(g.reportTo())
      .thenNothing();
  });
  it('is not reported without a document, a session or a summary', () => {
    given(...summarised)
      .when(g.reportTo({ evidence: null }))
      .thenRejected({ code: 'guidance.evidence_missing' });
    given(...summarised)
      .when(g.reportTo({ session: null }))
      .thenRejected({ code: 'guidance.session_unknown', session: 'PTC-209-210' });
    given(...answered)
      .when(g.reportTo())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'open', needed: 'consolidating' });
  });
  it('is reported again in a new edition of the document', () => {
    const evidence = { ...g.evidence, symbol: 'PC0450E2', sha256: 'h2' };
    given(...summarised, g.reported)
      .when(g.reportTo({ evidence }))
      .then({
        type: 'GuidanceReported',
        data: {
          guidanceId,
          sessionId: autumn.sessionId,
          evidence,
          consolidation: 1,
          reportedBy: officer.accreditationId,
          reportedAt: noon,
        },
      });
  });

  it('is concluded by the Chair at the session', () => {
    given(...summarised, g.reported)
      .when(g.conclude())
      .then(g.concluded('close'));
    given(...toClose)
      .when(g.conclude())
      .thenNothing();
    given(...answered)
      .when(g.conclude({ conclusion: 'carry_over' }))
      .then(g.concluded('carry_over'));
  });
  const unopened = { ...autumn, opened: false };
  it.each<[string, Parameters<typeof g.conclude>[0], GuidanceRejection]>([
    ['in no language', { text: {} }, { code: 'text.no_language' }],
    ['at no session', { session: null }, { code: 'guidance.session_unknown', session: 'PTC-209-210' }],
    ['at a session that does not sit', { session: unopened }, { code: 'guidance.session_not_opened', session: 'PTC-209-210' }],
  ])('is not concluded %s', (_how, more, rejection) => {
    given(...summarised, g.reported)
      .when(g.conclude(more))
      .thenRejected(rejection);
  });
  it('is not concluded as closed at a session that had no report on it', () => {
    given(...summarised)
      .when(g.conclude())
      .thenRejected({ code: 'guidance.not_reported', session: 'PTC-209-210' });
    given(...summarised, g.reported)
      .when(g.conclude({ sessionId: winter.sessionId, session: { ...winter, opened: true } }))
      .thenRejected({ code: 'guidance.not_reported', session: 'PTC-211-212' });
    given(g.issued).when(g.conclude()).thenRejected({ code: 'guidance.wrong_stage', stage: 'issued', needed: 'consolidating' });
  });
});

describe('guidance request, closed', () => {
  it('closes when it was reported, concluded and every result has gone back', () => {
    given(...toClose)
      .when(g.close())
      .then(g.closed);
    given(...toClose, g.closed)
      .when(g.close())
      .thenNothing();
  });
  it('does not close before it was summarised, reported or concluded', () => {
    given(...answered)
      .when(g.close())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'open', needed: 'consolidating' });
    given(...summarised)
      .when(g.close())
      .thenRejected({ code: 'guidance.not_reported', session: 'PTC-207-208' });
    given(...summarised, g.reported)
      .when(g.close())
      .thenRejected({ code: 'guidance.not_concluded', needed: 'close' });
    given(...summarised, g.reported, g.concluded('carry_over'))
      .when(g.close())
      .thenRejected({ code: 'guidance.not_concluded', needed: 'close' });
  });
  it('is not closed by whoever concluded it, nor without words', () => {
    given(...toClose)
      .when(g.close({ actor: chair }))
      .thenRejected({ code: 'guidance.concluder_cannot_close' });
    given(...toClose)
      .when(g.close({ reason: g.wordless }))
      .thenRejected({ code: 'reason.text_missing' });
    given(...toClose)
      .when(g.close({ reason: { code: '', text: { en: 'Done' } } }))
      .thenRejected({ code: 'reason.unknown_code', reasonCode: '' });
  });
  it('does not close while one contribution waits for its result, linked or not', () => {
    given(...toClose)
      .when(g.close({ fates: [] }))
      .thenRejected({ code: 'guidance.result_not_returned', contributions: ['p1'] });
    given(...toClose)
      .when(g.close({ fates: [...g.returned('p1'), { contributionId: 'p2', member: g.uganda, returnedAt: null }] }))
      .thenRejected({ code: 'guidance.result_not_returned', contributions: ['p2'] });
  });
  it('closes with as many Members as its policy asks for, not with one less', () => {
    given(...toClose, g.policyIs({ basis: 'min_responses', minimum: 1 }))
      .when(g.close())
      .then({ type: 'GuidanceRequestClosed', data: { ...g.closed.data, basis: 'min_responses' } } as GuidanceEvent);
    given(...toClose, g.policyIs({ basis: 'min_responses', minimum: 2 }), g.linked('p2'))
      .when(g.close({ fates: g.returned('p1', 'p2') }))
      .thenRejected({ code: 'guidance.too_few_responses', needed: 2, answered: 1 });
  });
  it('closes when every addressee answered or said that it has nothing to report', () => {
    const all = g.policyIs({ basis: 'all_addressees' });
    given(...toClose, all, g.nothingFrom(g.uganda))
      .when(g.close())
      .thenRejected({ code: 'guidance.addressees_waiting', members: ['FR'] });
    given(...toClose, all, g.nothingFrom(g.uganda), g.nothingFrom(g.france))
      .when(g.close())
      .then({ type: 'GuidanceRequestClosed', data: { ...g.closed.data, basis: 'all_addressees', nilReturns: 2 } } as GuidanceEvent);
  });

  it('closes in part, for contributions whose result has gone back', () => {
    given(...summarised, g.reported)
      .when(partially())
      .then(g.partially);
    given(...summarised, g.reported, g.partially)
      .when(partially())
      .thenNothing();
  });
  it.each<[string, object, GuidanceRejection]>([
    ['nothing named', { contributionIds: [] }, { code: 'guidance.scope_empty' }],
    ['no words', { scope: {} }, { code: 'text.no_language' }],
    ['what does not answer it', { contributionIds: ['p7'] }, { code: 'guidance.response_not_linked', contributions: ['p7'] }],
    ['a result not returned', { fates: [] }, { code: 'guidance.result_not_returned', contributions: ['p1'] }],
    ['no reason', { reason: g.wordless }, { code: 'reason.text_missing' }],
  ])('does not close in part with %s', (_what, more, rejection) => {
    given(...summarised, g.reported)
      .when(partially(more))
      .thenRejected(rejection);
  });
  it('does not close in part before it was summarised and reported', () => {
    given(...answered)
      .when(partially())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'open', needed: 'consolidating' });
    given(...summarised)
      .when(partially())
      .thenRejected({ code: 'guidance.not_reported', session: 'PTC-207-208' });
  });
  it('closes wholly after it was closed in part', () => {
    given(...summarised, g.reported, g.partially, g.concluded('close'))
      .when(g.close())
      .then(g.closed);
  });

  it('is confirmed by an addressee, once', () => {
    const confirmed: GuidanceEvent = {
      type: 'GuidanceClosureConfirmed',
      data: { guidanceId, member: g.kenya, confirmedBy: g.kenyan.accreditationId, confirmedAt: noon },
    };
    given(...toClose, g.closed)
      .when(confirm())
      .then(confirmed);
    given(...summarised, g.reported, g.partially)
      .when(confirm())
      .then(confirmed);
    given(...toClose, g.closed, confirmed)
      .when(confirm())
      .thenNothing();
    given(...toClose, g.closed)
      .when(confirm(member('JP')))
      .thenRejected({ code: 'guidance.not_addressee', member: 'JP' });
    given(...toClose)
      .when(confirm())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'consolidating', needed: 'closed' });
  });
});
