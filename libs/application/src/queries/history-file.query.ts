import { toCsv } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import type { Telling } from '../history/entry.ts';
import type { HistoryFilter } from '../history/history-filter.ts';
import { historyProv } from '../history/history-prov.ts';
import { historyTable } from '../history/history-table.ts';
import { audiencesOf, isKnown, type ObjectName } from '../history/known-events.ts';
import { tellingOf, toldSteps } from '../history/read-history.ts';

/** JSON Lines: a step a line. CSV: a changed field a row. PROV: W3C PROV-JSON. */
export const historyFormats = ['jsonl', 'csv', 'prov'] as const;
export type HistoryFormat = (typeof historyFormats)[number];

/** A history as a file. */
export interface HistoryFile extends ObjectName {
  readonly text: string;
  readonly mediaType: string;
  readonly name: string;
}

const mediaTypes: Readonly<Record<HistoryFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  prov: 'application/json; charset=utf-8',
};

interface FileQuestion extends ObjectName {
  readonly filter: HistoryFilter;
  readonly format: HistoryFormat;
  /** Of the headings and reasons of a table. */
  readonly language: Language;
}

const textOf = async (env: Environment, telling: Telling, { filter, format, language }: FileQuestion): Promise<string> => {
  const steps = toldSteps(env, telling, filter);
  if (format === 'csv') return (await Array.fromAsync(toCsv(historyTable(telling.name, steps, language)))).join('');
  const told = await Array.fromAsync(steps);
  return format === 'prov'
    ? `${JSON.stringify(historyProv(telling.name, told))}\n`
    : told.map((step) => `${JSON.stringify(step)}\n`).join('');
};

/** The same steps as the history shows, with the same filter and rights, as a file (row F8). */
export const historyFile: Query<FileQuestion, HistoryFile | { readonly code: 'asof.not_available' } | null> = {
  name: 'historyFile',
  run: async (env, question, viewer) => {
    const { object, id, format } = question;
    if (object === 'draft' && env.looksBack === true) return { code: 'asof.not_available' };
    const telling = await tellingOf(env, { object, id }, viewer);
    if (telling === null) return null;
    const text = await textOf(env, telling, question);
    const name = `history-${object}-${id.replace(/[^A-Za-z0-9._-]+/g, '-')}.${format === 'prov' ? 'prov.json' : format}`;
    return { object, id, text, mediaType: mediaTypes[format], name };
  },
  // A file tells everything at once: it is handed to those who are still told as much.
  stillPermitted: (env, answer, viewer) => {
    if (answer === null || 'code' in answer) return answer;
    const isContribution = answer.object === 'topic' || answer.object === 'practice';
    if (isContribution && viewer.kind === 'member' && !audiencesOf(env, answer, viewer).includes('addressee')) return null;
    return isKnown(env, answer, viewer) ? answer : null;
  },
};
