import { readFileSync } from 'node:fs';
import { parseCheckpoint, parsePolicy, verifyCheckpoint, type Checkpoint, type Policy } from '../../libs/ledger/src/index.ts';
import { exitCodes, type Report } from './report.ts';

/** Something the auditor gave cannot be used; ends the command with its report. */
export class Unusable extends Error {
  readonly report: Report;
  constructor(exitCode: number, sentence: string) {
    super(sentence);
    this.report = { exitCode, sentences: [sentence] };
  }
}

/** A file that the auditor named. @throws Unusable when it cannot be read */
export const fileAt = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    throw new Unusable(exitCodes.usage, `${path} cannot be read.`);
  }
};

/** The policy that the auditor trusts. @throws Unusable when there is none */
export const policyAt = (path: string | undefined): Policy => {
  if (path === undefined)
    throw new Unusable(exitCodes.usage, '--policy POLICY is needed: whom you trust cannot come from what is checked.');
  const policy = parsePolicy(fileAt(path).toString('utf8'));
  if ('why' in policy) throw new Unusable(exitCodes.usage, `The policy is none: line ${policy.line}, ${policy.why}.`);
  return policy;
};

/** A checkpoint that the auditor kept. @throws Unusable when it is none, or not signed as the policy asks */
export const checkpointAt = (path: string | undefined, policy: Policy): Checkpoint | null => {
  if (path === undefined) return null;
  const checkpoint = parseCheckpoint(fileAt(path));
  if (checkpoint === null) throw new Unusable(exitCodes.usage, `${path} is not a checkpoint.`);
  const verdict = verifyCheckpoint(policy, checkpoint);
  if (!verdict.good) throw new Unusable(exitCodes.signature, `${path} is not what the policy accepts: ${verdict.why} (${verdict.name}).`);
  return checkpoint;
};
