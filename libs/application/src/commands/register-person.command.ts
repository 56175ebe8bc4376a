import { personDecider, type PersonDetails } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { ofPerson } from '../erasure/subject.ts';
import { commandIdOf, runCommand, useCase } from '../run-command.ts';

export interface RegisterPersonInput {
  readonly details: PersonDetails;
}

/** Puts a person into the directory, outside the ledger (BR-30). */
export const registerPerson = useCase<RegisterPersonInput>('RegisterPerson', (env, input, context) => {
  const personId = derivedId(commandIdOf(context), 'person', 0);
  const data = { personId, details: input.details, now: env.clock.now() };
  return ofPerson(runCommand(env, context, { decider: personDecider, id: personId, command: { type: 'RegisterPerson', data }, input }));
});
