import { attemptDelivery } from './attempt-delivery.command.ts';
import { closeChannel } from './close-channel.command.ts';
import { discardDelivery } from './discard-delivery.command.ts';
import { giveUpDeliveryAttempt } from './give-up-delivery-attempt.command.ts';
import { markMailboxRead } from './mark-mailbox-read.command.ts';
import { openChannel } from './open-channel.command.ts';
import { planDelivery } from './plan-delivery.command.ts';
import { publishRule } from './publish-rule.command.ts';
import { publishTemplate } from './publish-template.command.ts';
import { recordDeliveryBounce } from './record-delivery-bounce.command.ts';
import { recordDeliveryOutcome } from './record-delivery-outcome.command.ts';
import { releaseDelivery } from './release-delivery.command.ts';
import { resendDelivery } from './resend-delivery.command.ts';
import { retireRule } from './retire-rule.command.ts';
import { setMailboxPreference } from './set-mailbox-preference.command.ts';

/** Commands about who is told of what, by name. */
export const noticeCommands = {
  attemptDelivery,
  closeChannel,
  discardDelivery,
  giveUpDeliveryAttempt,
  markMailboxRead,
  openChannel,
  planDelivery,
  publishRule,
  publishTemplate,
  recordDeliveryBounce,
  recordDeliveryOutcome,
  releaseDelivery,
  resendDelivery,
  retireRule,
  setMailboxPreference,
} as const;
