import { accept, isBlank, reject, same, type Decision } from '../kernel/index.ts';
import type { AgendaCommand, AgendaRejection } from './agenda.commands.ts';
import type { AgendaEvent } from './agenda.events.ts';
import { contentOf, type OpenAgendaState } from './agenda.state.ts';
import { checkTitle, coveredPriorities } from './building.decide.ts';

type AgendaDecision = Decision<AgendaEvent, AgendaRejection>;
type Data<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>['data'];

/** BR-14: every priority has an item or a written reason. */
const checkPriorities = (priorities: readonly string[], state: OpenAgendaState): AgendaRejection | null => {
  const accounted = [...coveredPriorities(state), ...state.omitted.map(({ theme }) => theme)];
  const themes = priorities.filter((theme) => !accounted.includes(theme));
  return themes.length === 0 ? null : { code: 'agenda.priority_unaccounted', themes };
};

export const proposeVersion = (
  { actor, now, changeNote, priorities, hashOf }: Data<'ProposeAgendaVersion'>,
  state: OpenAgendaState,
): AgendaDecision => {
  const version = state.published + 1;
  const contentHash = hashOf(contentOf(state, version));
  const { pending } = state;
  if (pending !== null) {
    const repeat =
      pending.proposedBy === actor.accreditationId && pending.contentHash === contentHash && same(pending.changeNote, changeNote);
    return repeat ? accept() : reject({ code: 'agenda.version_pending', version: pending.version });
  }
  if (state.items.length === 0) return reject({ code: 'agenda.no_item' });
  const wrong = checkTitle(changeNote) ?? checkPriorities(priorities, state);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'AgendaVersionProposed',
    data: { agendaId: state.agendaId, version, contentHash, changeNote, proposedBy: actor.accreditationId, proposedAt: now },
  });
};

export const returnVersion = ({ actor, remark }: Data<'ReturnAgendaVersion'>, { agendaId, pending }: OpenAgendaState): AgendaDecision => {
  if (pending === null) return reject({ code: 'agenda.no_version_proposed' });
  if (isBlank(remark)) return reject({ code: 'reason.text_missing' });
  return accept({ type: 'AgendaVersionReturned', data: { agendaId, version: pending.version, remark, returnedBy: actor.accreditationId } });
};

export const approveVersion = (
  { actor, now, contentHash }: Data<'ApproveAgendaVersion'>,
  { agendaId, pending }: OpenAgendaState,
): AgendaDecision => {
  if (pending === null) return reject({ code: 'agenda.no_version_proposed' });
  if (pending.contentHash !== contentHash)
    return reject({ code: 'agenda.content_differs', proposed: pending.contentHash, seen: contentHash });
  if (pending.proposedBy === actor.accreditationId) return reject({ code: 'agenda.proposer_cannot_approve' });
  if (pending.approved) return accept();
  return accept({
    type: 'AgendaVersionApproved',
    data: { agendaId, version: pending.version, contentHash, approvedBy: actor.accreditationId, approvedAt: now },
  });
};

export const publishVersion = ({ now, hashOf }: Data<'PublishAgendaVersion'>, state: OpenAgendaState): AgendaDecision => {
  const { agendaId, pending } = state;
  if (pending === null) return reject({ code: 'agenda.no_version_proposed' });
  if (!pending.approved) return reject({ code: 'agenda.version_not_approved', version: pending.version });
  const content = contentOf(state, pending.version);
  const contentHash = hashOf(content);
  if (contentHash !== pending.contentHash)
    return reject({ code: 'agenda.content_differs', proposed: pending.contentHash, seen: contentHash });
  return accept({
    type: 'AgendaVersionPublished',
    data: { agendaId, version: pending.version, contentHash, content, changeNote: pending.changeNote, publishedAt: now },
  });
};
