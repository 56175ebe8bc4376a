import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, bilingual, dayOfTheDocument } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { stands } from './support/stages.ts';

const sessionId = 'PTC-207-208';
const words = (verb: string, en: string) => ({ title: bilingual('Regional integration'), text: bilingual(en), verb });

describe('decisions of the body, and what follows from them', () => {
  let journey: Journey;
  let documentId: string;
  const path = (id: string, step = ''): string => `/decisions/${id}${step}`;
  const at = (id: string, stage: string) => stands(journey, ['decision', id], stage);
  const draft = async (decisionId: string, verb = 'agreed'): Promise<void> => {
    await journey.done('officer', '/decisions', { decisionId, sessionId, about: [], ...words(verb, `${decisionId}.`) });
    await at(decisionId, 'drafted');
  };
  const circulate = async (id: string): Promise<void> => {
    await journey.done('approver', path(id, '/circulate'), { deadline: '2015-02-20T13:00' });
    await at(id, 'silence_running');
  };
  const adopt = async (id: string): Promise<void> => {
    const { words: current } = await journey.read<{ words: { textHash: string } }>('officer', path(id));
    await journey.done('chair', path(id, '/adopt'), { textHash: current.textHash });
    await at(id, 'adopted');
  };

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    const { id } = await journey.done('officer', '/documents', readFileSync('test/fixtures/documents/PC0990E1.md'));
    await journey.done('officer', `/documents/${id}/confirm`, { sessionId, supplied: {} });
    documentId = id;
  }, 90_000);
  afterAll(() => journey.close());

  it('silence until the deadline adopts the words that were circulated', async () => {
    await draft('DEC-1');
    await circulate('DEC-1');
    await draft('DEC-2');
    await circulate('DEC-2');
    await journey.done('delegate:FR', path('DEC-2', '/objections'), { language: 'fr', text: 'Nous nous y opposons.' });
    await journey.walkTo('2015-02-20T12:01:00.000Z');
    await at('DEC-1', 'adopted');
    expect(journey.recorded('DecisionAdoptedBySilence')).toMatchObject([{ stream: 'decision-DEC-1', role: 'process' }]);
  });

  it('one objection breaks it: the words are drafted anew, and the Chair records that they were not adopted', async () => {
    await at('DEC-2', 'silence_broken');
    await journey.done('officer', path('DEC-2', '/redraft'), words('agreed', 'In other words.'));
    await at('DEC-2', 'drafted');
    await journey.done('chair', path('DEC-2', '/reject'), because('no_consensus'));
    await at('DEC-2', 'not_adopted');
  });

  it('at the session the words that were read out are adopted, forwarded, carried out, and take the place of others', async () => {
    await draft('DEC-3', 'forwarded_to_council');
    await journey.walkTo('2015-03-03T09:00:00.000Z');
    await journey.done('officer', `/sessions/${sessionId}/open`);
    await adopt('DEC-3');
    await journey.done('officer', path('DEC-3', '/transmit'), { to: 'council', documentId });
    await at('DEC-3', 'transmitted');
    await journey.done('officer', path('DEC-3', '/implemented'), { documentId });
    await at('DEC-3', 'implemented');
    await journey.done('officer', path('DEC-1', '/supersede'), { supersededBy: 'DEC-3', ...because('replaced') });
    await at('DEC-1', 'superseded');
  });

  it('what the body decided earlier is recorded as it is quoted', async () => {
    await journey.done('officer', '/decisions/prior', {
      decisionId: 'DEC-EARLIER',
      sessionId: 'PTC-205-206',
      kind: 'agreed',
      quote: 'Members were invited to send input between sessions.',
      source: { symbol: 'PC0990E1', paragraph: 'B1' },
      followUp: null,
    });
    await at('DEC-EARLIER', 'recorded');
  });

  it('an action is carried forward, taken up there, or dropped for a reason', async () => {
    const action = (actionId: string) => ({
      actionId,
      title: bilingual('Publish'),
      owner: 'Secretariat',
      dueSessionId: sessionId,
      about: ['decision-DEC-3'],
    });
    for (const id of ['ACT-1', 'ACT-2']) {
      await journey.done('officer', '/actions', action(id));
      await stands(journey, ['action', id], 'open');
    }
    await journey.done('officer', '/actions/ACT-1/carry-forward', { toSessionId: 'PTC-209-210', ...because('more_time') });
    await stands(journey, ['action', 'ACT-1'], 'carried_forward');
    await journey.done('officer', '/actions/ACT-1/start');
    await stands(journey, ['action', 'ACT-1'], 'in_progress');
    await journey.done('officer', '/actions/ACT-2/drop', because('overtaken'));
    await stands(journey, ['action', 'ACT-2'], 'dropped');
  });
});
