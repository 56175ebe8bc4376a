import { ledgerDecider } from '../../../domain/src/index.ts';
import { runCommand, useCase } from '../run-command.ts';

export interface RecordReferenceDataInput {
  /** Name and version of the data set. */
  readonly dataset: string;
  readonly sha256: string;
}

/** Puts on record that a data set has been recorded whole. */
export const recordReferenceDataset = useCase<RecordReferenceDataInput>('RecordReferenceData', (env, input, context) =>
  runCommand(env, context, { decider: ledgerDecider, id: 'main', command: { type: 'RecordReferenceData', data: input }, input }),
);
