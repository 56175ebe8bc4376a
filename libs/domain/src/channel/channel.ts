import { accept, type Decider, type Instant } from '../kernel/index.ts';

/** What this channel's open time is: only what happens in it is brought by this channel by itself. */
export type ChannelEvent =
  | { readonly type: 'ChannelOpened'; readonly data: { readonly channel: string; readonly sender: string; readonly openedAt: Instant } }
  | { readonly type: 'ChannelClosed'; readonly data: { readonly channel: string; readonly closedAt: Instant } };

export type ChannelCommand =
  | { readonly type: 'OpenChannel'; readonly data: { readonly channel: string; readonly sender: string; readonly now: Instant } }
  | { readonly type: 'CloseChannel'; readonly data: { readonly channel: string; readonly now: Instant } };

/** Under which sender it brings messages; null while it is closed. */
export type ChannelState = { readonly sender: string } | null;

/** Whether a deployment brings messages by a channel, one stream per channel: a mail server that is set up later does not send a year of old mail. */
export const channelDecider: Decider<ChannelState, ChannelCommand, ChannelEvent, never> = {
  category: 'channel',
  initialState: null,
  evolve: (_state, { type, data }) => (type === 'ChannelOpened' ? { sender: data.sender } : null),
  decide: ({ type, data }, state) => {
    const { channel, now } = data;
    if (type === 'CloseChannel') return state === null ? accept() : accept({ type: 'ChannelClosed', data: { channel, closedAt: now } });
    const { sender } = data;
    return state?.sender === sender ? accept() : accept({ type: 'ChannelOpened', data: { channel, sender, openedAt: now } });
  },
};
