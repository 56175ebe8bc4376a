import type { EventStore, Subscription, SubscriptionMessage } from '../../libs/event-store/src/index.ts';
import { events, names } from './event-store.builders.ts';

export const pulls = (subscription: Subscription): AsyncIterator<SubscriptionMessage> => subscription[Symbol.asyncIterator]();

export const next = async (messages: AsyncIterator<SubscriptionMessage>): Promise<SubscriptionMessage> => {
  const result = await messages.next();
  if (result.done === true) throw new Error('the subscription has ended');
  return result.value;
};

export const told = (message: SubscriptionMessage): unknown => (message.kind === 'events' ? names(message.events) : message.kind);

/** Pulls until so many events have come; everything that was told on the way. */
export const collect = async (subscription: Subscription, count: number): Promise<readonly unknown[]> => {
  const seen: unknown[] = [];
  for await (const message of subscription) {
    if (message.kind === 'events') seen.push(...names(message.events));
    if (seen.length >= count) break;
  }
  return seen;
};

export const numbered = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_event, index) => `e${from + index}`);

export const fill = async (store: EventStore, count: number): Promise<readonly string[]> => {
  const all = numbered(count);
  for (let at = 0; at < count; at += 100)
    await store.append('thing-1', at === 0 ? 'no_stream' : BigInt(at - 1), events(...all.slice(at, at + 100)));
  return all;
};
