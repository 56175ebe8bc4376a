import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { totpCode } from '../../libs/identity/src/index.ts';
import { goodPassword, signingInAt, type Invited } from '../support/account.ts';
import type { BrowserClient } from '../support/browser-client.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

const minute = 60_000;

describe('a session and what becomes of it', () => {
  let desk: Desk;
  let operator: string;
  beforeAll(async () => {
    desk = await openDesk(recordOpenCall);
    operator = await desk.tokenFor('operator');
  });
  afterAll(() => desk.close());

  const { browser, setPassword, signIn, codeOf, newcomer } = signingInAt(() => ({ desk, operator }));

  const enrol = async (of: Invited, client: BrowserClient): Promise<string> => {
    const { uri, sealedSeed } = (await client.api('GET', '/sign-in/second-factor')).body as { uri: string; sealedSeed: string };
    const code = totpCode(uri, desk.application.env.entrance?.nowMs() ?? 0);
    expect((await client.api('POST', `/accounts/${of.accountId}/second-factor`, { sealedSeed, code })).status).toBe(201);
    return uri;
  };

  describe('a session that was copied', () => {
    /** Steps of a life after which nothing is open that was; the six that have to be, then what leads to the same. */
    const steps: readonly (readonly [string, (of: Invited, client: BrowserClient) => Promise<unknown>])[] = [
      [
        'signed out',
        async (_of, client) => {
          const listed = (await client.api('GET', '/sign-in/sessions')).body as unknown as readonly {
            sessionId: string;
            isThis: boolean;
          }[];
          const own = listed.find(({ isThis }) => isThis);
          expect((await client.api('POST', `/sign-in/sessions/${String(own?.sessionId)}/end`)).status).toBe(204);
        },
      ],
      [
        'ended it from another browser',
        async (of, client) => {
          const [own] = (await client.api('GET', '/sign-in/sessions')).body as unknown as readonly { sessionId: string }[];
          const other = await signIn(of.email);
          expect((await other.api('POST', `/sign-in/sessions/${String(own?.sessionId)}/end`)).status).toBe(204);
          expect(await codeOf(other)).toBe('signed in');
        },
      ],
      ['added a second factor', enrol],
      [
        'removed the second factor',
        async (of, client) => {
          const uri = await enrol(of, client);
          const code = async (): Promise<string> => {
            desk.application.waitMs(minute / 2);
            return Promise.resolve(totpCode(uri, desk.application.env.entrance?.nowMs() ?? 0));
          };
          const other = browser();
          await other.api('POST', '/sign-in', { email: of.email, password: goodPassword });
          expect((await other.api('POST', '/sign-in/code', { code: await code() })).body['stage']).toBe('open');
          const copied = other.copy();
          const { status } = await other.api('POST', `/accounts/${of.accountId}/second-factor/remove`, { code: await code() });
          expect([status, await codeOf(copied)]).toStrictEqual([201, '401 session.ended']);
        },
      ],
      [
        'seen its accreditation suspended',
        ({ accreditationId }) => desk.done(`/accreditations/${accreditationId}/suspend`, { reasonCode: 'inquiry' }, operator),
      ],
      ['signed in anew', (of, client) => client.api('POST', '/sign-in', { email: of.email, password: goodPassword })],
      [
        'changed the password',
        async (of, client) => {
          const body = { currentPassword: goodPassword, password: 'another heron in the reeds' };
          expect((await client.api('POST', `/accounts/${of.accountId}/password`, body)).status).toBe(201);
        },
      ],
      [
        'not used for half an hour',
        () => {
          desk.application.waitMs(30 * minute);
          return Promise.resolve();
        },
      ],
      [
        'used for twelve hours',
        async (_of, client) => {
          for (let passed = 0; passed < 12 * 60; passed += 20) {
            expect(await codeOf(client)).toBe('signed in');
            desk.application.waitMs(20 * minute);
          }
        },
      ],
      [
        'lost its accreditation',
        ({ accreditationId }) => desk.done(`/accreditations/${accreditationId}/end`, { reasonCode: 'left' }, operator),
      ],
      ['closed', ({ accountId }) => desk.done(`/accounts/${accountId}/close`, null, operator)],
      [
        'reset',
        async ({ accountId }) => {
          const { body } = await desk.done(`/accounts/${accountId}/reset`, { lostSecondFactor: false }, operator);
          expect((await setPassword(String(body['token']), 'another heron in the reeds')).status).toBe(204);
        },
      ],
    ];
    it.each(steps)('opens nothing once its holder has %s', async (_title, step) => {
      const holder = await newcomer();
      const client = await signIn(holder.email);
      const copied = client.copy();
      expect(await codeOf(copied)).toBe('signed in');
      await step(holder, client);
      const [read, written] = [
        await copied.copy().api('GET', '/sign-in/session'),
        await copied.api('POST', '/drafts', topicDraft('Stolen')),
      ];
      expect([read.status, written.status]).toStrictEqual([401, 401]);
    });
  });
});
