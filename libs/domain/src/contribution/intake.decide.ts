import { accept, checkReasonGiven, reject, same, type Decision } from '../kernel/index.ts';
import { atWrongStage, atWrongStageForMember, checkAuthor, checkSponsor, unless } from './checks.ts';
import type { Act, Amend, CorrectEntry, EnterForMember, Judge, RuleOnLate, Submit } from './contribution.commands.ts';
import type * as Recorded from './contribution.events.ts';
import type { ContributionRejection } from './contribution.rejections.ts';
import { checkContent, checkEditsOpen, checkRelease, checkThemes, isLate } from './contribution.rules.ts';
import { reached, type Contribution } from './contribution.state.ts';
import type { ContributionRelease, EntryMark, ReleaseFacts } from './contribution.values.ts';

type Decided<E> = Decision<E, ContributionRejection>;

/** What reception of a contribution comes to. */
export interface Reception {
  readonly release: ContributionRelease;
  /** Null when it came in time. */
  readonly late: Recorded.ReceivedLate | null;
  /** Null when its Member released it. */
  readonly entry: Recorded.EnteredForMember | null;
}

const lateness = (release: ContributionRelease, { call, now }: ReleaseFacts): Recorded.ReceivedLate | null =>
  call !== null && isLate({ call, now }) ? { closedAt: call.closesForNew, receivedAt: release.submittedAt } : null;

const received = (release: ContributionRelease, late: Recorded.ReceivedLate | null, entry: Reception['entry']): Reception => ({
  release: late === null ? release : { ...release, late: true },
  late,
  entry,
});

const isRepeat = (release: ContributionRelease, { release: { late: _late, ...first } }: Contribution): boolean => same(release, first);

export const submit = ({ release, facts }: Submit, state: Contribution | null, kind: Contribution['kind']): Decided<Reception> => {
  if (state !== null) return isRepeat(release, state) ? accept() : reject({ code: 'draft.already_released' });
  return unless(checkRelease(release, facts, kind), () => accept(received(release, lateness(release, facts), null)));
};

const markOf = (channel: EnterForMember['channel']): EntryMark => (channel === 'floor' ? 'as_recorded' : 'as_received');

const checkOrigin = ({ channel, original, facts, now }: EnterForMember): ContributionRejection | null => {
  if (facts.now > now) return { code: 'entry.received_in_future', receivedAt: facts.now, now };
  const needsOriginal = channel === 'email' || channel === 'note_verbale';
  return needsOriginal && original === null ? { code: 'entry.original_missing', channel } : null;
};

/** A part of what was received already opens no window of its own. */
const checkEntered = ({ release, facts, channel }: EnterForMember, kind: Contribution['kind']): ContributionRejection | null =>
  channel === 'split' ? checkThemes(release.content, facts.themes) : checkRelease(release, facts, kind);

export const enterForMember = (wish: EnterForMember, state: Contribution | null, kind: Contribution['kind']): Decided<Reception> => {
  const { release, facts, channel, original, actor, now } = wish;
  if (state !== null) return isRepeat(release, state) ? accept() : reject({ code: 'draft.already_released' });
  return unless(checkOrigin(wish) ?? checkContent(release.content) ?? checkEntered(wish, kind), () => {
    const entry = {
      channel,
      receivedAt: facts.now,
      original,
      mark: markOf(channel),
      enteredBy: actor.accreditationId,
      enteredAt: now,
    };
    return accept(received(release, lateness(release, facts), entry));
  });
};

/** A Member may change its text until its fate was told; of an unreleased judgement it learns nothing by trying. */
const checkChangeable = (state: Contribution): ContributionRejection | null =>
  state.ended === null && !reached(state, 'released') ? null : atWrongStageForMember(state, 'acknowledged');

export const amend = (
  { actor, now, content, contentHash, closesForEdits, themes }: Amend,
  state: Contribution,
): Decided<Recorded.Amended> => {
  const stranger = checkAuthor(actor, state);
  if (stranger !== null) return reject(stranger);
  if (state.ended === null && state.contentHash === contentHash) return accept();
  return unless(
    checkChangeable(state) ?? checkEditsOpen(now, closesForEdits) ?? checkContent(content) ?? checkThemes(content, themes),
    () => accept({ edition: state.edition + 1, content, contentHash, amendedBy: actor.accreditationId, amendedAt: now }),
  );
};

const settled = ({ entry }: Contribution): ContributionRejection | null => {
  if (entry === null) return { code: 'entry.not_entered' };
  return entry.status === 'unconfirmed' ? null : { code: 'entry.already_settled', status: entry.status };
};

