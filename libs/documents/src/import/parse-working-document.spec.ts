import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseWorkingDocument } from './index.ts';

describe('golden', () => {
  it('equals', () => {
    const golden = JSON.parse(readFileSync('../shared/data/parsed-document.json', 'utf8')) as { source?: unknown };
    delete golden.source;
    expect(parseWorkingDocument(readFileSync('../shared/documents/PC0410E1.md', 'utf8'))).toStrictEqual(golden);
  });
});
