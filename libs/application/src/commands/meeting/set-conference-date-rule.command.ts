import { conferenceDecider, type Bilingual, type CalendarDate } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface SetConferenceDateRuleInput {
  readonly conferenceId: string;
  readonly after: Bilingual;
  readonly start: CalendarDate;
  /** Last day of that meeting. */
  readonly end: CalendarDate;
  readonly source: string;
}

/** Says after which meeting a conference is held. */
export const setConferenceDateRule = useCase<SetConferenceDateRuleInput>('SetConferenceDateRule', (env, input, context) => {
  const { conferenceId, after, start, end, source } = input;
  return runCommand(env, context, {
    decider: conferenceDecider,
    id: conferenceId,
    command: { type: 'SetConferenceDateRule', data: { after, start, end, source } },
    input,
  });
});
