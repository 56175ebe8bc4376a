import { bodyThemeSet } from '../../../../../libs/application/src/index.ts';
import { itemLabel } from '../../../../../libs/domain/src/index.ts';
import type { Ask } from '../../../pages.ts';
import type { ActField, Choice, OptionSource } from './act.ts';

const sameInBoth = (text: string): Choice['label'] => ({ en: text, fr: text });

type Found = (ask: Ask, given: Readonly<Record<string, string>>, now: string) => Promise<readonly Choice[]>;

const themes: Found = async (ask) =>
  ((await ask('themeSet', { themeSetId: bodyThemeSet, version: null }))?.themes ?? []).map(({ code, label }) => ({ value: code, label }));

const members: Found = async (ask) => (await ask('members', { onDate: null })).map(({ code, name }) => ({ value: code, label: name }));

const sessions: Found = async (ask) => (await ask('sessions', {})).map(({ sessionId, label }) => ({ value: sessionId, label }));

const sessionsAhead: Found = async (ask, _given, now) =>
  (await ask('sessions', {})).filter(({ start }) => start > now.slice(0, 10)).map(({ sessionId, label }) => ({ value: sessionId, label }));

const named = ({
  contributionId,
  reference,
  title,
}: {
  readonly contributionId: string;
  readonly reference: string;
  readonly title: string;
}): Choice => ({
  value: contributionId,
  label: sameInBoth(`${reference} · ${title}`),
});

const acceptedTopics: Found = async (ask) => {
  const page = await ask('contributions', { filter: { kind: 'topic', stage: 'accepted' }, limit: 200, cursor: null });
  return ('code' in page ? [] : page.items).map(named);
};

/** Topics that resemble the one that is given, the most alike first. */
const likelyTopics: Found = async (ask, { topicId = '' }) => {
  const page = await ask('duplicateSuggestions', { filter: { contributionId: topicId, kind: 'topic' }, limit: 20, cursor: null });
  if (page === null || 'code' in page) return [];
  return page.items.map(({ a, b }) => named(a.contributionId === topicId ? b : a));
};

const decidedStages = ['accepted', 'declined', 'deferred'] as const;

/** Decisions that no batch tells yet. */
const unreleased: Found = async (ask) => {
  const told = (await ask('releases', {})).filter(({ status }) => status !== 'discarded').flatMap(({ items }) => items.map(({ id }) => id));
  const pages = await Promise.all(decidedStages.map((stage) => ask('contributions', { filter: { stage }, limit: 200, cursor: null })));
  return pages
    .flatMap((page) => ('code' in page ? [] : page.items))
    .filter(({ contributionId }) => !told.includes(contributionId))
    .map((one) => ({ ...named(one), value: `${one.kind}_${one.contributionId}` }));
};

const content = async (ask: Ask, { agendaId = '' }: Readonly<Record<string, string>>) =>
  (await ask('workingAgenda', { agendaId }))?.content ?? null;

const headings: Found = async (ask, given) =>
  ((await content(ask, given))?.headings ?? []).map(({ headingId, title }) => ({ value: headingId, label: title }));

const agendaItems: Found = async (ask, given) =>
  ((await content(ask, given))?.headings ?? []).flatMap(({ number, items }) =>
    items.map(({ itemId, letter, title }) => ({
      value: itemId,
      label: { en: `${itemLabel(number, letter)} ${title.en}`, fr: `${itemLabel(number, letter)} ${title.fr}` },
    })),
  );

const rooms: Found = async (ask, given) =>
  ((await content(ask, given))?.programme?.rooms ?? []).map(({ roomId, name }) => ({ value: roomId, label: name }));

const slots: Found = async (ask, given) =>
  ((await ask('workingAgenda', { agendaId: given['agendaId'] ?? '' }))?.slots ?? []).map(({ slotId, start, title }) => ({
    value: slotId,
    label: { en: `${start.wallTime.replace('T', ' ')} ${title.en}`, fr: `${start.wallTime.replace('T', ' ')} ${title.fr}` },
  }));

const sources: Readonly<Record<OptionSource, Found>> = {
  themes,
  members,
  sessions,
  sessionsAhead,
  headings,
  agendaItems,
  rooms,
  slots,
  acceptedTopics,
  unreleased,
  likelyTopics,
  guidanceRequests: async (ask) =>
    (await ask('guidanceRegister', {})).map(({ guidanceId, ref, text }) => ({ value: guidanceId, label: sameInBoth(`${ref} · ${text}`) })),
  calls: async (ask) => (await ask('calls', {})).map(({ callId, title }) => ({ value: callId, label: title })),
  conferences: async (ask) => (await ask('conferences', {})).map(({ conferenceId, name }) => ({ value: conferenceId, label: name })),
  agendas: async (ask) => (await ask('agendas', {})).map(({ agendaId, title }) => ({ value: agendaId, label: title })),
  documents: async (ask) =>
    (await ask('documents', {})).map(({ documentId, symbol, header }) => ({
      value: documentId,
      label: sameInBoth(`${symbol} · ${header.subtitle ?? header.title}`),
    })),
  themeSets: () => Promise.resolve([{ value: bodyThemeSet, label: { en: 'Themes of the body', fr: 'Thèmes de l’organe' } }]),
  communities: async (ask) =>
    (await ask('groupings', { onDate: null }))
      .filter(({ kind }) => kind === 'economicCommunity')
      .map(({ code, name }) => ({ value: code, label: name })),
  accreditations: async (ask) =>
    (await ask('accreditations', {}))
      .filter(({ status }) => status === 'accredited')
      .map(({ accreditationId, role, member }) => ({
        value: accreditationId,
        label: sameInBoth(`${role}${member === null ? '' : ` · ${member}`} · ${accreditationId.slice(0, 8)}`),
      })),
};

const reasonsOf = async (ask: Ask, from: Extract<ActField, { kind: 'reason' }>['from']): Promise<readonly Choice[]> => {
  if (!('list' in from)) return from;
  const { category, list } = from;
  const listed = (await ask('procedure', { object: category, policy: null }))?.reasons[list];
  return (listed ?? []).map(({ code, title }) => ({ value: code, label: title }));
};

/** What lists of a form offer, by the field's name; reasons stand under `reason.code`. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;

/** Looks up what the lists of some fields offer. @param given  ids that the page hands on: a list may depend on them */
export const choicesFor = async (
  ask: Ask,
  fields: readonly ActField[],
  given: Readonly<Record<string, string>>,
  now: string,
): Promise<Choices> => {
  const found = await Promise.all(
    fields.map(async (field): Promise<readonly (readonly [string, readonly Choice[]])[]> => {
      if (field.kind === 'reason') return [['reason.code', await reasonsOf(ask, field.from)]];
      if (field.kind !== 'one' && field.kind !== 'many') return [];
      return [[field.name, typeof field.from === 'string' ? await sources[field.from](ask, given, now) : field.from]];
    }),
  );
  return Object.fromEntries(found.flat());
};
