import { accreditationDecider, type AccreditationId, type Instant, type Language, type Role } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { commandIdOf, runCommand, stateOf, useCase } from '../run-command.ts';

export interface DelegateAuthorityInput {
  readonly role: Role;
  /** Null: from now on. */
  readonly validFrom: Instant | null;
  readonly validUntil: Instant;
  readonly language: Language;
}

/** Lends the caller's own right to an alternate or a drafter for a time; it falls with the caller's own (row G2). */
export const delegateAuthority = useCase<DelegateAuthorityInput>('DelegateAuthority', async (env, input, context) => {
  const { caller } = context;
  const now = env.clock.now();
  const accreditationId = derivedId(commandIdOf(context), 'accreditation', 0) as AccreditationId;
  const { role, validUntil, language } = input;
  const own = { accreditationId, role, member: caller.member, validFrom: input.validFrom ?? now, validUntil, language };
  const delegator = await stateOf(env, accreditationDecider, caller.accreditationId);
  return runCommand(env, context, {
    decider: accreditationDecider,
    id: accreditationId,
    command: { type: 'DelegateAuthority', data: { grant: { ...own, delegatedBy: caller.accreditationId }, delegator, now } },
    input,
  });
});
