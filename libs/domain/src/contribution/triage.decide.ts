import { accept, checkReasonGiven, reject, same, type Decision } from '../kernel/index.ts';
import { atWrongStage, atWrongStageForMember, checkAcknowledged, checkAdmitted, checkSponsor, checkUnderTriage, unless } from './checks.ts';
import type {
  Act,
  AnswerClarification,
  AssessCompleteness,
  Classify,
  ContestThemes,
  Judge,
  RequestClarification,
  RuleOnDuplicate,
} from './contribution.commands.ts';
import type * as Recorded from './contribution.events.ts';
import type { ContributionRejection } from './contribution.rejections.ts';
import { checkText, checkThemes } from './contribution.rules.ts';
import { reached, type Contribution } from './contribution.state.ts';
import type { ThemeAssignment } from './contribution.values.ts';

type Decided<E> = Decision<E, ContributionRejection>;

/** The Secretariat confirms receipt (row B2); of late input once it was admitted. */
export const acknowledge = ({ now }: Pick<Act, 'now'>, state: Contribution): Decided<{ readonly acknowledgedAt: Act['now'] }> => {
  if (state.ended !== null) return reject(atWrongStage(state, 'submitted'));
  if (reached(state, 'acknowledged')) return accept();
  return unless(checkAdmitted(state), () => accept({ acknowledgedAt: now }));
};

export const startTriage = ({ actor, now }: Act, state: Contribution): Decided<Recorded.TriageStarted> => {
  if (state.triageStarted && state.ended === null) return accept();
  return unless(checkUnderTriage(state), () => accept({ startedBy: actor.accreditationId, startedAt: now }));
};

export const assessCompleteness = (
  { actor, now, result, note }: AssessCompleteness,
  state: Contribution,
): Decided<Recorded.CompletenessAssessed> => {
  if (state.completeness?.result === result && same(state.completeness.note, note)) return accept();
  // What is missing has to be said; that nothing is missing speaks for itself.
  const silent = result === 'incomplete' ? checkText(note, 'note') : null;
  return unless(checkUnderTriage(state) ?? silent, () => accept({ result, note, assessedBy: actor.accreditationId, assessedAt: now }));
};

/** Confirms or changes the themes (BR-07) until they are published; a contest is answered by classifying again. */
export const classify = ({ primaryTheme, secondaryThemes, themes }: Classify, state: Contribution): Decided<ThemeAssignment> => {
  const chosen = { primaryTheme, secondaryThemes };
  if (state.classified && state.contest === null && same(state.themes, chosen)) return accept();
  const tooLate = reached(state, 'published') ? atWrongStage(state, 'acknowledged') : null;
  return unless(checkAcknowledged(state) ?? tooLate ?? checkThemes(chosen, themes), () => accept(chosen));
};

const checkContestable = (state: Contribution): ContributionRejection | null => {
  if (state.ended !== null || reached(state, 'released')) return atWrongStageForMember(state, 'acknowledged');
  return state.classified ? null : { code: 'themes.not_classified' };
};

export const contestThemes = (
  { actor, now, primaryTheme, secondaryThemes, text, themes }: ContestThemes,
  state: Contribution,
): Decided<Recorded.ThemesContested> => {
  const stranger = checkSponsor(actor, state);
  if (stranger !== null) return reject(stranger);
  const wished = { primaryTheme, secondaryThemes };
  const { contest } = state;
  if (contest !== null && same({ primaryTheme: contest.primaryTheme, secondaryThemes: contest.secondaryThemes }, wished)) return accept();
  return unless(checkContestable(state) ?? checkThemes(wished, themes) ?? checkText(text, 'text'), () =>
    accept({ ...wished, text, contestedBy: actor.accreditationId, contestedAt: now }),
  );
};

export const flagSensitive = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.FlaggedSensitive> => {
  if (state.sensitive !== null && same(state.sensitive.reason, reason)) return accept();
  return unless((state.ended === null ? null : atWrongStage(state, 'submitted')) ?? checkReasonGiven(reason), () =>
    accept({ reason, flaggedBy: actor.accreditationId, flaggedAt: now }),
  );
};

