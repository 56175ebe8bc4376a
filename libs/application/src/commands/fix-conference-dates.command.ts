import { conferenceDecider, type CalendarDate } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface FixConferenceDatesInput {
  readonly conferenceId: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly source: string;
}

/** Turns the announced month into dates. */
export const fixConferenceDates = useCase<FixConferenceDatesInput>('FixConferenceDates', (env, input, context) => {
  const { conferenceId, start, end, source } = input;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'FixConferenceDates', data: { start, end, source } },
    input,
  });
});
