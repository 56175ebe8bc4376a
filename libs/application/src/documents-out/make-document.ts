import { formatSymbol, parseSymbol } from '../../../documents/src/index.ts';
import type { Language } from '../../../domain/src/index.ts';
import {
  agendas,
  agendaDifferenceBetween,
  agendaVersion,
  annotatedAgenda,
  circulations,
  compendium,
  conference,
  contributions,
  coverage,
  documents,
  followUp,
  guidanceGrid,
  guidanceRequest,
  outcomeSheet,
  recordStanding,
  session,
  type Viewer,
} from '../../../projections/src/index.ts';
import type { Environment } from '../contract.ts';
import { wordsHash } from '../decision-facts.ts';
import { brusselsDate } from '../time/wall-time.ts';
import { agendaDocument } from './agenda-document.ts';
import { annotatedDocument } from './annotated-document.ts';
import { circulationDocument } from './circulation-document.ts';
import { compendiumDocument, coverageDocument, synthesisDocument } from './contribution-documents.ts';
import { dateRange } from './dates.ts';
import { differenceDocument } from './difference-document.ts';
import { followUpDocument } from './follow-up-document.ts';
import { outcomeDocument } from './outcome-document.ts';
import { Scribe, type Draft } from './scribe.ts';

/** A document of one version of an agenda. */
interface VersionWish {
  readonly kind: 'agenda' | 'annotated' | 'circulation';
  readonly agendaId: string;
  readonly version: number;
}

/** Which document is wanted, of what. */
export type DocumentWish =
  | VersionWish
  | { readonly kind: 'difference'; readonly agendaId: string; readonly from: number; readonly to: number }
  | { readonly kind: 'outcomes'; readonly agendaId: string }
  | { readonly kind: 'compendium' }
  | { readonly kind: 'synthesis'; readonly guidanceId: string }
  | { readonly kind: 'coverage'; readonly callId: string | null }
  | { readonly kind: 'follow-up'; readonly sessionId: string; readonly symbol: string | null; readonly agendaItem: string | null };

type Of<K extends DocumentWish['kind']> = Extract<DocumentWish, { kind: K }>;

interface Making {
  readonly env: Environment;
  readonly viewer: Viewer;
  readonly scribe: Scribe;
}

/** The meeting that an agenda is for, as lines above its title. */
const coverOf = ({ env, viewer, scribe }: Making, agendaId: string): readonly string[] => {
  const meeting = agendas(env.read, viewer).find((entry) => entry.agendaId === agendaId)?.meeting;
  if (meeting === undefined) return [];
  if (meeting.kind === 'session') {
    const found = session(env.read, meeting.id, viewer);
    return found === null ? [] : [scribe.say(found.label), dateRange(found.start, found.end, scribe.language)];
  }
  const found = conference(env.read, meeting.id, viewer);
  if (found === null) return [];
  const { start, end, month, name } = found;
  return [scribe.say(name), start === null || end === null ? month : dateRange(start, end, scribe.language)];
};

const agenda = (making: Making, { kind, agendaId, version }: VersionWish): Draft | null => {
  const { env, viewer, scribe } = making;
  const found = agendaVersion(env.read, agendaId, version);
  if (found === null) return null;
  const cover = coverOf(making, agendaId);
  if (kind === 'agenda') return agendaDocument(scribe, found, cover);
  if (kind === 'annotated') {
    const annotated = annotatedAgenda(env.read, { agendaId, version }, { viewer, hashOf: wordsHash });
    return annotated === null ? null : annotatedDocument(scribe, annotated, cover, found.publishedAt);
  }
  const sent = viewer.kind === 'public' ? undefined : circulations(env.read, agendaId, viewer).find((each) => each.version === version);
  return sent === undefined ? null : circulationDocument(scribe, agendaId, scribe.say(found.content.title), sent, cover);
};

