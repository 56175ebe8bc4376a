import { accept, reject, same, saysNothing } from '../kernel/index.ts';
import { wrongStage, type Data, type GuidanceDecision } from './asking.decide.ts';
import type { IssuedGuidance } from './guidance.state.ts';

const hasEnded = ({ ending }: IssuedGuidance): boolean => ending !== null;

export const lapse = ({ reason, actor, now }: Data<'LapseGuidanceRequest'>, state: IssuedGuidance): GuidanceDecision => {
  if (state.status === 'lapsed') return accept();
  if (hasEnded(state)) return wrongStage(state, 'open');
  const { guidanceId } = state.request;
  return accept({ type: 'GuidanceLapsed', data: { guidanceId, reason, lapsedBy: actor.accreditationId, lapsedAt: now } });
};

export const supersede = (
  { supersededBy, issued, reason, actor, now }: Data<'SupersedeGuidanceRequest'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const { ending, request } = state;
  if (ending !== null && 'supersededBy' in ending && ending.supersededBy === supersededBy) return accept();
  if (hasEnded(state)) return wrongStage(state, 'open');
  if (supersededBy === request.guidanceId) return reject({ code: 'guidance.supersedes_itself' });
  if (!issued) return reject({ code: 'guidance.not_issued' });
  return accept({
    type: 'GuidanceSuperseded',
    data: { guidanceId: request.guidanceId, supersededBy, reason, recordedBy: actor.accreditationId, supersededAt: now },
  });
};

/** What was carried over or superseded goes on under another name and is not reopened under its own. */
export const reopen = ({ reason, actor, now }: Data<'ReopenGuidanceRequest'>, state: IssuedGuidance): GuidanceDecision => {
  if (state.status === 'open') return accept();
  if (state.status !== 'closed' && state.status !== 'lapsed' && state.status !== 'partially_closed') return wrongStage(state, 'closed');
  const { guidanceId } = state.request;
  return accept({ type: 'GuidanceReopened', data: { guidanceId, reason, reopenedBy: actor.accreditationId, reopenedAt: now } });
};

/** Asked once for each time that nothing moves. */
export const openEnquiry = ({ months, dormantBefore, now }: Data<'OpenGuidanceStatusEnquiry'>, state: IssuedGuidance): GuidanceDecision => {
  const { lastActivityAt, request } = state;
  if (state.enquiry !== null) return accept();
  if (hasEnded(state) || lastActivityAt === null) return wrongStage(state, 'open');
  if (lastActivityAt > dormantBefore) return reject({ code: 'guidance.not_dormant', lastActivityAt });
  return accept({
    type: 'GuidanceStatusEnquiryOpened',
    data: { guidanceId: request.guidanceId, months, dormantSince: lastActivityAt, openedAt: now },
  });
};

export const answerEnquiry = (
  { member, standing, text, actor, now }: Data<'AnswerGuidanceStatusEnquiry'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const answers = state.enquiry?.answers ?? [];
  if (answers.some((known) => same([known.member, known.standing, known.text], [member, standing, text]))) return accept();
  if (state.enquiry === null) return reject({ code: 'guidance.no_enquiry' });
  if (state.addressed?.members.includes(member) !== true) return reject({ code: 'guidance.not_addressee', member });
  if (saysNothing(text)) return reject({ code: 'text.no_language' });
  const { guidanceId } = state.request;
  return accept({
    type: 'GuidanceStatusEnquiryAnswered',
    data: { guidanceId, member, standing, text, answeredBy: actor.accreditationId, answeredAt: now },
  });
};
