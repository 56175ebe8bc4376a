import type { Instant } from '../kernel/index.ts';
import type { WebhookEndpoint, WebhookEvent } from './webhook.events.ts';

export interface KnownWebhook {
  readonly endpoint: WebhookEndpoint;
  readonly isDisabled: boolean;
  /** Number of the present secret. */
  readonly generation: number;
  /** Until when the one before it signs too; null: there is none. */
  readonly previousUntil: Instant | null;
  /** Replays asked for so far. */
  readonly replays: number;
}

/** Null before it is registered. */
export type WebhookState = KnownWebhook | null;

const after = (known: KnownWebhook, event: Exclude<WebhookEvent, { type: 'WebhookRegistered' }>): KnownWebhook => {
  switch (event.type) {
    case 'WebhookSecretRotated':
      return { ...known, generation: event.data.generation, previousUntil: event.data.previousUntil };
    case 'WebhookDisabled':
      return { ...known, isDisabled: true };
    case 'WebhookEnabled':
      return { ...known, isDisabled: false };
    case 'WebhookReplayAsked':
      return { ...known, replays: event.data.replay };
  }
};

export const evolve = (state: WebhookState, event: WebhookEvent): WebhookState => {
  if (event.type !== 'WebhookRegistered') return state === null ? null : after(state, event);
  const { endpointId, url, note, audience, types } = event.data;
  return { endpoint: { endpointId, url, note, audience, types }, isDisabled: false, generation: 1, previousUntil: null, replays: 0 };
};

/** Numbers of the secrets that sign at an instant: the present one first. */
export const signingGenerations = ({ generation, previousUntil }: KnownWebhook, now: Instant): readonly number[] =>
  previousUntil !== null && now < previousUntil ? [generation, generation - 1] : [generation];
