import type { SmtpParts } from '../../libs/channels/src/adapters/smtp/index.ts';
import type { MailMessage } from '../../libs/channels/src/index.ts';

export const deliveryId = '5b6d1f7e-1a0f-5c1a-9a77-3f2d6f0c9a11';
/** A letter as it is handed to a channel. */
export const letter = (more: Partial<MailMessage> = {}): MailMessage => ({
  deliveryId,
  attempt: 1,
  recipient: 'delegate@customs.example',
  language: 'fr',
  subject: 'Votre contribution a été reçue',
  text: 'Référence PTC-2015-0001.\n\nLe Secrétariat\n',
  ...more,
});

/** A mail server on this machine, with little patience. */
export const partsFor = (port: number, more: Partial<SmtpParts> = {}): SmtpParts => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  sender: { name: 'Secrétariat du CTP', address: 'ptc@secretariat.example' },
  answerWithinMs: 1_000,
  ...more,
});
