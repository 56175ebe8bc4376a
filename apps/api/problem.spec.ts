import { describe, expect, it } from '@jest/globals';
import { languageOf, toProblem } from './problem.ts';

describe('the language that is asked for', () => {
  it.each<[string | undefined, 'en' | 'fr']>([
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'en'],
    ['fr', 'fr'],
    ['FR-be', 'fr'],
    ['de, fr;q=0.5', 'fr'],
    ['en, fr', 'en'],
    ['en;q=0.5, fr;q=0.9', 'fr'],
    ['fr;q=0.1, en;q=0.2', 'en'],
    ['fr;q=0', 'en'],
    [';;,,;q=', 'en'],
  ])('%p is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('a problem', () => {
  it('carries code, status, both texts, and the facts', () => {
    const problem = toProblem({ code: 'query.bad_value', parameter: 'limit' } as never, 'fr');
    expect(problem).toStrictEqual({
      type: 'urn:rapporteur:problem:query.bad_value',
      title: problem.title,
      status: 400,
      detail: problem.texts.fr,
      code: 'query.bad_value',
      texts: problem.texts,
      parameter: 'limit',
    });
    expect([problem.texts.en.includes('limit'), problem.texts.fr.includes('limit')]).toStrictEqual([true, true]);
  });

  it('keeps its own status: that of an object is told as its standing', () => {
    const problem = toProblem({ code: 'entry.already_settled', status: 'confirmed' } as never, 'en');
    expect(problem).toMatchObject({ status: 409, standing: 'confirmed', detail: 'The entry has been settled already: confirmed.' });
  });

  it('with a code that nobody listed is a fault of ours, even one that every object knows', () => {
    expect(toProblem({ code: 'constructor' }, 'en').status).toBe(500);
  });
});
