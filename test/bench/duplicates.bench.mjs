// What one more submission costs the suggestions of duplicates, early and late in a log; and how well they find what says the same.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openMemoryEventStore } from '../../dist/libs/event-store/src/adapters/memory/index.js';
import { uuidV5 } from '../../dist/libs/event-store/src/index.js';
import { openReadModelsOf, shippedProjections, startProjections, duplicateSuggestions } from '../../dist/libs/projections/src/index.js';
import { chanceOf } from '../crash/lib/ids.mjs';
import { median } from './lib/measure.mjs';

const parsed = (path) => JSON.parse(readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)), 'utf8'));
const duplicates = shippedProjections.filter(({ name }) => name === 'duplicate-suggestions' || name === 'member-directory');

const submission = ({ id, kind, member, language, primaryTheme, title, text }) => ({
  id: uuidV5(`bench ${id}`),
  type: kind === 'topic' ? 'TopicSubmitted' : 'PracticeSubmitted',
  data: {
    contributionId: id,
    reference: `${member}-${id}`,
    edition: 1,
    member,
    guidanceId: 'G',
    callId: 'C',
    draftId: id,
    content: { language, title, text, primaryTheme, secondaryThemes: [], economicCommunity: null },
    contentHash: '',
    draftedBy: 'd',
    releasedBy: 'r',
    submittedAt: '2015-03-02T09:00:00.000Z',
  },
  metadata: { audience: 'addressee', occurredAt: '2015-03-02T09:00:00.000Z', actor: 'r', role: 'delegate', actingFor: member },
});

const read = async (submissions) => {
  const store = openMemoryEventStore();
  const db = openReadModelsOf(':memory:', duplicates);
  const add = async (one) => store.append(`${one.kind}-${one.id}`, 'no_stream', [submission(one)]);
  for (const one of submissions) await add(one);
  const runner = startProjections({ store, db, projections: duplicates, upcasters: {} });
  await runner.caughtUp;
  const close = async () => {
    await runner.stop();
    db.close();
    await store.close();
  };
  return { db, add, close, wait: (position) => runner.waitForPosition(position) };
};

const sets = {
  'our first set': parsed('duplicates/customs-a.json'),
  'our second set': parsed('duplicates/customs-b.json'),
};

/** Texts as long as those of a call, made of sentences of our sets and, one word in ten, of words nobody else has. */
const invented = (chance, id) => {
  const texts = Object.values(sets).flatMap(({ submissions }) => submissions);
  const pick = () => texts[chance.below(texts.length)];
  const base = pick();
  const others = texts.filter(({ language }) => language === base.language);
  const sentences = Array.from({ length: 3 }, () => others[chance.below(others.length)].text.split(/(?<=[.!?])\s+/)).map(
    (all) => all[chance.below(all.length)],
  );
  const rare = Array.from({ length: 6 }, () => `z${chance.below(40_000).toString(36)}x`).join(' ');
  return { ...base, id, text: `${base.text} ${sentences.join(' ')} ${rare}` };
};

/** Milliseconds of one more submission, one after the other. */
const costAfter = async (earlier, chance, count) => {
  const model = await read(earlier);
  const figures = [];
  for (let n = 0; n < count; n += 1) {
    const one = invented(chance, `more-${n}`);
    const begun = performance.now();
    const { position } = await model.add(one);
    await model.wait(position);
    figures.push(performance.now() - begun);
  }
  await model.close();
  return figures;
};

const quality = async ({ submissions, pairs, hardNegatives }) => {
  const { db, close } = await read(submissions);
  const key = (a, b) => [a, b].sort().join(' ');
  const language = new Map(submissions.map((one) => [one.id, one.language]));
  const order = (languages) =>
    duplicateSuggestions(db, { filter: { languages }, limit: 200 }).items.map(({ a, b }) => key(a.contributionId, b.contributionId));
  const [same, across] = [order('same'), order('across')];
  const isAcross = ({ a, b }) => language.get(a) !== language.get(b);
  const within = (most, some, among) => some.filter(({ a, b }) => among.slice(0, most).includes(key(a, b))).length;
  const [sames, acrosses] = [pairs.filter((pair) => !isAcross(pair)), pairs.filter(isAcross)];
  const figures = {
    same: `${within(25, sames, same)} of ${sames.length}`,
    hard: within(15, hardNegatives, same),
    across: `${within(25, acrosses, across)} of ${acrosses.length}`,
  };
  await close();
  return figures;
};

/** @returns Markdown and the figures behind it */
export const benchDuplicates = async ({ repetitions }) => {
  const chance = chanceOf(2015);
  const earlier = Array.from({ length: 10_000 }, (_text, index) => invented(chance, `text-${index}`));
  const figures = { 'the 101st': [], 'the 10,001st': [] };
  for (let round = 0; round < repetitions; round += 1) {
    figures['the 101st'].push(median(await costAfter(earlier.slice(0, 100), chance, 40)));
    figures['the 10,001st'].push(median(await costAfter(earlier, chance, 40)));
  }
  const [early, late] = Object.values(figures).map(median);
  const found = {};
  for (const [name, set] of Object.entries(sets)) found[name] = await quality(set);
  const markdown = [
    '### One more submission, milliseconds until its suggestions stand',
    '',
    '| | median | ÷ the 101st |',
    '|---|---:|---:|',
    `| the 101st | ${early.toFixed(2)} | 1.00 |`,
    `| the 10,001st | ${late.toFixed(2)} | ${(late / early).toFixed(2)} |`,
    '',
    '### What is found',
    '',
    '| set | pairs of one language among the first 25 | that only look alike among the first 15 | pairs across languages among the first 25 |',
    '|---|---:|---:|---:|',
    ...Object.entries(found).map(([name, { same, hard, across }]) => `| ${name} | ${same} | ${hard} | ${across} |`),
    '',
  ].join('\n');
  return { markdown, results: { figures, found } };
};
