// npm run test:transitions: takes each transition out of the shipped definitions, one at a time, and looks which journey notices.
// `--only DEFINITION[.EVENT]`, `--jobs N` (1), `--share k/n` (every n-th transition, beginning with the k-th), `--list` (only what would be tried).
// A journey is a spec of test/e2e/journeys; those in whose record the event occurred are tried, the quickest first, the whole year last.
import { spawn } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = join(root, 'node_modules', '.cache', 'transitions');
const definitions = join('libs', 'workflow', 'src', 'definitions');
const journeyFolder = join(root, 'test', 'e2e', 'journeys');
const wholeYear = 'year-2015';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    share: { type: 'string', default: '1/1' },
    list: { type: 'boolean', default: false },
  },
});

const say = (line) => {
  process.stdout.write(`${line}\n`);
};

/** Every transition that ships, by definition and place. */
const transitions = () =>
  readdirSync(join(root, 'dist', definitions))
    .sort()
    .flatMap((file) => {
      const { name, transitions: lines = [] } = JSON.parse(readFileSync(join(root, 'dist', definitions, file), 'utf8'));
      return lines.map(({ event, from, to }, index) => ({
        file,
        index,
        name,
        event,
        title: `${name}: ${event} ${from.join('|')} → ${to}`,
      }));
    });

const chosen = () => {
  const [share = 1, shares = 1] = values.share.split('/').map(Number);
  const [definition, event] = (values.only ?? '').split('.');
  return transitions()
    .filter(({ name }) => values.only === undefined || name === definition)
    .filter((line) => event === undefined || line.event === event)
    .filter((_line, index) => index % shares === share - 1);
};

/** A copy that shares every file with the build. */
const linkTree = (from, to) => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkSync(source, target);
  }
};

/** The build without one transition. @returns its folder */
const buildWithout = ({ file, index }) => {
  const build = join(work, `${file}.${index}`);
  rmSync(build, { recursive: true, force: true });
  linkTree(join(root, 'dist'), build);
  const path = join(build, definitions, file);
  const definition = JSON.parse(readFileSync(path, 'utf8'));
  definition.transitions.splice(index, 1);
  // The file is another name of the build's own: it is replaced and never written into.
  unlinkSync(path);
  writeFileSync(path, JSON.stringify(definition));
  return build;
};

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--selectProjects', 'parts'];

/** What a failure says of itself, in a line: the sentence of the demonstration, or what was expected and found. */
const reasonIn = (message) => {
  const plain = stripVTControlCharacters(message);
  const sentence = /^Error: (\d{4}-\d\d-\d\dT.+)$/m.exec(plain)?.[1];
  const differences = plain.split('\n').filter((line) => /^\s*[-+] {2,}\S|^(Expected|Received): /.test(line));
  return (
    sentence ??
    (differences
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' ') ||
      (plain.split('\n')[0] ?? ''))
  );
};

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    running.forEach((child) => child.kill());
    process.exit(130);
  });
}

/** Runs one journey. @returns whether it passed, the first assertion that failed, and the seconds that it took */
const runJourney = (journey, build, more = {}) =>
  new Promise((resolve) => {
    const report = join(work, `${journey}.${process.pid}.${Math.random()}.json`);
    const begun = Date.now();
    const child = spawn(process.execPath, [...jest, '--json', '--outputFile', report, '--testPathPatterns', `journeys/${journey}`], {
      cwd: root,
      env: { ...process.env, JOURNEY_BUILD: build, ...more },
      stdio: 'ignore',
    });
    running.add(child);
    child.on('close', () => {
      running.delete(child);
      const { success, testResults } = JSON.parse(readFileSync(report, 'utf8'));
      rmSync(report);
      const failed = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
      const messages = failed?.failureMessages ?? testResults.map(({ message }) => message);
      resolve({
        passed: success,
        seconds: (Date.now() - begun) / 1_000,
        // A machine that is too busy is no reason.
        timedOut: !success && messages.join().includes('Exceeded timeout'),
        first: failed?.title ?? 'it did not begin',
        why: reasonIn(messages.join('\n')),
        message: messages.join('\n'),
      });
    });
  });

