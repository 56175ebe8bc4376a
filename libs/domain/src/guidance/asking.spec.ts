import { describe, expect, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { member, noon } from '../../../../test/support/domain.ts';
import * as g from '../../../../test/support/guidance.ts';
import { expectedNow, guidanceDecider, type GuidanceCommand, type GuidanceEvent } from './index.ts';

const given = specFor(guidanceDecider);
const { guidanceId, issued, addressed, opened, open, linked, closed, toClose } = g;

const issue = (more: object = {}): GuidanceCommand => ({
  type: 'IssueGuidanceRequest',
  data: { ...g.request, actor: null, quoted: { leadIn: 'Lead', text: 'Text' }, ...more },
});
const openUnder = (callId: string, addressees = [g.kenya, g.uganda, g.france]): GuidanceCommand => ({
  type: 'OpenGuidanceRequest',
  data: { callId, now: noon, addressees },
});
const link = (id: string, more: Parameters<typeof g.contribution>[2] = {}): GuidanceCommand => ({
  type: 'LinkGuidanceResponse',
  data: { contribution: g.contribution(id, g.kenya, more), now: noon },
});
const nilReturn = (of = g.uganda): GuidanceCommand => ({
  type: 'RecordGuidanceNilReturn',
  data: { member: of, actor: g.kenyan, now: noon },
});

describe('guidance request, put to Members', () => {
  it('is issued as quoted, once, whichever way it came', () => {
    given().when(issue()).then(issued);
    given(issued)
      .when(issue({ documentId: null }))
      .thenNothing();
  });
  it('is not issued in other words than the paragraph has (BR-02)', () => {
    const refusal = { code: 'guidance.not_quoted', guidance: guidanceId } as const;
    given()
      .when(issue({ text: 'Other' }))
      .thenRejected(refusal);
    given()
      .when(issue({ leadIn: 'Other' }))
      .thenRejected(refusal);
    given()
      .when(issue({ quoted: null }))
      .thenRejected(refusal);
  });
  it.each([
    [{ text: 'Other', quoted: { leadIn: 'Lead', text: 'Other' } }],
    [{ leadIn: 'Other' }],
    [{ source: { symbol: 'PC0410E1', paragraph: 'B15' } }],
    [{ source: { symbol: 'PC0411E1', paragraph: 'B16' } }],
    [{ expects: 'topic' }],
  ])('is not issued twice in different words', (more) => {
    given(issued).when(issue(more)).thenRejected({ code: 'guidance.already_issued', guidance: guidanceId });
  });
  it('keeps the request that it carries on', () => {
    given()
      .when(issue({ carriedFrom: 'PC0400.GR-1' }))
      .then({ type: 'GuidanceRequestIssued', data: { ...g.request, carriedFrom: 'PC0400.GR-1' } });
  });
  it('takes no step before it was issued', () => {
    given().when(openUnder('c')).thenRejected({ code: 'guidance.not_issued' });
  });

  it('is opened under one call, to every Member of the day unless it was put to some', () => {
    given(issued).when(openUnder('c')).then(addressed, opened);
    given(issued, addressed).when(openUnder('c', [])).then(opened);
    given(...open)
      .when(openUnder('c'))
      .thenNothing();
  });
  it('is not opened under a second call, to nobody, or after it was closed', () => {
    given(...open)
      .when(openUnder('d'))
      .thenRejected({ code: 'guidance.already_open', call: 'c' });
    given(issued).when(openUnder('c', [])).thenRejected({ code: 'guidance.no_addressee' });
    given(...toClose, closed)
      .when(openUnder('c'))
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'closed', needed: 'issued' });
  });

  it('is put to the Members of a region, or to those named, once', () => {
    const scope = { kind: 'region', region: 'ESA' } as const;
    const address: GuidanceCommand = { type: 'AddressGuidanceRequest', data: { scope, members: [g.kenya, g.uganda], now: noon } };
    const event: GuidanceEvent = {
      type: 'GuidanceRequestAddressed',
      data: { guidanceId, scope, members: [g.kenya, g.uganda], addressedAt: noon },
    };
    given(issued).when(address).then(event);
    given(...open)
      .when(address)
      .then(event);
    given(issued, event).when(address).thenNothing();
    given(issued)
      .when({ type: 'AddressGuidanceRequest', data: { scope: { kind: 'named_members' }, members: [], now: noon } })
      .thenRejected({ code: 'guidance.no_addressee' });
    given(...g.summarised)
      .when(address)
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'consolidating', needed: 'open' });
  });

  it('is told what has to come in before it may be closed', () => {
    const policy = { basis: 'min_responses', minimum: 2 } as const;
    const set: GuidanceCommand = { type: 'SetGuidanceClosurePolicy', data: { policy, actor: g.officer } };
    given(issued).when(set).then(g.policyIs(policy));
    given(issued, g.policyIs(policy)).when(set).thenNothing();
    given(issued)
      .when({ type: 'SetGuidanceClosurePolicy', data: { policy: { basis: 'secretariat_judgement' }, actor: g.officer } })
      .thenNothing();
    given(...open, g.lapsed)
      .when(set)
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'lapsed', needed: 'open' });
  });

  it('links each contribution that answers it, once', () => {
    given(...open)
      .when(link('p1'))
      .then(linked('p1'));
    given(...open, linked('p1'))
      .when(link('p1'))
      .thenNothing();
    given(...open, linked('p1'))
      .when(link('p2'))
      .then(linked('p2'));
    given(...g.summarised)
      .when(link('p2'))
      .then(linked('p2'));
  });
  it('links nothing that is not there, answers another or is of another kind', () => {
    given(...open)
      .when({ type: 'LinkGuidanceResponse', data: { contribution: null, now: noon } })
      .thenRejected({ code: 'guidance.contribution_not_found' });
    given(...open)
      .when(link('p1', { guidanceId: 'PC0410.GR-2' }))
      .thenRejected({ code: 'guidance.contribution_answers_another', guidance: 'PC0410.GR-2' });
    given(...open)
      .when(link('p1', { kind: 'topic' }))
      .thenRejected({ code: 'guidance.expects_other_contribution', guidance: guidanceId, expects: 'practice' });
  });
  it.each<[string, readonly GuidanceEvent[]]>([
    ['issued', [issued]],
    ['closed', [...toClose, closed]],
    ['lapsed', [...open, g.lapsed]],
    ['carried_over', [...open, g.carriedOver]],
    ['superseded', [...open, g.superseded]],
  ])('takes no answer while it is %s', (stage, past) => {
    given(...past)
      .when(link('p9'))
      .thenRejected({ code: 'guidance.wrong_stage', stage, needed: 'open' });
    given(...past)
      .when(nilReturn(g.france))
      .thenRejected({ code: 'guidance.wrong_stage', stage, needed: 'open' });
    expect(expectedNow(past.reduce(guidanceDecider.evolve, guidanceDecider.initialState))).toBeNull();
  });
  it.each<[string, readonly GuidanceEvent[]]>([
    ['open', open],
    ['consolidating', g.summarised],
    ['partially closed', [...g.summarised, g.reported, g.partially]],
    ['reopened', [...toClose, closed, g.reopened]],
  ])('takes answers while it is %s', (_stage, past) => {
    expect(expectedNow(past.reduce(guidanceDecider.evolve, guidanceDecider.initialState))).toBe('practice');
  });

  it('records that a Member has nothing to report, once', () => {
    given(...open)
      .when(nilReturn())
      .then(g.nothingFrom());
    given(...open, g.nothingFrom())
      .when(nilReturn())
      .thenNothing();
  });
  it('records no nil return of a Member that was not asked or has answered', () => {
    given(...open)
      .when(nilReturn(member('JP')))
      .thenRejected({ code: 'guidance.not_addressee', member: 'JP' });
    given(...open, linked('p1'))
      .when(nilReturn(g.kenya))
      .thenRejected({ code: 'guidance.member_has_answered', member: 'KE' });
  });
  it('knows nothing of a request before it was issued', () => {
    expect(expectedNow(guidanceDecider.initialState)).toBeNull();
    expect(guidanceDecider.evolve(guidanceDecider.initialState, opened)).toStrictEqual({ status: 'unknown' });
  });
});
