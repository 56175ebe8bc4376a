import { webhookDecider } from '../../../../domain/src/index.ts';
import { actOf } from '../../acts.ts';
import { runCommand, useCase } from '../../run-command.ts';
import { shownSize } from '../../webhooks.ts';

export interface AskWebhookReplayInput {
  readonly endpointId: string;
  /** Its number: one more than of the last one that was asked for. */
  readonly replay: number;
  /** Ledger size from which on everything is told once more. */
  readonly startsAt: number;
}

/** Lets a program be told once more of what is recorded. Notices carry the ids that they had. */
export const askWebhookReplay = useCase<AskWebhookReplayInput>('AskWebhookReplay', (env, input, context) => {
  const { endpointId, replay, startsAt } = input;
  const data = { ...actOf(env, context), replay, startsAt, ledgerSize: shownSize(env) };
  return runCommand(env, context, { decider: webhookDecider, id: endpointId, command: { type: 'AskWebhookReplay', data }, input });
});
