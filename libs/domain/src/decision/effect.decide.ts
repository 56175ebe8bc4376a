import { accept, reject } from '../kernel/index.ts';
import type { HigherBody, DecisionVerb } from './decision.events.ts';
import { isAdopted, type KnownDecision, type QuotedDecision } from './decision.state.ts';
import { wrongStage, type Data, type DecisionOnText } from './drafting.decide.ts';

const forwarded: Readonly<Record<HigherBody, DecisionVerb>> = {
  policy_commission: 'forwarded_to_policy_commission',
  council: 'forwarded_to_council',
};

const isForHigherBody = (verb: DecisionVerb): boolean => Object.values(forwarded).includes(verb);

/** What the body forwarded reaches the body that it was forwarded to, and no other. */
export const transmit = ({ actor, now, to, document }: Data<'TransmitDecision'>, state: KnownDecision): DecisionOnText => {
  const { verb } = state.current;
  if (state.transmittedTo.includes(to)) return accept();
  if (!isAdopted(state)) return wrongStage(state.status, 'adopted');
  if (forwarded[to] !== verb) return reject({ code: 'decision.not_for_higher_body', to, verb });
  if (document === null) return reject({ code: 'decision.evidence_missing' });
  const { decisionId } = state.drafted;
  return accept({
    type: 'DecisionTransmitted',
    data: { decisionId, to, document, transmittedBy: actor.accreditationId, transmittedAt: now },
  });
};

const idOf = (state: KnownDecision | QuotedDecision): string =>
  state.status === 'prior' ? state.prior.decisionId : state.drafted.decisionId;

const isImplemented = (state: KnownDecision | QuotedDecision): boolean =>
  state.status === 'prior' ? state.implemented : state.status === 'implemented';

export const implement = (
  { actor, now, evidence }: Data<'RecordDecisionImplemented'>,
  state: KnownDecision | QuotedDecision,
): DecisionOnText => {
  if (isImplemented(state)) return accept();
  if (state.status !== 'prior') {
    if (!isAdopted(state)) return wrongStage(state.status, 'adopted');
    if (isForHigherBody(state.current.verb) && state.transmittedTo.length === 0) return reject({ code: 'decision.not_transmitted' });
  }
  if (evidence === null) return reject({ code: 'decision.evidence_missing' });
  return accept({
    type: 'DecisionImplemented',
    data: { decisionId: idOf(state), evidence, recordedBy: actor.accreditationId, implementedAt: now },
  });
};

export const supersede = (
  { actor, now, supersededBy, adopted, reason }: Data<'SupersedeDecision'>,
  state: KnownDecision | QuotedDecision,
): DecisionOnText => {
  const decisionId = idOf(state);
  if (state.supersededBy === supersededBy) return accept();
  if (state.supersededBy !== null) return wrongStage('superseded', 'adopted');
  if (state.status !== 'prior' && !isAdopted(state)) return wrongStage(state.status, 'adopted');
  if (supersededBy === decisionId) return reject({ code: 'decision.supersedes_itself' });
  if (!adopted) return reject({ code: 'decision.successor_not_adopted', decision: supersededBy });
  return accept({
    type: 'DecisionSuperseded',
    data: { decisionId, supersededBy, reason, recordedBy: actor.accreditationId, supersededAt: now },
  });
};
