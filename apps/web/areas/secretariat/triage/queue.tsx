import type { JSX } from 'preact';
import type { ThemeSetView, TriageItem } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { daysBetween, sayFrom, type Language } from '../../../format.ts';
import { addressOf, linkTo, type Parameters } from '../address.ts';
import { deskTexts } from '../desk.texts.ts';
import { triageTexts } from '../triage.texts.ts';
import { toneOf } from './tones.ts';

const say = sayFrom(triageTexts);
const desk = sayFrom(deskTexts);

/** As short as a column asks for: what a label says in brackets stands on the pages about themes. */
const themeLabel = (themes: ThemeSetView | null, code: string, language: Language): string =>
  (themes?.themes.find((theme) => theme.code === code)?.label[language] ?? code).split(' (')[0] ?? code;

interface Pressing {
  readonly tone: 'over' | 'today' | 'soft' | '';
  readonly words: string;
  /** Of a bar of 74. */
  readonly width: number;
  readonly fill: string;
}

const secondsADay = 86_400;

/** How pressing an item is: by the deadline that passed, by the nearest one that runs, or by its age. */
const pressingOf = ({ clock, overdue, deadlines, ageSeconds }: TriageItem, now: string, language: Language): Pressing => {
  if (clock === 'paused') return { tone: 'soft', words: say(language, 'paused'), width: 36, fill: 'f-rule' };
  const [passed] = overdue;
  if (passed !== undefined) {
    const days = Math.max(1, daysBetween(passed.dueAt, now));
    return { tone: 'over', words: say(language, 'overBy', { days }), width: Math.min(74, 45 + days * 5), fill: 'f-stop' };
  }
  const due = deadlines.find(({ dueAt }) => dueAt !== null)?.dueAt ?? null;
  if (due === null)
    return { tone: '', words: say(language, 'days', { days: Math.floor(ageSeconds / secondsADay) }), width: 9, fill: 'f-work' };
  const days = daysBetween(now, due);
  return days <= 0
    ? { tone: 'today', words: say(language, 'dueToday'), width: 45, fill: 'f-wait' }
    : { tone: '', words: say(language, 'dueIn', { days }), width: Math.max(5, 45 - days * 7), fill: 'f-work' };
};

const AgeCell = ({ frame: { language, standing }, item }: { readonly frame: PageFrame; readonly item: TriageItem }): JSX.Element => {
  const { tone, words, width, fill } = pressingOf(item, standing.now, language);
  return (
    <td class="age" data-label={say(language, 'age')}>
      <span class={tone}>{words}</span>
      <svg width="74" height="6" viewBox="0 0 74 6" aria-hidden="true">
        <rect class="f-rule" width="74" height="2" y="2" />
        <rect class={fill} width={String(width)} height="6" />
        <rect class="f-ink" x="45" width="1.5" height="6" />
      </svg>
    </td>
  );
};

const channelTexts = { email: 'viaEmail', note_verbale: 'viaNote', floor: 'viaFloor', split: 'viaSplit' } as const;

export const channelOf = (channel: string, language: Language): string | null =>
  channel in channelTexts ? say(language, channelTexts[channel as keyof typeof channelTexts]) : null;

const Row = ({ frame, item, parameters, themes, isOpen }: RowProps): JSX.Element => {
  const { language } = frame;
  const { contributionId, reference, memberName, title, kind, channel, late, stage, stageTitle } = item;
  const via = channelOf(channel, language);
  return (
    <tr class={isOpen ? 'on' : undefined} data-line>
      <AgeCell frame={frame} item={item} />
      <td class="title-cell" data-label={say(language, 'contribution')}>
        <a
          href={`${linkTo(frame, '/triage', { ...parameters, open: contributionId })}#dossier`}
          aria-current={isOpen ? 'true' : undefined}
          lang={item.language}
          dir="auto"
        >
          {title}
        </a>
        <span class="sub">
          {`${reference} · ${memberName[language]} · ${desk(language, `kind_${kind}`)} `}
          <span class="lang">{item.language.toUpperCase()}</span>
          {via === null ? null : <span class="tag">{via}</span>}
          {late ? <span class="tag late">{desk(language, 'late')}</span> : null}
        </span>
      </td>
      <td class="theme-cell" data-label={say(language, 'theme')}>
        {themeLabel(themes, item.primaryTheme, language)}
      </td>
      <td class="state-cell" data-label={say(language, 'state')}>
        <span class="chip" data-s={toneOf(stage)}>
          {stageTitle[language]}
        </span>
      </td>
    </tr>
  );
};

interface QueueProps {
  readonly frame: PageFrame;
  readonly items: readonly TriageItem[];
  readonly themes: ThemeSetView | null;
  /** Filter and order of the address, without page and open item. */
  readonly parameters: Parameters;
  readonly openId: string | null;
}

interface RowProps extends Omit<QueueProps, 'items' | 'openId'> {
  readonly item: TriageItem;
  readonly isOpen: boolean;
}

const SortHead = ({
  frame,
  parameters,
  label,
  order,
}: Pick<QueueProps, 'frame' | 'parameters'> & { readonly label: string; readonly order: string | null }) => {
  const isCurrent = (parameters['order'] ?? null) === order;
  return (
    <th scope="col" aria-sort={isCurrent ? 'ascending' : undefined}>
      <a class="sort" href={linkTo(frame, '/triage', { ...parameters, order })}>
        {label}
      </a>
    </th>
  );
};

/** The queue as a table that becomes cards where it is narrow. */
export const Queue = ({ frame, items, themes, parameters, openId }: QueueProps): JSX.Element => {
  const { language } = frame;
  const head = { frame, parameters };
  if (items.length === 0) return <p class="empty">{desk(language, 'nothingWaits')}</p>;
  return (
    <div class="t-wrap">
      <table class="t cards queue">
        <caption class="vh">{say(language, 'queueCaption')}</caption>
        <thead>
          <tr>
            <SortHead {...head} label={say(language, 'age')} order={null} />
            <SortHead {...head} label={say(language, 'contributionByMember')} order="member" />
            <SortHead {...head} label={say(language, 'theme')} order="theme" />
            <SortHead {...head} label={say(language, 'state')} order="state" />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row frame={frame} item={item} parameters={parameters} themes={themes} isOpen={item.contributionId === openId} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Where the list goes on. */
export const QueuePages = ({
  frame,
  parameters,
  next,
  isFirst,
}: {
  readonly frame: PageFrame;
  readonly parameters: Parameters;
  readonly next: string | null;
  readonly isFirst: boolean;
}): JSX.Element | null =>
  next === null && isFirst ? null : (
    <nav class="row between mt small" aria-label={desk(frame.language, 'pages')}>
      {isFirst ? <span /> : <a href={linkTo(frame, '/triage', parameters)}>{desk(frame.language, 'first')}</a>}
      {next === null ? null : (
        <a href={linkTo(frame, '/triage', { ...parameters, after: next })} data-key="n">
          {desk(frame.language, 'next')}
        </a>
      )}
    </nav>
  );

/** The address of the queue as it is shown, so that forms lead back to it. */
export const queueAddress = (parameters: Parameters): string => addressOf('/triage', parameters);
