import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exitCodes, type Report } from './report.ts';
import { verifyReceipt } from './verify-receipt.ts';

const usage = `Usage:
  auditor verify-receipt FILE --policy POLICY [--json]   check a receipt by itself
POLICY is a file of yours (c2sp.org/tlog-policy): the log's key, your witnesses, their quorum.
Exit codes: 0 good, 10 altered, 20 signature or quorum, 30 fork, 40 incomplete, 50 replay differs, 60 usage.`;

const wrong = (...sentences: readonly string[]): Report => ({ exitCode: exitCodes.usage, sentences });

const fileAt = (path: string): Buffer | null => {
  try {
    return readFileSync(path);
  } catch {
    // Told as a sentence: what cannot be read is not there for the auditor.
    return null;
  }
};

const runReceipt = (path: string, policyPath: string | undefined): Report => {
  if (policyPath === undefined) return wrong('--policy POLICY is needed: whom you trust cannot come from the receipt.');
  const [file, policy] = [fileAt(path), fileAt(policyPath)];
  if (file === null) return wrong(`${path} cannot be read.`);
  return policy === null ? wrong(`${policyPath} cannot be read.`) : verifyReceipt(file, policy.toString('utf8'));
};

const run = (argv: readonly string[]): { readonly report: Report; readonly isJson: boolean } => {
  try {
    const options = { policy: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
    const [command, path] = positionals;
    const report = command === 'verify-receipt' && path !== undefined ? runReceipt(path, values.policy) : wrong(usage);
    return { report, isJson: values.json === true };
  } catch (error) {
    return { report: wrong(error instanceof Error ? error.message : usage, usage), isJson: false };
  }
};

const { report, isJson } = run(process.argv.slice(2));
const text = isJson ? JSON.stringify(report) : report.sentences.join('\n');
process[report.exitCode === exitCodes.usage ? 'stderr' : 'stdout'].write(`${text}\n`);
process.exitCode = report.exitCode;
