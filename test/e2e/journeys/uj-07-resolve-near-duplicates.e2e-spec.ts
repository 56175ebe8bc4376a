import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pairName, ranksOf, sampleTexts, within } from '../../support/texts.ts';
import { accountForOthers, addHeading, addItem, openAgenda, publish, tellDecisions } from './support/agenda-of-2015.ts';
import { because, dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { sendSamples } from './support/samples.ts';

interface Side {
  readonly contributionId: string;
  readonly language: string;
}

interface Suggestion {
  readonly kind: 'topic' | 'practice';
  readonly a: Side;
  readonly b: Side;
  readonly matches: readonly { readonly a: readonly string[]; readonly b: readonly string[] }[];
  readonly ruling: { readonly ruling: string } | null;
}

describe('UJ-07: an officer resolves near-duplicates', () => {
  const { submissions, pairs, hardNegatives } = sampleTexts();
  let journey: Journey;
  let sampleOf: ReadonlyMap<string, string>;
  const languageOf = (id: string) => submissions.find((one) => one.id === id)?.language;
  const sameLanguage = pairs.filter(({ a, b }) => languageOf(a) === languageOf(b));
  const across = pairs.filter(({ a, b }) => languageOf(a) !== languageOf(b));
  const suggestions = async (query: string): Promise<readonly Suggestion[]> =>
    (await journey.read<{ items: readonly Suggestion[] }>('officer', `/duplicate-suggestions?${query}`)).items;
  const nameOf = ({ a, b }: Pick<Suggestion, 'a' | 'b'>): string =>
    pairName(sampleOf.get(a.contributionId) ?? '', sampleOf.get(b.contributionId) ?? '');
  const names = async (query: string): Promise<readonly string[]> => (await suggestions(query)).map(nameOf);
  const rule = (what: string, { kind, a, b }: Suggestion, code: string, who: 'officer' | 'officer:second' = 'officer') =>
    journey.done(who, `/${kind}s/${a.contributionId}/${what}`, { otherId: b.contributionId, ...because(code) });

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    const requests = await openCall(journey);
    await journey.walkTo('2015-02-16T09:00:00.000Z');
    const ids = await sendSamples(journey, requests);
    sampleOf = new Map([...ids].map(([sample, id]) => [id, sample]));
    await journey.settled();
  }, 120_000);
  afterAll(() => journey.close());

  it('all eleven pairs of one language are among the first 25 suggestions', async () => {
    expect(sameLanguage.length).toBe(11);
    expect(within(25, ranksOf(sameLanguage, await names('languages=same&limit=25')))).toBe(11);
  });

  it('with at most two that only look alike among the first 15', async () => {
    expect(within(15, ranksOf(hardNegatives, await names('languages=same&limit=25')))).toBeLessThanOrEqual(2);
  });

  it('both English and French pairs are among the first 25 across languages', async () => {
    expect(across.length).toBe(2);
    expect(within(25, ranksOf(across, await names('languages=across&limit=25')))).toBe(2);
  });

  it('each is shown with the words that both have', async () => {
    for (const { matches, ruling } of await suggestions('limit=25')) {
      expect(ruling).toBeNull();
      expect(matches.length).toBeGreaterThan(0);
      for (const { a, b } of matches) expect([a.length > 0, b.length > 0]).toStrictEqual([true, true]);
    }
  });

  it('pairs that only look alike are ruled out with a reason, and are not proposed again', async () => {
    const all = [...(await suggestions('languages=same&limit=200')), ...(await suggestions('languages=across&limit=200'))];
    const lookAlike = new Set(hardNegatives.map(({ a, b }) => pairName(a, b)));
    const offered = all.filter((suggestion) => lookAlike.has(nameOf(suggestion)));
    expect(offered.length).toBeGreaterThan(0);
    const [first] = offered;
    const path = `/${first?.kind ?? ''}s/${first?.a.contributionId ?? ''}/rule-out-duplicate`;
    await journey.refused('officer', path, { otherId: first?.b.contributionId, ...because('whim') }, 422, 'reason.unknown_code');
    await journey.refused(
      'delegate:KE',
      path,
      { otherId: first?.b.contributionId, ...because('different_place') },
      403,
      'authorisation.role_not_allowed',
    );
    for (const suggestion of offered) await rule('rule-out-duplicate', suggestion, 'different_question');
    const left = [...(await names('languages=same&limit=200')), ...(await names('languages=across&limit=200'))];
    expect(left.filter((name) => lookAlike.has(name))).toStrictEqual([]);
    expect(new Set(await names('ruling=ruled_out&limit=200'))).toStrictEqual(new Set(offered.map(nameOf)));
  });

  it('a pair that says the same is confirmed, stays, and is offered no more', async () => {
    const [pair] = (await suggestions('languages=same&limit=1')).slice(0, 1);
    if (pair === undefined) throw new Error('nothing is offered');
    await rule('confirm-duplicate', pair, 'same_text');
    expect(await names('languages=same&limit=1')).not.toContain(nameOf(pair));
    expect(await names('ruling=confirmed')).toStrictEqual([nameOf(pair)]);
    for (const { contributionId } of [pair.a, pair.b])
      expect(await journey.statusOf('officer', `/contributions/${contributionId}`)).toBe(200);
  });

  it.each([
    ['confirmed', 'confirm-duplicate', 'same_text'],
    ['ruled_out', 'rule-out-duplicate', 'different_place'],
  ])('what was %s can be undone, by anybody who triages, and is offered again', async (ruling, command, code) => {
    const [pair] = await suggestions(`ruling=${ruling}&limit=1`);
    if (pair === undefined) throw new Error('nothing was ruled on');
    const relation = pair.a.language === pair.b.language ? 'same' : 'across';
    await rule('undo-duplicate-ruling', pair, 'mistake', 'officer:second');
    expect(await names(`languages=${relation}&limit=200`)).toContain(nameOf(pair));
    expect(await names(`ruling=${ruling}&limit=200`)).not.toContain(nameOf(pair));
    await rule(command, pair, code);
    expect(await names(`ruling=${ruling}&limit=200`)).toContain(nameOf(pair));
  });

  it('a ruling is refused the other way round while it stands', async () => {
    const [pair] = await suggestions('ruling=confirmed&limit=1');
    if (pair === undefined) throw new Error('nothing was ruled on');
    const path = `/${pair.kind}s/${pair.a.contributionId}/rule-out-duplicate`;
    const body = { otherId: pair.b.contributionId, ...because('different_place') };
    await journey.refused('officer', path, body, 409, 'duplicate.ruled_otherwise');
  });

  it('once the agenda is out, no ruling on what stands on it is undone any more', async () => {
    const pair = (await suggestions('ruling=ruled_out&limit=200')).find(({ kind }) => kind === 'topic');
    if (pair === undefined) throw new Error('no two topics were told apart');
    const topicId = pair.a.contributionId;
    await journey.done('officer', `/topics/${topicId}/acknowledge`);
    await journey.done('officer', `/topics/${topicId}/classify`, { primaryTheme: 'RISK', secondaryThemes: [] });
    await journey.done('officer', `/topics/${topicId}/recommend`, { recommendation: 'accept', ...because('merit') });
    await journey.done('officer:second', `/topics/${topicId}/accept`, because('merit'));
    await tellDecisions(journey, [topicId]);
    await openAgenda(journey);
    await addItem(journey, await addHeading(journey, 'RISK', 'Risk'), topicId, 'Risk management');
    await accountForOthers(journey);
    await publish(journey);
    const body = { otherId: pair.b.contributionId, ...because('mistake') };
    // The ruling stands with the one whose id comes first, whichever of the two is out.
    const code = topicId < pair.b.contributionId ? 'topic.wrong_stage' : 'duplicate.other_published';
    await journey.refused('officer', `/topics/${topicId}/undo-duplicate-ruling`, body, 409, code);
  });
});
