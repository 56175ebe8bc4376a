import { accreditationDecider, type AccreditationScope } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface ChangeAccreditationScopeInput {
  readonly accreditationId: string;
  readonly scope: AccreditationScope;
}

/** Says where a role reaches from now on. */
export const changeAccreditationScope = useCase<ChangeAccreditationScopeInput>('ChangeAccreditationScope', (env, input, context) =>
  runCommand(env, context, {
    decider: accreditationDecider,
    id: input.accreditationId,
    command: { type: 'ChangeAccreditationScope', data: { scope: input.scope } },
    input,
  }),
);
