import { erasureDecider, type ErasureBasis, type ErasureSubject } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import { isOnRecord } from '../../erasure/subject.ts';
import { commandIdOf, refused, runCommand, useCase } from '../../run-command.ts';

export interface RequestErasureInput {
  readonly subject: ErasureSubject;
  readonly basis: ErasureBasis;
  readonly reason: string;
}

/** Asks for the data of a person, or the wording of a contribution, to be erased; a second person decides. */
export const requestErasure = useCase<RequestErasureInput>('RequestErasure', async (env, input, context) => {
  if (!(await isOnRecord(env, input.subject))) return refused({ code: 'erasure.no_such_subject', object: input.subject.object });
  const erasureId = derivedId(commandIdOf(context), 'erasure', 0);
  const data = { ...actOf(env, context), erasureId, ...input };
  return runCommand(env, context, { decider: erasureDecider, id: erasureId, command: { type: 'RequestErasure', data }, input });
});
