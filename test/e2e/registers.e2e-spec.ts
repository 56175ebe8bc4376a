import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';

describe('the registers of Members and structures', () => {
  let desk: Desk;
  let delegate: string;
  beforeAll(async () => {
    desk = await openDesk();
    delegate = await desk.tokenFor('delegate', 'SE');
  });
  afterAll(() => desk.close());

  describe('of Members', () => {
    const source = 'Official notice';
    const before = '2018-04-18';
    const day = '2018-04-19';
    it('take no name for which another Member is known, nor one that is not as it looks', async () => {
      const named = (name: string) => ({ name: { en: name, fr: name }, inForceFrom: day, source });
      for (const name of ['Ma1awi', 'MALAWI', 'Malavvi'])
        await desk.refused('/members/SZ/name', named(name), 422, 'member.name_like_another');
      for (const name of ['K\u0435nya', 'Eswatini\u202E', '\uFF25swatini'])
        await desk.refused('/members/SZ/name', named(name), 422, 'member.name_not_plain');
    });

    it('show names, communities and regions as of a day', async () => {
      await desk.done('/members/SZ/name', { name: { en: 'Eswatini', fr: 'Eswatini' }, inForceFrom: day, source });
      await desk.done('/members/SZ/communities/leave', { community: 'SACU', inForceFrom: day, source });
      await desk.done('/members/SZ/communities/join', { community: 'EAC', inForceFrom: day, source });
      await desk.done('/members/SZ/region', { region: 'WCA', inForceFrom: day, source });
      const on = async (date: string): Promise<Row | undefined> =>
        rows(await desk.get(`/members?inForceAt=${date}`)).find(({ code }) => code === 'SZ');
      const [then, now] = [await on(before), await on(day)];
      expect(then).toMatchObject({ name: { en: 'Swaziland' }, region: 'ESA' });
      expect(now).toMatchObject({ name: { en: 'Eswatini' }, region: 'WCA' });
      expect(then?.['economicCommunities']).toContain('SACU');
      expect(now?.['economicCommunities']).not.toContain('SACU');
      expect(now?.['economicCommunities']).toContain('EAC');
      const inside = async (date: string, kind: string, code: string): Promise<boolean> => {
        const found = rows(await desk.get(`/groupings?inForceAt=${date}`)).find((row) => row['kind'] === kind && row['code'] === code);
        return (found?.['members'] as readonly string[]).includes('SZ');
      };
      expect(await inside(before, 'economicCommunity', 'SACU')).toBe(true);
      expect(await inside(day, 'economicCommunity', 'SACU')).toBe(false);
      expect(await inside(before, 'region', 'ESA')).toBe(true);
      expect(await inside(day, 'region', 'WCA')).toBe(true);
    });

    it('count who has joined and not left, by date', async () => {
      const count = async (date: string): Promise<number> => rows(await desk.get(`/members?on=${date}`)).length;
      const palestine = {
        code: 'PS',
        name: { en: 'Palestine', fr: 'Palestine' },
        region: 'MENA',
        accededOn: '2015-03-24',
        accessionVerified: false,
        correspondenceLanguage: 'en',
        landlocked: false,
        kind: 'state',
        economicCommunities: [],
      };
      const [eve] = [await count('2015-03-23')];
      await desk.done('/members', palestine);
      expect([await count('2015-03-23'), await count('2015-03-24')]).toStrictEqual([eve, eve + 1]);
      await desk.done('/members/FJ/leave', { inForceFrom: '2016-01-01', source });
      expect([await count('2015-12-31'), await count('2016-01-01')]).toStrictEqual([eve + 1, eve]);
      expect((await desk.get('/members/FJ?inForceAt=2016-01-01')).body['member']).toBeNull();
    });

    it('refuse what cannot be', async () => {
      await desk.refused('/members/XX/leave', { inForceFrom: day, source }, 404, 'member.not_registered');
      await desk.refused('/members/x/leave', { inForceFrom: day, source }, 404, 'object.not_found');
      await desk.refused('/members/KE/leave', { inForceFrom: '1901-01-01', source }, 422, 'member.change_before_accession');
      await desk.refused('/members/KE/leave', { inForceFrom: '2015-02', source }, 400, 'input.invalid');
      await desk.refused('/members/KE/communities/leave', { community: 'ASEAN', inForceFrom: day, source }, 409, 'member.not_in_community');
      await desk.refused('/members/KE/leave', { inForceFrom: day, source }, 403, 'authorisation.role_not_allowed', delegate);
      expect((await desk.get('/members?inForceAt=2015-02-31')).body['code']).toBe('query.bad_value');
    });
  });

  describe('of structures', () => {
    const source = 'Council decision';
    const directory = async (date: string): Promise<{ readonly structures: readonly Row[]; readonly counts: readonly Row[] }> =>
      (await desk.get(`/structures?inForceAt=${date}`)).body as never;
    it('list what stands on a day, beside what the document states', async () => {
      const { structures, counts } = await directory('2015-03-03');
      const byKind = (kind: string): number => structures.filter((row) => row['kind'] === kind).length;
      expect([byKind('ROCB'), byKind('RILO'), byKind('RTC'), byKind('RCL')]).toStrictEqual([6, 11, 29, 1]);
      expect(counts.map(({ kind, stated, listed, differs }) => [kind, stated, listed, differs])).toStrictEqual([
        ['RCL', null, 1, false],
        ['RILO', 11, 11, false],
        ['ROCB', 6, 6, false],
        ['RTC', null, 29, false],
      ]);
      expect((await directory('2014-11-11')).structures.filter(({ kind }) => kind === 'RCL')).toStrictEqual([]);
    });
    it('change host and close from a day on', async () => {
      const entry = {
        structureId: 'RILO-CAM',
        kind: 'RILO',
        region: 'AMS',
        name: 'RILO Central America',
        hostCity: 'Guatemala',
        host: 'GT',
      };
      await desk.done('/structures', { ...entry, since: '2021', confidence: 'high', source: 'http://riloap.org' });
      await desk.done('/structures/RILO-CAM/establish', { inForceFrom: '2021-01-01', source });
      await desk.done('/structures/RILO-CAM/host', { inForceFrom: '2022-01-01', source, host: 'SV', hostCity: 'San Salvador' });
      await desk.done('/structures/RILO-CAM/contact', { personId: 'p-1' });
      await desk.done('/structures/RILO-CAM/close', { inForceFrom: '2023-01-01', source });
      const on = async (date: string): Promise<Row | undefined> =>
        (await directory(date)).structures.find(({ structureId }) => structureId === 'RILO-CAM');
      expect(await on('2020-12-31')).toBeUndefined();
      expect(await on('2021-12-31')).toMatchObject({ host: 'GT', contactPersonId: 'p-1' });
      expect(await on('2022-01-01')).toMatchObject({ host: 'SV', hostCity: 'San Salvador' });
      expect(await on('2023-01-01')).toBeUndefined();
      expect((await directory('2022-01-01')).counts.find(({ kind }) => kind === 'RILO')).toMatchObject({
        stated: 11,
        listed: 12,
        differs: true,
      });
    });
    it('take what a document states, and refuse what cannot be', async () => {
      await desk.done('/structures/stated-counts', {
        kind: 'RDTC',
        name: { en: 'Dog Training Centre', fr: 'Centre de dressage' },
        count: 1,
        statement: 'a Centre in Germany',
        source: 'Council 2014',
      });
      expect((await directory('2015-03-03')).counts.find(({ kind }) => kind === 'RDTC')).toMatchObject({
        stated: 1,
        listed: 0,
        differs: true,
      });
      await desk.refused('/structures/NONE/close', { inForceFrom: '2015-01-01', source }, 404, 'structure.not_found');
      await desk.refused(
        '/structures/RILO-CAM/host',
        { inForceFrom: '2024-01-01', source, host: 'GT', hostCity: null },
        409,
        'structure.closed',
      );
      await desk.refused('/structures/RCL-JP/establish', { inForceFrom: '2013-01-01', source }, 409, 'structure.already_established');
    });
  });

  it('take a new Regional Economic Community, once', async () => {
    const community = {
      kind: 'economicCommunity',
      code: 'TFTA',
      name: { en: 'Tripartite Free Trade Area', fr: 'Zone de libre-échange tripartite' },
      shortName: { en: 'TFTA', fr: 'ZLET' },
      members: ['KE', 'EG'],
      outsiders: [],
      seat: null,
      establishedYear: 2015,
      sourceParagraphs: [],
      note: null,
    };
    await desk.done('/groupings', community);
    expect((await desk.post('/groupings', community)).status).toBe(200);
    expect(rows(await desk.get('/groupings')).find(({ code }) => code === 'TFTA')).toMatchObject({
      kind: 'economicCommunity',
      name: community.name,
    });
    await desk.refused('/groupings', { ...community, seat: 'Cairo' }, 409, 'grouping.already_registered');
    await desk.refused('/groupings', { ...community, code: 'X1' }, 403, 'authorisation.role_not_allowed', delegate);
  });

  it('take what the body decided earlier, in the words of the document', async () => {
    const prior = {
      decisionId: 'PTC-205-D1',
      sessionId: 'PTC-205-206',
      kind: 'agreed',
      quote: 'The Committee agreed to come back to it.',
      source: { symbol: 'PC0410E1', paragraph: 'A9' },
      followUp: null,
    };
    await desk.done('/decisions/prior', prior);
    expect((await desk.post('/decisions/prior', prior)).status).toBe(200);
    expect(rows(await desk.get('/decisions')).find(({ id }) => id === 'PTC-205-D1')).toMatchObject({ data: { quote: prior.quote } });
    await desk.refused('/decisions/prior', { ...prior, quote: 'Other words.' }, 409, 'decision.already_recorded');
    await desk.refused('/decisions/prior', { ...prior, decisionId: 'D2', quote: ' ' }, 422, 'decision.quote_missing');
    await desk.refused('/decisions/prior', { ...prior, decisionId: 'D2' }, 403, 'authorisation.role_not_allowed', delegate);
  });

  describe('of one country', () => {
    it('bring together Member, groupings, structures, projects and what it sent', async () => {
      const { body } = await desk.get('/members/KE?inForceAt=2015-03-03', null);
      expect(body).toMatchObject({
        code: 'KE',
        inForceAt: '2015-03-03',
        member: { name: { en: 'Kenya' }, region: 'ESA' },
        contributions: [],
      });
      expect((body['groupings'] as readonly Row[]).map(({ code }) => code)).toEqual(expect.arrayContaining(['ESA', 'EAC']));
      expect((body['hostedStructures'] as readonly Row[]).map(({ structureId }) => structureId)).toContain('ROCB-ESA');
      expect(body['projects']).toContainEqual({ projectId: 'PRJ-EAC', name: 'WCO-EAC Project', as: 'beneficiary' });
      expect((await desk.get('/members/XX')).status).toBe(404);
    });
  });
});
