import { webhookDecider, type Instant } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface RotateWebhookSecretInput {
  readonly endpointId: string;
  /** Number of the new secret: one more than the present one’s. */
  readonly generation: number;
  /** Hours for which the present secret signs beside the new one; 0: it is lost, and ends at once. */
  readonly overlapHours: number;
}

const hoursAfter = (now: Instant, hours: number): Instant => new Date(Date.parse(now) + hours * 3_600_000).toISOString() as Instant;

/** Replaces the secret that the notices of an endpoint are signed with. */
export const rotateWebhookSecret = useCase<RotateWebhookSecretInput>('RotateWebhookSecret', (env, input, context) => {
  const act = actOf(env, context);
  const data = { ...act, generation: input.generation, previousUntil: hoursAfter(act.now, input.overlapHours) };
  const command = { type: 'RotateWebhookSecret', data } as const;
  return runCommand(env, context, { decider: webhookDecider, id: input.endpointId, command, input });
});
