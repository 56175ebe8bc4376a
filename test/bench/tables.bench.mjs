// A list of 100,000 rows as CSV, XLSX and JSON Lines, each in a process of its own: how long it takes and how much more memory than before.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { output } from './lib/service.mjs';
import { median } from './lib/measure.mjs';

const program = fileURLToPath(new URL('lib/write-table.mjs', import.meta.url));
const rows = 100_000;
const bars = { seconds: 10, megabytes: 150 };

const once = (form) =>
  output(spawn(process.execPath, ['--no-warnings', program, form, String(rows)], { stdio: ['ignore', 'pipe', 'inherit'] })).then(
    JSON.parse,
  );

/** @returns Markdown and the figures behind it */
export const benchTables = async ({ repetitions }) => {
  const results = {};
  const lines = [];
  for (const form of ['csv', 'xlsx', 'jsonl']) {
    const runs = [];
    for (let round = 0; round < repetitions; round += 1) runs.push(await once(form));
    const seconds = median(runs.map((run) => run.seconds));
    const megabytes = Math.max(...runs.map((run) => run.grownMegabytes));
    const isMet = seconds < bars.seconds && megabytes < bars.megabytes;
    results[form] = { rows, seconds, megabytes, bytes: runs[0].bytes, isMet };
    const size = (runs[0].bytes / 2 ** 20).toFixed(1);
    lines.push(`| ${form} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)} | ${size} | ${isMet ? 'met' : 'missed'} |`);
  }
  const head = ['### A list of 100,000 rows of ten cells', '', `Bars: ${bars.seconds} s, ${bars.megabytes} MB more than before.`, ''];
  const title = ['| | seconds, median | peak memory more, MB | file, MB | bars |', '|---|---:|---:|---:|---|'];
  return { markdown: [...head, ...title, ...lines, ''].join('\n'), results };
};
