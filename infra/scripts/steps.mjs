// Runs the steps of the gate and counts what they found.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const bin = join(root, 'node_modules', '.bin');
const bundled = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
export const node = existsSync(bundled) ? bundled : process.execPath;

/** Path of a package's own program. */
export const program = (...parts) => join(root, 'node_modules', ...parts);

/** Runs node with these arguments; resolves with its exit code and everything it printed. */
export const runNode = (args, env = {}, limitMinutes = 12) =>
  new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    // A test that leaves something open would hold up the gate for ever.
    const limit = setTimeout(() => {
      output += `\nended after ${limitMinutes} minutes\n`;
      child.kill('SIGKILL');
    }, limitMinutes * 60_000);
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ code: code ?? 1, output });
    });
  });

/** One step: says what it is, how long it took, and what it printed when it failed. */
export const step = async (title, work) => {
  const begun = Date.now();
  const { ok, counts, output } = await work();
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${title} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
  if (!ok) process.stdout.write(`${output}\n`);
  return { ok, ...counts };
};

export const sum = (results) =>
  results.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

const single = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

/** A step that passes when the program exits with 0. */
export const exits = (title, args, env) =>
  step(title, async () => {
    const { code, output } = await runNode(args, env);
    return { ok: code === 0, counts: single(code === 0), output };
  });

/** The runtime itself gave up, no test did: V8 prints this and ends the process. */
const hasCrashed = (output) => /^# Fatal error in/m.test(output);

/** Runs node; once more when the runtime itself has crashed, and says so. A failed test is never tried again. */
const runNodeSurvivingACrash = async (args, env) => {
  const first = await runNode(args, env);
  if (first.code === 0 || !hasCrashed(first.output)) return first;
  process.stdout.write('     NOTE: V8 itself crashed; the step runs once more\n');
  return runNode(args, env);
};

/** A step that runs jest and counts its tests. */
export const jest = (title, args, env) =>
  step(title, async () => {
    const { code, output } = await runNodeSurvivingACrash([program('jest', 'bin', 'jest.js'), '--ci', ...args], env);
    const count = (word) => Number(new RegExp(`^Tests:.*?(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
    const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
    // A suite that cannot even be loaded counts as a failure though no test of it ran.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    const notices = output.split('\n').filter((line) => /^NOTE |NOTE: |VECTORS: /.test(line));
    notices.forEach((line) => process.stdout.write(`     ${line.trim()}\n`));
    return { ok: code === 0, counts, output };
  });

/** Reads the dependency rules' own report: the program's exit code counts errors and wraps at 256. */
export const dependencyRules = () =>
  step('dependency rules', async () => {
    const { output } = await runNode([
      program('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      '--output-type',
      'json',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ]);
    const report = JSON.parse(output.slice(output.indexOf('{')));
    const { violations, totalCruised } = report.summary;
    const ok = violations.length === 0 && totalCruised > 100;
    return {
      ok,
      counts: single(ok),
      output:
        violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).join('\n') || `only ${totalCruised} modules were read`,
    };
  });
