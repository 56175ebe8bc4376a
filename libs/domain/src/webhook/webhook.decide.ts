import { accept, reject, same, type Decider, type Decision } from '../kernel/index.ts';
import type { WebhookCommand, WebhookEvent, WebhookRejection } from './webhook.events.ts';
import { evolve, signingGenerations, type KnownWebhook, type WebhookState } from './webhook.state.ts';

type WebhookDecision = Decision<WebhookEvent, WebhookRejection>;
type Data<T extends WebhookCommand['type']> = Extract<WebhookCommand, { type: T }>['data'];

const register = (asked: Data<'RegisterWebhook'>, state: WebhookState): WebhookDecision => {
  const { urlFault, ledgerSize: startsAt, actor, now: registeredAt, ...endpoint } = asked;
  if (state !== null) return same(state.endpoint, endpoint) ? accept() : reject({ code: 'webhook.registered_already' });
  if (urlFault !== null) return reject({ code: 'webhook.url_refused', fault: urlFault });
  return accept({ type: 'WebhookRegistered', data: { ...endpoint, startsAt, registeredBy: actor.accreditationId, registeredAt } });
};

const rotate = ({ generation, previousUntil, actor, now }: Data<'RotateWebhookSecret'>, known: KnownWebhook): WebhookDecision => {
  if (generation <= known.generation) return accept();
  if (generation !== known.generation + 1) return reject({ code: 'webhook.generation_not_next', next: known.generation + 1 });
  // Two secrets sign at most; whoever lost one gives it up at once.
  const isRunning = signingGenerations(known, now).length > 1;
  if (isRunning && known.previousUntil !== null && previousUntil > now)
    return reject({ code: 'webhook.rotation_running', until: known.previousUntil });
  const { endpointId } = known.endpoint;
  const data = { endpointId, generation, previousUntil, rotatedBy: actor.accreditationId, rotatedAt: now };
  return accept({ type: 'WebhookSecretRotated', data });
};

const disable = ({ reason, actor, now: disabledAt }: Data<'DisableWebhook'>, known: KnownWebhook): WebhookDecision => {
  if (known.isDisabled) return accept();
  const { endpointId } = known.endpoint;
  return accept({ type: 'WebhookDisabled', data: { endpointId, reason, disabledBy: actor.accreditationId, disabledAt } });
};

const enable = ({ actor, now: enabledAt }: Data<'EnableWebhook'>, known: KnownWebhook): WebhookDecision => {
  if (!known.isDisabled) return accept();
  const { endpointId } = known.endpoint;
  return accept({ type: 'WebhookEnabled', data: { endpointId, enabledBy: actor.accreditationId, enabledAt } });
};

const askReplay = ({ replay, startsAt, ledgerSize, actor, now }: Data<'AskWebhookReplay'>, known: KnownWebhook): WebhookDecision => {
  if (replay <= known.replays) return accept();
  if (known.isDisabled) return reject({ code: 'webhook.is_disabled' });
  if (replay !== known.replays + 1) return reject({ code: 'webhook.replay_not_next', next: known.replays + 1 });
  if (startsAt >= ledgerSize) return reject({ code: 'webhook.beyond_ledger', size: ledgerSize });
  const { endpointId } = known.endpoint;
  const data = { endpointId, replay, startsAt, endsAt: ledgerSize, askedBy: actor.accreditationId, askedAt: now };
  return accept({ type: 'WebhookReplayAsked', data });
};

const onKnown = (command: Exclude<WebhookCommand, { type: 'RegisterWebhook' }>, known: KnownWebhook): WebhookDecision => {
  switch (command.type) {
    case 'RotateWebhookSecret':
      return rotate(command.data, known);
    case 'DisableWebhook':
      return disable(command.data, known);
    case 'EnableWebhook':
      return enable(command.data, known);
    case 'AskWebhookReplay':
      return askReplay(command.data, known);
  }
};

/** A program of somebody else's that is told of what is recorded, one stream each (row E7). */
export const webhookDecider: Decider<WebhookState, WebhookCommand, WebhookEvent, WebhookRejection> = {
  category: 'webhook',
  initialState: null,
  evolve,
  decide: (command, state) => {
    if (command.type === 'RegisterWebhook') return register(command.data, state);
    return state === null ? reject({ code: 'webhook.not_found' }) : onKnown(command, state);
  },
};
