import { describe, expect, it } from '@jest/globals';
import { matches } from './filter.ts';

const event = { streamId: 'topic-1', type: 'TopicSubmitted' };

describe('a filter', () => {
  it('that is none lets everything through', () => {
    expect(matches(undefined, event)).toBe(true);
  });

  it('of streams lets through what begins like one of them', () => {
    expect(matches({ streamPrefixes: ['draft-', 'topic-'] }, event)).toBe(true);
    expect(matches({ streamPrefixes: ['draft-', 'opic-1'] }, event)).toBe(false);
    expect(matches({ streamPrefixes: [] }, event)).toBe(false);
  });

  it('of types lets through what is one of them', () => {
    expect(matches({ types: ['TopicMerged', 'TopicSubmitted'] }, event)).toBe(true);
    expect(matches({ types: ['Topic'] }, event)).toBe(false);
  });

  it('of beginnings of types lets through what begins like one of them', () => {
    expect(matches({ typePrefixes: ['Practice', 'Topic'] }, event)).toBe(true);
    expect(matches({ typePrefixes: ['Submitted'] }, event)).toBe(false);
  });
});
