import {
  itemLabel,
  romanNumeral,
  type AgendaContent,
  type AgendaItem,
  type AgendaSpeaker,
  type Instant,
} from '../../../domain/src/index.ts';
import { longDate, timeRange } from './dates.ts';
import type { Draft, Scribe } from './scribe.ts';

/** An agenda as it is printed, and what is said of it above. */
export interface PrintedAgenda {
  readonly content: AgendaContent;
  readonly publishedAt: Instant | null;
  readonly contentHash: string | null;
}

const speakerOf = (scribe: Scribe, { part, member }: AgendaSpeaker): string =>
  member === null ? scribe.word(part) : `${scribe.member(member)} (${scribe.word(part)})`;

const itemText = (scribe: Scribe, label: string, item: AgendaItem): string => {
  const labels = item.actionLabels.map((action) => scribe.word(action)).join(', ');
  const sponsors = 'sponsors' in item ? ` ${scribe.word('proposedBy', { members: scribe.members(item.sponsors) })}` : '';
  const late = item.list === 'late' ? ` ${scribe.word('late')}` : '';
  return `${label}  ${scribe.say(item.title)} — ${labels}.${sponsors}${late}`;
};

const labelsOf = ({ headings }: AgendaContent): Readonly<Record<string, string>> =>
  Object.fromEntries(headings.flatMap(({ number, items }) => items.map(({ itemId, letter }) => [itemId, itemLabel(number, letter)])));

const programmeOf = (scribe: Scribe, content: AgendaContent): void => {
  const { programme } = content;
  if (programme === undefined || programme.slots.length === 0) return;
  const labels = labelsOf(content);
  scribe.heading(1, scribe.word('programme'));
  for (const { date, title } of programme.days) {
    const slots = programme.slots.filter(({ start }) => start.wallTime.startsWith(date));
    if (slots.length === 0) continue;
    scribe.table(
      `${longDate(date, scribe.language)} — ${scribe.say(title)}`,
      [
        [scribe.word('time'), 2],
        [scribe.word('subject'), 5],
        [scribe.word('items'), 2],
        [scribe.word('room'), 2],
        [scribe.word('speakers'), 4],
      ],
      slots.map(({ start, end, title: subject, itemIds, roomId, speakers }) => [
        timeRange(start.wallTime, end.wallTime),
        scribe.say(subject),
        itemIds.map((id) => labels[id] ?? id).join(', '),
        scribe.say(programme.rooms.find((room) => room.roomId === roomId)?.name ?? null),
        speakers.map((speaker) => speakerOf(scribe, speaker)).join('; '),
      ]),
    );
  }
};

/** What is said of a version above its title. */
export const versionLine = (scribe: Scribe, version: number, publishedAt: string | null): string =>
  publishedAt === null ? scribe.word('workingCopy') : scribe.word('versionOf', { version, date: longDate(publishedAt, scribe.language) });

/** Priorities that an agenda leaves out, each with its reason (BR-14). */
export const omissions = (scribe: Scribe, omitted: AgendaContent['omittedPriorities']): void => {
  if (omitted.length === 0) return;
  scribe.heading(1, scribe.word('omitted'));
  scribe.bullets(omitted.map(({ theme, reason }) => scribe.pair(scribe.theme(theme), scribe.say(reason))));
};

/** An agenda, draft or final, with its programme. */
export const agendaDocument = (scribe: Scribe, { content, publishedAt, contentHash }: PrintedAgenda, cover: readonly string[]): Draft => {
  const kind = scribe.word(content.final === true ? 'finalAgenda' : 'draftAgenda');
  if (content.headings.every(({ items }) => items.length === 0)) scribe.note(scribe.word('noItems'));
  for (const { number, title, items } of content.headings) {
    scribe.heading(1, `${romanNumeral(number)}. ${scribe.say(title)}`);
    scribe.bullets(items.map((item) => itemText(scribe, itemLabel(number, item.letter), item)));
  }
  programmeOf(scribe, content);
  omissions(scribe, content.omittedPriorities);
  const cancelled = content.cancelled ?? [];
  if (cancelled.length > 0) {
    scribe.heading(1, scribe.word('cancelled'));
    scribe.bullets(cancelled.map(({ label, title, reasonCode }) => `${label}  ${scribe.say(title)} (${reasonCode.replaceAll('_', ' ')})`));
  }
  if (contentHash !== null) scribe.note(scribe.word('hashOf', { version: content.version, hash: contentHash }));
  return {
    symbol: scribe.symbol(content.agendaId, 'AGENDA', `v${content.version}`),
    title: scribe.say(content.title),
    subtitle: kind,
    agendaItem: null,
    cover: [...cover, versionLine(scribe, content.version, publishedAt)],
    blocks: scribe.blocks,
  };
};
