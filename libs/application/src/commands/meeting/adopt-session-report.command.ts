import { sessionDecider } from '../../../../domain/src/index.ts';
import { reportDocument } from '../../meeting-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface AdoptSessionReportInput {
  readonly sessionId: string;
  readonly documentId: string;
}

/** Records that a session adopted its report. */
export const adoptSessionReport = useCase<AdoptSessionReportInput>('AdoptSessionReport', async (env, input, context) => {
  const { sessionId, documentId } = input;
  const report = await reportDocument(env, documentId);
  return runCommand(env, context, {
    decider: sessionDecider,
    id: sessionId,
    command: { type: 'AdoptSessionReport', data: { now: env.clock.now(), report } },
    input,
  });
});
