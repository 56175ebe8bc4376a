import { channelDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface CloseChannelInput {
  readonly channel: string;
}

/** Puts on record that nothing goes out by a channel any longer. */
export const closeChannel = useCase<CloseChannelInput>('CloseChannel', (env, input, context) =>
  runCommand(env, context, {
    decider: channelDecider,
    id: input.channel,
    command: { type: 'CloseChannel', data: { ...input, now: env.clock.now() } },
    input,
  }),
);