export const liftSensitiveFlag = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.SensitiveFlagLifted> => {
  if (state.sensitive === null) {
    return state.lifted !== null && same(state.lifted.reason, reason) ? accept() : reject({ code: 'sensitive.not_flagged' });
  }
  return unless((state.ended === null ? null : atWrongStage(state, 'submitted')) ?? checkReasonGiven(reason), () =>
    accept({ reason, liftedBy: actor.accreditationId, liftedAt: now }),
  );
};

const checkAskable = ({ dueAt, now, questions }: RequestClarification, state: Contribution): ContributionRejection | null => {
  if (state.clarification !== null) return { code: 'clarification.already_open' };
  return dueAt <= now ? { code: 'clarification.due_in_past', dueAt, now } : checkText(questions, 'questions');
};

export const requestClarification = (wish: RequestClarification, state: Contribution): Decided<Recorded.ClarificationRequested> => {
  const { actor, now, clarificationId, questions, dueAt } = wish;
  if (state.clarification?.clarificationId === clarificationId) return accept();
  return unless(checkUnderTriage(state) ?? checkAskable(wish, state), () =>
    accept({ clarificationId, questions, dueAt, requestedBy: actor.accreditationId, requestedAt: now }),
  );
};

/** At the due instant an answer is in time; one millisecond later it is not, whether or not the lapse was recorded. */
export const answerClarification = (
  { actor, now, answer }: AnswerClarification,
  state: Contribution,
): Decided<Recorded.ClarificationAnswered> => {
  const stranger = checkSponsor(actor, state);
  if (stranger !== null) return reject(stranger);
  const { clarification, lastAnswer } = state;
  if (clarification === null)
    return lastAnswer !== null && same(lastAnswer.answer, answer) ? accept() : reject({ code: 'clarification.none_open' });
  const { clarificationId, dueAt } = clarification;
  if (state.ended !== null) return reject(atWrongStageForMember(state, 'acknowledged'));
  if (now > dueAt) return reject({ code: 'clarification.too_late', dueAt, now });
  return unless(checkText(answer, 'answer'), () => accept({ clarificationId, answer, answeredBy: actor.accreditationId, answeredAt: now }));
};

/** Fired when the due instant has passed; before that it is refused, afterwards it is recorded once. */
export const lapseClarification = ({ now }: Pick<Act, 'now'>, state: Contribution): Decided<Recorded.ClarificationLapsed> => {
  const { clarification } = state;
  if (clarification === null) return state.lastLapsed !== null ? accept() : reject({ code: 'clarification.none_open' });
  const { clarificationId, dueAt } = clarification;
  if (now <= dueAt) return reject({ code: 'clarification.not_due', dueAt, now });
  return accept({ clarificationId, dueAt, lapsedAt: now });
};

const checkPair = (
  { otherId, otherExists, otherIsPublished, reason }: RuleOnDuplicate,
  state: Contribution,
): ContributionRejection | null => {
  if (otherId === state.release.contributionId) return { code: 'duplicate.same_item' };
  if (!otherExists) return { code: 'duplicate.other_not_found', other: otherId };
  // Rulings can be made and undone until either of the two is out (BR-08).
  if (reached(state, 'published')) return atWrongStage(state, 'acknowledged');
  if (otherIsPublished) return { code: 'duplicate.other_published', other: otherId };
  return checkReasonGiven(reason);
};

/** A ruling is changed by undoing it first, so that both reasons stay on record. */
export const ruleOnDuplicate = (
  wish: RuleOnDuplicate,
  ruling: 'confirmed' | 'ruled_out',
  state: Contribution,
): Decided<Recorded.DuplicateRuled> => {
  const { actor, now, otherId, reason } = wish;
  const known = state.duplicates.find((one) => one.otherId === otherId);
  if (known !== undefined) return known.ruling === ruling ? accept() : reject({ code: 'duplicate.ruled_otherwise', other: otherId });
  return unless(checkPair(wish, state), () => accept({ otherId, reason, ruledBy: actor.accreditationId, ruledAt: now }));
};

export const undoDuplicateRuling = (wish: RuleOnDuplicate, state: Contribution): Decided<Recorded.DuplicateRuled> => {
  const { actor, now, otherId, reason } = wish;
  if (!state.duplicates.some((one) => one.otherId === otherId)) {
    return state.undone.includes(otherId) ? accept() : reject({ code: 'duplicate.not_ruled', other: otherId });
  }
  return unless(checkPair(wish, state), () => accept({ otherId, reason, ruledBy: actor.accreditationId, ruledAt: now }));
};
