import { SetMetadata } from '@nestjs/common';

/**
 * What decides who may use a route: a command by its line in the table of the procedure, a question by what its viewer may know,
 * the entrance by what was typed or by the session; what is open tells nothing of the record's content.
 */
export type Policy = 'command' | 'question' | 'entrance' | 'open';

export const policyKey = 'rapporteur/policy';

/** Says what decides who may use a route. A route that does not say so stops the start. */
export const Decides = (policy: Policy): MethodDecorator => SetMetadata(policyKey, policy);