const traces = join(work, 'traces.json');
const stamp = existsSync(join(root, 'dist', '.stamp')) ? readFileSync(join(root, 'dist', '.stamp'), 'utf8') : '';

/** Runs a journey with the whole build, to see what it records and how long it takes. */
const traceJourney = async (journey) => {
  const trace = join(work, `${journey}.trace`);
  rmSync(trace, { force: true });
  const { passed, seconds, message } = await runJourney(journey, join(root, 'dist'), { JOURNEY_TRACE: trace });
  if (!passed) throw new Error(`${journey} fails with the whole build:\n${message}`);
  const lines = journey === wholeYear ? [] : readFileSync(trace, 'utf8').trim().split('\n');
  const events = [...new Set(lines.flatMap((line) => Object.keys(JSON.parse(line))))];
  say(`ok   ${journey} with the whole build (${seconds.toFixed(0)} s)`);
  return { journey, stamp, seconds, events };
};

/** What each journey records; looked up once for each build. The quickest first. */
const traceJourneys = async () => {
  const known = existsSync(traces) ? JSON.parse(readFileSync(traces, 'utf8')) : [];
  const traced = [];
  for (const file of readdirSync(journeyFolder).filter((name) => name.endsWith('.e2e-spec.ts'))) {
    const journey = file.replace('.e2e-spec.ts', '');
    traced.push(known.find((one) => one.journey === journey && one.stamp === stamp) ?? (await traceJourney(journey)));
    writeFileSync(traces, JSON.stringify(traced));
  }
  return traced.sort((a, b) => a.seconds - b.seconds);
};

/** The journeys that might notice, the most likely first. */
const candidates = (traced, { event }) => [
  ...traced.filter(({ journey, events }) => journey !== wholeYear && events.includes(event)),
  ...traced.filter(({ journey }) => journey === wholeYear),
];

/** Who notices that a transition is gone; null when nobody does. */
const whoNotices = async (traced, transition) => {
  const build = buildWithout(transition);
  try {
    for (const { journey } of candidates(traced, transition)) {
      let result = await runJourney(journey, build);
      if (result.timedOut) result = await runJourney(journey, build);
      if (result.timedOut) throw new Error(`${journey} takes too long on this machine now; give it fewer jobs or another hour`);
      if (!result.passed) return { journey, first: result.first, why: result.why };
    }
    return null;
  } finally {
    rmSync(build, { recursive: true, force: true });
  }
};

mkdirSync(work, { recursive: true });
const all = chosen();
if (values.list) {
  all.forEach(({ title }) => say(title));
  process.exit(0);
}
const traced = await traceJourneys();
const begun = Date.now();
const unnoticed = [];
let done = 0;
const queue = [...all];
const takeTurns = async () => {
  for (let transition = queue.shift(); transition !== undefined; transition = queue.shift()) {
    const noticed = await whoNotices(traced, transition);
    done += 1;
    const left = Math.round(((Date.now() - begun) / 1_000 / done) * (all.length - done));
    if (noticed === null) unnoticed.push(transition);
    const verdict = noticed === null ? 'NOBODY noticed' : `${noticed.journey} noticed: ${noticed.first} (${noticed.why})`;
    say(`${done}/${all.length} ${transition.title}: ${verdict}; ${left} s left`);
  }
};
await Promise.all(Array.from({ length: Number(values.jobs) }, takeTurns));
unnoticed.forEach(({ title }) => say(`UNNOTICED ${title}`));
say(`${all.length - unnoticed.length} passed, ${unnoticed.length} failed, 0 skipped`);
process.exitCode = unnoticed.length === 0 ? 0 : 1;
