import type { ChannelOutcome } from '../../channel.port.ts';

/** What the mail library tells of a failure, as far as it matters here. */
interface Told {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

/** Failures without an answer of the server. What is not named here is `smtp.unknown`, and tried again. */
const codes: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'smtp.timeout',
  EABORT: 'smtp.timeout',
  ECONNECTION: 'smtp.connection',
  ESOCKET: 'smtp.connection',
  ESTREAM: 'smtp.connection',
  EPROTOCOL: 'smtp.protocol',
  EDNS: 'smtp.name',
  ETLS: 'smtp.tls',
  EREQUIRETLS: 'smtp.tls',
  EAUTH: 'smtp.sign_in',
};

/**
 * Only what a server says of this recipient or of this message is for good. A server that refuses our sender, our password or our
 * connection is set up anew one day. 552 is what many say of a mailbox that is full (RFC 5321 §4.5.3.1.10).
 */
const isForGood = (reply: number, command: unknown): boolean =>
  reply >= 500 && reply !== 552 && (command === 'RCPT TO' || command === 'DATA');

/** What came of an attempt that the mail library gave up. */
export const outcomeOf = (thrown: unknown): Exclude<ChannelOutcome, { outcome: 'accepted' }> => {
  const { code, command, responseCode }: Told = typeof thrown === 'object' && thrown !== null ? thrown : {};
  if (typeof responseCode === 'number' && code !== 'ETLS') {
    const outcome = isForGood(responseCode, command) ? 'refused' : 'failed';
    return { outcome, code: `smtp.${String(responseCode)}` };
  }
  return { outcome: 'failed', code: codes[String(code)] ?? 'smtp.unknown' };
};
