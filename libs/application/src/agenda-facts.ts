import {
  agendaDecider,
  documentDecider,
  lateRuling,
  sponsorsNow,
  standing,
  topicDecider,
  type AgendaContent,
  type AgendaEvent,
  type AgendaState,
  type CarriedItem,
  type Language,
  type PinnedDocument,
  type PlaceableTopic,
  type Topic,
  type TopicState,
} from '../../domain/src/index.ts';
import { defaultLimits, domainData, loadStream } from '../../event-store/src/index.ts';
import { hashOf, sizeOf } from './canonical.ts';
import type { Environment } from './contract.ts';
import { familyOf } from './facts.ts';
import { stateOf } from './run-command.ts';
import { upcasters } from './upcasters.ts';

/** What the event around the content needs besides it: names, notes, hash and salt. */
const envelopeBytes = 16 * 1024;

/** How a version is measured: by its canonical form, which one event has to hold whole. */
export const measures = {
  hashOf: (content: AgendaContent): string => hashOf(content),
  sizeOf: (content: AgendaContent): number => sizeOf(content),
  maxBytes: defaultLimits.maxEventBytes - envelopeBytes,
};

/** The agenda as it stands, read from its own stream. */
export const agendaState = (env: Environment, agendaId: string): Promise<AgendaState> => stateOf(env, agendaDecider, agendaId);

const isAccepted = ({ ended, decided }: Topic): boolean => ended === null && decided?.outcome === 'accepted';

/** A topic as an agenda may take it, read from its own stream; null when there is none. */
export const placeableTopic = async (env: Environment, topicId: string): Promise<PlaceableTopic | null> => {
  const topic = await stateOf(env, topicDecider, topicId);
  if (topic.milestone === 'none') return null;
  const { reference, member, guidanceId } = topic.release;
  return {
    topicId,
    stage: isAccepted(topic) ? 'accepted' : standing(topic),
    reference,
    contentHash: topic.contentHash,
    member,
    guidanceId,
    sponsors: sponsorsNow(topic),
    forInformation: topic.content.purpose === 'for_information',
    late: topic.late !== null,
    ruled: lateRuling(topic) === 'on_agenda',
  };
};

const languageOf = (symbol: string): Language | null => {
  const letter = /^[A-Z]{2}\d{4}([EF])/.exec(symbol)?.[1];
  if (letter === undefined) return null;
  return letter === 'E' ? 'en' : 'fr';
};

/** A confirmed document as an item refers to it, by the hash of its bytes; null when there is none. */
export const pinnableDocument = async (env: Environment, documentId: string): Promise<PinnedDocument | null> => {
  const document = await stateOf(env, documentDecider, documentId);
  if (document.status !== 'confirmed') return null;
  const { symbol, imported } = document;
  const language = languageOf(symbol);
  return language === null ? null : { documentId, work: familyOf(symbol), symbol, language, contentHash: imported.sha256 };
};

/** A published copy as it was recorded; the latest without a number, null when there is none. */
export const publishedContent = async (env: Environment, agendaId: string, version: number | null): Promise<AgendaContent | null> => {
  const { events } = await loadStream(env.store, `agenda-${agendaId}`);
  const published = events
    .filter(({ type }) => type === 'AgendaVersionPublished')
    .map((event) => domainData(event, upcasters) as Extract<AgendaEvent, { type: 'AgendaVersionPublished' }>['data']);
  return published.findLast((entry) => version === null || entry.version === version)?.content ?? null;
};

/** Topics of a content, in its order. */
export const topicsIn = (content: AgendaContent | null): readonly string[] =>
  (content?.headings ?? []).flatMap(({ items }) => items.flatMap((item) => ('topicId' in item ? [item.topicId] : [])));

/** A person said that it may be the same as another, and it was neither merged nor told apart. */
const isUndecided = (topic: TopicState, among: readonly string[]): boolean =>
  topic.milestone !== 'none' &&
  (topic.merge !== null ||
    topic.undone.length > 0 ||
    topic.duplicates.some(({ ruling, otherId }) => ruling === 'confirmed' && among.includes(otherId)));

/** Those of some topics that stand beside a duplicate of theirs, or of which a ruling or a merge is under way (BR-08, BR-16). */
export const unresolvedDuplicates = async (env: Environment, topicIds: readonly string[]): Promise<readonly string[]> => {
  const topics = await Promise.all(topicIds.map((topicId) => stateOf(env, topicDecider, topicId)));
  return topicIds.filter((_topicId, index) => {
    const topic = topics[index];
    return topic !== undefined && isUndecided(topic, topicIds);
  });
};

/** Those of some topics that were withdrawn, merged into another or divided. */
export const endedTopics = async (env: Environment, topicIds: readonly string[]): Promise<readonly string[]> => {
  const topics = await Promise.all(topicIds.map((topicId) => stateOf(env, topicDecider, topicId)));
  return topicIds.filter((_topicId, index) => {
    const topic = topics[index];
    return topic !== undefined && topic.milestone !== 'none' && topic.ended !== null;
  });
};

/** Those of some topics that may no longer stand on an agenda. */
export const goneTopics = async (env: Environment, topicIds: readonly string[]): Promise<readonly string[]> => {
  const topics = await Promise.all(topicIds.map((topicId) => placeableTopic(env, topicId)));
  return topicIds.filter((_topicId, index) => topics[index]?.stage !== 'accepted');
};

/** An item that a closed agenda carried forward, with its topic; null when it was not. */
export const carriedItem = async (env: Environment, agendaId: string, itemId: string): Promise<CarriedItem | null> => {
  const agenda = await agendaState(env, agendaId);
  if (agenda.status === 'unopened' || !agenda.closed) return null;
  const carriedTo = agenda.outcomes.find((outcome) => outcome.itemId === itemId)?.carriedTo ?? null;
  const item = agenda.items.find((entry) => entry.itemId === itemId);
  if (carriedTo === null || item === undefined) return null;
  const topic = 'topicId' in item ? await placeableTopic(env, item.topicId) : null;
  return { agendaId, itemId, carriedTo, topic };
};
