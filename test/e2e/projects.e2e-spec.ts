import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, rows, type Desk, type Row } from '../support/desk.ts';

describe('the project register', () => {
  let desk: Desk;
  let delegate: string;
  beforeAll(async () => {
    desk = await openDesk();
    delegate = await desk.tokenFor('delegate', 'SE');
  });
  afterAll(() => desk.close());

  describe('of projects', () => {
    const source = { symbol: 'PC0410E1', paragraph: 'A9' };
    const ids = async (query: string): Promise<readonly unknown[]> =>
      rows(await desk.get(`/projects?${query}`)).map(({ projectId }) => projectId);
    it('hold the fourteen entries with their quotes, and are found by donor, community, country, component, region and theme', async () => {
      const all = rows(await desk.get('/projects', null));
      const quotes = all.flatMap(({ facts }) => (facts as readonly Row[]).filter(({ what }) => what === 'highlight'));
      expect([all.length, quotes.length]).toStrictEqual([14, 77]);
      expect(await ids('donor=sida')).toStrictEqual(['PRJ-EAC', 'PRJ-INAMA', 'PRJ-SACU', 'PRJ-WACAM']);
      expect(await ids('community=ECOWAS')).toStrictEqual(['PRJ-PACIR', 'PRJ-WACAM']);
      expect(await ids('country=VN&donor=NORAD')).toStrictEqual(['PRJ-NORAD']);
      expect(await ids('component=nCEN')).toStrictEqual(['PRJ-ESA-FI']);
      expect(await ids('region=WCA&theme=ORIGIN')).toStrictEqual(['PRJ-PACIR']);
      expect((await desk.get('/projects?colour=blue')).body['code']).toBe('query.unknown_parameter');
    });

    it('say what is stated and not listed, and mend nothing', async () => {
      const flagged = rows(await desk.get('/projects')).flatMap(({ projectId, flags }) =>
        (flags as readonly Row[])
          .filter(({ code }) => code === 'stated_not_listed')
          .map(({ stated, listed }) => [projectId, stated, listed]),
      );
      expect(flagged).toStrictEqual([
        ['PRJ-CCEA-SSA', 16, 0],
        ['PRJ-DFID', 7, 0],
        ['PRJ-NORAD', 7, 6],
      ]);
      await desk.done('/projects/PRJ-NORAD/beneficiaries', {
        kind: 'country',
        beneficiary: 'BJ',
        source: { symbol: 'PC0410E1', paragraph: 'A10' },
      });
      const { body } = await desk.get('/projects/PRJ-NORAD');
      expect((body['flags'] as readonly Row[]).filter(({ code }) => code === 'stated_not_listed')).toStrictEqual([]);
    });

    it('take facts, each with its paragraph, and keep former names', async () => {
      await desk.done('/projects/PRJ-INAMA/name', { name: 'INAMA', inForceFrom: null, source });
      await desk.done('/projects/PRJ-INAMA/agreements', {
        kind: 'grant',
        signedOn: '2015',
        parties: ['SIDA', 'WCO'],
        amount: null,
        source,
      });
      await desk.done('/projects/PRJ-INAMA/components', { component: 'training of dogs', source });
      await desk.done('/projects/PRJ-INAMA/activities', { what: 'kick-off', date: '2015-05', place: 'Lomé', countries: ['TG'], source });
      await desk.done('/projects/PRJ-INAMA/donors', { donor: 'Interpol', source });
      await desk.done('/projects/PRJ-INAMA/extend', { until: '2018', source });
      await desk.done('/projects/PRJ-INAMA/close', { closedOn: '2018-12', evaluation: 'good', source });
      await desk.done('/projects/PRJ-INAMA/successors', { successor: 'INAMA II', successorId: null, source });
      const { body } = await desk.get('/projects/PRJ-INAMA');
      expect(body).toMatchObject({
        name: 'INAMA',
        formerNames: ['GAPIN project (former name)', 'WCO-INAMA Project'],
        end: '2018',
        closedOn: '2018-12',
        revision: '8',
      });
      expect(
        (body['facts'] as readonly Row[]).filter(({ factId }) => /^F\d/.test(String(factId))).map(({ what, text }) => [what, text]),
      ).toStrictEqual([
        ['name', 'INAMA'],
        ['agreement', 'grant; SIDA, WCO'],
        ['component', 'training of dogs'],
        ['activity', 'kick-off (Lomé)'],
        ['donor', 'Interpol'],
        ['extension', '2018'],
        ['closing', 'good'],
        ['successor', 'INAMA II'],
      ]);
      expect(await ids('donor=interpol')).toStrictEqual(['PRJ-INAMA']);
    });

    it('show a doubt and a correction beside the fact, which stays', async () => {
      await desk.done('/projects/PRJ-EAC/facts/donor-1/dispute', { reason: 'We have another name.' }, delegate);
      await desk.done('/projects/PRJ-EAC/facts/donor-1/correct', { correction: 'Sida', source });
      const { body } = await desk.get('/projects/PRJ-EAC', null);
      expect((body['facts'] as readonly Row[]).find(({ factId }) => factId === 'donor-1')).toMatchObject({
        text: 'Swedish International Development Agency (SIDA)',
        disputes: [{ reason: 'We have another name.', member: 'SE' }],
        correction: { text: 'Sida', source: { ...source, documentId: null } },
      });
      expect((body['flags'] as readonly Row[]).map(({ code }) => code)).toEqual(
        expect.arrayContaining(['fact_disputed', 'fact_corrected']),
      );
      expect(JSON.stringify(body)).not.toContain('disputedBy');
    });

    it('take a new entry, once', async () => {
      const entry = {
        projectId: 'PRJ-NEW',
        kind: 'project',
        name: 'New',
        aliases: [],
        donors: ['Japan'],
        partners: [],
        economicCommunities: ['EAC'],
        regions: ['ESA'],
        beneficiaries: ['KE'],
        beneficiariesDerived: false,
        beneficiariesStated: '"two countries"',
        beneficiariesStatedCount: 2,
        components: [],
        start: '2015',
        end: null,
        otherDates: [{ value: '2015-02', precision: 'month', what: 'signed', paragraph: 'A1' }],
        budget: null,
        themes: ['ORIGIN'],
        highlights: [{ paragraph: 'A1', quote: 'Japan helps.', date: null, countries: ['JP'] }],
        issues: [],
        sourceSymbol: 'PC0410E1',
      };
      await desk.done('/projects', entry);
      expect((await desk.post('/projects', entry)).status).toBe(200);
      await desk.refused('/projects', { ...entry, name: 'Other' }, 409, 'project.already_registered');
      await desk.refused('/projects', { ...entry, projectId: 'P2', otherDates: [{ value: 'soon' }] }, 400, 'input.invalid');
      expect((await desk.get('/projects/PRJ-NEW')).body['facts']).toContainEqual(
        expect.objectContaining({ factId: 'donor-1', source: { symbol: 'PC0410E1', paragraph: 'A1', documentId: null } }),
      );
    });

    it('refuse what cannot be', async () => {
      await desk.refused('/projects/PRJ-XXX/donors', { donor: 'x', source }, 404, 'project.not_found');
      await desk.refused('/projects/PRJ-EAC/donors', { donor: ' ', source }, 422, 'project.fact_empty');
      await desk.refused('/projects/PRJ-EAC/donors', { donor: 'x', source: { symbol: 'PC0410E1', paragraph: '' } }, 400, 'input.invalid');
      await desk.refused('/projects/PRJ-EAC/facts/donor-9/dispute', { reason: 'No.' }, 404, 'project.fact_unknown', delegate);
      await desk.refused(
        '/projects/PRJ-EAC/facts/donor-1/correct',
        { correction: 'x', source },
        403,
        'authorisation.role_not_allowed',
        delegate,
      );
      await desk.refused('/projects/PRJ-INAMA/extend', { until: '2020', source }, 409, 'project.closed');
      expect((await desk.get('/projects/PRJ-XXX')).status).toBe(404);
    });
  });
});
