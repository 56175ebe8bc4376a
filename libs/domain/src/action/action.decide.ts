import {
  accept,
  checkReasonGiven,
  isBlank,
  missingLanguages,
  reject,
  same,
  saysNothing,
  type Decider,
  type Decision,
} from '../kernel/index.ts';
import type { ActionCommand, ActionRejection } from './action.commands.ts';
import type { ActionEvent } from './action.events.ts';
import { evolveAction, initialAction, type ActionState, type ActionStatus, type KnownAction } from './action.state.ts';

type ActionDecision = Decision<ActionEvent, ActionRejection>;
type Data<T extends ActionCommand['type']> = Extract<ActionCommand, { type: T }>['data'];

const wrongStage = ({ status }: KnownAction, needed: ActionStatus): ActionDecision =>
  reject({ code: 'action.wrong_stage', stage: status, needed });

const isOver = ({ status }: KnownAction): boolean => status === 'done' || status === 'dropped';

const open = ({ actor, now, due, ...data }: Data<'OpenAction'>, state: ActionState): ActionDecision => {
  const { actionId, title, owner, dueSessionId, about } = data;
  if (state.status !== 'unknown') {
    const { opened } = state;
    const known = same([opened.title, opened.owner, opened.dueSessionId, opened.about], [title, owner, dueSessionId, about]);
    return known ? accept() : reject({ code: 'action.already_open', action: actionId });
  }
  const missing = missingLanguages(title);
  if (missing.length > 0) return reject({ code: 'action.missing_language', missing });
  if (isBlank(owner)) return reject({ code: 'action.owner_missing' });
  if (due === null) return reject({ code: 'action.session_unknown', session: dueSessionId });
  return accept({ type: 'ActionOpened', data: { ...data, openedBy: actor.accreditationId, openedAt: now } });
};

const start = ({ actor, now }: Data<'StartAction'>, state: KnownAction): ActionDecision => {
  if (state.status === 'in_progress') return accept();
  if (state.status !== 'open' && state.status !== 'carried_forward') return wrongStage(state, 'open');
  const { actionId } = state.opened;
  return accept({ type: 'ActionStarted', data: { actionId, startedBy: actor.accreditationId, startedAt: now } });
};

const fileEvidence = ({ actor, now, evidence, note }: Data<'FileActionEvidence'>, state: KnownAction): ActionDecision => {
  if (evidence === null) return reject({ code: 'action.evidence_missing' });
  if (state.status === 'evidence_filed' && state.evidence.some((known) => same(known, evidence))) return accept();
  if (isOver(state)) return wrongStage(state, 'in_progress');
  if (saysNothing(note)) return reject({ code: 'text.no_language' });
  const { actionId } = state.opened;
  return accept({ type: 'ActionEvidenceFiled', data: { actionId, evidence, note, filedBy: actor.accreditationId, filedAt: now } });
};

const complete = ({ actor, now }: Data<'CompleteAction'>, state: KnownAction): ActionDecision => {
  if (state.status === 'done') return accept();
  if (state.status !== 'evidence_filed') return wrongStage(state, 'evidence_filed');
  const { actionId } = state.opened;
  return accept({ type: 'ActionCompleted', data: { actionId, completedBy: actor.accreditationId, completedAt: now } });
};

const carryForward = ({ actor, now, from, toSessionId, to, reason }: Data<'CarryActionForward'>, state: KnownAction): ActionDecision => {
  const { dueSessionId, opened } = state;
  if (state.status === 'carried_forward' && dueSessionId === toSessionId) return accept();
  if (isOver(state)) return wrongStage(state, 'in_progress');
  if (to === null) return reject({ code: 'action.session_unknown', session: toSessionId });
  if (from === null || to.start <= from.start) return reject({ code: 'action.session_not_later', session: toSessionId });
  return accept({
    type: 'ActionCarriedForward',
    data: {
      actionId: opened.actionId,
      fromSessionId: dueSessionId,
      toSessionId,
      reason,
      carriedBy: actor.accreditationId,
      carriedAt: now,
    },
  });
};

const drop = ({ actor, now, reason }: Data<'DropAction'>, state: KnownAction): ActionDecision => {
  if (state.status === 'dropped') return accept();
  if (state.status === 'done') return wrongStage(state, 'in_progress');
  const { actionId } = state.opened;
  return accept({ type: 'ActionDropped', data: { actionId, reason, droppedBy: actor.accreditationId, droppedAt: now } });
};

const decideKnown = (command: Exclude<ActionCommand, { type: 'OpenAction' }>, state: KnownAction): ActionDecision => {
  switch (command.type) {
    case 'StartAction':
      return start(command.data, state);
    case 'FileActionEvidence':
      return fileEvidence(command.data, state);
    case 'CompleteAction':
      return complete(command.data, state);
    case 'CarryActionForward':
      return carryForward(command.data, state);
    case 'DropAction':
      return drop(command.data, state);
  }
};

export const actionDecider: Decider<ActionState, ActionCommand, ActionEvent, ActionRejection> = {
  category: 'action',
  initialState: initialAction,
  evolve: evolveAction,
  decide: (command, state) => {
    if (command.type === 'OpenAction') return open(command.data, state);
    if (state.status === 'unknown') return reject({ code: 'action.not_found' });
    const wrong = 'reason' in command.data ? checkReasonGiven(command.data.reason) : null;
    return wrong === null ? decideKnown(command, state) : reject(wrong);
  },
};
