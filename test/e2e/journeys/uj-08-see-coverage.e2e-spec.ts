import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { because, callId, dayOfTheDocument, openCall } from './support/beginnings.ts';
import { beginJourney, type Journey } from './support/journey.ts';
import { sendSamples } from './support/samples.ts';

interface Counts {
  readonly topics: number;
  readonly practices: number;
}

interface Cell extends Counts {
  readonly theme: string;
  readonly column: string;
  readonly isEmpty: boolean;
  readonly href: string;
}

interface Column extends Counts {
  readonly code: string;
  readonly members: number;
  readonly memberCount: number;
  readonly href: string;
}

interface Coverage {
  readonly total: Counts;
  readonly landlocked: Counts & {
    readonly perMille: number;
    readonly members: number;
    readonly memberCount: number;
    readonly href: string;
  };
  readonly themes: readonly (Counts & { readonly code: string; readonly omission: unknown })[];
  readonly regions: readonly Column[];
  readonly communities: readonly Column[];
  readonly byRegion: readonly Cell[];
  readonly byCommunity: readonly Cell[];
}

interface Submitted {
  readonly contributionId: string;
  readonly member: string;
  readonly content: { readonly primaryTheme: string };
}

interface Registered {
  readonly code: string;
  readonly region: string;
  readonly landlocked: boolean;
  readonly economicCommunities: readonly string[];
}

