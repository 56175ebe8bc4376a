import { placeOfEntry, type Environment } from '../../../application/src/index.ts';
import type { ChannelOutcome, DeliveryChannel, MailMessage } from '../../../channels/src/index.ts';
import { deliveryDecider, type AttemptOutcome, type DeliveryState, type Instant } from '../../../domain/src/index.ts';
import { fold, loadStream } from '../../../event-store/src/index.ts';
import { upcasters } from '../../../application/src/index.ts';
import { mailAddressOf, noticeToTell, type NoticeToTell } from '../../../projections/src/index.ts';
import { composeMail } from './compose-mail.ts';
import { giveForDelivery } from './give.ts';
import { isQuietFor } from './quiet-hours.ts';

/** What a worker needs to bring messages. */
export interface DeliveryParts {
  /** Asked for at each message. */
  readonly env: () => Environment;
  readonly mail: DeliveryChannel<MailMessage>;
  /** A key that nobody else has: of two workers with the same attempt only one records it. */
  readonly freshKey: () => string;
}

/** What became of a message when it was this worker's turn. */
export type Brought =
  | { readonly kind: 'called'; readonly outcome: ChannelOutcome['outcome'] }
  /** Nothing is on record of it, it is not its time, it waits, it arrived, or somebody else brings it: no channel was called. */
  | { readonly kind: 'left'; readonly why: 'unknown' | 'not_its_turn' | 'taken' | 'not_shown_yet' };

const minute = 60_000;
/** Milliseconds after each attempt; after the last nobody tries again by himself. */
const waits: readonly number[] = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);

const retryAfter = (attempt: number, now: Instant): Instant | null => {
  const wait = waits[attempt - 1];
  return wait === undefined ? null : (new Date(Date.parse(now) + wait).toISOString() as Instant);
};

const toOutcome = (came: ChannelOutcome, attempt: number, now: Instant): AttemptOutcome => {
  switch (came.outcome) {
    case 'accepted':
      return { outcome: 'accepted', confirmation: came.confirmation };
    case 'refused':
      return { outcome: 'failed', failure: came.code, retryAt: null };
    case 'failed':
      return { outcome: 'failed', failure: came.code, retryAt: retryAfter(attempt, now) };
  }
};

const stateFor = async ({ store }: Environment, deliveryId: string): Promise<DeliveryState> =>
  fold(deliveryDecider, (await loadStream(store, `delivery-${deliveryId}`)).events, upcasters);

const isItsTurn = (state: DeliveryState, now: Instant): boolean =>
  state?.stage === 'waiting' && (state.retryAt === null || state.retryAt <= now);

interface Attempt {
  readonly notice: NoticeToTell;
  readonly attempt: number;
}

const notCalled = (outcome: 'refused' | 'failed', code: string): ChannelOutcome => ({ outcome, code });

/** The letter, and the calling of the channel with it; who has no address is not called. */
const call = async ({ env, mail }: DeliveryParts, { notice, attempt }: Attempt): Promise<ChannelOutcome> => {
  const { deliveryId, language, recipient: accreditationId, ledgerIndex } = notice;
  const recipient = mailAddressOf(env().directory.read, accreditationId);
  if (recipient === null) return notCalled('refused', 'mail.no_address');
  const place = placeOfEntry(env(), ledgerIndex);
  if (place === null) return notCalled('failed', 'mail.not_sealed');
  return mail.send({ deliveryId, attempt, recipient, language, ...composeMail(notice, place) });
};

/**
 * Brings one message, if it is its turn: first the attempt is recorded at the exact revision, then the channel is called, then
 * what came of it is recorded. Whoever did not record the attempt does not call (DESIGN §7).
 *
 * @throws EventStoreError when the store is away; the attempt is then found open later and made again with the same message id
 */
export const bringDelivery = async (parts: DeliveryParts, deliveryId: string): Promise<Brought> => {
  const env = parts.env();
  const state = await stateFor(env, deliveryId);
  if (state === null) return { kind: 'left', why: 'unknown' };
  if (!isItsTurn(state, env.clock.now())) return { kind: 'left', why: 'not_its_turn' };
  const notice = noticeToTell(env.read, deliveryId);
  if (notice === null) return { kind: 'left', why: 'not_shown_yet' };
  if (isQuietFor(env, notice.recipient)) return { kind: 'left', why: 'not_its_turn' };
  const attempt = state.attempts + 1;
  const key = parts.freshKey();
  const { templateId, version } = notice.template;
  const begun = await giveForDelivery(env, 'attemptDelivery', { deliveryId, attempt, template: { templateId, version } }, key);
  if (begun.kind !== 'recorded') return { kind: 'left', why: 'taken' };
  const came = await call(parts, { notice, attempt });
  const told = toOutcome(came, attempt, env.clock.now());
  await giveForDelivery(env, 'recordDeliveryOutcome', { deliveryId, attempt, came: told }, `${key}-outcome`);
  return { kind: 'called', outcome: came.outcome };
};
