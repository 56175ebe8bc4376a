import { accept, reject, same, saysNothing, type Actor } from '../kernel/index.ts';
import { wrongStage, type Data, type GuidanceDecision } from './asking.decide.ts';
import type { GuidanceSession } from './guidance.commands.ts';
import type { GuidanceRejection } from './guidance.rejections.ts';
import type { IssuedGuidance } from './guidance.state.ts';

const notLinked = (contributionIds: readonly string[], { responses }: IssuedGuidance): readonly string[] =>
  contributionIds.filter((id) => !responses.some(({ contributionId }) => contributionId === id));

/** The contributions that are named but do not answer the request, as a refusal; or null. */
export const checkLinked = (contributionIds: readonly string[], state: IssuedGuidance): GuidanceRejection | null => {
  const contributions = notLinked(contributionIds, state);
  return contributions.length === 0 ? null : { code: 'guidance.response_not_linked', contributions };
};

/** Whether the Chair has concluded so, and another than the Chair now carries it out; null when both hold. */
export const checkConcluded = (
  { conclusion }: IssuedGuidance,
  needed: 'close' | 'carry_over',
  { accreditationId }: Actor,
): GuidanceRejection | null => {
  if (conclusion?.conclusion !== needed) return { code: 'guidance.not_concluded', needed };
  return conclusion.concludedBy === accreditationId ? { code: 'guidance.concluder_cannot_close' } : null;
};

export const isSummarised = ({ status }: IssuedGuidance): boolean => status === 'consolidating' || status === 'partially_closed';

const wordsOf = ({ text, contributionIds }: Pick<Data<'DraftGuidanceConsolidation'>, 'text' | 'contributionIds'>) => ({
  text,
  contributionIds,
});

export const draftConsolidation = (
  { text, contributionIds, actor, now }: Data<'DraftGuidanceConsolidation'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const { consolidation, request } = state;
  // A request that was reopened is summarised anew, be it in the same words.
  if (isSummarised(state) && consolidation !== null && same(wordsOf(consolidation), { text, contributionIds })) return accept();
  if (state.status !== 'open' && !isSummarised(state)) return wrongStage(state, 'open');
  const wrong = saysNothing(text) ? ({ code: 'text.no_language' } as const) : checkLinked(contributionIds, state);
  if (wrong !== null) return reject(wrong);
  const edition = (consolidation?.edition ?? 0) + 1;
  return accept({
    type: 'GuidanceConsolidationDrafted',
    data: { guidanceId: request.guidanceId, edition, text, contributionIds, draftedBy: actor.accreditationId, draftedAt: now },
  });
};

export const report = (
  { sessionId, session, evidence, actor, now }: Data<'ReportGuidanceRequest'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const { consolidation, request } = state;
  if (evidence === null) return reject({ code: 'guidance.evidence_missing' });
  if (state.report?.sessionId === sessionId && same(state.report.evidence, evidence)) return accept();
  if (!isSummarised(state) || consolidation === null) return wrongStage(state, 'consolidating');
  if (session === null) return reject({ code: 'guidance.session_unknown', session: sessionId });
  return accept({
    type: 'GuidanceReported',
    data: {
      guidanceId: request.guidanceId,
      sessionId,
      evidence,
      consolidation: consolidation.edition,
      reportedBy: actor.accreditationId,
      reportedAt: now,
    },
  });
};

const checkSession = (sessionId: string, session: GuidanceSession | null): GuidanceRejection | null => {
  if (session === null) return { code: 'guidance.session_unknown', session: sessionId };
  return session.opened ? null : { code: 'guidance.session_not_opened', session: sessionId };
};

/** The Chair concludes at a session that sits; to close, the report has to lie before it (BR-24). */
export const conclude = (
  { sessionId, session, conclusion, text, actor, now }: Data<'ConcludeGuidanceRequest'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const known = state.conclusion;
  if (known !== null && same([known.sessionId, known.conclusion, known.text], [sessionId, conclusion, text])) return accept();
  if (state.status !== 'open' && !isSummarised(state)) return wrongStage(state, 'consolidating');
  if (saysNothing(text)) return reject({ code: 'text.no_language' });
  const wrong = checkSession(sessionId, session);
  if (wrong !== null) return reject(wrong);
  if (conclusion === 'close' && state.report?.sessionId !== sessionId) return reject({ code: 'guidance.not_reported', session: sessionId });
  return accept({
    type: 'GuidanceConcluded',
    data: { guidanceId: state.request.guidanceId, sessionId, conclusion, text, concludedBy: actor.accreditationId, concludedAt: now },
  });
};

const checkLater = (from: GuidanceSession | null, toSessionId: string, to: GuidanceSession | null): GuidanceRejection | null => {
  if (to === null) return { code: 'guidance.session_unknown', session: toSessionId };
  return from === null || to.start <= from.start ? { code: 'guidance.session_not_later', session: toSessionId } : null;
};

/** What was received and is not part of an earlier partial closure. */
const stillOpen = ({ responses, partialClosures }: IssuedGuidance): readonly string[] => {
  const covered = partialClosures.flatMap(({ contributionIds }) => contributionIds);
  return responses.map(({ contributionId }) => contributionId).filter((id) => !covered.includes(id));
};

export const carryOver = (
  { from, toSessionId, to, successorId, reason, actor, now }: Data<'CarryOverGuidanceRequest'>,
  state: IssuedGuidance,
): GuidanceDecision => {
  const { ending, conclusion, request } = state;
  if (ending !== null && 'successorId' in ending && ending.toSessionId === toSessionId) return accept();
  if (state.status !== 'open' && !isSummarised(state)) return wrongStage(state, 'consolidating');
  const wrong = checkConcluded(state, 'carry_over', actor) ?? checkLater(from, toSessionId, to);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'GuidanceCarriedOver',
    data: {
      guidanceId: request.guidanceId,
      fromSessionId: conclusion?.sessionId ?? request.sessionId,
      toSessionId,
      successorId,
      openContributionIds: stillOpen(state),
      reason,
      carriedBy: actor.accreditationId,
      carriedAt: now,
    },
  });
};