export const confirmEntry = ({ actor, now }: Act, state: Contribution): Decided<Recorded.EntryConfirmed> => {
  const stranger = checkAuthor(actor, state);
  if (stranger !== null) return reject(stranger);
  if (state.entry?.status === 'confirmed') return accept();
  return unless(settled(state) ?? (state.ended === null ? null : atWrongStageForMember(state, 'submitted')), () =>
    accept({ confirmedBy: actor.accreditationId, confirmedAt: now }),
  );
};

export const correctEntry = (
  { actor, now, content, contentHash, themes }: CorrectEntry,
  state: Contribution,
): Decided<Recorded.EntryCorrected> => {
  const stranger = checkAuthor(actor, state);
  if (stranger !== null) return reject(stranger);
  if (state.entry?.status === 'corrected' && state.contentHash === contentHash) return accept();
  return unless(settled(state) ?? checkChangeable(state) ?? checkContent(content) ?? checkThemes(content, themes), () =>
    accept({ edition: state.edition + 1, content, contentHash, correctedBy: actor.accreditationId, correctedAt: now }),
  );
};

export const admitLate = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.LateAdmitted> => {
  if (state.late === null) return reject({ code: 'late.not_late' });
  const admitted = { reason, admittedBy: actor.accreditationId, admittedAt: now };
  if (state.late.admitted !== null) return same(state.late.admitted.reason, reason) ? accept() : reject({ code: 'late.already_admitted' });
  return unless((state.ended === null ? null : atWrongStage(state, 'submitted')) ?? checkReasonGiven(reason), () => accept(admitted));
};

const checkRulable = (state: Contribution): ContributionRejection | null => {
  if (state.late === null) return { code: 'late.not_late' };
  if (state.late.admitted === null) return { code: 'late.not_admitted' };
  return state.ended !== null || reached(state, 'scheduled') ? atWrongStage(state, 'acknowledged') : null;
};

export const ruleOnLate = ({ actor, now, reason, ruling }: RuleOnLate, state: Contribution): Decided<Recorded.LateRulingMade> => {
  const ruled = state.late?.ruled ?? null;
  if (ruled?.ruling === ruling && ruled.ruledBy === actor.accreditationId && same(ruled.reason, reason)) return accept();
  return unless(checkRulable(state) ?? checkReasonGiven(reason), () =>
    accept({ ruling, reason, ruledBy: actor.accreditationId, ruledAt: now }),
  );
};

/** Members take back what is not published yet; afterwards they can only ask (rows A5, A6). */
export const withdraw = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.Withdrawn> => {
  const stranger = checkSponsor(actor, state);
  if (stranger !== null) return reject(stranger);
  if (state.ended === 'withdrawn') return same(state.withdrawal, reason) ? accept() : reject(atWrongStageForMember(state, 'submitted'));
  if (state.ended === 'split') return reject(atWrongStageForMember(state, 'submitted'));
  if (reached(state, 'published')) return reject({ code: 'withdrawal.only_on_request' });
  return unless(checkReasonGiven(reason), () => accept({ reason, withdrawnBy: actor.accreditationId, withdrawnAt: now }));
};

export const requestWithdrawal = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.WithdrawalRequested> => {
  const stranger = checkSponsor(actor, state);
  if (stranger !== null) return reject(stranger);
  if (state.withdrawalRequest !== null && same(state.withdrawalRequest.reason, reason)) return accept();
  if (state.ended !== null || !reached(state, 'published') || reached(state, 'closed'))
    return reject(atWrongStageForMember(state, 'published'));
  return unless(checkReasonGiven(reason), () => accept({ reason, requestedBy: actor.accreditationId, requestedAt: now }));
};

const checkAsked = (state: Contribution): ContributionRejection | null => {
  if (state.ended !== null) return atWrongStage(state, 'published');
  return state.withdrawalRequest === null ? { code: 'withdrawal.not_requested' } : null;
};

export const grantWithdrawal = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.Withdrawn> => {
  if (state.ended === 'withdrawn' && same(state.withdrawal, reason)) return accept();
  const asked = state.withdrawalRequest;
  return unless(checkAsked(state) ?? checkReasonGiven(reason), () =>
    asked === null ? accept() : accept({ reason, withdrawnBy: asked.requestedBy, withdrawnAt: now, grantedBy: actor.accreditationId }),
  );
};

export const refuseWithdrawal = ({ actor, now, reason }: Judge, state: Contribution): Decided<Recorded.WithdrawalRefused> => {
  const { withdrawalRefused, withdrawalRequest } = state;
  if (withdrawalRequest === null && withdrawalRefused !== null && same(withdrawalRefused.reason, reason)) return accept();
  return unless(checkAsked(state) ?? checkReasonGiven(reason), () => accept({ reason, refusedBy: actor.accreditationId, refusedAt: now }));
};
