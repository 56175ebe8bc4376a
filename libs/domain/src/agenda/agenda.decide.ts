import { accept, dispatch, reject, same, type Decider, type Handlers } from '../kernel/index.ts';
import type { AgendaCommand } from './agenda.commands.ts';
import type { AgendaEvent } from './agenda.events.ts';
import type { AgendaRejection } from './agenda.rejections.ts';
import { evolveAgenda, initialAgenda } from './agenda.evolve.ts';
import type { AgendaState, OpenAgendaState } from './agenda.state.ts';
import { checkTitle, type AgendaDecision } from './checks.ts';
import { circulate, extendCommentPeriod, supplementCirculation } from './circulation.decide.ts';
import { comment, cosignComment, disposeComment, withdrawComment } from './comments.decide.ts';
import { freeze, listLateTopic, ruleOnLateTopic, scheduleFreeze, unfreeze } from './freeze.decide.ts';
import { addHeading, moveHeading, removeHeading, retitleAgenda, retitleHeading } from './headings.decide.ts';
import {
  annotateItem,
  changeActionLabels,
  moveItem,
  pinDocument,
  refreshTopic,
  removeItem,
  retitleItem,
  unpinDocument,
} from './item-changes.decide.ts';
import { addItem, addProceduralItem, carryItem, justifyOmission } from './items.decide.ts';
import { attachPresentation, closeAgenda, correctOutcome, fileCorrection, recordOutcome } from './outcome.decide.ts';
import {
  addDay,
  addRoom,
  addSlot,
  assignSlotItems,
  cancelSlot,
  moveSlot,
  noteOtherMeeting,
  removeDay,
  removeRoom,
  retitleSlot,
  waiveClash,
} from './programme.decide.ts';
import {
  adopt,
  embargoVersion,
  liftEmbargo,
  restoreVersion,
  schedulePublication,
  unschedulePublication,
} from './publication-date.decide.ts';
import { confirmSpeaker, declineSpeaker, inviteSpeaker, replaceSpeaker } from './speakers.decide.ts';
import { approveVersion, proposeVersion, publishVersion, returnVersion, waiveParity } from './version.decide.ts';

type Opening = Extract<AgendaCommand, { type: 'OpenAgenda' | 'OpenSessionAgenda' }>;
type OnOpenAgenda = Exclude<AgendaCommand, Opening>;

const meetingOf = ({ type, data }: Opening): OpenAgendaState['meeting'] =>
  type === 'OpenAgenda' ? { kind: 'conference', id: data.conferenceId } : { kind: 'session', id: data.sessionId };

const opening = (command: Opening): AgendaEvent =>
  command.type === 'OpenAgenda' ? { type: 'AgendaOpened', data: command.data } : { type: 'SessionAgendaOpened', data: command.data };

const open = (command: Opening, state: AgendaState): AgendaDecision => {
  const { agendaId, title } = command.data;
  if (state.status === 'opened') {
    return same(state.meeting, meetingOf(command)) && same(state.openedAs, title)
      ? accept()
      : reject({ code: 'agenda.already_open', agenda: agendaId });
  }
  const wrong = checkTitle(title);
  return wrong === null ? accept(opening(command)) : reject(wrong);
};

const decisions: Handlers<OnOpenAgenda, OpenAgendaState, AgendaDecision> = {
  RetitleAgenda: retitleAgenda,
  AddAgendaHeading: addHeading,
  RetitleAgendaHeading: retitleHeading,
  MoveAgendaHeading: moveHeading,
  RemoveAgendaHeading: removeHeading,
  AddAgendaItem: addItem,
  AddProceduralAgendaItem: addProceduralItem,
  CarryAgendaItem: carryItem,
  MoveAgendaItem: moveItem,
  RetitleAgendaItem: retitleItem,
  AnnotateAgendaItem: annotateItem,
  ChangeAgendaActionLabels: changeActionLabels,
  RemoveAgendaItem: removeItem,
  RefreshAgendaItemTopic: refreshTopic,
  PinAgendaDocument: pinDocument,
  UnpinAgendaDocument: unpinDocument,
  JustifyPriorityOmission: justifyOmission,
  ListLateAgendaTopic: listLateTopic,
  RuleOnLateAgendaTopic: ruleOnLateTopic,
  ScheduleAgendaFreeze: scheduleFreeze,
  FreezeAgenda: freeze,
  UnfreezeAgenda: unfreeze,
  AddAgendaDay: addDay,
  RemoveAgendaDay: removeDay,
  AddAgendaRoom: addRoom,
  RemoveAgendaRoom: removeRoom,
  AddAgendaSlot: addSlot,
  MoveAgendaSlot: moveSlot,
  RetitleAgendaSlot: retitleSlot,
  AssignAgendaSlotItems: assignSlotItems,
  CancelAgendaSlot: cancelSlot,
  InviteAgendaSpeaker: inviteSpeaker,
  ConfirmAgendaSpeaker: confirmSpeaker,
  DeclineAgendaSpeaker: declineSpeaker,
  ReplaceAgendaSpeaker: replaceSpeaker,
  NoteOtherMeeting: noteOtherMeeting,
  WaiveAgendaClash: waiveClash,
  ProposeAgendaVersion: proposeVersion,
  ReturnAgendaVersion: returnVersion,
  ApproveAgendaVersion: approveVersion,
  WaiveAgendaParity: waiveParity,
  ScheduleAgendaPublication: schedulePublication,
  UnscheduleAgendaPublication: unschedulePublication,
  EmbargoAgendaVersion: embargoVersion,
  LiftAgendaEmbargo: liftEmbargo,
  PublishAgendaVersion: publishVersion,
  RestoreAgendaVersion: restoreVersion,
  AdoptAgenda: adopt,
  CirculateAgenda: circulate,
  SupplementAgendaCirculation: supplementCirculation,
  ExtendAgendaCommentPeriod: extendCommentPeriod,
  CommentOnAgenda: comment,
  WithdrawAgendaComment: withdrawComment,
  CosignAgendaComment: cosignComment,
  DisposeAgendaComment: disposeComment,
  RecordAgendaOutcome: recordOutcome,
  CorrectAgendaOutcome: correctOutcome,
  FileAgendaCorrection: fileCorrection,
  AttachAgendaPresentation: attachPresentation,
  CloseAgenda: closeAgenda,
};

export const agendaDecider: Decider<AgendaState, AgendaCommand, AgendaEvent, AgendaRejection> = {
  category: 'agenda',
  initialState: initialAgenda,
  evolve: evolveAgenda,
  decide: (command, state) => {
    if (command.type === 'OpenAgenda' || command.type === 'OpenSessionAgenda') return open(command, state);
    return state.status === 'opened' ? dispatch(decisions, command, state) : reject({ code: 'agenda.not_found' });
  },
};
