import type {
  CompendiumEntry,
  ContributionView,
  CoverageCell,
  CoverageColumn,
  CoverageView,
  GuidanceGrid,
  GuidanceView,
} from '../../../projections/src/index.ts';
import type { Draft, Scribe } from './scribe.ts';

const account = (scribe: Scribe, { account: told, language }: CompendiumEntry): void => {
  if (told === null) return;
  for (const part of ['context', 'instrument', 'measure', 'result', 'lessons'] as const)
    if (told[part].trim() !== '')
      scribe.plain([{ text: scribe.pair(scribe.word(part), ''), mark: 'strong' }, { text: scribe.quote(told[part], language) }]);
};

/** Published national practices, by Member (row A11). */
export const compendiumDocument = (scribe: Scribe, entries: readonly CompendiumEntry[]): Draft => {
  if (entries.length === 0) scribe.note(scribe.word('noPractices'));
  const sorted = entries.toSorted((one, other) =>
    one.memberName[scribe.language].localeCompare(other.memberName[scribe.language], scribe.language),
  );
  let last = '';
  for (const entry of sorted) {
    const name = entry.memberName[scribe.language];
    if (name !== last) scribe.heading(1, name);
    last = name;
    scribe.heading(2, scribe.quote(entry.title, entry.language));
    const level = entry.account === null ? '' : `, ${scribe.word('level').toLowerCase()} ${scribe.word(entry.account.level)}`;
    const themes = [entry.primaryTheme, ...entry.secondaryThemes].map((theme) => scribe.theme(theme)).join('; ');
    scribe.plain(
      `${entry.reference}${level} — ${themes}${entry.economicCommunity === null ? '' : ` — ${scribe.group(entry.economicCommunity)}`}`,
    );
    scribe.paragraph(scribe.quote(entry.text, entry.language));
    account(scribe, entry);
  }
  return {
    symbol: scribe.symbol('COMPENDIUM'),
    title: scribe.word('compendium'),
    subtitle: null,
    agendaItem: null,
    cover: [],
    blocks: scribe.blocks,
  };
};

const writeGrid = (scribe: Scribe, grid: GuidanceGrid): void => {
  scribe.table(
    scribe.word('byRegion'),
    (['region', 'addressees', 'answered', 'nilReturn', 'waiting'] as const).map((phrase, at) => [scribe.word(phrase), at === 0 ? 4 : 2]),
    grid.byRegion.map((row) => [row.name[scribe.language], ...[row.addressees, row.answered, row.nil_return, row.waiting].map(String)]),
  );
};

/** What was received in answer to one request (D2, D8). */
export const synthesisDocument = (
  scribe: Scribe,
  request: GuidanceView,
  grid: GuidanceGrid | null,
  received: readonly ContributionView[],
): Draft => {
  const { source, ref, text, leadIn } = request;
  scribe.heading(1, scribe.word('theRequest'));
  scribe.paragraph(scribe.word('askedBy', { ref, symbol: source.symbol, paragraph: source.paragraph, text: `${leadIn} ${text}`.trim() }));
  const { contributingMembers: members, addressees, answered, nilReturns: nil, waiting } = request;
  scribe.paragraph(scribe.word('standing', { received: request.received, members, addressees, answered, nil, waiting }));
  if (grid !== null && grid.byRegion.length > 0) writeGrid(scribe, grid);
  scribe.heading(1, scribe.word('consolidation'));
  scribe.paragraph(request.consolidation === null ? scribe.word('noConsolidation') : scribe.say(request.consolidation.text));
  if (request.conclusion !== null) {
    scribe.heading(1, scribe.word('conclusion'));
    scribe.paragraph(scribe.say(request.conclusion.text));
  }
  if (received.length > 0)
    scribe.table(
      scribe.word('contributions'),
      [
        [scribe.word('reference'), 2],
        [scribe.word('member'), 3],
        [scribe.word('title'), 7],
      ],
      received.map(({ reference, memberName, title }) => [reference, memberName[scribe.language], title]),
    );
  const symbol = scribe.symbol(request.guidanceId, 'SYNTHESIS');
  return {
    symbol,
    title: scribe.word('synthesis', { ref: request.guidanceId }),
    subtitle: null,
    agendaItem: null,
    cover: [],
    blocks: scribe.blocks,
  };
};

/** Columns that a page takes beside the themes; a wider matrix goes on in another table. */
const mostColumns = 7;

const matrix = (
  scribe: Scribe,
  caption: string,
  view: CoverageView,
  columns: readonly CoverageColumn[],
  cells: readonly CoverageCell[],
): void => {
  const cell = (theme: string, column: string): string => {
    const found = cells.find((each) => each.theme === theme && each.column === column);
    return found === undefined || found.isEmpty ? '–' : `${found.topics} + ${found.practices}`;
  };
  for (let first = 0; first < columns.length; first += mostColumns) {
    const shown = columns.slice(first, first + mostColumns);
    scribe.table(
      caption,
      [[scribe.word('theme'), 5], ...shown.map(({ code }) => [code, 2] as const)],
      view.themes.map(({ code, label }) => [label[scribe.language], ...shown.map((column) => cell(code, column.code))]),
    );
  }
};

/** What a call brought, by priority, region and community (row C16, BR-15). */
export const coverageDocument = (scribe: Scribe, view: CoverageView): Draft => {
  const { total, landlocked } = view;
  scribe.paragraph(scribe.word('coverageTotal', { topics: total.topics, practices: total.practices }));
  const { members, memberCount: all, perMille: share } = landlocked;
  scribe.paragraph(scribe.word('landlocked', { count: landlocked.topics + landlocked.practices, members, all, share }));
  scribe.table(
    scribe.word('theme'),
    [
      [scribe.word('theme'), 5],
      [scribe.word('topics'), 2],
      [scribe.word('practices'), 2],
      [scribe.word('onAgenda'), 2],
      [scribe.word('whyNot'), 5],
    ],
    view.themes.map(({ label, topics, practices, published, omission }) => [
      label[scribe.language],
      ...[topics, practices, published].map(String),
      scribe.say(omission),
    ]),
  );
  scribe.note(scribe.word('cellNote'));
  matrix(scribe, scribe.word('byRegion'), view, view.regions, view.byRegion);
  matrix(scribe, scribe.word('byCommunity'), view, view.communities, view.byCommunity);
  scribe.bullets([...view.regions, ...view.communities].map(({ code, name }) => scribe.pair(code, name[scribe.language])));
  return {
    symbol: scribe.symbol(view.callId, 'COVERAGE'),
    title: scribe.word('coverage'),
    subtitle: null,
    agendaItem: null,
    cover: [],
    blocks: scribe.blocks,
  };
};
