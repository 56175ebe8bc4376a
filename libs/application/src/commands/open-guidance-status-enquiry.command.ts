import { guidanceDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';
import { monthsBefore } from '../time/wall-time.ts';

export interface OpenGuidanceStatusEnquiryInput {
  readonly guidanceId: string;
  /** Nothing has moved for this long; six unless told. */
  readonly months?: number;
}

/** Asks how a request stands at which nothing has moved for months; given by the sweep or by an officer. */
export const openGuidanceStatusEnquiry = useCase<OpenGuidanceStatusEnquiryInput>('OpenGuidanceStatusEnquiry', (env, input, context) => {
  const { guidanceId, months = 6 } = input;
  const now = env.clock.now();
  const data = { months, dormantBefore: monthsBefore(now, months), now };
  return runCommand(env, context, {
    decider: guidanceDecider,
    id: guidanceId,
    command: { type: 'OpenGuidanceStatusEnquiry', data },
    input,
  });
});
