import { accept, isBlank, reject, same, type Instant } from '../kernel/index.ts';
import type { DecisionRejection } from './decision.commands.ts';
import type { DecisionEvent } from './decision.events.ts';
import type { KnownDecision } from './decision.state.ts';
import { wrongStage, type Data, type DecisionOnText } from './drafting.decide.ts';

const checkCirculation = (
  { actor, now, deadline, addressees }: Data<'CirculateDecision'>,
  { draftedBy }: KnownDecision,
): DecisionRejection | null => {
  if (draftedBy === actor.accreditationId) return { code: 'decision.drafter_cannot_adopt' };
  if (deadline.zone !== 'Europe/Brussels') return { code: 'decision.deadline_not_in_brussels', zone: deadline.zone };
  if (deadline.instant <= now) return { code: 'decision.deadline_in_past', deadline: deadline.instant, now };
  return addressees.length === 0 ? { code: 'decision.no_addressee' } : null;
};

/** The words go to every Member of the day with a deadline to the minute; silence until then adopts them (row D9). */
export const circulate = (data: Data<'CirculateDecision'>, state: KnownDecision): DecisionOnText => {
  const { actor, now, deadline, addressees, hashOf } = data;
  const { round, drafted, current } = state;
  if (state.status === 'silence_running' && same(state.deadline, deadline)) return accept();
  if (state.status !== 'drafted') return wrongStage(state.status, 'drafted');
  const wrong = checkCirculation(data, state);
  if (wrong !== null) return reject(wrong);
  const { decisionId } = drafted;
  const circulation = { textHash: hashOf(current), addressees, circulatedBy: actor.accreditationId, circulatedAt: now };
  return accept<DecisionEvent>(
    { type: 'DecisionCirculated', data: { decisionId, round, ...circulation } },
    { type: 'DecisionSilenceStarted', data: { decisionId, round, deadline, startedAt: now } },
  );
};

const checkObjection = (
  { member, text, now }: Data<'ObjectToDecision'>,
  { circulation }: KnownDecision,
  deadline: Instant,
): DecisionRejection | null => {
  if (circulation?.addressees.includes(member) !== true) return { code: 'decision.not_addressee', member };
  // The deadline itself is still in time.
  if (now > deadline) return { code: 'decision.silence_over', deadline, now };
  return isBlank(text) ? { code: 'text.no_language' } : null;
};

/** One objection breaks the silence; others may still be put on record until the deadline. */
export const object = (data: Data<'ObjectToDecision'>, state: KnownDecision): DecisionOnText => {
  const { actor, now, member, language, text } = data;
  const { round, objections } = state;
  if (objections.some((known) => same(known, { round, member, text }))) return accept();
  const isOpen = state.status === 'silence_running' || state.status === 'silence_broken';
  if (!isOpen || state.deadline === null) return wrongStage(state.status, 'silence_running');
  const wrong = checkObjection(data, state, state.deadline.instant);
  if (wrong !== null) return reject(wrong);
  const { decisionId } = state.drafted;
  const raised: DecisionEvent = {
    type: 'DecisionObjectionRaised',
    data: { decisionId, round, member, language, text, raisedBy: actor.accreditationId, raisedAt: now },
  };
  return state.status === 'silence_broken'
    ? accept(raised)
    : accept<DecisionEvent>(raised, { type: 'DecisionSilenceBroken', data: { decisionId, round, member, brokenAt: now } });
};

export const adoptBySilence = ({ now }: Data<'AdoptDecisionBySilence'>, state: KnownDecision): DecisionOnText => {
  const { circulation, deadline, round, drafted } = state;
  if (state.status === 'adopted') return accept();
  if (state.status !== 'silence_running' || circulation === null || deadline === null) return wrongStage(state.status, 'silence_running');
  if (now <= deadline.instant) return reject({ code: 'decision.silence_running', deadline: deadline.instant, now });
  const { textHash, addressees, circulatedAt } = circulation;
  const { decisionId } = drafted;
  return accept({
    type: 'DecisionAdoptedBySilence',
    data: { decisionId, round, textHash, addressees: addressees.length, circulatedAt, deadline, adoptedAt: now },
  });
};
