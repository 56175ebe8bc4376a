import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openSqliteEventStore } from '../../libs/event-store/src/adapters/sqlite/index.ts';
import { bootApplication } from '../support/application.ts';
import { serveApplication } from '../support/http.ts';
import { recordOpenCall, topicDraft } from '../support/opened.ts';

describe('a key across processes', () => {
  it('is one command, whichever service of one file it reaches', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-key-'));
    const file = join(folder, 'events.db');
    const first = bootApplication('2015-02-10T12:00:00.000Z', openSqliteEventStore(file));
    await recordOpenCall(first);
    const one = await serveApplication(first);
    const token = await one.tokenFor('drafter', 'KE');
    const two = await serveApplication(bootApplication('2015-02-11T12:00:00.000Z', openSqliteEventStore(file)));
    const more = { token, headers: { 'idempotency-key': 'the-very-same-key' } };
    const answers = await Promise.all([one.post('/api/v1/drafts', topicDraft(), more), two.post('/api/v1/drafts', topicDraft(), more)]);
    expect(answers.map(({ status }) => status).sort()).toStrictEqual([200, 201]);
    expect(answers[0].body).toStrictEqual(answers[1].body);
    await one.close();
    const later = await two.post('/api/v1/drafts', topicDraft(), more);
    expect(later.body).toStrictEqual(answers[0].body);
    await two.close();
    rmSync(folder, { recursive: true });
  }, 30_000);
});
