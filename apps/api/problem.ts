import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Rejection } from '../../libs/domain/src/index.ts';
import { problemTexts, type ProblemText } from '../../libs/application/src/index.ts';

/** A refusal on its way to the client. Not an error of ours: never logged as one. */
export class Refusal extends Error {
  readonly rejection: Rejection;
  readonly headers: Readonly<Record<string, string>>;

  constructor(rejection: Rejection & Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>> = {}) {
    super(rejection.code);
    this.rejection = rejection;
    this.headers = headers;
  }
}

/** RFC 9457 problem details, with the text in both working languages. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly texts: { readonly en: string; readonly fr: string };
}

const filled = (text: string, facts: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const fact = facts[name];
    return Array.isArray(fact) ? fact.join(', ') : typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
  });

const unknownCode: ProblemText = {
  status: 500,
  title: { en: 'Error', fr: 'Erreur' },
  en: 'Something went wrong here.',
  fr: 'Une erreur s’est produite ici.',
};

/** The language an Accept-Language header asks for: French when it comes before English, English otherwise. */
export const languageOf = (acceptLanguage: string | undefined): 'en' | 'fr' => {
  const wanted = (acceptLanguage ?? '')
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';');
      const quality = Number(
        parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find((value) => value !== undefined) ?? '1',
      );
      return { tag: tag.slice(0, 2), quality };
    });
  const best = wanted.filter(({ tag, quality }) => (tag === 'en' || tag === 'fr') && quality > 0).sort((a, b) => b.quality - a.quality)[0];
  return best?.tag === 'fr' ? 'fr' : 'en';
};

/** Facts as members of a problem: a status of an object is told as its standing, since `status` is the number of the answer. */
const asMembers = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name === 'status' ? 'standing' : name, fact]));

/** The problem that a refusal is told as. */
export const toProblem = ({ code, ...facts }: Rejection, language: 'en' | 'fr'): Problem => {
  const text = (Object.hasOwn(problemTexts, code) ? problemTexts[code] : undefined) ?? unknownCode;
  const texts = { en: filled(text.en, facts), fr: filled(text.fr, facts) };
  return {
    ...asMembers(facts),
    type: `urn:rapporteur:problem:${code}`,
    title: text.title[language],
    status: text.status,
    detail: texts[language],
    code,
    texts,
  };
};

/** Media type of every refusal. */
export const problemType = 'application/problem+json; charset=utf-8';

/** Answers a request with a problem, in the language it asks for. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  rejection: Rejection,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const language = languageOf(request.headers['accept-language']);
  const problem = toProblem(rejection, language);
  void reply
    .code(problem.status)
    .headers({ ...headers, 'content-type': problemType, 'content-language': language })
    .send(JSON.stringify({ ...problem, instance: request.url.split('?')[0] }));
};
