import { expect } from '@jest/globals';
import {
  groupingRegistrations,
  memberRegistrations,
  projectRegistrations,
  sessionPlans,
  structureCountStatements,
  structureOpenings,
  structureRegistrations,
  themeSetPublication,
} from '../../libs/reference/src/index.ts';
import { bootApplication, callerAs, type TestApplication } from './application.ts';
import { serveApplication, type HttpAnswer } from './http.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A list that an answer consists of. */
export const rows = ({ body }: HttpAnswer): readonly Row[] => body as unknown as readonly Row[];

const setup = callerAs('operator', null, 'setup');

/** Puts all reference data on record, without a call. */
const recordRegisters = async (application: TestApplication): Promise<void> => {
  for (const member of memberRegistrations()) await application.done(setup, 'registerMember', member);
  for (const grouping of groupingRegistrations()) await application.done(setup, 'registerGrouping', grouping);
  for (const structure of structureRegistrations()) await application.done(setup, 'registerStructure', structure);
  for (const opening of structureOpenings()) await application.done(setup, 'establishRegionalStructure', opening);
  for (const statement of structureCountStatements()) await application.done(setup, 'stateRegionalStructureCount', statement);
  for (const project of projectRegistrations()) await application.done(setup, 'registerProject', project);
  await application.done(setup, 'publishThemeSet', themeSetPublication());
  for (const plan of sessionPlans()) await application.done(setup, 'planSession', plan);
};

/** A client of the API that says what has to come of what it sends. */
export interface Desk {
  readonly application: TestApplication;
  readonly officer: string;
  readonly tokenFor: (
    role: Parameters<Awaited<ReturnType<typeof serveApplication>>['tokenFor']>[0],
    member?: string | null,
  ) => Promise<string>;
  readonly post: (path: string, body: unknown, token?: string) => Promise<HttpAnswer>;
  /** Sends what has to be recorded. */
  readonly done: (path: string, body: unknown, token?: string) => Promise<HttpAnswer>;
  /** Sends what has to be refused with a status and a code, and to leave no event. */
  readonly refused: (path: string, body: unknown, status: number, code: string, token?: string) => Promise<void>;
  /** Asks, after waiting for everything recorded so far; anonymously with null. */
  readonly get: (path: string, token?: string | null) => Promise<HttpAnswer>;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Opens the service on memory, with what `record` puts on record first. @param boot  how the application is made */
export const openDesk = async (
  record: (application: TestApplication) => Promise<void> = recordRegisters,
  boot: (at: string) => TestApplication | Promise<TestApplication> = bootApplication,
): Promise<Desk> => {
  const application = await boot('2015-02-10T12:00:00.000Z');
  await record(application);
  const server = await serveApplication(application);
  const officer = await server.tokenFor('officer');
  const post: Desk['post'] = (path, body, token = officer) => server.post(`/api/v1${path}`, body, { token });
  return {
    application,
    officer,
    tokenFor: server.tokenFor,
    url: server.url,
    post,
    done: async (path, body, token) => {
      const answer = await post(path, body, token);
      expect([path, answer.status, answer.body['code'], answer.body['errors']]).toStrictEqual([path, 201, undefined, undefined]);
      return answer;
    },
    refused: async (path, body, status, code, token) => {
      const head = await application.env.store.head();
      const answer = await post(path, body, token);
      expect([path, answer.status, answer.body['code']]).toStrictEqual([path, status, code]);
      expect(await application.env.store.head()).toBe(head);
    },
    get: async (path, token = officer) => {
      const head = await application.env.store.head();
      return server.get(`/api/v1${path}`, { token, headers: { 'x-min-position': String(head) } });
    },
    close: server.close,
  };
};
