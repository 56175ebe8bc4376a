import type { FollowedContribution, FollowedRequest, FollowUp, SessionView } from '../../../projections/src/index.ts';
import { dateRange, placeAndDate } from './dates.ts';
import { followUpPhrases as words } from './follow-up.phrases.ts';
import type { Draft, Scribe } from './scribe.ts';

/** What is printed above, chosen by whoever issues it. */
export interface WorkingDocumentHead {
  readonly symbol: string;
  /** As printed, `Item IX - a on the agenda`. */
  readonly agendaItem: string;
  readonly date: string;
  readonly body: string;
  readonly hasSamples: boolean;
}

const stageOf = (scribe: Scribe, stage: string): string =>
  Object.hasOwn(words, stage) ? scribe.fill(words[stage as keyof typeof words]) : stage.replaceAll('_', ' ');

const lineOf = (scribe: Scribe, { reference, member, title, agendaLine, stage, reasonCode }: FollowedContribution): string => {
  const fate =
    agendaLine === null
      ? `${stageOf(scribe, stage)}${reasonCode === null ? '' : `, ${reasonCode.replaceAll('_', ' ')}`}`
      : `${agendaLine.agendaId} ${agendaLine.label}`;
  return `${reference}, ${scribe.member(member)}, ${scribe.quoted(title)} (${fate})`;
};

const counted = (scribe: Scribe, request: FollowedRequest): void => {
  const { received: count, members, byRegion, byTheme, byStage } = request;
  if (count === 0) {
    scribe.paragraph(scribe.fill(words.none));
    return;
  }
  scribe.paragraph(
    scribe.fill(words.received, { count, members }),
    scribe.listed(
      byRegion.map(({ region, contributions, members: own }) =>
        scribe.fill(words.region, { region: scribe.group(region), count: contributions, members: own }),
      ),
    ),
  );
  scribe.paragraph(
    scribe.fill(words.themes),
    scribe.listed(byTheme.map(({ theme, contributions }) => scribe.pair(scribe.theme(theme), contributions))),
  );
  scribe.paragraph(
    scribe.fill(words.stages),
    scribe.listed(byStage.map(({ stage, contributions }) => scribe.pair(stageOf(scribe, stage), contributions))),
  );
};

const followed = (scribe: Scribe, request: FollowedRequest): void => {
  const list = (phrase: 'reached' | 'missed' | 'outcomes' | 'decisions' | 'actions', items: readonly string[]): void => {
    if (items.length > 0) scribe.paragraph(scribe.fill(words[phrase]), scribe.listed(items));
  };
  const lines = (contributions: readonly FollowedContribution[]) => contributions.map((each) => lineOf(scribe, each));
  if (request.reachedAgenda.length === 0 && request.received > 0) scribe.paragraph(scribe.fill(words.noneReached));
  list('reached', lines(request.reachedAgenda));
  list('missed', lines(request.didNotReachAgenda.length > 0 ? request.didNotReachAgenda : []));
  list(
    'outcomes',
    request.outcomes.map(({ verb, statement }) => scribe.pair(scribe.word(verb as 'agreed'), scribe.say(statement).replace(/[.;]$/, ''))),
  );
  list(
    'decisions',
    request.decisions.flatMap(({ words: text }) => (text === null ? [] : [scribe.say(text.title)])),
  );
  list(
    'actions',
    request.actions.map(({ title, owner, dueSession }) =>
      scribe.fill(words.action, {
        title: scribe.say(title),
        owner,
        session: dueSession.label === null ? dueSession.sessionId : scribe.say(dueSession.label),
      }),
    ),
  );
};

const writeRequest = (scribe: Scribe, request: FollowedRequest): void => {
  const { guidanceId: id, text, carriedFrom } = request;
  scribe.heading(1, scribe.fill(words.request, { id }));
  const carried = carriedFrom === null ? '' : ` ${scribe.fill(words.carried, { from: carriedFrom })}`;
  scribe.paragraph(`${scribe.fill(words.wording, { id, text })}${carried}`);
  counted(scribe, request);
  followed(scribe, request);
};

const running: readonly string[] = ['issued', 'open', 'consolidating', 'partially_closed'];

const expected = (scribe: Scribe, requests: readonly FollowedRequest[], body: string): void => {
  const open = requests.filter(({ status }) => running.includes(status));
  scribe.heading(1, scribe.fill(words.expected));
  const takeNote = scribe.fill(words.takeNote).replace(/ ?;$/, open.length === 0 ? '.' : ';');
  const conclusions = open.map(({ guidanceId: id, text }, at) =>
    scribe.fill(words.conclude, { id, text, end: at === open.length - 1 ? '.' : ';' }),
  );
  scribe.paragraph(scribe.fill(words.asked, { body }), [takeNote, ...conclusions]);
};

/** The follow-up of a session in the form of a working document, which our own importer reads back (row D8, UJ-14). */
export const followUpDocument = (scribe: Scribe, followUp: FollowUp, session: SessionView, head: WorkingDocumentHead): Draft => {
  const requests = [...followUp.requests, ...followUp.carriedIn];
  scribe.heading(1, scribe.fill(words.introduction));
  scribe.paragraph(scribe.fill(words.purpose, { sessions: scribe.say(session.label) }));
  if (head.hasSamples) scribe.paragraph(scribe.fill(words.samples));
  if (requests.length === 0) scribe.paragraph(scribe.fill(words.nothing));
  requests.forEach((request) => {
    writeRequest(scribe, request);
  });
  expected(scribe, requests, head.body);
  return {
    symbol: head.symbol,
    title: scribe.fill(words.title),
    subtitle: scribe.fill(words.subtitle),
    agendaItem: head.agendaItem,
    cover: [
      scribe.say(session.label),
      dateRange(session.start, session.end, scribe.language),
      placeAndDate(session.place, head.date, scribe.language),
    ],
    blocks: scribe.blocks,
  };
};
