import { describe, expect, it } from '@jest/globals';
import { noon, who } from '../../../../test/support/domain.ts';
import { frozen, tellsOf } from '../../../../test/support/given.ts';
import type { Instant } from '../kernel/index.ts';
import { deliveryDecider, type DeliveryCommand, type DeliveryEvent, type PlannedDelivery } from './index.ts';

const tells = tellsOf(deliveryDecider);
const ada = who('ada');
const later = '2015-02-10T12:05:00.000Z' as Instant;
const justBefore = '2015-02-10T12:04:59.999Z' as Instant;
const deliveryId = 'd1';
const plan: PlannedDelivery = {
  deliveryId,
  channel: 'mail',
  recipient: ada.accreditationId,
  language: 'en',
  rule: { ruleId: 'topic-receipt', version: 1 },
  trigger: { stream: 'topic-1', revision: 0, ledgerIndex: 7 },
  held: false,
};
const template = { templateId: 'topic-receipt', version: 1 };
const planned: DeliveryEvent = { type: 'DeliveryPlanned', data: { ...plan, plannedAt: noon } };
const held: DeliveryEvent = { type: 'DeliveryPlanned', data: { ...plan, held: true, plannedAt: noon } };
const released: DeliveryEvent = {
  type: 'DeliveryReleased',
  data: { deliveryId, releasedBy: ada.accreditationId, releasedAt: noon },
};
const attempted = (attempt = 1, attemptedAt = noon): DeliveryEvent => ({
  type: 'DeliveryAttempted',
  data: { deliveryId, attempt, template, attemptedAt },
});
const accepted = (attempt = 1): DeliveryEvent => ({
  type: 'DeliveryAccepted',
  data: { deliveryId, attempt, confirmation: 'q1', acceptedAt: noon },
});
const failed = (retryAt: Instant | null, attempt = 1): DeliveryEvent => ({
  type: 'DeliveryFailed',
  data: { deliveryId, attempt, code: 'smtp.451', retryAt, failedAt: noon },
});
const lost: DeliveryEvent = { type: 'DeliveryAttemptLost', data: { deliveryId, attempt: 1, foundAt: noon } };
const bounced: DeliveryEvent = { type: 'DeliveryBounced', data: { deliveryId, code: 'bounce.5.1.1', bouncedAt: noon } };
const resent: DeliveryEvent = { type: 'DeliveryResent', data: { deliveryId, resentBy: ada.accreditationId, resentAt: noon } };
const reason = { code: 'sent_otherwise', text: { en: 'Told by telephone.' } };
const discarded: DeliveryEvent = {
  type: 'DeliveryDiscarded',
  data: { deliveryId, reason, discardedBy: ada.accreditationId, discardedAt: noon },
};

const byAda = { actor: ada, now: noon };
const planIt: DeliveryCommand = { type: 'PlanDelivery', data: { ...plan, now: noon } };
const release: DeliveryCommand = { type: 'ReleaseDelivery', data: byAda };
const discard = (why = reason): DeliveryCommand => ({ type: 'DiscardDelivery', data: { ...byAda, reason: why } });
const resend: DeliveryCommand = { type: 'ResendDelivery', data: byAda };
const attempt = (number = 1, now = noon): DeliveryCommand => ({ type: 'AttemptDelivery', data: { attempt: number, template, now } });
const giveUp: DeliveryCommand = { type: 'GiveUpDeliveryAttempt', data: { attempt: 1, now: noon } };
const succeed: DeliveryCommand = {
  type: 'RecordDeliveryOutcome',
  data: { attempt: 1, now: noon, outcome: 'accepted', confirmation: 'q1' },
};
const fail = (retryAt: Instant | null): DeliveryCommand => ({
  type: 'RecordDeliveryOutcome',
  data: { attempt: 1, now: noon, outcome: 'failed', failure: 'smtp.451', retryAt },
});
const bounce: DeliveryCommand = { type: 'RecordDeliveryBounce', data: { bounce: 'bounce.5.1.1', now: noon } };
const wrong = (stage: string) => ({ code: 'delivery.wrong_stage', stage }) as const;

