import { describe, expect, it } from '@jest/globals';
import { categoryOf, isLedgered } from './ledgered.ts';

describe('the ledger', () => {
  it.each(['person', 'credential', 'draft', 'checkpoint'])('does not count events of %s', (category) => {
    expect(isLedgered(`${category}-1`)).toBe(false);
  });

  it.each(['topic-1', 'ledger-1', 'drafts-1', 'topic-draft', 'personal-draft-1', 'draft'])('counts events of %s', (streamId) => {
    expect(isLedgered(streamId)).toBe(true);
  });
});

describe('the category of a stream', () => {
  it('is what stands before the first hyphen', () => {
    expect(categoryOf('topic-1-2')).toBe('topic');
    expect(categoryOf('topic')).toBe('');
  });
});
