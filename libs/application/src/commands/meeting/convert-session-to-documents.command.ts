import { sessionDecider, type CodedReason, type ItemClass, type Rejection } from '../../../../domain/src/index.ts';
import { agendaState } from '../../agenda-facts.ts';
import { refused, runCommand, useCase } from '../../run-command.ts';
import { resolveWallTime, type WallTime } from '../../time/wall-time.ts';

/** Items of one class, with the last moment for comments on them; null when none are asked. */
export interface ClassedItems {
  readonly itemClass: ItemClass['itemClass'];
  readonly itemIds: readonly string[];
  readonly commentsUntil: WallTime | null;
}

export interface ConvertSessionToDocumentsInput {
  readonly sessionId: string;
  readonly agendaId: string;
  readonly reason: CodedReason;
  readonly classes: readonly ClassedItems[];
}

const resolved = (classes: readonly ClassedItems[]): readonly ItemClass[] | Rejection => {
  const found: ItemClass[] = [];
  for (const { itemClass, itemIds, commentsUntil } of classes) {
    const until = commentsUntil === null ? null : resolveWallTime(commentsUntil.wallTime, commentsUntil.zone);
    if (until !== null && 'rejection' in until) return until.rejection;
    found.push({ itemClass, itemIds, commentsUntil: until === null ? null : until.deadline });
  }
  return found;
};

/** Lets a session meet by document: every item of its agenda in a class with its own last moment for comments. */
export const convertSessionToDocuments = useCase<ConvertSessionToDocumentsInput>(
  'ConvertSessionToDocuments',
  async (env, input, context) => {
    const { sessionId, agendaId, reason } = input;
    const classes = resolved(input.classes);
    if ('code' in classes) return refused(classes);
    const agenda = await agendaState(env, agendaId);
    const isOwn = agenda.status === 'opened' && agenda.meeting.kind === 'session' && agenda.meeting.id === sessionId;
    if (!isOwn) return refused({ code: 'session.agenda_missing' });
    const itemIds = agenda.items.map(({ itemId }) => itemId);
    const data = { now: env.clock.now(), reason, classes, itemIds };
    return runCommand(env, context, {
      decider: sessionDecider,
      id: sessionId,
      command: { type: 'ConvertSessionToDocuments', data },
      input,
    });
  },
);
