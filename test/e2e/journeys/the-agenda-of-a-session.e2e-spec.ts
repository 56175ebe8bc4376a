import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fieldOf } from './support/agenda-of-2015.ts';
import { because, bilingual, dayOfTheDocument } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { stands } from './support/stages.ts';

const sessionId = 'PTC-207-208';

/** From the first heading to the closing of the session in two steps, and on to the next session. */
describe('the agenda of a session', () => {
  let journey: Journey;
  let reached: string;
  let unreached: string;
  const on = (path: string, agendaId = sessionId): string => `/agendas/${agendaId}${path}`;
  const at = (stage: string, agendaId = sessionId) => stands(journey, ['agenda', agendaId], stage);
  const open = (agendaId: string) =>
    journey.done('officer', '/agendas/for-sessions', { agendaId, sessionId: agendaId, themeSetId: null, title: bilingual('Agenda') });
  const heading = async (agendaId: string): Promise<string> =>
    fieldOf(await journey.done('officer', on('/headings', agendaId), { title: bilingual('Opening'), theme: null }), 'headingId');
  const item = async (headingId: string, procedure: string): Promise<string> => {
    const wish = { headingId, title: bilingual(procedure), actionLabels: ['to_take_note'], procedure };
    return fieldOf(await journey.done('officer', on('/procedural-items'), wish), 'itemId');
  };
  const outcome = (itemId: string, verb: string, carriedTo: string | null) =>
    journey.done('officer', on(`/items/${itemId}/outcome`), { verb, statement: bilingual('As recorded.'), carriedTo });
  const sessionEvents = () => journey.recorded('SessionClosingBegun', 'SessionClosed').map(({ type }) => type);

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    await journey.walkTo('2015-02-11T09:00:00.000Z');
  }, 90_000);
  afterAll(() => journey.close());

  it('is built, and frozen by the passing of the date that was set for it', async () => {
    await open(sessionId);
    await at('building');
    const headingId = await heading(sessionId);
    reached = await item(headingId, 'opening');
    unreached = await item(headingId, 'any_other_business');
    await journey.done('officer', on('/freeze-date'), { daysBefore: 12 });
    await journey.walkTo('2015-02-23T09:00:00.000Z');
    await at('frozen');
    expect(journey.recorded('AgendaFrozen')).toMatchObject([{ role: 'process', data: { rule: 'days_before' } }]);
  });

  it('is opened again for a reason, frozen by hand, and goes out when another has approved it', async () => {
    await journey.done('officer', on('/unfreeze'), because('late_item'));
    await at('building');
    await journey.done('officer', on('/freeze'));
    await at('frozen');
    const proposed = await journey.done('officer', on('/propose'), { changeNote: bilingual('First version.') });
    await at('proposed');
    await journey.done('approver', on('/approve'), { contentHash: fieldOf(proposed, 'contentHash') });
    await at('approved');
    await journey.done('officer', on('/publish'));
    await at('published');
  });

  it('is adopted by the body only while it sits', async () => {
    await journey.refused('chair', on('/adopt'), undefined, 409, 'agenda.not_in_session');
    await journey.walkTo('2015-03-03T09:00:00.000Z');
    await journey.done('officer', `/sessions/${sessionId}/open`);
    await journey.done('chair', on('/adopt'));
    await at('adopted');
  });

  it('is closed with its session in two steps, when every item has an outcome', async () => {
    await outcome(reached, 'took_note', null);
    await journey.refused('chair', `/sessions/${sessionId}/begin-closing`, { agendaId: sessionId }, 409, 'session.items_open');
    await outcome(unreached, 'carried_forward', 'PTC-209-210');
    await journey.done('chair', `/sessions/${sessionId}/begin-closing`, { agendaId: sessionId });
    expect(sessionEvents()).toStrictEqual(['SessionClosingBegun']);
    await journey.done('chair', on('/close'));
    await at('closed');
    await journey.settled();
    expect(sessionEvents()).toStrictEqual(['SessionClosingBegun', 'SessionClosed']);
  });

  it('what was not reached is taken up by the agenda of the next session', async () => {
    const next = 'PTC-209-210';
    await open(next);
    await at('building', next);
    const headingId = await heading(next);
    const wish = { headingId, fromAgendaId: sessionId, title: bilingual('Carried forward'), actionLabels: ['for_discussion'] };
    await journey.refused('officer', on('/carried-items', next), { ...wish, fromItemId: reached }, 422, 'agenda.item_not_carried');
    await journey.done('officer', on('/carried-items', next), { ...wish, fromItemId: unreached });
  });
});
