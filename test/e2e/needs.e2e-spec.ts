import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, type Desk, type Row } from '../support/desk.ts';
import { bootWithHistory } from '../support/history.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';
import { callerAs } from '../support/application.ts';
import { projectRegistrations, structureOpenings, structureRegistrations } from '../../libs/reference/src/index.ts';

interface Answer {
  readonly needs: readonly (Row & {
    readonly projects: readonly Row[];
    readonly structures: readonly Row[];
    readonly donors: readonly Row[];
  })[];
  readonly idle: readonly Row[];
}

describe('needs and resources over HTTP', () => {
  let desk: Desk;
  let kenya: string;
  let france: string;
  let topic: string;
  const setup = callerAs('operator', null, 'setup');
  const ask = async (query: string, token?: string | null): Promise<Answer> =>
    (await desk.get(`/needs-and-resources${query}`, token)).body as unknown as Answer;

  beforeAll(async () => {
    desk = await openDesk(async (application) => {
      await recordOpenCall(application);
      for (const structure of structureRegistrations()) await application.done(setup, 'registerStructure', structure);
      for (const opening of structureOpenings()) await application.done(setup, 'establishRegionalStructure', opening);
      for (const project of projectRegistrations()) await application.done(setup, 'registerProject', project);
    }, bootWithHistory);
    kenya = await desk.tokenFor('delegate', 'KE');
    france = await desk.tokenFor('delegate', 'FR');
    const draft = topicDraft('Recognise each other’s operators');
    const content = { ...draft.content, primaryTheme: 'AEO', secondaryThemes: ['RISK'] };
    const drafted = await desk.done('/drafts', { ...draft, content }, kenya);
    topic = String((await desk.done(`/drafts/${String(drafted.body['id'])}/release`, null, kenya)).body['id']);
  });
  afterAll(() => desk.close());

  it('are matched by theme, community, region and Member, best first, each with its paragraph', async () => {
    const { needs, idle } = await ask('');
    const [need] = needs;
    expect(needs.length).toBe(1);
    expect(need).toMatchObject({ contributionId: topic, member: 'KE', region: 'ESA', themes: ['AEO', 'RISK'] });
    expect(need?.projects[0]).toMatchObject({
      id: 'PRJ-EAC',
      score: 15,
      because: { themes: ['AEO'], communities: ['EAC'], regions: ['ESA'], forMember: true },
    });
    const scores = need?.projects.map(({ score }) => Number(score)) ?? [];
    expect(scores).toStrictEqual([...scores].sort((a, b) => b - a));
    for (const { sources } of need?.projects ?? []) expect((sources as readonly Row[]).length).toBeGreaterThan(0);
    expect(need?.donors[0]).toMatchObject({ donor: 'Swedish International Development Agency (SIDA)' });
    expect(need?.structures.length).toBeGreaterThan(0);
    expect(idle.map(({ projectId }) => projectId)).toContain('PRJ-CCF');
    expect(idle.map(({ projectId }) => projectId)).not.toContain('PRJ-EAC');
  });

  it('are asked by contribution, Member and theme', async () => {
    expect((await ask(`?contribution=${topic}`)).needs.length).toBe(1);
    expect((await ask('?member=KE&theme=AEO')).needs.length).toBe(1);
    expect((await ask('?member=FR')).needs).toStrictEqual([]);
    expect((await ask('?theme=ORIGIN')).needs).toStrictEqual([]);
    expect((await desk.get('/needs-and-resources?colour=blue')).body['code']).toBe('query.unknown_parameter');
  });

  it('show nobody a contribution that he may not know of, and look back', async () => {
    expect((await ask('', kenya)).needs.length).toBe(1);
    for (const token of [france, null]) expect((await ask('', token)).needs).toStrictEqual([]);
    const before = desk.application.env.projections.standing().n;
    const end = { source: { symbol: 'PC0410E1', paragraph: 'B30' }, closedOn: '2015-01', evaluation: null };
    await desk.done('/projects/PRJ-EAC/close', end);
    const found = ({ needs }: Answer): readonly unknown[] => needs[0]?.projects.map(({ id }) => id) ?? [];
    expect(found(await ask(''))).not.toContain('PRJ-EAC');
    expect(found(await ask(`?asOf=${before}`))[0]).toBe('PRJ-EAC');
  });
});
