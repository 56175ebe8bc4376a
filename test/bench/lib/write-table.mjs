// Writes a table of so many rows to nowhere; tells how long it took and how much memory it took more than before. `FORM ROWS`
import { createWriteStream, readFileSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toCsv, toJsonLines, toXlsx } from '../../../dist/libs/documents/src/index.js';

const [form, count] = [process.argv[2], Number(process.argv[3])];

const column = (key, type = 'text') => ({ key, type, title: { en: key, fr: key } });
const columns = [
  column('id'),
  column('reference'),
  column('member'),
  column('title'),
  column('text'),
  column('theme'),
  column('submittedAt', 'instant'),
  column('day', 'date'),
  column('editions', 'number'),
  column('late', 'yesNo'),
];

function* rows() {
  for (let at = 0; at < count; at += 1) {
    const id = at.toString(16).padStart(32, '0');
    const title = `Transit at the border of two unions, case ${at}`;
    const text = `Appeals against rulings end "differently" in each of the five Members, ${at}`;
    yield [id, `KE-${at}`, 'KE', title, text, 'DISPUTES', '2015-03-31T21:59:00.000Z', '2015-03-31', at % 7, at % 2 === 0];
  }
}

const megabytes = (field) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1_024;

const table = { name: 'Contributions', language: 'en', columns, rows: rows() };
const source = form === 'xlsx' ? toXlsx(table) : Readable.from(form === 'csv' ? toCsv(table) : toJsonLines(table), { objectMode: false });
let bytes = 0;
const counted = new Transform({
  transform(piece, _encoding, done) {
    bytes += piece.length;
    done(null, piece);
  },
});
const before = megabytes('VmRSS');
const begun = performance.now();
await pipeline(source, counted, createWriteStream('/dev/null'));
const seconds = (performance.now() - begun) / 1_000;
process.stdout.write(JSON.stringify({ form, rows: count, seconds, bytes, grownMegabytes: megabytes('VmHWM') - before }));
