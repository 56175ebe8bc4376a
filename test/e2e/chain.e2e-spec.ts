import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { planLaterSessions, sent } from '../support/follow-up.ts';
import { serveApplication, type TestServer } from '../support/http.ts';
import { text } from '../support/opened.ts';
import { recordPublishedAgenda } from '../support/published.ts';

interface ChainBody {
  readonly nodes: readonly { readonly id: string; readonly kind: string }[];
  readonly origins: readonly { readonly from: string; readonly relation: string; readonly to: string }[];
  readonly consequences: readonly { readonly from: string; readonly relation: string; readonly to: string }[];
}

describe('the chain of an object', () => {
  let application: TestApplication;
  let server: TestServer;
  let officer: string;
  let item: string;
  let practice: string;
  const chain = async (id: string, token: string | null = officer) => server.get(`/api/v1/chain/${id}`, { token });
  const relations = (edges: ChainBody['origins']) => [...new Set(edges.map(({ relation }) => relation))].sort();

  beforeAll(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    item = (await recordPublishedAgenda(application)).itemId;
    await planLaterSessions(application);
    practice = await sent(application, 'KE', 'practice', 'One form');
    const secretariat = callerAs('officer', null, 'ada');
    const words = { title: text('T'), text: text('W'), verb: 'agreed' } as const;
    const about = [`agendaItem-${item}`];
    await application.done(secretariat, 'draftDecision', { decisionId: 'DEC-1', sessionId: 'PTC-209-210', about, ...words });
    const action = { actionId: 'ACT-1', title: text('A'), owner: 'Secretariat', dueSessionId: 'PTC-209-210' };
    await application.done(secretariat, 'openAction', { ...action, about: ['decision-DEC-1'] });
    server = await serveApplication(application);
    officer = await server.tokenFor('officer');
    await application.ask('sessions', {});
  });
  afterAll(() => server.close());

  it('leads from an action back to the paragraph that asked', async () => {
    const { body } = await chain('action-ACT-1');
    const { origins, nodes } = body as unknown as ChainBody;
    expect(relations(origins)).toEqual(expect.arrayContaining(['about', 'answers', 'places', 'quoted_from']));
    expect(nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['decision-DEC-1', `agendaItem-${item}`, 'guidance-PC0410.GR-2', 'paragraph-PC0410E1.B16']),
    );
  });

  it('leads from the paragraph on to the action', async () => {
    const { body } = await chain('paragraph-PC0410E1.B16');
    const { consequences } = body as unknown as ChainBody;
    expect(consequences).toContainEqual({ from: 'action-ACT-1', relation: 'about', to: 'decision-DEC-1' });
    expect(consequences).toContainEqual({ from: `practice-${practice}`, relation: 'answers', to: 'guidance-PC0410.GR-1' });
  });

  it('leads both ways from anywhere between, whichever end it is entered at', async () => {
    const { body } = await chain(`agendaItem-${item}`);
    const { origins, consequences } = body as unknown as ChainBody;
    expect(origins.some(({ to }) => to === 'paragraph-PC0410E1.B16')).toBe(true);
    expect(consequences.some(({ from }) => from === 'action-ACT-1')).toBe(true);
  });

  it('shows the public what is published, and neither drafts nor what another Member sent', async () => {
    const { body } = await chain('paragraph-PC0410E1.B16', null);
    const ids = (body as unknown as ChainBody).nodes.map(({ id }) => id);
    expect(ids).toContain(`agendaItem-${item}`);
    expect(ids.filter((id) => /^(practice|decision-DEC-1|action)/.test(id))).toStrictEqual([]);
    expect((await chain(`practice-${practice}`, await server.tokenFor('delegate', 'FR'))).status).toBe(404);
    expect((await chain(`practice-${practice}`, await server.tokenFor('delegate', 'KE'))).status).toBe(200);
  });

  it('is written as W3C PROV-JSON that points to nothing it does not hold', async () => {
    const { body } = await server.get(`/api/v1/chain/agendaItem-${item}/prov`, { token: officer });
    const { entity, activity, agent, wasDerivedFrom, wasGeneratedBy, wasAssociatedWith } = body as Record<
      string,
      Record<string, Record<string, string>>
    >;
    const held = (table: Record<string, unknown> | undefined) => Object.keys(table ?? {});
    for (const edge of Object.values(wasDerivedFrom ?? {})) expect(held(entity)).toContain(edge['prov:usedEntity']);
    for (const made of Object.values(wasGeneratedBy ?? {})) {
      expect(held(entity)).toContain(made['prov:entity']);
      expect(held(activity)).toContain(made['prov:activity']);
    }
    for (const acted of Object.values(wasAssociatedWith ?? {})) expect(held(agent)).toContain(acted['prov:agent']);
    expect(held(wasDerivedFrom).length).toBeGreaterThan(5);
  });
});