describe('UJ-08: an officer sees what is covered', () => {
  let journey: Journey;
  let withdrawn: string;
  const coverage = (query = '') => journey.read<Coverage>('officer', `/coverage${query}`);
  const idsAt = async (href: string): Promise<readonly string[]> => {
    const page = await journey.read<{ items: readonly { contributionId: string }[] }>(
      'officer',
      `${href.slice('/api/v1'.length)}&limit=200`,
    );
    return page.items.map(({ contributionId }) => contributionId).sort();
  };

  /** What the events say, without any read model. */
  const recount = () => {
    const members = new Map(journey.recorded('MemberRegistered').map(({ data }) => [String(data['code']), data as unknown as Registered]));
    const gone = new Set(journey.recorded('TopicWithdrawn', 'PracticeWithdrawn').map(({ stream }) => stream));
    const classified = new Map(
      journey
        .recorded('TopicClassified', 'PracticeClassified')
        .map(({ data }) => [String(data['topicId'] ?? data['practiceId']), String(data['primaryTheme'])]),
    );
    return journey
      .recorded('TopicSubmitted', 'PracticeSubmitted')
      .filter(({ stream }) => !gone.has(stream))
      .map(({ type, data }) => {
        const { contributionId, member, content } = data as unknown as Submitted;
        const from = members.get(member);
        return {
          contributionId,
          kind: type === 'TopicSubmitted' ? 'topic' : 'practice',
          theme: classified.get(contributionId) ?? content.primaryTheme,
          member,
          region: from?.region ?? '',
          communities: from?.economicCommunities ?? [],
          landlocked: from?.landlocked === true,
        };
      });
  };
  type Submission = ReturnType<typeof recount>[number];
  const counted = (found: readonly Submission[]): Counts => ({
    topics: found.filter(({ kind }) => kind === 'topic').length,
    practices: found.filter(({ kind }) => kind === 'practice').length,
  });

  beforeAll(async () => {
    journey = await beginJourney(dayOfTheDocument);
    const requests = await openCall(journey);
    await journey.walkTo('2015-02-16T09:00:00.000Z');
    const ids = await sendSamples(journey, requests);
    // One is put under another priority, one is taken back: the figures follow.
    const [moved = '', taken = ''] = recount().flatMap(({ kind, contributionId }) => (kind === 'topic' ? [contributionId] : []));
    await journey.done('officer', `/topics/${moved}/acknowledge`);
    await journey.done('officer', `/topics/${moved}/classify`, { primaryTheme: 'FREE_ZONES', secondaryThemes: [] });
    const member = recount().find(({ contributionId }) => contributionId === taken)?.member ?? '';
    await journey.done(`delegate:${member}`, `/topics/${taken}/withdraw`, because('sent_in_error'));
    withdrawn = taken;
    expect(ids.size).toBe(120);
  }, 120_000);
  afterAll(() => journey.close());

  it('the matrix is nine priorities by six regions, with counts', async () => {
    const { themes, regions, byRegion } = await coverage();
    expect([themes.length, regions.length, byRegion.length]).toStrictEqual([9, 6, 54]);
    expect(new Set(byRegion.map(({ theme, column }) => `${theme} ${column}`)).size).toBe(54);
    expect(byRegion.reduce((sum, { topics, practices }) => sum + topics + practices, 0)).toBe(119);
  });

  it('empty cells are marked, and no other', async () => {
    const { byRegion, byCommunity } = await coverage();
    for (const cell of [...byRegion, ...byCommunity]) expect(cell.isEmpty).toBe(cell.topics + cell.practices === 0);
    expect(byRegion.some(({ isEmpty }) => isEmpty)).toBe(true);
  });

  it('the share of landlocked Members is shown', async () => {
    const coastless = recount().filter(({ landlocked }) => landlocked);
    const { landlocked } = await coverage();
    expect(landlocked).toMatchObject({
      ...counted(coastless),
      perMille: Math.round((1000 * coastless.length) / 119),
      members: new Set(coastless.map(({ member }) => member)).size,
    });
    expect(landlocked.memberCount).toBeGreaterThan(landlocked.members);
    expect(await idsAt(landlocked.href)).toStrictEqual(coastless.map(({ contributionId }) => contributionId).sort());
  });

  it('every cell leads to exactly its submissions', async () => {
    const all = recount();
    const { byRegion, regions, communities } = await coverage();
    for (const { theme, column, href } of byRegion) {
      const own = all.filter((submission) => submission.theme === theme && submission.region === column);
      expect([href, await idsAt(href)]).toStrictEqual([href, own.map(({ contributionId }) => contributionId).sort()]);
    }
    for (const { code, href } of [...regions, ...communities]) {
      const own = all.filter(({ region, communities: of }) => region === code || of.includes(code));
      expect([href, await idsAt(href)]).toStrictEqual([href, own.map(({ contributionId }) => contributionId).sort()]);
    }
    expect(await idsAt(`/api/v1/contributions?callId=${callId}&standing=false`)).toStrictEqual([withdrawn]);
  });

  it('the figures equal a recount from the events, by region and by community', async () => {
    const all = recount();
    const { total, themes, byRegion, byCommunity } = await coverage();
    expect(total).toStrictEqual(counted(all));
    for (const theme of themes) expect(theme).toMatchObject(counted(all.filter((one) => one.theme === theme.code)));
    for (const cell of byRegion)
      expect(cell).toMatchObject(counted(all.filter(({ theme, region }) => theme === cell.theme && region === cell.column)));
    for (const cell of byCommunity)
      expect(cell).toMatchObject(
        counted(all.filter(({ theme, communities }) => theme === cell.theme && communities.includes(cell.column))),
      );
  });

  it('a priority that the agenda leaves out is shown with its reason', async () => {
    await journey.done('officer', '/agendas', {
      agendaId: 'RIC-2015',
      conferenceId: 'RIC-2015',
      themeSetId: 'ptc',
      title: { en: 'Agenda', fr: 'Ordre du jour' },
    });
    const reason = { en: 'Left to the Council.', fr: 'Laissé au Conseil.' };
    await journey.done('officer', '/agendas/RIC-2015/omissions', { theme: 'AEO', reason });
    const omissionSeenBy = async (who: 'officer' | 'delegate:KE') =>
      (await journey.read<Coverage>(who, `/coverage?callId=${callId}`)).themes.find(({ code }) => code === 'AEO')?.omission;
    expect([await omissionSeenBy('officer'), await omissionSeenBy('delegate:KE')]).toStrictEqual([reason, null]);
  });

  it('and as it was before the contributions came', async () => {
    const then = encodeURIComponent('2015-02-10T09:00:00.000Z');
    expect((await coverage(`?asOf=${then}`)).total).toStrictEqual({ topics: 0, practices: 0 });
    expect(await journey.statusOf('officer', '/coverage?callId=nowhere')).toBe(404);
  });
});
