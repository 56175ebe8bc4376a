import { describe, it } from '@jest/globals';
import { specFor } from '../../../../test/support/given.ts';
import { at, member, noon } from '../../../../test/support/domain.ts';
import * as g from '../../../../test/support/guidance.ts';
import { guidanceDecider, type GuidanceCommand, type GuidanceEvent, type GuidanceRejection } from './index.ts';

const given = specFor(guidanceDecider);
const { guidanceId, open, summarised, toClose, officer } = g;
const act = { actor: officer, now: noon } as const;

const lapse: GuidanceCommand = { type: 'LapseGuidanceRequest', data: { ...act, reason: g.settled } };
const supersede = (more: object = {}): GuidanceCommand => ({
  type: 'SupersedeGuidanceRequest',
  data: { ...act, supersededBy: 'PC0411.GR-1', issued: true, reason: g.settled, ...more },
});
const reopen: GuidanceCommand = { type: 'ReopenGuidanceRequest', data: { ...act, reason: g.settled } };
const enquire = (dormantBefore = noon): GuidanceCommand => ({
  type: 'OpenGuidanceStatusEnquiry',
  data: { months: 6, dormantBefore, now: g.later },
});
const enquiry: GuidanceEvent = {
  type: 'GuidanceStatusEnquiryOpened',
  data: { guidanceId, months: 6, dormantSince: noon, openedAt: g.later },
};
const answer = (more: object = {}): GuidanceCommand => ({
  type: 'AnswerGuidanceStatusEnquiry',
  data: { actor: g.kenyan, now: g.later, member: g.kenya, standing: 'still_open', text: { en: 'Not yet.' }, ...more },
});
const answer1: GuidanceEvent = {
  type: 'GuidanceStatusEnquiryAnswered',
  data: {
    guidanceId,
    member: g.kenya,
    standing: 'still_open',
    text: { en: 'Not yet.' },
    answeredBy: g.kenyan.accreditationId,
    answeredAt: g.later,
  },
};

describe('guidance request, otherwise ended', () => {
  it('lapses with a reason, once', () => {
    given(...open)
      .when(lapse)
      .then(g.lapsed);
    given(g.issued).when(lapse).then(g.lapsed);
    given(...open, g.lapsed)
      .when(lapse)
      .thenNothing();
    given(...open)
      .when({ type: 'LapseGuidanceRequest', data: { ...act, reason: g.wordless } })
      .thenRejected({ code: 'reason.text_missing' });
    given(...toClose, g.closed)
      .when(lapse)
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'closed', needed: 'open' });
  });
  it('is superseded by a request that is on record, once', () => {
    given(...open)
      .when(supersede())
      .then(g.superseded);
    given(...open, g.superseded)
      .when(supersede())
      .thenNothing();
  });
  it.each<[string, readonly GuidanceEvent[], object, GuidanceRejection]>([
    ['by itself', open, { supersededBy: guidanceId }, { code: 'guidance.supersedes_itself' }],
    ['by nothing', open, { issued: false }, { code: 'guidance.not_issued' }],
    ['without words', open, { reason: g.wordless }, { code: 'reason.text_missing' }],
    [
      'by another afterwards',
      [...open, g.superseded],
      { supersededBy: 'PC0412.GR-1' },
      { code: 'guidance.wrong_stage', stage: 'superseded', needed: 'open' },
    ],
    ['after it lapsed', [...open, g.lapsed], {}, { code: 'guidance.wrong_stage', stage: 'lapsed', needed: 'open' }],
  ])('is not superseded %s', (_how, past, more, rejection) => {
    given(...past)
      .when(supersede(more))
      .thenRejected(rejection);
  });
  it('is reopened after it was closed, wholly or in part, or lapsed', () => {
    given(...toClose, g.closed)
      .when(reopen)
      .then(g.reopened);
    given(...summarised, g.reported, g.partially)
      .when(reopen)
      .then(g.reopened);
    given(...open, g.lapsed)
      .when(reopen)
      .then(g.reopened);
    given(...toClose, g.closed, g.reopened)
      .when(reopen)
      .thenNothing();
  });
  it('is not reopened where it goes on under another name, nor without words', () => {
    given(...open, g.carriedOver)
      .when(reopen)
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'carried_over', needed: 'closed' });
    given(...open, g.superseded)
      .when(reopen)
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'superseded', needed: 'closed' });
    given(...toClose, g.closed)
      .when({ type: 'ReopenGuidanceRequest', data: { ...act, reason: g.wordless } })
      .thenRejected({ code: 'reason.text_missing' });
  });
  it('once reopened is reported and concluded anew', () => {
    given(...toClose, g.closed, g.reopened, g.drafted(2))
      .when(g.close())
      .thenRejected({ code: 'guidance.not_reported', session: 'PTC-207-208' });
    given(...toClose, g.closed, g.reopened, g.drafted(2), g.reported)
      .when(g.close())
      .thenRejected({ code: 'guidance.not_concluded', needed: 'close' });
  });
});

describe('guidance request at which nothing moves', () => {
  it('is asked about when its last step is old enough, not a millisecond earlier', () => {
    given(...open)
      .when(enquire())
      .then(enquiry);
    given(...open)
      .when(enquire(at('2015-02-10T11:59:59.999Z')))
      .thenRejected({ code: 'guidance.not_dormant', lastActivityAt: noon });
  });
  it('is asked about once for each time', () => {
    given(...open, enquiry)
      .when(enquire())
      .thenNothing();
    given(...open, enquiry, g.linked('p1'))
      .when(enquire())
      .then(enquiry);
  });
  it('is not asked about before anybody was asked, nor after it ended', () => {
    given(g.issued).when(enquire()).thenRejected({ code: 'guidance.wrong_stage', stage: 'issued', needed: 'open' });
    given(...open, g.lapsed)
      .when(enquire())
      .thenRejected({ code: 'guidance.wrong_stage', stage: 'lapsed', needed: 'open' });
  });
  it('is answered for by its addressees, once in the same words', () => {
    given(...open, enquiry)
      .when(answer())
      .then(answer1);
    given(...open, enquiry, answer1)
      .when(answer())
      .thenNothing();
    given(...open, enquiry, answer1)
      .when(answer({ standing: 'resolved' }))
      .then({ type: 'GuidanceStatusEnquiryAnswered', data: { ...answer1.data, standing: 'resolved' } });
  });
  it('is not answered for by others, in no language, or unasked', () => {
    given(...open, enquiry)
      .when(answer({ member: member('JP') }))
      .thenRejected({ code: 'guidance.not_addressee', member: 'JP' });
    given(...open, enquiry)
      .when(answer({ text: {} }))
      .thenRejected({ code: 'text.no_language' });
    given(...open)
      .when(answer())
      .thenRejected({ code: 'guidance.no_enquiry' });
  });
});
