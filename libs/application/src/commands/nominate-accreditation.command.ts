import { accreditationDecider, type AccreditationId, type Instant, type Language, type Role } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { actOf } from '../acts.ts';
import { commandIdOf, runCommand, useCase } from '../run-command.ts';

export interface NominateAccreditationInput {
  readonly role: Role;
  /** Null: from now on. */
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly language: Language;
}

/** A Member proposes somebody of its own; he may act once the Secretariat has accredited him. */
export const nominateAccreditation = useCase<NominateAccreditationInput>('NominateAccreditation', (env, input, context) => {
  const { role, validFrom, validUntil, language } = input;
  const act = actOf(env, context);
  const accreditationId = derivedId(commandIdOf(context), 'accreditation', 0) as AccreditationId;
  const grant = { accreditationId, role, member: context.caller.member, validFrom: validFrom ?? act.now, validUntil, language };
  return runCommand(env, context, {
    decider: accreditationDecider,
    id: accreditationId,
    command: { type: 'NominateAccreditation', data: { ...act, grant } },
    input,
  });
});
