import type { AnnotatedAgenda, AnnotatedItem } from '../../../projections/src/index.ts';
import { omissions, versionLine } from './agenda-document.ts';
import { longDate, timeRange } from './dates.ts';
import type { Draft, Scribe } from './scribe.ts';

const background = (scribe: Scribe, { background: { annotation, topic, sponsors, late } }: AnnotatedItem): readonly string[] => [
  ...(annotation === null ? [] : [scribe.say(annotation)]),
  ...(topic === null
    ? []
    : [
        scribe.word('topicText', { reference: topic.reference, title: scribe.quote(topic.title, topic.language) }),
        scribe.quote(topic.text, topic.language),
      ]),
  ...(sponsors.length === 0 ? [] : [scribe.word('proposedBy', { members: scribe.members(sponsors.map(({ member }) => member)) })]),
  ...(late ? [scribe.word('late')] : []),
];

const earlier = (scribe: Scribe, { earlier: { carriedFrom, decisions, quoted } }: AnnotatedItem): readonly string[] => [
  ...(carriedFrom === null
    ? []
    : [`${scribe.word('carriedFrom', { label: `${carriedFrom.agendaId} ${carriedFrom.label}` })} ${scribe.say(carriedFrom.statement)}`]),
  ...decisions.flatMap(({ words }) => (words === null ? [] : [scribe.pair(scribe.say(words.title), scribe.say(words.text))])),
  ...quoted.map(({ quote }) => scribe.word('quoted', { text: quote })),
];

const asked = (scribe: Scribe, { asked: { actionLabels, request } }: AnnotatedItem): readonly string[] => [
  actionLabels.map((label) => scribe.word(label)).join(', '),
  ...(request === null
    ? []
    : [
        scribe.word('askedBy', {
          ref: request.ref,
          symbol: request.source.symbol,
          paragraph: request.source.paragraph,
          text: request.text,
        }),
      ]),
];

const writeItem = (scribe: Scribe, item: AnnotatedItem): void => {
  scribe.heading(2, `${item.label}  ${scribe.say(item.title)}`);
  const slots = item.slots.map(
    ({ start, end, room }) =>
      `${longDate(start.wallTime, scribe.language)}, ${timeRange(start.wallTime, end.wallTime)}${room === null ? '' : `, ${scribe.say(room)}`}`,
  );
  if (slots.length > 0) scribe.plain(slots.join('; '));
  const parts = [
    [scribe.word('asked'), asked(scribe, item)],
    [scribe.word('background'), background(scribe, item)],
    [scribe.word('documents'), item.documents.map(({ symbol, contentHash }) => `${symbol} (SHA-256 ${contentHash})`)],
    [scribe.word('earlier'), earlier(scribe, item)],
  ] as const;
  for (const [title, lines] of parts) {
    if (lines.length === 0) continue;
    scribe.heading(3, title);
    lines.forEach((line) => {
      scribe.paragraph(line);
    });
  }
};

/** An agenda with background, documents, earlier discussion and what is asked of each item (row C11). */
export const annotatedDocument = (scribe: Scribe, agenda: AnnotatedAgenda, cover: readonly string[], publishedAt: string | null): Draft => {
  if (agenda.headings.every(({ items }) => items.length === 0)) scribe.note(scribe.word('noItems'));
  for (const { label, title, items } of agenda.headings) {
    scribe.heading(1, `${label}. ${scribe.say(title)}`);
    items.forEach((item) => {
      writeItem(scribe, item);
    });
  }
  omissions(scribe, agenda.omittedPriorities);
  return {
    symbol: scribe.symbol(agenda.agendaId, 'ANNOTATED', `v${agenda.version}`),
    title: scribe.say(agenda.title),
    subtitle: scribe.word('annotatedAgenda'),
    agendaItem: null,
    cover: [...cover, versionLine(scribe, agenda.version, publishedAt)],
    blocks: scribe.blocks,
  };
};
