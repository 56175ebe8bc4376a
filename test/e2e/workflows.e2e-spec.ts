import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { shippedDefinition, type Definition } from '../../libs/workflow/src/index.ts';
import { bootApplication, type TestApplication } from '../support/application.ts';
import { serveApplication, type HttpAnswer, type TestServer } from '../support/http.ts';
import { recordOpenCall, text, topicDraft } from '../support/opened.ts';

const shipped = (): Definition => {
  const definition = shippedDefinition('topic');
  if (definition === null) throw new Error('no definition ships for topics');
  return definition;
};

/** The shipped procedure with a review by the lawyers between classification and recommendation, and twice the time to acknowledge. */
const withLegalReview = (version = 2): Definition => {
  const definition = shipped();
  const review = { name: 'legal_review', title: text('Legal review'), milestone: 'acknowledged', final: false, clock: 'running' } as const;
  return {
    ...definition,
    version,
    stages: [...definition.stages, review],
    commands: definition.commands.map((line) =>
      line.command === 'RecommendTopic' ? { ...line, stages: ['legal_review', 'recommended'] } : line,
    ),
    transitions: [
      ...definition.transitions.map((line) =>
        line.event === 'TopicRecommended' ? { ...line, from: ['legal_review', 'recommended'] } : line,
      ),
      { event: 'StageEntered', from: ['under_triage'], to: 'legal_review' },
    ],
    deadlines: definition.deadlines.map((rule) => (rule.name === 'acknowledgement' ? { ...rule, after: { workingDays: 4 } } : rule)),
  };
};

describe('a procedure published over HTTP', () => {
  let application: TestApplication;
  let server: TestServer;
  let tokens: Readonly<Record<'administrator' | 'officer' | 'decider' | 'drafter' | 'delegate', string>>;
  const good = { code: 'merit', text: { en: 'Good.' } };

  beforeEach(async () => {
    application = bootApplication('2015-02-10T12:00:00.000Z');
    await recordOpenCall(application);
    server = await serveApplication(application);
    tokens = {
      administrator: await server.tokenFor('administrator'),
      officer: await server.tokenFor('officer'),
      decider: await server.tokenFor('officer'),
      drafter: await server.tokenFor('drafter', 'KE'),
      delegate: await server.tokenFor('delegate', 'KE'),
    };
  });
  afterEach(() => server.close());

  const by = (who: keyof typeof tokens, path: string, body: unknown = null): Promise<HttpAnswer> =>
    server.post(`/api/v1${path}`, body, { token: tokens[who] });
  const publish = (definition: object): Promise<HttpAnswer> =>
    by('administrator', '/workflows/topic/versions', { definition, changeNote: text('Legal review') });
  const classified = async (title: string): Promise<string> => {
    const draft = await by('drafter', '/drafts', topicDraft(title));
    const topic = await by('delegate', `/drafts/${String(draft.body['id'])}/release`);
    const id = String(topic.body['id']);
    await by('officer', `/topics/${id}/acknowledge`);
    expect((await by('officer', `/topics/${id}/classify`, { primaryTheme: 'DISPUTES', secondaryThemes: [] })).status).toBe(201);
    return id;
  };
  const recommend = (id: string): Promise<HttpAnswer> =>
    by('officer', `/topics/${id}/recommend`, { recommendation: 'accept', reason: good });
  const standing = async (id: string) => (await server.get(`/api/v1/instances/topic/${id}`, { token: tokens.officer })).body;

  it('with another stage and another deadline governs what begins from then on', async () => {
    expect((await publish(shipped())).status).toBe(201);
    expect(await publish(withLegalReview())).toMatchObject({ status: 201, body: { id: 'topic', revision: '1' } });
    const id = await classified('New');
    expect(await recommend(id)).toMatchObject({ status: 409, body: { code: 'workflow.command_not_open' } });
    expect((await by('officer', `/instances/topic/${id}/stage`, { to: 'legal_review', reason: null })).status).toBe(201);
    expect(await standing(id)).toMatchObject({ stage: 'legal_review', milestone: 'acknowledged', version: 2 });
    expect((await recommend(id)).status).toBe(201);
    expect((await by('decider', `/topics/${id}/accept`, { reason: good })).status).toBe(201);
  });

  it('leaves what has begun under its version until it is migrated', async () => {
    const [old, migrated] = [await classified('Old'), await classified('Migrated')];
    await publish(shipped());
    await publish(withLegalReview());
    expect((await recommend(old)).status).toBe(201);
    expect(await standing(old)).toMatchObject({ stage: 'recommended', version: 1 });
    expect((await by('officer', `/instances/topic/${migrated}/migrate`, { stage: null, note: text('Review first') })).status).toBe(201);
    expect(await standing(migrated)).toMatchObject({ stage: 'under_triage', version: 2 });
    expect(await recommend(migrated)).toMatchObject({ status: 409, body: { code: 'workflow.command_not_open' } });
    const stored = await Array.fromAsync(application.env.store.readStream(`topic-${migrated}`));
    expect(new Set(stored.map(({ metadata }) => metadata['policy'])).size).toBe(1);
  });

  it('is refused whole when anything is wrong with it', async () => {
    const skipping = { ...shipped(), version: 1, fourEyes: [] };
    expect(await publish(skipping)).toMatchObject({ status: 422, body: { code: 'workflow.definition_faulty' } });
    expect(await publish({ name: 'topic' })).toMatchObject({ status: 422, body: { code: 'workflow.definition_malformed' } });
    expect(await publish(withLegalReview(3))).toMatchObject({ status: 409, body: { code: 'workflow.version_not_next' } });
    expect(await by('administrator', '/workflows/member/versions', { definition: {}, changeNote: text('x') })).toMatchObject({
      status: 404,
    });
    expect(await by('officer', '/workflows/topic/versions', { definition: shipped(), changeNote: text('x') })).toMatchObject({
      status: 403,
    });
    expect((await Array.fromAsync(application.env.store.readAll({ filter: { types: ['WorkflowPublished'] } }))).length).toBe(0);
  });

  it('can be read by everybody, with its diagram', async () => {
    await publish(shipped());
    const listed = (await server.get('/api/v1/workflows')).body as unknown as readonly { name: string; version: number }[];
    expect(listed.map(({ name, version }) => `${name} ${version}`)).toContain('topic 1');
    const diagram = await server.get('/api/v1/workflows/topic/diagram?language=fr');
    expect(String(diagram.body['mermaid'])).toContain('[*] --> submitted: TopicSubmitted');
    expect((await server.get('/api/v1/workflows/nothing/diagram')).status).toBe(404);
  });

  it('moves nothing that does not exist, and only where a line leads', async () => {
    const id = await classified('Here');
    const stage = { to: 'recommended', reason: null };
    expect(await by('officer', `/instances/topic/${id}/stage`, stage)).toMatchObject({
      status: 409,
      body: { code: 'workflow.command_not_open' },
    });
    expect((await by('officer', '/instances/topic/nothing/stage', stage)).status).toBe(404);
    expect((await by('officer', '/instances/member/KE/stage', stage)).status).toBe(404);
    expect((await server.get('/api/v1/instances/topic/nothing', { token: tokens.officer })).status).toBe(404);
    expect((await server.get(`/api/v1/instances/topic/${id}`, { token: tokens.delegate })).status).toBe(404);
    const deadline = { deadline: 'acknowledgement', dueAt: '2015-02-12T17:00:00.000Z' };
    expect(await by('officer', `/instances/topic/${id}/deadline`, deadline)).toMatchObject({ status: 403 });
  });
});
