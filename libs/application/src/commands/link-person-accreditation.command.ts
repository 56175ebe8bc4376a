import { accreditationDecider, personDecider, type AccreditationId } from '../../../domain/src/index.ts';
import { ofPerson } from '../erasure/subject.ts';
import { refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface LinkPersonAccreditationInput {
  readonly personId: string;
  readonly accreditationId: AccreditationId;
}

/** Says who holds an accreditation; the link is directory data, so that with it goes what ties a pseudonym to a name. */
export const linkPersonAccreditation = useCase<LinkPersonAccreditationInput>('LinkPersonAccreditation', async (env, input, context) => {
  const { personId, accreditationId } = input;
  if ((await stateOf(env, accreditationDecider, accreditationId)).status === 'unknown')
    return refused({ code: 'accreditation.not_granted' });
  const data = { accreditationId, now: env.clock.now() };
  return ofPerson(
    runCommand(env, context, { decider: personDecider, id: personId, command: { type: 'LinkPersonAccreditation', data }, input }),
  );
});
