import { channelDecider } from '../../../../domain/src/index.ts';
import { runCommand, useCase } from '../../run-command.ts';

export interface OpenChannelInput {
  /** `mail`. */
  readonly channel: string;
  /** In whose name it brings messages. */
  readonly sender: string;
}

/** Puts on record that messages go out by a channel from now on; what happened before is not sent later. */
export const openChannel = useCase<OpenChannelInput>('OpenChannel', (env, input, context) =>
  runCommand(env, context, {
    decider: channelDecider,
    id: input.channel,
    command: { type: 'OpenChannel', data: { ...input, now: env.clock.now() } },
    input,
  }),
);
