import { describe, expect, it } from '@jest/globals';
import { tellsOf } from '../../../../test/support/given.ts';
import type { AccreditationId, Instant } from '../kernel/index.ts';
import { signingGenerations, webhookDecider, type WebhookCommand, type WebhookEndpoint, type WebhookEvent } from './index.ts';

const at = (hour: number): Instant => `2015-03-02T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
const [noon, later, end] = [at(12), at(13), at(14)];
const operator = 'acc-operator' as AccreditationId;
const given = { actor: { accreditationId: operator }, now: noon };
const endpoint: WebhookEndpoint = {
  endpointId: 'hook-1',
  url: 'https://customs.example/hooks',
  note: 'Customs of Kenya, circulation desk',
  audience: 'public',
  types: ['AgendaPublished'],
};
const { endpointId } = endpoint;

const registered: WebhookEvent = {
  type: 'WebhookRegistered',
  data: { ...endpoint, startsAt: 40, registeredBy: operator, registeredAt: noon },
};
const rotated = (generation: number, previousUntil: Instant): WebhookEvent => ({
  type: 'WebhookSecretRotated',
  data: { endpointId, generation, previousUntil, rotatedBy: operator, rotatedAt: noon },
});
const disabled: WebhookEvent = {
  type: 'WebhookDisabled',
  data: { endpointId, reason: 'not_wanted', disabledBy: operator, disabledAt: noon },
};
const enabled: WebhookEvent = { type: 'WebhookEnabled', data: { endpointId, enabledBy: operator, enabledAt: noon } };
const replayed = (replay: number, startsAt: number): WebhookEvent => ({
  type: 'WebhookReplayAsked',
  data: { endpointId, replay, startsAt, endsAt: 40, askedBy: operator, askedAt: noon },
});

const register = (more: Partial<WebhookEndpoint> & { readonly urlFault?: string } = {}): WebhookCommand => ({
  type: 'RegisterWebhook',
  data: { ...endpoint, ...given, urlFault: null, ledgerSize: 40, ...more },
});
const rotate = (generation: number, previousUntil: Instant, now = noon): WebhookCommand => ({
  type: 'RotateWebhookSecret',
  data: { ...given, now, generation, previousUntil },
});
const disable: WebhookCommand = { type: 'DisableWebhook', data: { ...given, reason: 'not_wanted' } };
const enable: WebhookCommand = { type: 'EnableWebhook', data: given };
const replay = (number: number, startsAt = 0): WebhookCommand => ({
  type: 'AskWebhookReplay',
  data: { ...given, replay: number, startsAt, ledgerSize: 40 },
});

const tells = tellsOf(webhookDecider);

describe('an endpoint', () => {
  tells('is told of what is recorded from now on', [], register(), [registered]);
  tells('is registered once', [registered], register(), 'nothing');
  tells('is no other one under the same id', [registered], register({ note: 'another' }), { code: 'webhook.registered_already' });
  tells('has to be where notices may go', [], register({ urlFault: 'webhook.forbidden_address' }), {
    code: 'webhook.url_refused',
    fault: 'webhook.forbidden_address',
  });
  tells('is disabled', [registered], disable, [disabled]);
  tells('is disabled once', [registered, disabled], disable, 'nothing');
  tells('is enabled again', [registered, disabled], enable, [enabled]);
  tells('is enabled once', [registered, disabled, enabled], enable, 'nothing');
  tells('is disabled another time', [registered, disabled, enabled], disable, [disabled]);
  for (const command of [rotate(2, later), disable, enable, replay(1)])
    tells(`is known before ${command.type}`, [], command, { code: 'webhook.not_found' });
});

describe('a secret', () => {
  tells('is replaced, and both sign for a while', [registered], rotate(2, later), [rotated(2, later)]);
  tells('is replaced once', [registered, rotated(2, later)], rotate(2, end), 'nothing');
  tells('comes after the one before it', [registered], rotate(3, later), { code: 'webhook.generation_not_next', next: 2 });
  tells('waits until the change before it is through', [registered, rotated(2, later)], rotate(3, end), {
    code: 'webhook.rotation_running',
    until: later,
  });
  tells('does not wait when it was lost', [registered, rotated(2, later)], rotate(3, noon), [rotated(3, noon)]);
  tells('is replaced again after that', [registered, rotated(2, later)], rotate(3, end, later), [
    { type: 'WebhookSecretRotated', data: { endpointId, generation: 3, previousUntil: end, rotatedBy: operator, rotatedAt: later } },
  ]);
  it('signs up to the instant at which it ends, and not at it', () => {
    const known = [registered, rotated(2, later)].reduce(webhookDecider.evolve, null);
    expect(known === null ? null : [noon, later].map((now) => signingGenerations(known, now))).toStrictEqual([[2, 1], [2]]);
  });
  it('is the first one alone before it is replaced', () => {
    const known = webhookDecider.evolve(null, registered);
    expect(known === null ? null : signingGenerations(known, noon)).toStrictEqual([1]);
  });
});

describe('a replay', () => {
  tells('tells once more of what was recorded', [registered], replay(1, 7), [replayed(1, 7)]);
  tells('is asked for once', [registered, replayed(1, 7)], replay(1, 9), 'nothing');
  tells('is asked for again under its next number', [registered, replayed(1, 7)], replay(2), [replayed(2, 0)]);
  tells('comes after the one before it', [registered], replay(2), { code: 'webhook.replay_not_next', next: 1 });
  tells('begins within the record', [registered], replay(1, 39), [replayed(1, 39)]);
  tells('does not begin beyond it', [registered], replay(1, 40), { code: 'webhook.beyond_ledger', size: 40 });
  tells('is nothing for who is disabled', [registered, disabled], replay(1), { code: 'webhook.is_disabled' });
});
