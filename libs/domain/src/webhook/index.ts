export type * from './webhook.events.ts';
export { webhookDecider } from './webhook.decide.ts';
export { signingGenerations, type KnownWebhook, type WebhookState } from './webhook.state.ts';
