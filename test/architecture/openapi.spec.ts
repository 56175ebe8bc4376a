import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openApiText } from '../../apps/standalone/write-openapi.ts';

describe('the description of the API', () => {
  it('is the one that is committed; "npm run openapi" writes it anew', async () => {
    expect(JSON.parse(await openApiText())).toStrictEqual(JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')));
  });
});
