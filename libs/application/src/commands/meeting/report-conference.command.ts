import { conferenceDecider } from '../../../../domain/src/index.ts';
import { reportDocument } from '../../meeting-facts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface ReportConferenceInput {
  readonly conferenceId: string;
  readonly documentId: string;
}

/** Files the report of a conference. */
export const reportConference = useCase<ReportConferenceInput>('ReportConference', async (env, input, context) => {
  const { conferenceId, documentId } = input;
  const report = await reportDocument(env, documentId);
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'ReportConference', data: { now: env.clock.now(), report } },
    input,
  });
});