const difference = (making: Making, { agendaId, from, to }: Of<'difference'>): Draft | null => {
  const { env, viewer, scribe } = making;
  const found = agendaDifferenceBetween(env.read, { agendaId, from, to, ignore: [], only: [] }, viewer);
  const versions = [from, to].flatMap((version) => agendaVersion(env.read, agendaId, version)?.content ?? []);
  const title = scribe.say(versions.at(-1)?.title ?? null);
  return found === null ? null : differenceDocument(scribe, found, versions, title, coverOf(making, agendaId));
};

const outcomes = (making: Making, { agendaId }: Of<'outcomes'>): Draft | null => {
  const { env, viewer, scribe } = making;
  const sheet = outcomeSheet(env.read, agendaId, viewer);
  const title = scribe.say(agendaVersion(env.read, agendaId, sheet?.version ?? null)?.content.title ?? null);
  return sheet === null ? null : outcomeDocument(scribe, sheet, title, coverOf(making, agendaId));
};

const synthesis = ({ env, viewer, scribe }: Making, { guidanceId }: Of<'synthesis'>): Draft | null => {
  const request = guidanceRequest(env.read, guidanceId, viewer);
  if (request === null) return null;
  const page = contributions(env.read, { filter: { guidanceId }, limit: 200, cursor: null, viewer });
  return synthesisDocument(scribe, request, guidanceGrid(env.read, guidanceId, viewer), 'code' in page ? [] : page.items);
};

/** The next number of the Committee's series that no document on record carries. */
const nextSymbol = ({ env, viewer, scribe }: Making): string => {
  const numbers = documents(env.read, viewer).flatMap(({ symbol }) => {
    const parsed = symbol === null ? null : parseSymbol(symbol);
    return parsed?.series === 'PC' ? [parsed.number] : [];
  });
  const language = scribe.language === 'en' ? 'E' : 'F';
  return formatSymbol({ series: 'PC', number: Math.max(0, ...numbers) + 1, language, version: 1, suffix: null });
};

const followUpOf = (making: Making, { sessionId, symbol, agendaItem }: Of<'follow-up'>): Draft | null => {
  const { env, viewer, scribe } = making;
  const told = followUp(env.read, sessionId, viewer, wordsHash);
  const meeting = session(env.read, sessionId, viewer);
  if (told === null || meeting === null) return null;
  const item = scribe.language === 'en' ? `Item ${agendaItem ?? 'I'} on the agenda` : `Point ${agendaItem ?? 'I'} de l’ordre du jour`;
  return followUpDocument(scribe, told, meeting, {
    symbol: symbol ?? nextSymbol(making),
    agendaItem: item,
    date: told.dueOn,
    body: scribe.language === 'en' ? meeting.body : meeting.body.replace('PTC', 'CTP'),
    hasSamples: recordStanding(env.read).inventedSamples !== null,
  });
};

const draftOf = (making: Making, wish: Exclude<DocumentWish, VersionWish>): Draft | null => {
  const { env, viewer, scribe } = making;
  switch (wish.kind) {
    case 'difference':
      return difference(making, wish);
    case 'outcomes':
      return outcomes(making, wish);
    case 'compendium':
      return compendiumDocument(scribe, compendium(env.read, {}, viewer));
    case 'synthesis':
      return synthesis(making, wish);
    case 'coverage': {
      const view = coverage(env.read, { callId: wish.callId, day: brusselsDate(env.clock.now()) }, viewer);
      return view === null ? null : coverageDocument(scribe, view);
    }
    case 'follow-up':
      return followUpOf(making, wish);
  }
};

/** Makes a document with the eyes of a viewer from the state that the environment shows; null when he knows of nothing of the kind. */
export const makeDraft = (env: Environment, viewer: Viewer, language: Language, wish: DocumentWish): Draft | null => {
  const making = { env, viewer, scribe: new Scribe(env.read, language, brusselsDate(env.clock.now())) };
  return 'version' in wish ? agenda(making, wish) : draftOf(making, wish);
};
