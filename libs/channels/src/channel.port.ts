/** One message on its way by one channel. It is put together anew for each attempt, and goes to nobody but the channel. */
export interface OutgoingMessage {
  /** The delivery that it belongs to, a UUID: the same for every attempt. From it comes what the receiver knows a repetition by. */
  readonly deliveryId: string;
  /** Counts from 1; recorded before the channel is called. */
  readonly attempt: number;
}

/** A file that goes with a mail. */
export interface MailAttachment {
  readonly filename: string;
  /** With its parameters, `text/calendar; method=PUBLISH; charset=utf-8`. */
  readonly contentType: string;
  readonly content: string | Uint8Array;
}

/** A letter to one person. */
export interface MailMessage extends OutgoingMessage {
  /** The address alone, without a name: read from the directory just before, kept nowhere. */
  readonly recipient: string;
  readonly language: 'en' | 'fr';
  /** One line. */
  readonly subject: string;
  /** Plain text, lines ended by LF. */
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** Further fields of the header, `X-…` and `List-…` alone: those that say who, to whom, when and what belong to the channel. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A notice for a program of somebody else's. */
export interface WebhookMessage extends OutgoingMessage {
  /** Id of the endpoint; where it is and what it is signed with is looked up just before. */
  readonly endpointId: string;
  /** What the receiver knows a repetition by, in every delivery of the same notice: a replay carries it again. */
  readonly noticeId: string;
  /** JSON, sent as it stands: the signature covers every byte. */
  readonly body: string;
}

/**
 * What came of one attempt. Codes are `channel.what_is_wrong` (`smtp.451`, `webhook.410`) and carry nothing of the message.
 *
 * - `accepted`: the next station took it over. What it names it by, when it said so.
 * - `refused`: it will not be taken, however often it is tried.
 * - `failed`: it may be taken another time. It may also have been taken, and the answer got lost: hence the same id next time.
 */
export type ChannelOutcome =
  | { readonly outcome: 'accepted'; readonly confirmation: string | null }
  | { readonly outcome: 'refused'; readonly code: string }
  | { readonly outcome: 'failed'; readonly code: string };

/** A way out of the system: one message, one attempt, one outcome. It decides nothing and remembers nothing. */
export interface DeliveryChannel<Message extends OutgoingMessage> {
  /** Never rejects, and answers within the channel's own deadline. */
  readonly send: (message: Message) => Promise<ChannelOutcome>;
  /** Whether the next station answers, in a word for the health page; null when all is well. Sends nothing. */
  readonly trouble: () => Promise<string | null>;
  /** Ends connections that are kept open; what is being sent is waited for. */
  readonly close: () => Promise<void>;
}
