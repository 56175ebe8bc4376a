import { erasureDecider, personDecider } from '../../../../domain/src/index.ts';
import { derivedId } from '../../../../event-store/src/index.ts';
import { actOf } from '../../acts.ts';
import type { CommandContext, Environment } from '../../contract.ts';
import { eraseFiles } from '../../erasure/erase-files.ts';
import { decidedErasure, type DecidedErasure } from '../../erasure/pending.ts';
import { ofPerson } from '../../erasure/subject.ts';
import { runCommand, stateOf, useCase } from '../../run-command.ts';

export interface ApproveErasureInput {
  readonly erasureId: string;
}

/** What need not wait until the record is at rest: the directory forgets a person, the bytes of files go. */
const beginErasure = async (env: Environment, context: CommandContext, erasure: DecidedErasure): Promise<void> => {
  const { erasureId, subject } = erasure;
  if (subject.object !== 'person') {
    await eraseFiles(env, context, [erasure]);
    return;
  }
  const data = { erasureId, now: env.clock.now() };
  const work = runCommand(
    env,
    { ...context, ifMatch: null },
    {
      decider: personDecider,
      id: subject.id,
      command: { type: 'ErasePerson', data },
      input: { erasureId },
      commandId: derivedId(erasureId, 'person', 0),
    },
  );
  await ofPerson(work);
};

/**
 * The second person confirms: the erasure is carried out and cannot be taken back. People and files go at once; what was written stays
 * until the operator carries the erasure out on the record at rest. A retry finishes what was interrupted.
 */
export const approveErasure = useCase<ApproveErasureInput>('ApproveErasure', async (env, input, context) => {
  const { erasureId } = input;
  const data = actOf(env, context);
  const outcome = await runCommand(env, context, {
    decider: erasureDecider,
    id: erasureId,
    command: { type: 'ApproveErasure', data },
    input,
  });
  if (outcome.kind !== 'done') return outcome;
  const erasure = decidedErasure(await stateOf(env, erasureDecider, erasureId));
  if (erasure !== null) await beginErasure(env, context, erasure);
  return outcome;
});
