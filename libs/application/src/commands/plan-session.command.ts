import { sessionDecider, type SessionPlan } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Plans a session: one meeting, two numbers (BR-01). */
export const planSession = useCase<SessionPlan>('PlanSession', (env, input, context) =>
  runCommand(env, context, { decider: sessionDecider, id: input.sessionId, command: { type: 'PlanSession', data: input }, input }),
);
