import { accept, isBlank, missingLanguages, reject, same, type Decision } from '../kernel/index.ts';
import type { DecisionCommand, DecisionRejection, ProposedText } from './decision.commands.ts';
import type { DecisionEvent, DecisionText, DecisionVerb } from './decision.events.ts';
import type { DecisionState, DecisionStatus, KnownDecision } from './decision.state.ts';

export type DecisionOnText = Decision<DecisionEvent, DecisionRejection>;
export type Data<T extends DecisionCommand['type']> = Extract<DecisionCommand, { type: T }>['data'];

export const wrongStage = (stage: DecisionStatus | 'prior', needed: DecisionStatus): DecisionOnText =>
  reject({ code: 'decision.wrong_stage', stage, needed });

const isWithinAuthority = (verb: ProposedText['verb']): verb is DecisionVerb => verb !== 'recommended_to_governments';

/** The words if the body may take them, in both languages (BR-22); otherwise what is wrong. */
const checkText = ({ title, text, verb }: ProposedText, body: string): DecisionText | DecisionRejection => {
  if (!isWithinAuthority(verb)) return { code: 'decision.exceeds_authority', body, instead: 'forwarded_to_council' };
  const missing = [...new Set([...missingLanguages(title), ...missingLanguages(text)])];
  return missing.length > 0 ? { code: 'decision.missing_language', missing } : { title, text, verb };
};

export const recordPrior = (data: Data<'RecordPriorDecision'>, state: DecisionState): DecisionOnText => {
  const taken = { code: 'decision.already_recorded', decision: data.decisionId } as const;
  if (state.status === 'prior') return same(state.prior, data) ? accept() : reject(taken);
  if (state.status !== 'unknown') return reject(taken);
  if (isBlank(data.quote)) return reject({ code: 'decision.quote_missing', decision: data.decisionId });
  return accept({ type: 'PriorDecisionRecorded', data });
};

export const draft = ({ actor, now, body, ...proposed }: Data<'DraftDecision'>, state: DecisionState): DecisionOnText => {
  const { decisionId, sessionId, about } = proposed;
  if (body === null) return reject({ code: 'decision.session_unknown', session: sessionId });
  const checked = checkText(proposed, body);
  if ('code' in checked) return reject(checked);
  if (state.status !== 'unknown') {
    const known = state.status !== 'prior' && state.round === 1 && same(state.current, checked) && state.drafted.sessionId === sessionId;
    return known ? accept() : reject({ code: 'decision.already_recorded', decision: decisionId });
  }
  return accept({
    type: 'DecisionDrafted',
    data: { decisionId, body, sessionId, about, ...checked, draftedBy: actor.accreditationId, draftedAt: now },
  });
};

/** Words change while they are a draft, and after an objection; never under a running silence. */
export const redraft = ({ actor, now, ...proposed }: Data<'RedraftDecision'>, state: KnownDecision): DecisionOnText => {
  const { drafted, round } = state;
  const checked = checkText(proposed, drafted.body);
  if ('code' in checked) return reject(checked);
  if (state.status === 'drafted' && same(state.current, checked)) return accept();
  if (state.status !== 'drafted' && state.status !== 'silence_broken') return wrongStage(state.status, 'drafted');
  const { decisionId } = drafted;
  return accept({
    type: 'DecisionRedrafted',
    data: { decisionId, ...checked, round: round + 1, draftedBy: actor.accreditationId, draftedAt: now },
  });
};

/** Recorded by another than who drafted, of exactly the words that were read out, while the session sits. */
export const adopt = ({ actor, now, sessionOpen, textHash, hashOf }: Data<'AdoptDecision'>, state: KnownDecision): DecisionOnText => {
  const { decisionId, sessionId } = state.drafted;
  if (state.status === 'adopted') return accept();
  if (state.status !== 'drafted' && state.status !== 'silence_broken') return wrongStage(state.status, 'drafted');
  if (state.draftedBy === actor.accreditationId) return reject({ code: 'decision.drafter_cannot_adopt' });
  if (!sessionOpen) return reject({ code: 'decision.session_not_open', session: sessionId });
  const drafted = hashOf(state.current);
  if (drafted !== textHash) return reject({ code: 'decision.text_differs', drafted, seen: textHash });
  return accept({
    type: 'DecisionAdopted',
    data: { decisionId, sessionId, textHash, recordedBy: actor.accreditationId, adoptedAt: now },
  });
};

export const rejectText = ({ actor, now, reason }: Data<'RejectDecision'>, state: KnownDecision): DecisionOnText => {
  if (state.status === 'not_adopted') return accept();
  if (state.status !== 'drafted' && state.status !== 'silence_broken') return wrongStage(state.status, 'drafted');
  const { decisionId } = state.drafted;
  return accept({ type: 'DecisionNotAdopted', data: { decisionId, reason, recordedBy: actor.accreditationId, recordedAt: now } });
};
