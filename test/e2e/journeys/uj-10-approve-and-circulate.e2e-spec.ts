import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approve, buildDraft, onAgenda, propose, tellDecisions, type Draft } from './support/agenda-of-2015.ts';
import { because, bilingual, dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';

interface Circulation {
  readonly circulationId: string;
  readonly version: number;
  readonly languages: readonly string[];
  readonly circulatedAt: string;
  readonly addresseeCount: number;
  readonly addressees: readonly { readonly member: string; readonly supplementary: boolean }[];
}

const until = (wallTime: string) => ({ commentsUntil: { wallTime, zone: 'Europe/Brussels' } });

describe('UJ-10: the draft agenda is approved and circulated', () => {
  let journey: Journey;
  let draft: Draft;
  let contentHash: string;
  const circulations = (): Promise<readonly Circulation[]> => journey.read('delegate:KE', onAgenda('/circulations'));
  const obstacles = async (step: 'publish' | 'circulate') =>
    (await journey.read<{ checks: { obstacles: Readonly<Record<string, unknown>> } }>('officer', onAgenda('/working'))).checks.obstacles[
      step
    ];

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    draft = await buildDraft(journey, await openCall(journey));
    await journey.walkTo('2015-04-20T08:00:00.000Z');
  }, 90_000);
  afterAll(() => journey.close());

  it('nothing is circulated before a version is approved and out', async () => {
    const answer = await journey.refused(
      'officer',
      onAgenda('/circulations'),
      until('2015-05-06T23:59'),
      409,
      'agenda.circulation_refused',
    );
    expect(answer.body['causes']).toStrictEqual([{ cause: 'version_unapproved', version: 1 }]);
    expect(await obstacles('circulate')).toStrictEqual([{ cause: 'version_unapproved', version: 1 }]);
  });

  it('a version with a text in one language and a duplicate that nobody decided is refused, every cause at once (BR-16)', async () => {
    await journey.done('officer', onAgenda(`/items/${draft.items.kenya}/annotation`), { annotation: { en: 'Five tribunals, one law.' } });
    const same = { otherId: draft.topics.burundi, ...because('same_question') };
    const { id } = await journey.done('officer', `/topics/${draft.topics.uganda}/confirm-duplicate`, same);
    contentHash = await propose(journey);
    const causes = [
      { cause: 'version_unapproved', version: 1 },
      { cause: 'language_missing', language: 'fr', where: ['I - a'] },
      { cause: 'duplicate_unresolved', topics: [id] },
    ];
    expect(await obstacles('publish')).toStrictEqual(causes);
    await approve(journey, contentHash);
    const answer = await journey.refused('officer', onAgenda('/publish'), undefined, 409, 'agenda.publication_refused');
    expect(answer.body['causes']).toStrictEqual(causes.slice(1));
    expect(await obstacles('publish')).toStrictEqual(causes.slice(1));
  });

  it('it is sent back with a remark, and the officer mends it', async () => {
    await journey.done('approver', onAgenda('/return'), { remark: 'The French text is missing.' });
    const { returned } = await journey.read<{ returned: { remark: string } }>('officer', onAgenda('/working'));
    expect(returned.remark).toBe('The French text is missing.');
    const annotation = { en: 'Five tribunals, one law.', fr: 'Cinq tribunaux, une loi.' };
    await journey.done('officer', onAgenda(`/items/${draft.items.kenya}/annotation`), { annotation });
    const other = { otherId: draft.topics.burundi };
    await journey.done('officer', `/topics/${draft.topics.uganda}/undo-duplicate-ruling`, { ...other, ...because('mistake') });
    await journey.done('officer', `/topics/${draft.topics.uganda}/rule-out-duplicate`, { ...other, ...because('different_question') });
    contentHash = await propose(journey);
  });

  it('the drafter cannot approve', async () => {
    await journey.refused('officer', onAgenda('/approve'), { contentHash }, 403, 'authorisation.role_not_allowed');
  });

  it('nor can a version that the approver has not read be approved', async () => {
    await journey.refused('approver', onAgenda('/approve'), { contentHash: 'a'.repeat(64) }, 409, 'agenda.content_differs');
    await approve(journey, contentHash);
    await journey.done('officer', onAgenda('/publish'));
    await journey.settled();
    expect(await obstacles('circulate')).toStrictEqual([]);
  });

  it('a duplicate that comes up after the version is out stands against circulating it', async () => {
    const other = { otherId: draft.topics.kenya };
    const { id } = await journey.done('officer', `/topics/${draft.topics.uganda}/confirm-duplicate`, {
      ...other,
      ...because('same_question'),
    });
    const answer = await journey.refused(
      'officer',
      onAgenda('/circulations'),
      until('2015-05-06T23:59'),
      409,
      'agenda.circulation_refused',
    );
    expect(answer.body['causes']).toStrictEqual([{ cause: 'duplicate_unresolved', topics: [id] }]);
    await journey.done('officer', `/topics/${draft.topics.uganda}/undo-duplicate-ruling`, { ...other, ...because('mistake') });
    await journey.done('officer', `/topics/${draft.topics.uganda}/rule-out-duplicate`, { ...other, ...because('different_question') });
    await tellDecisions(journey, Object.values(draft.topics));
  });

  it('Members have at least ten working days: 1 May is a holiday, 5 May is the tenth', async () => {
    await journey.refused('officer', onAgenda('/circulations'), { commentsUntil: null }, 422, 'agenda.comment_period_missing');
    await journey.refused('officer', onAgenda('/circulations'), until('2015-05-04T23:59'), 422, 'agenda.comment_period_too_short');
  });

  it('the list of addressees is frozen and counts 180 on 20 April, Palestine included', async () => {
    await journey.done('officer', onAgenda('/circulations'), until('2015-05-06T23:59'));
    const [circulation] = await circulations();
    expect(circulation).toMatchObject({ version: 1, languages: ['en', 'fr'], addresseeCount: 180 });
    expect(circulation?.circulatedAt.slice(0, 10)).toBe('2015-04-20');
    expect(circulation?.addressees.filter(({ member }) => member === 'PS')).toHaveLength(1);
    const members = await journey.read<readonly { code: string }[]>(null, '/members?on=2015-04-20');
    expect(circulation?.addressees.map(({ member }) => member).sort()).toStrictEqual(members.map(({ code }) => code).sort());
  });

  it('the same version is not circulated twice', async () => {
    await journey.refused('officer', onAgenda('/circulations'), until('2015-05-06T23:59'), 409, 'agenda.already_circulated');
  });

  it('a Member that accedes before the last moment for comments is sent it by itself; the frozen list stays (BR-18)', async () => {
    await journey.walkTo('2015-04-27T08:00:00.000Z');
    const exercise = {
      code: 'ZZ',
      name: bilingual('Exercise (invented)'),
      region: 'EUR',
      accededOn: '2015-04-27',
      accessionVerified: false,
      correspondenceLanguage: 'fr',
      landlocked: true,
      kind: 'exercise',
      economicCommunities: [],
    };
    await journey.done('officer', '/members', exercise);
    await journey.settled();
    const [circulation] = await circulations();
    expect(circulation?.addressees.filter(({ supplementary }) => !supplementary)).toHaveLength(180);
    expect(circulation?.addressees.filter(({ supplementary }) => supplementary)).toMatchObject([{ member: 'ZZ' }]);
    expect(journey.recorded('AgendaCirculationSupplemented').map(({ role }) => role)).toStrictEqual(['process']);
  });

  it('the list as it was that day is shown with a look back, and is no business of the public', async () => {
    const then = await journey.read<readonly Circulation[]>('delegate:KE', `${onAgenda('/circulations')}?asOf=2015-04-21T08:00:00Z`);
    expect(then.map(({ addresseeCount }) => addresseeCount)).toStrictEqual([180]);
    expect(await journey.statusOf(null, onAgenda('/circulations'))).toBe(404);
  });
});