describe('a message', () => {
  tells('is planned', [], planIt, [planned]);
  tells('is planned once', [planned], planIt, 'nothing');
  tells('keeps its plan', [held], planIt, { code: 'delivery.planned_otherwise' });
  for (const command of [release, discard(), resend, attempt(), giveUp, succeed, bounce])
    tells(`that nobody planned is unknown: ${command.type}`, [], command, { code: 'delivery.not_found' });
});

describe('a message that is held for review', () => {
  tells('is let go', [held], release, [released]);
  tells('is let go once', [held, released], release, 'nothing');
  tells('cannot be attempted before', [held], attempt(), wrong('held'));
  tells('can be attempted after', [held, released], attempt(), [attempted()]);
  tells('can be kept back', [held], discard(), [discarded]);
  tells('is kept back once', [held, discarded], discard(), 'nothing');
  tells('is not let go after that', [held, discarded], release, wrong('discarded'));
  tells('is kept back with a code', [held], discard({ ...reason, code: ' ' }), { code: 'reason.unknown_code', reasonCode: ' ' });
  tells('is kept back with a text', [held], discard({ ...reason, text: { en: ' ' } }), { code: 'reason.text_missing' });
  tells('is none when it was never held', [planned], release, { code: 'delivery.not_held' });
});

describe('an attempt', () => {
  tells('is recorded before anybody is called', [planned], attempt(), [attempted()]);
  tells('has one winner: the second to record it has nothing to do', [planned, attempted()], attempt(), 'nothing');
  tells('follows the one before', [planned], attempt(2), { code: 'delivery.attempt_not_next', next: 1 });
  tells('waits for the end of the one before', [planned, attempted()], attempt(2), wrong('attempted'));
  tells('ends with what the channel took over', [planned, attempted()], succeed, [accepted()]);
  tells('is told the end of once', [planned, attempted(), accepted()], succeed, 'nothing');
  tells('has no end before its beginning', [planned], succeed, wrong('waiting'));
  tells('that failed is told with when it is tried again', [planned, attempted()], fail(later), [failed(later)]);
  tells('is not made again before', [planned, attempted(), failed(later)], attempt(2, justBefore), {
    code: 'delivery.too_early',
    retryAt: later,
  });
  tells('is made again then', [planned, attempted(), failed(later)], attempt(2, later), [attempted(2, later)]);
  tells('that failed for good is not made again by itself', [planned, attempted(), failed(null)], attempt(2), wrong('failed'));
  tells('of which nobody tells the end is given up', [planned, attempted()], giveUp, [lost]);
  tells('is given up once', [planned, attempted(), lost], giveUp, 'nothing');
  tells('is not given up before its beginning', [planned], giveUp, wrong('waiting'));
  tells('after one that was given up is the next', [planned, attempted(), lost], attempt(2), [attempted(2)]);
  tells('that was given up ends too late', [planned, attempted(), lost], succeed, 'nothing');
});

describe('a message that was taken over', () => {
  const arrived = [planned, attempted(), accepted()];
  tells('may come back', arrived, bounce, [bounced]);
  tells('comes back once', [...arrived, bounced], bounce, 'nothing');
  tells('is not attempted again by itself', arrived, attempt(2), wrong('accepted'));
  tells('cannot be kept back any more', arrived, discard(), wrong('accepted'));
  tells('can be brought once more', arrived, resend, [resent]);
  tells('can be brought once more when it came back', [...arrived, bounced], resend, [resent]);
  tells('is brought once more once', [...arrived, resent], resend, 'nothing');
  tells('is attempted again after that', [...arrived, resent], attempt(2), [attempted(2)]);
});

describe('a message that did not arrive', () => {
  tells('can be brought once more', [planned, attempted(), failed(null)], resend, [resent]);
  tells('can be kept back', [planned, attempted(), failed(null)], discard(), [discarded]);
  tells('that is on its way cannot be brought once more', [planned, attempted()], resend, wrong('attempted'));
  tells('that is on its way does not come back', [planned, attempted()], bounce, wrong('attempted'));
  it('knows nothing before it is planned', () => {
    expect(deliveryDecider.evolve(null, frozen(attempted()))).toBeNull();
  });
});
