import { ledgerDecider, type Bilingual } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface DeclareInventedSamplesInput {
  readonly note: Bilingual;
  readonly count: number;
}

/** Puts on record that invented material follows; from here on every page and export says so. */
export const declareInventedSamples = useCase<DeclareInventedSamplesInput>('DeclareInventedSamples', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'DeclareInventedSamples', data: input }, input }),
);
