import { createHash } from 'node:crypto';
import {
  documentDecider,
  practiceDecider,
  sponsorsNow,
  topicDecider,
  translationDecider,
  type Language,
  type MemberCode,
  type Rejection,
  type TranslationSubject,
} from '../../../domain/src/index.ts';
import { uuidV5 } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';

/** What is translated, as it stands now. */
export interface TranslationSource {
  readonly language: Language;
  readonly other: Language;
  /** SHA-256 of the text, or of the document's bytes. */
  readonly hash: string;
  /** Null for a document, which is read where it lies. */
  readonly text: string | null;
}

/** One translation per field of an object: into the other of the two working languages. */
export const translationIdOf = ({ object, id, field }: TranslationSubject): string => uuidV5(`translation/${object}/${id}/${field}`);

const otherThan = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

const hashText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const ofContribution = async (
  env: Environment,
  { object, id, field }: TranslationSubject,
  member: MemberCode | null,
): Promise<TranslationSource | null> => {
  const state = object === 'topic' ? await stateOf(env, topicDecider, id) : await stateOf(env, practiceDecider, id);
  if (state.milestone === 'none' || (member !== null && !sponsorsNow(state).includes(member))) return null;
  const { language, title, text } = state.content;
  const found = field === 'title' ? title : field === 'text' ? text : null;
  return found === null ? null : { language, other: otherThan(language), hash: hashText(found), text: found };
};

const ofDocument = async (env: Environment, { id, field }: TranslationSubject): Promise<TranslationSource | null> => {
  const state = await stateOf(env, documentDecider, id);
  if (field !== 'document' || state.status !== 'confirmed') return null;
  const language = /^[A-Z]{2}\d{4}F/.test(state.symbol) ? 'fr' : 'en';
  return { language, other: otherThan(language), hash: state.imported.sha256, text: null };
};

/**
 * What a translation is made of, read from its own stream: title and text of a contribution, or a confirmed document.
 *
 * @param member  for whom it is asked: a Member sees the text of its own contributions, the Secretariat (null) of all
 * @returns null when there is no such text
 */
export const sourceOf = (env: Environment, subject: TranslationSubject, member: MemberCode | null): Promise<TranslationSource | null> => {
  if (subject.object === 'topic' || subject.object === 'practice') return ofContribution(env, subject, member);
  return subject.object === 'document' && member === null ? ofDocument(env, subject) : Promise.resolve(null);
};

/** A translation that was asked for, with the hash of its source as it stands now; a foreign one is like one that is not there. */
export const translationAt = async (
  env: Environment,
  translationId: string,
  member: MemberCode | null,
): Promise<{ readonly source: string } | Rejection> => {
  const state = await stateOf(env, translationDecider, translationId);
  const source = state.status === 'unknown' ? null : await sourceOf(env, state.request.subject, member);
  return source === null ? { code: 'translation.not_requested' } : { source: source.hash };
};
