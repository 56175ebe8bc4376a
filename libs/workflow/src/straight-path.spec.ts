import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { internalReaders, rolesAllowed, straightPathPolicy } from './index.ts';

describe('straight path', () => {
  it('is stamped with the hash of its own file', () => {
    const bytes = readFileSync(join(process.cwd(), 'libs/workflow/src/straight-path.v1.json'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(straightPathPolicy);
  });

  it('lets a drafter save but not release', () => {
    expect(rolesAllowed('SaveDraft')).toContain('drafter');
    expect(rolesAllowed('SubmitTopic')).toStrictEqual(['contact_point', 'delegate', 'alternate']);
  });

  it('lets nobody give a command it does not know', () => {
    expect(rolesAllowed('DropTables')).toStrictEqual([]);
    expect(rolesAllowed('constructor')).toStrictEqual([]);
  });

  it('keeps internal reading from Members and operators', () => {
    expect(internalReaders).toStrictEqual(['officer', 'approver', 'chair', 'auditor']);
  });
});
