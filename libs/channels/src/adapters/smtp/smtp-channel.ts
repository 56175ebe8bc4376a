import { createTransport } from 'nodemailer';
import type { ChannelOutcome, DeliveryChannel, MailMessage } from '../../channel.port.ts';
import { messageIdOf, returnPathOf, wrongIn } from './smtp-letter.ts';
import { outcomeOf } from './smtp-outcome.ts';

export interface SmtpParts {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte. `starttls`: before anything is said, or nothing is. `none`: for a server on the machine itself. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly account?: { readonly user: string; readonly password: string };
  /** Who the letters are from. */
  readonly sender: { readonly name: string; readonly address: string };
  /** Where bounces go, with the delivery's id after a `+` of its local part; the sender's address, bare, unless told. */
  readonly bounceAddress?: string;
  /** Letters are signed so that receivers can tell who they are from (RFC 6376). */
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly privateKey: string };
  /** Authorities that are believed beside those of the system, PEM. */
  readonly authorities?: string;
  /** Letters under way at once: 5 unless told. */
  readonly connections?: number;
  /** Most milliseconds from being handed a letter to the outcome: 60,000 unless told. */
  readonly answerWithinMs?: number;
}

const transportOf = ({ host, port, security, account, dkim, authorities, connections = 5, answerWithinMs = 60_000 }: SmtpParts) =>
  createTransport({
    pool: true,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: authorities }) },
    ...(account === undefined ? {} : { auth: { user: account.user, pass: account.password } }),
    ...(dkim === undefined ? {} : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
    maxConnections: connections,
    // An attempt that was cut off is an attempt: whether there is another one is on record before it is made.
    maxRequeues: 0,
    connectionTimeout: answerWithinMs,
    greetingTimeout: answerWithinMs,
    socketTimeout: answerWithinMs,
    dnsTimeout: answerWithinMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Letters by SMTP, over connections that are kept. */
class SmtpChannel implements DeliveryChannel<MailMessage> {
  readonly #parts: SmtpParts;
  readonly #transport: ReturnType<typeof transportOf>;
  readonly #underWay = new Set<Promise<ChannelOutcome>>();
  #isClosed = false;

  constructor(parts: SmtpParts) {
    this.#parts = parts;
    this.#transport = transportOf(parts);
  }

  get #withinMs(): number {
    return this.#parts.answerWithinMs ?? 60_000;
  }

  async send(message: MailMessage): Promise<ChannelOutcome> {
    const wrong = wrongIn(message);
    if (wrong !== null) return { outcome: 'refused', code: wrong };
    if (this.#isClosed) return { outcome: 'failed', code: 'smtp.closed' };
    const sending = this.#hand(message).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
    return sending;
  }

  async #hand(message: MailMessage): Promise<ChannelOutcome> {
    try {
      const { response } = await this.#transport.sendMail({ ...this.#letter(message), signal: AbortSignal.timeout(this.#withinMs) });
      // Servers answer with a name of their own for the letter, at most a line.
      return { outcome: 'accepted', confirmation: response.slice(0, 200) };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  #letter({ deliveryId, recipient, language, subject, text, attachments = [], headers }: MailMessage) {
    const { sender, bounceAddress } = this.#parts;
    const returnPath = bounceAddress === undefined ? sender.address : returnPathOf(deliveryId, bounceAddress);
    return {
      from: sender,
      to: { name: '', address: recipient },
      envelope: { from: returnPath, to: [recipient] },
      messageId: messageIdOf(deliveryId, sender.address),
      subject,
      text,
      headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
      attachments: attachments.map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content: typeof content === 'string' ? content : Buffer.from(content),
      })),
    };
  }

  async trouble(): Promise<string | null> {
    const late = Promise.withResolvers<string>();
    const timer = setTimeout(late.resolve, this.#withinMs, 'smtp.timeout');
    const asked = this.#transport.verify().then(
      () => null,
      (error: unknown) => outcomeOf(error).code,
    );
    return Promise.race([asked, late.promise]).finally(() => {
      clearTimeout(timer);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#underWay);
    this.#transport.close();
  }
}

/** Opens the way out by SMTP; the server need not be there yet. */
export const openSmtpChannel = (parts: SmtpParts): DeliveryChannel<MailMessage> => new SmtpChannel(parts);
