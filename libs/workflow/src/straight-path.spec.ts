import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generalCommands, governedCategories, internalReaders, rolesAllowed, straightPathPolicy } from './index.ts';

describe('straight path', () => {
  it('is stamped with the hash of its own file', () => {
    const bytes = readFileSync(join(process.cwd(), 'libs/workflow/src/straight-path.v1.json'));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(straightPathPolicy);
  });
});

describe('the general table', () => {
  it('lets a drafter save', () => {
    expect(rolesAllowed('SaveDraft')).toContain('drafter');
  });

  it('lets nobody give a command it does not know', () => {
    expect(rolesAllowed('DropTables')).toStrictEqual([]);
    expect(rolesAllowed('constructor')).toStrictEqual([]);
  });

  it('knows no command that a definition governs', () => {
    const governed = governedCategories.flatMap(({ commands }) => Object.keys(commands));
    expect(generalCommands.filter((command) => governed.includes(command))).toStrictEqual([]);
  });

  it('keeps internal reading from Members and operators', () => {
    expect(internalReaders).toStrictEqual(['officer', 'approver', 'chair', 'auditor', 'reviser']);
  });
});
