// Reads an strace of a writer: every change of its files and every acknowledgement, in order.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const calls = 'openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename';
const writer = fileURLToPath(new URL('writer.mjs', import.meta.url));

/** Runs the writer under strace. @returns the trace's text */
export const traced = (file, log, { first = 0, count = 60, control = '', inject = [] } = {}) => {
  const args = ['-f', '-xx', '-s', '70000', '-o', log, '-e', `trace=${calls}`, ...inject.flatMap((rule) => ['-e', rule])];
  const ended = spawnSync('strace', [...args, process.execPath, '--no-warnings', writer, file, String(first), String(count), control], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.error !== undefined) throw ended.error;
  return { stdout: ended.stdout, stderr: ended.stderr, status: ended.status };
};

const bytesOf = (literal) => Buffer.from(literal.replaceAll('\\x', ''), 'hex');

const join = (text) => {
  const open = new Map();
  const whole = [];
  for (const line of text.split('\n')) {
    const [, pid, rest] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest === undefined) continue;
    if (rest.endsWith('<unfinished ...>')) open.set(pid, rest.slice(0, -'<unfinished ...>'.length));
    else {
      const [, , tail] = /^<\.\.\. (\w+) resumed>(.*)$/.exec(rest) ?? [];
      whole.push(tail === undefined ? rest : `${open.get(pid) ?? ''}${tail}`);
    }
  }
  return whole;
};

/** @returns the operations on files under `folder`, and acknowledgements */
export const operationsOf = (log, folder) => {
  const paths = new Map();
  const operations = [];
  for (const line of join(readFileSync(log, 'latin1'))) {
    const [, name, args, result] = /^(\w+)\((.*)\)\s+=\s+(-?\d+)/.exec(line) ?? [];
    if (name === undefined || Number(result) < 0) continue;
    const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, literal]) => bytesOf(literal));
    const handle = Number(/^(\d+)/.exec(args)?.[1] ?? -1);
    const path = paths.get(handle);
    if (name === 'openat') paths.set(Number(result), String(strings[0]));
    else if (name === 'close') paths.delete(handle);
    else if (name === 'write' && handle === 1) {
      for (const [, n] of String(strings[0]).matchAll(/ack (\d+)/g)) operations.push({ kind: 'ack', n: Number(n) });
    } else if (name === 'unlink' || name === 'rename')
      operations.push({ kind: name, path: String(strings[0]), to: String(strings[1] ?? '') });
    else if (path?.startsWith(folder) !== true) continue;
    else if (name === 'pwrite64')
      operations.push({ kind: 'write', path, bytes: strings[0].subarray(0, Number(result)), at: Number(/(\d+)$/.exec(args)?.[1]) });
    else if (name === 'fsync' || name === 'fdatasync') operations.push({ kind: 'sync', path });
    else if (name === 'ftruncate') operations.push({ kind: 'truncate', path, size: Number(/(\d+)$/.exec(args)?.[1]) });
  }
  return operations.filter(({ kind, path }) => kind === 'ack' || path.startsWith(folder));
};
