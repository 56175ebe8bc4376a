import { accept, reject, same, type Decision } from '../kernel/index.ts';
import type { GuidanceCommand } from './guidance.commands.ts';
import type { GuidanceEvent } from './guidance.events.ts';
import type { GuidanceRejection } from './guidance.rejections.ts';
import { expectedNow, type GuidanceState, type GuidanceStatus, type IssuedGuidance } from './guidance.state.ts';
import type { GuidanceRequest } from './guidance.values.ts';

export type GuidanceDecision = Decision<GuidanceEvent, GuidanceRejection>;
export type Data<T extends GuidanceCommand['type']> = Extract<GuidanceCommand, { type: T }>['data'];

/** Refuses a step that the request is not ready for; `needed` names the stage that it is for. */
export const wrongStage = ({ status }: IssuedGuidance, needed: GuidanceStatus): GuidanceDecision =>
  reject({ code: 'guidance.wrong_stage', stage: status, needed });

/** The same request is the same words from the same place, whichever way it reached the record. */
const sameRequest = (a: GuidanceRequest, b: GuidanceRequest): boolean =>
  a.text === b.text &&
  a.leadIn === b.leadIn &&
  a.source.symbol === b.source.symbol &&
  a.source.paragraph === b.source.paragraph &&
  a.expects === b.expects;

export const issue = ({ actor: _actor, quoted, ...request }: Data<'IssueGuidanceRequest'>, state: GuidanceState): GuidanceDecision => {
  if (state.status !== 'unknown')
    return sameRequest(state.request, request) ? accept() : reject({ code: 'guidance.already_issued', guidance: request.guidanceId });
  if (quoted === null || quoted.text !== request.text || quoted.leadIn !== request.leadIn)
    return reject({ code: 'guidance.not_quoted', guidance: request.guidanceId });
  return accept({ type: 'GuidanceRequestIssued', data: request });
};

export const address = ({ scope, members, now }: Data<'AddressGuidanceRequest'>, state: IssuedGuidance): GuidanceDecision => {
  if (same(state.addressed, { scope, members })) return accept();
  if (state.status !== 'issued' && state.status !== 'open') return wrongStage(state, 'open');
  if (members.length === 0) return reject({ code: 'guidance.no_addressee' });
  const { guidanceId } = state.request;
  return accept({ type: 'GuidanceRequestAddressed', data: { guidanceId, scope, members, addressedAt: now } });
};

export const setPolicy = ({ policy, actor }: Data<'SetGuidanceClosurePolicy'>, state: IssuedGuidance): GuidanceDecision => {
  if (same(state.policy, policy)) return accept();
  if (state.ending !== null) return wrongStage(state, 'open');
  const { guidanceId } = state.request;
  return accept({ type: 'GuidanceClosurePolicySet', data: { guidanceId, policy, setBy: actor.accreditationId } });
};

export const open = ({ callId, now, addressees }: Data<'OpenGuidanceRequest'>, state: IssuedGuidance): GuidanceDecision => {
  if (state.callId !== null && state.callId !== callId) return reject({ code: 'guidance.already_open', call: state.callId });
  if (state.status === 'open') return accept();
  if (state.status !== 'issued') return wrongStage(state, 'issued');
  const { guidanceId } = state.request;
  const opened: GuidanceEvent = { type: 'GuidanceRequestOpened', data: { guidanceId, callId, openedAt: now } };
  if (state.addressed !== null) return accept(opened);
  if (addressees.length === 0) return reject({ code: 'guidance.no_addressee' });
  const scope = { kind: 'all_members' } as const;
  return accept<GuidanceEvent>(
    { type: 'GuidanceRequestAddressed', data: { guidanceId, scope, members: addressees, addressedAt: now } },
    opened,
  );
};

/** One contribution answers one request, once (BR-03). */
export const linkResponse = ({ contribution, now }: Data<'LinkGuidanceResponse'>, state: IssuedGuidance): GuidanceDecision => {
  if (contribution === null) return reject({ code: 'guidance.contribution_not_found' });
  const { contributionId, kind, reference, member } = contribution;
  const { guidanceId, expects } = state.request;
  if (contribution.guidanceId !== guidanceId)
    return reject({ code: 'guidance.contribution_answers_another', guidance: contribution.guidanceId });
  if (state.responses.some((response) => response.contributionId === contributionId)) return accept();
  if (kind !== expects) return reject({ code: 'guidance.expects_other_contribution', guidance: guidanceId, expects });
  if (expectedNow(state) === null) return wrongStage(state, 'open');
  return accept({ type: 'GuidanceResponseLinked', data: { guidanceId, contributionId, kind, reference, member, linkedAt: now } });
};

export const recordNilReturn = ({ member, actor, now }: Data<'RecordGuidanceNilReturn'>, state: IssuedGuidance): GuidanceDecision => {
  if (state.nilReturns.includes(member)) return accept();
  if (expectedNow(state) === null) return wrongStage(state, 'open');
  if (state.addressed?.members.includes(member) !== true) return reject({ code: 'guidance.not_addressee', member });
  if (state.responses.some((response) => response.member === member)) return reject({ code: 'guidance.member_has_answered', member });
  const { guidanceId } = state.request;
  return accept({
    type: 'GuidanceNilReturnRecorded',
    data: { guidanceId, member, recordedBy: actor.accreditationId, recordedAt: now },
  });
};
