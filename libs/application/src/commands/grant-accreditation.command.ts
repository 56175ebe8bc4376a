import {
  accreditationDecider,
  memberDecider,
  type AccreditationId,
  type Instant,
  type Language,
  type MemberCode,
  type Role,
} from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { commandIdOf, refused, runCommand, stateOf, useCase } from '../run-command.ts';

export interface GrantAccreditationInput {
  readonly role: Role;
  readonly member: MemberCode | null;
  /** Null: from now on. */
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly language: Language;
}

/** Lets a person act in a role, for a Member or for the Secretariat, from when to when. */
export const grantAccreditation = useCase<GrantAccreditationInput>('GrantAccreditation', async (env, input, context) => {
  const { role, member, validUntil, language } = input;
  if (member !== null && (await stateOf(env, memberDecider, member)).status === 'unknown')
    return refused({ code: 'member.unknown', member });
  const accreditationId = derivedId(commandIdOf(context), 'accreditation', 0) as AccreditationId;
  const data = { accreditationId, role, member, validFrom: input.validFrom ?? env.clock.now(), validUntil, language };
  return runCommand(env, context, {
    decider: accreditationDecider,
    id: accreditationId,
    command: { type: 'GrantAccreditation', data },
    input,
  });
});
