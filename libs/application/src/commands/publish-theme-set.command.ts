import { themeSetDecider, type ThemeSetPublication } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

/** Publishes the next version of a set of themes. */
export const publishThemeSet = useCase<ThemeSetPublication>('PublishThemeSet', (env, input, context) =>
  runCommand(env, context, { decider: themeSetDecider, id: input.themeSetId, command: { type: 'PublishThemeSet', data: input }, input }),
);
