import { describe } from '@jest/globals';
import { noon } from '../../../../test/support/domain.ts';
import { tellsOf } from '../../../../test/support/given.ts';
import { channelDecider, type ChannelCommand, type ChannelEvent } from './index.ts';

const tells = tellsOf(channelDecider);
const opened = (sender = 'ptc@example.org'): ChannelEvent => ({ type: 'ChannelOpened', data: { channel: 'mail', sender, openedAt: noon } });
const closed: ChannelEvent = { type: 'ChannelClosed', data: { channel: 'mail', closedAt: noon } };
const open = (sender = 'ptc@example.org'): ChannelCommand => ({ type: 'OpenChannel', data: { channel: 'mail', sender, now: noon } });
const close: ChannelCommand = { type: 'CloseChannel', data: { channel: 'mail', now: noon } };

describe('a channel', () => {
  tells('is opened', [], open(), [opened()]);
  tells('is opened once', [opened()], open(), 'nothing');
  tells('brings in another name from then on', [opened()], open('other@example.org'), [opened('other@example.org')]);
  tells('is closed', [opened()], close, [closed]);
  tells('that was never open is not closed', [], close, 'nothing');
  tells('is closed once', [opened(), closed], close, 'nothing');
  tells('is opened again', [opened(), closed], open(), [opened()]);
});
