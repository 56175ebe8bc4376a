import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChannelOutcome, DeliveryChannel, OutgoingMessage } from '../../libs/channels/src/index.ts';

/** What the receiver does with the next message. */
export type ReceiverDoes =
  'takes' | 'takes and is cut' | 'is cut in the middle' | 'says nothing more' | 'refuses for good' | 'refuses for now';

export interface OpenedChannel<Message extends OutgoingMessage> {
  /** Answers within this many milliseconds. */
  readonly channel: DeliveryChannel<Message>;
  readonly withinMs: number;
  /** Whether there is one next station for all messages, of which it can be said that it is there. */
  readonly hasStation: boolean;
  readonly message: (deliveryId: string, attempt: number) => Message;
  readonly does: (...next: ReceiverDoes[]) => void;
  /** What a receiver knows a repetition by, of each message that it has, in their order. */
  readonly received: () => readonly string[];
  readonly away: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly clean: () => Promise<void>;
}

const idOf = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
const codeForm = /^[a-z]+\.[a-z0-9._]+$/;

/** What every way out has to do (`channel.port.ts`). */
export const describeChannel = <Message extends OutgoingMessage>(kind: string, open: () => Promise<OpenedChannel<Message>>): void => {
  describe(`delivery channel contract, ${kind}`, () => {
    let opened: OpenedChannel<Message>;
    const send = (n: number, attempt = 1): Promise<ChannelOutcome> => opened.channel.send(opened.message(idOf(n), attempt));
    const failed = { outcome: 'failed', code: expect.stringMatching(codeForm) };
    const accepted = { outcome: 'accepted', confirmation: expect.anything() };

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.clean());

    it('N01 says that a message was taken, and it was, once', async () => {
      expect(await send(1)).toMatchObject({ outcome: 'accepted' });
      expect(opened.received()).toHaveLength(1);
    });
    it('N02 says that it will never be taken, and gives the code', async () => {
      opened.does('refuses for good');
      expect(await send(1)).toStrictEqual({ outcome: 'refused', code: expect.stringMatching(codeForm) });
      expect(opened.received()).toStrictEqual([]);
    });
    it('N03 says that it may be taken another time, and it is', async () => {
      opened.does('refuses for now');
      expect(await send(1)).toStrictEqual(failed);
      expect(await send(1, 2)).toStrictEqual(accepted);
      expect(opened.received()).toHaveLength(1);
    });
    it('N04 does not know what came of a message whose answer got lost; the next attempt is known as a repetition', async () => {
      opened.does('takes and is cut');
      expect(await send(1)).toStrictEqual(failed);
      expect(await send(1, 2)).toStrictEqual(accepted);
      const [first, second, ...more] = opened.received();
      expect([second, more]).toStrictEqual([first, []]);
    });
    it('N05 gives up on a line that is cut, and on nothing else', async () => {
      opened.does('is cut in the middle');
      expect(await send(1)).toStrictEqual(failed);
      expect(await send(2)).toStrictEqual(accepted);
    });
    it('N06 gives up on a receiver that says nothing more, within its deadline', async () => {
      opened.does('says nothing more');
      const begun = performance.now();
      expect(await send(1)).toStrictEqual(failed);
      expect(performance.now() - begun).toBeLessThan(opened.withinMs + 500);
      expect(await send(2)).toStrictEqual(accepted);
    });
    it('N07 gives up on a receiver that is away, and finds it again when it is back', async () => {
      await send(1);
      await opened.away();
      expect([await send(2), await send(3)]).toStrictEqual([failed, failed]);
      await opened.back();
      expect(await send(2, 2)).toStrictEqual(accepted);
    });
    it('N08 says whether its station is there, where it has one, and sends nothing for that', async () => {
      expect(await opened.channel.trouble()).toBeNull();
      await opened.away();
      expect(await opened.channel.trouble()).toStrictEqual(opened.hasStation ? expect.stringMatching(codeForm) : null);
      await opened.back();
      expect(await opened.channel.trouble()).toBeNull();
      expect(opened.received()).toStrictEqual([]);
    });
    it('N09 gives each of many at once its own outcome', async () => {
      const kinds: readonly ReceiverDoes[] = ['takes', 'refuses for good', 'takes', 'refuses for now', 'takes'];
      opened.does(...Array.from({ length: 8 }, () => kinds).flat());
      const outcomes = await Promise.all(Array.from({ length: 40 }, (_none, n) => send(n)));
      const count = (outcome: string): number => outcomes.filter((found) => found.outcome === outcome).length;
      expect([count('accepted'), count('refused'), count('failed')]).toStrictEqual([24, 8, 8]);
      expect(new Set(opened.received()).size).toBe(24);
    });
    it('N10 waits at its end for what is being sent', async () => {
      const sending = send(1);
      await opened.channel.close();
      expect(await Promise.race([sending, Promise.resolve('still being sent')])).toStrictEqual(accepted);
    });
    it('N11 sends nothing after its end, and says so', async () => {
      await opened.channel.close();
      await opened.channel.close();
      expect(await send(1)).toStrictEqual(failed);
      expect(opened.received()).toStrictEqual([]);
    });
  });
};
