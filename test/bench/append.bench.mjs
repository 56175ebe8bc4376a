// Durable appends, one event each, by 1, 8 and 64 writers at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleaved, ratePerSecond, table } from './lib/measure.mjs';
import { appendPeers } from './peers/append-peers.mjs';

/** @returns Markdown and the figures behind it */
export const benchAppend = async ({ repetitions, milliseconds, only }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const opened = [];
  for (const peer of appendPeers.filter(({ name }) => only === undefined || name.includes(only))) {
    try {
      opened.push({ name: peer.name, next: 0, ...(await peer.open(folder)) });
    } catch (error) {
      process.stderr.write(`NOTE: ${peer.name} is left out: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const results = {};
  const tables = [];
  for (const writers of [1, 8, 64]) {
    const figures = await interleaved(opened, repetitions, (peer) =>
      ratePerSecond(() => peer.append((peer.next += 1)), writers, milliseconds),
    );
    results[writers] = Object.fromEntries(figures);
    tables.push(table(`Durable appends, ${writers} writer${writers === 1 ? '' : 's'}`, figures, 'appends/s'));
  }
  for (const peer of opened) await peer.close();
  rmSync(folder, { recursive: true, force: true });
  return { markdown: tables.join('\n'), results };
};
