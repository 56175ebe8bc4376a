import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { shippedProjections } from '../../libs/projections/src/index.ts';

const { events } = JSON.parse(readFileSync('test/fixtures/stored-names.json', 'utf8')) as {
  readonly events: Readonly<Record<string, unknown>>;
};

/** Event types of the agenda and of meetings by their first word; omissions of priorities belong to the agenda. */
const ofMeetings = (type: string): boolean => /^(Agenda|PriorityOmission|Session|Conference)/.test(type);

/** Shown nowhere, each with the reason. */
const notShown: Readonly<Record<string, string>> = {};

/** Read models that show agendas and meetings. */
const readModels = ['agenda', 'agenda-circulation', 'agenda-outcomes', 'meetings'];

describe('what happens to agendas and meetings', () => {
  const followed = new Set(
    shippedProjections.filter(({ name }) => readModels.includes(name)).flatMap(({ handlers }) => Object.keys(handlers)),
  );
  const types = Object.keys(events).filter(ofMeetings);

  it('is followed by a read model, or said not to be shown, event type by event type', () => {
    expect(types.length).toBeGreaterThan(80);
    expect(types.filter((type) => !followed.has(type) && !Object.hasOwn(notShown, type))).toStrictEqual([]);
  });

  it('and nothing is said not to be shown that is', () => {
    expect(Object.keys(notShown).filter((type) => followed.has(type) || !types.includes(type))).toStrictEqual([]);
  });
});
