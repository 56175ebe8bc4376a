import { cursorOf, keyOf, type Page, type Viewer } from '../../../projections/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import type { ObjectStep, Telling } from '../history/entry.ts';
import type { HistoryFilter } from '../history/history-filter.ts';
import { audiencesOf, type ObjectName } from '../history/known-events.ts';
import { allSteps, soughtStep, tellingOf } from '../history/read-history.ts';
import { releasedAs, whereaboutsAfter, type Whereabouts } from '../history/whereabouts.ts';

export interface HistoryQuestion extends ObjectName {
  readonly filter: HistoryFilter;
  /** 1 to 200 steps. */
  readonly limit: number;
  /** Of an earlier page, or null. */
  readonly cursor: string | null;
}

/** The history of one object, a page of it. */
export interface ObjectHistory extends ObjectName, Page<ObjectStep> {
  /** Where it went, when it did; empty while it stands where it stood. */
  readonly whereabouts: readonly Whereabouts[];
}

type NoPast = { readonly code: 'asof.not_available' };
type BadCursor = { readonly code: 'paging.bad_cursor' };

/** Place of the step after which the page begins, -1 for the first page; null when the cursor is not one of ours. */
const startOf = (cursor: string | null): number | null => {
  if (cursor === null) return -1;
  const [after = ''] = keyOf(cursor, 1) ?? [];
  return /^\d{1,9}$/.test(after) ? Number(after) : null;
};

const pageOf = async (env: Environment, telling: Telling, { filter, limit }: HistoryQuestion, start: number): Promise<ObjectHistory> => {
  const items: ObjectStep[] = [];
  let [whereabouts, total, last, next]: [readonly Whereabouts[], number, number, string | null] = [[], 0, 0, null];
  for await (const step of allSteps(env, telling)) {
    whereabouts = whereaboutsAfter(whereabouts, step, telling.name);
    const told = soughtStep(step, telling, filter);
    if (told === null) continue;
    total += 1;
    if (step.place <= start) continue;
    if (items.length === limit) next ??= cursorOf([String(last)]);
    else items.push(told);
    if (next === null) last = step.place;
  }
  return { ...telling.name, whereabouts, items, next, total };
};

/** What is left of a draft that became a contribution: where it went. */
const released = (env: Environment, { object, id }: ObjectName, viewer: Viewer): ObjectHistory | null => {
  const to = object === 'draft' ? releasedAs(env, id, viewer) : null;
  return to === null ? null : { object, id, whereabouts: [to], items: [], next: null, total: 0 };
};

/** Recorded steps of any object, oldest first, with what each changed; as far as the viewer may know of them. */
export const objectHistory: Query<HistoryQuestion, ObjectHistory | NoPast | BadCursor | null> = {
  name: 'objectHistory',
  run: async (env, question, viewer) => {
    const { object, id, cursor } = question;
    if (object === 'draft' && env.looksBack === true) return { code: 'asof.not_available' };
    const start = startOf(cursor);
    if (start === null) return { code: 'paging.bad_cursor' };
    const telling = await tellingOf(env, { object, id }, viewer);
    return telling === null ? released(env, { object, id }, viewer) : pageOf(env, telling, question, start);
  },
  // Whoever stood behind a contribution then and does so no longer is shown nothing of what was told to those who do.
  stillPermitted: (env, answer, viewer) => {
    if (answer === null || 'code' in answer) return answer;
    const may = audiencesOf(env, answer, viewer);
    return answer.items.every(({ audience }) => may.includes(audience)) ? answer : null;
  },
};
