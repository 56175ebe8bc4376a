import { personDecider, type PersonDetails } from '../../../domain/src/index.ts';
import { ofPerson } from '../erasure/subject.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ChangePersonDetailsInput {
  readonly personId: string;
  readonly details: PersonDetails;
}

/** Changes what the directory says of a person. */
export const changePersonDetails = useCase<ChangePersonDetailsInput>('ChangePersonDetails', (env, input, context) => {
  const { personId, details } = input;
  const data = { details, now: env.clock.now() };
  return ofPerson(
    runCommand(env, context, { decider: personDecider, id: personId, command: { type: 'ChangePersonDetails', data }, input }),
  );
});
