// npm run bench: figures and ratios as a table and as JSON. `--only NAME`, `--repetitions N`, `--ms N`, `--events N` (of the memory row), `--json FILE`.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAppend } from './append.bench.mjs';
import { benchAsOf } from './asof.bench.mjs';
import { benchDuplicates } from './duplicates.bench.mjs';
import { benchHttp } from './http.bench.mjs';
import { benchLedger } from './ledger.bench.mjs';
import { benchMemory } from './memory.bench.mjs';
import { benchQueue } from './queue.bench.mjs';
import { benchRebuild } from './rebuild.bench.mjs';
import { benchTables } from './tables.bench.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    peer: { type: 'string' },
    repetitions: { type: 'string' },
    ms: { type: 'string' },
    json: { type: 'string' },
    sizes: { type: 'string' },
    events: { type: 'string' },
  },
});
const settings = {
  repetitions: Number(values.repetitions ?? 5),
  milliseconds: Number(values.ms ?? 1_500),
  only: values.peer,
  memoryEvents: Number(values.events ?? 1_000_000),
  sizes: (values.sizes ?? '10000,100000').split(',').map(Number),
};
const benches = {
  append: benchAppend,
  rebuild: benchRebuild,
  'as-of': benchAsOf,
  http: benchHttp,
  memory: benchMemory,
  ledger: benchLedger,
  queue: benchQueue,
  duplicates: benchDuplicates,
  tables: benchTables,
};

const report = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  results: {},
};
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  const { markdown, results } = await bench(settings);
  process.stdout.write(`${markdown}\n`);
  report.results[name] = results;
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
process.stdout.write(`${report.node}, ${report.cores} cores of ${report.cpu}, ${report.memoryGb} GB; medians of ${settings.repetitions}\n`);
