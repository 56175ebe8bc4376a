import { erasureDecider, type ScavengedNode } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RecordErasurePurgedInput {
  readonly erasureId: string;
  readonly events: number;
  readonly streams: number;
  readonly files: number;
  /** Of a cluster. */
  readonly nodes?: readonly ScavengedNode[];
}

/** Says that nothing of it is left. */
export const recordErasurePurged = useCase<RecordErasurePurgedInput>('RecordErasurePurged', (env, input, context) => {
  const { erasureId, ...counts } = input;
  const data = { ...counts, now: env.clock.now() };
  return runCommand(env, context, { decider: erasureDecider, id: erasureId, command: { type: 'RecordErasurePurged', data }, input });
});
