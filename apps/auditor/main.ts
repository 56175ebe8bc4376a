import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkpointAt, fileAt, policyAt, Unusable } from './policy-file.ts';
import { exitCodes, type Report } from './report.ts';
import { verifyBundle } from './verify-bundle.ts';
import { verifyReceipt } from './verify-receipt.ts';
import { startWitness } from './witness.ts';

const usage = `Usage:
  auditor verify BUNDLE --policy POLICY [--retained CHECKPOINT] [--no-replay] [--json]
      check an evidence bundle by itself: files, signatures, every entry and its data, and what an empty system makes of them
  auditor verify-receipt FILE --policy POLICY [--json]   check a receipt by itself
  auditor witness FOLDER --name NAME --policy POLICY [--host ADDRESS] [--port N]
      cosign the logs of the policy over HTTP (c2sp.org/tlog-witness); its key and its memory lie in FOLDER
POLICY is a file of yours (c2sp.org/tlog-policy): the log's key, your witnesses, their quorum.
Exit codes: 0 good, 10 altered, 20 signature or quorum, 30 fork, 40 incomplete, 50 replay differs, 60 usage.`;

const options = {
  policy: { type: 'string' },
  retained: { type: 'string' },
  'no-replay': { type: 'boolean' },
  json: { type: 'boolean' },
  name: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '0' },
} as const;

const readArguments = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new Unusable(exitCodes.usage, `${error instanceof Error ? error.message : ''}\n${usage}`);
  }
};

type Given = ReturnType<typeof readArguments>;

/** How far it is goes to where nobody looks for the result. */
const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const runBundle = (path: string, { values }: Given): Promise<Report> => {
  if (!existsSync(path)) throw new Unusable(exitCodes.usage, `${path} cannot be read.`);
  const policy = policyAt(values.policy);
  const retained = checkpointAt(values.retained, policy);
  return verifyBundle({ path, policy, retained, replays: values['no-replay'] !== true, tell });
};

const runReceipt = (path: string, { values }: Given): Report => {
  const file = fileAt(path);
  policyAt(values.policy);
  return verifyReceipt(file, fileAt(values.policy ?? '').toString('utf8'));
};

/** Runs until it is told to end. */
const runWitness = async (folder: string, { values }: Given): Promise<Report> => {
  const { name, host, port } = values;
  if (name === undefined || !/^\d{1,5}$/.test(port)) throw new Unusable(exitCodes.usage, usage);
  const { url, vkey, stop } = await startWitness({ folder, name, policy: policyAt(values.policy), host, port: Number(port) });
  tell(`witness ${name} ${vkey} ${url}`);
  await new Promise<void>((resolve) => {
    ['SIGINT', 'SIGTERM'].forEach((signal) =>
      process.once(signal, () => {
        resolve();
      }),
    );
  });
  await stop();
  return { exitCode: exitCodes.good, sentences: ['The witness has ended.'] };
};

const dispatch = (given: Given): Promise<Report> | Report => {
  const [command, path, ...rest] = given.positionals;
  if (path !== undefined && rest.length === 0 && command === 'verify') return runBundle(path, given);
  if (path !== undefined && rest.length === 0 && command === 'verify-receipt') return runReceipt(path, given);
  if (path !== undefined && rest.length === 0 && command === 'witness') return runWitness(path, given);
  throw new Unusable(exitCodes.usage, usage);
};

const run = async (argv: readonly string[]): Promise<{ readonly report: Report; readonly isJson: boolean }> => {
  const isJson = argv.includes('--json');
  try {
    return { report: await dispatch(readArguments(argv)), isJson };
  } catch (error) {
    if (error instanceof Unusable) return { report: error.report, isJson };
    throw error;
  }
};

const { report, isJson } = await run(process.argv.slice(2));
const text = isJson ? JSON.stringify(report) : report.sentences.join('\n');
process[report.exitCode === exitCodes.usage ? 'stderr' : 'stdout'].write(`${text}\n`);
process.exitCode = report.exitCode;
