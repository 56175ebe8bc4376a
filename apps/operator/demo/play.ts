import type { ApiClient } from './client.ts';
import { buildAgenda, publishAgenda } from './agenda.ts';
import { decide } from './decide.ts';
import { samples, workingDocument, type Sample } from './fixtures.ts';
import { submit, triage, type Received, type Requests } from './intake.ts';
import { accreditPeople, type People } from './people.ts';

/** What the play came to. */
export interface DemoResult {
  readonly document: string;
  readonly received: number;
  /** Of those: stored after the deadline, not admitted. */
  readonly late: number;
  readonly accepted: number;
  readonly agendaVersion: number;
  readonly contentHash: string | null;
  readonly commands: number;
  readonly ledgerSize: number;
}

export interface Stage {
  readonly client: ApiClient;
  readonly operatorToken: string;
  /** Plays up to this instant. */
  readonly until: string;
  readonly progress: (done: number, total: number, what: string) => void;
}

const callId = 'RIC-2015-input';

const note = {
  en: 'The contributions in this record are invented for demonstration; no Member made them. The working document, the Members and the projects are real.',
  fr: 'Les contributions de ce registre sont inventées à des fins de démonstration ; aucun Membre ne les a faites. Le document de travail, les Membres et les projets sont réels.',
};

const inventedDocumentNote = {
  en: 'The contributions and the working document in this record are invented for demonstration; no Member made them. The Members and the projects are real.',
  fr: 'Les contributions et le document de travail de ce registre sont inventés à des fins de démonstration ; aucun Membre ne les a faits. Les Membres et les projets sont réels.',
};

const advance = async ({ client, operatorToken }: Stage, to: string): Promise<void> => {
  const { now } = await client.get<{ now: string }>('/record/standing');
  const instant = new Date(to).toISOString();
  if (instant > now) await client.post(operatorToken, '/record/clock', { to: instant });
};

/** 29 January: the document is imported and confirmed, its requests issued, the call opened. */
const openCall = async ({ client }: Stage, people: People): Promise<Requests & { readonly symbol: string }> => {
  const { bytes } = workingDocument();
  const { id, events } = await client.post(people.triage, '/documents', bytes);
  await client.post(people.triage, `/documents/${id}/confirm`, { sessionId: 'PTC-207-208', supplied: {} });
  const imported = events.find(({ type }) => type === 'WorkingDocumentImported')?.data;
  const proposed = imported?.['guidanceRequests'] as readonly { readonly ref: string; readonly text: string }[];
  const issued: Record<string, string> = {};
  for (const { ref, text } of proposed) {
    const expects = /topic/i.test(text) ? 'topic' : 'practice';
    issued[expects] = (await client.post(people.triage, '/guidance-requests', { documentId: id, ref, expects })).id;
  }
  await client.post(people.triage, '/calls', {
    callId,
    title: { en: 'Contributions to the Regional Integration Conference', fr: 'Contributions à la Conférence sur l’intégration régionale' },
    guidanceIds: Object.values(issued).sort(),
    conferenceId: 'RIC-2015',
    themeSetId: 'ptc',
    closesForNew: { wallTime: '2015-03-31T23:59', zone: 'Europe/Brussels' },
    closesForEdits: { wallTime: '2015-04-16T18:00', zone: 'Europe/Brussels' },
  });
  await client.post(people.triage, `/calls/${callId}/open`, null);
  return {
    practice: issued['practice'] ?? '',
    topic: issued['topic'] ?? '',
    callId,
    symbol: (imported?.['header'] as { readonly symbol: string }).symbol,
  };
};

const palestine = {
  code: 'PS',
  name: { en: 'Palestine', fr: 'Palestine' },
  region: 'MENA',
  accededOn: '2015-03-24',
  accessionVerified: false,
  correspondenceLanguage: 'en',
  landlocked: false,
  kind: 'state',
  economicCommunities: [],
};

/** What happens on fixed days besides contributions. */
const calendar: readonly { readonly at: string; readonly run: (stage: Stage, people: People) => Promise<unknown> }[] = [
  { at: '2015-03-03T08:30:00Z', run: ({ client }, people) => client.post(people.triage, '/sessions/PTC-207-208/open', null) },
  { at: '2015-03-24T08:00:00Z', run: ({ client }, people) => client.post(people.triage, '/members', palestine) },
  {
    at: '2015-04-10T08:00:00Z',
    run: ({ client }, people) =>
      client.post(people.editor, '/conferences/RIC-2015/dates', {
        start: '2015-06-15',
        end: '2015-06-16',
        source: 'https://www.wcoomd.org/en/media/newsroom/2015/june/successful-wco-regional-integration-conference.aspx',
      }),
  },
];

const runCalendar = async (stage: Stage, people: People, from: string, to: string): Promise<void> => {
  for (const { at, run } of calendar.filter((entry) => entry.at > from && entry.at <= to)) {
    await advance(stage, at);
    await run(stage, people);
  }
};

interface Intake {
  readonly received: readonly Received[];
  readonly lastAt: string;
}

const receive = async (stage: Stage, people: People, requests: Requests, sent: readonly Sample[]): Promise<Intake> => {
  const received: Received[] = [];
  let lastAt = '2015-01-29T08:00:00Z';
  for (const [index, sample] of sent.entries()) {
    await runCalendar(stage, people, lastAt, sample.submittedAt);
    await advance(stage, sample.submittedAt);
    lastAt = sample.submittedAt;
    const result = await submit(stage.client, people, requests, sample);
    received.push(result);
    if (!result.late) await triage(stage.client, people, [result]);
    stage.progress(index + 1, sent.length, `${sample.submittedAt.slice(0, 10)} ${sample.member}`);
  }
  return { received, lastAt };
};

const inTime = (received: readonly Received[]): readonly Received[] => received.filter(({ late }) => !late);

/** Plays from 29 January to 20 April 2015, or as far as `until`, through the API alone. */
export const play = async (stage: Stage): Promise<DemoResult> => {
  const { client, operatorToken, until } = stage;
  const all = samples();
  const people = await accreditPeople(client, operatorToken, [...new Set(all.map(({ member }) => member))].sort());
  await client.post(operatorToken, '/record/invented-samples', {
    note: workingDocument().isReal ? note : inventedDocumentNote,
    count: all.length,
  });
  const { symbol, ...requests } = await openCall(stage, people);
  const { received, lastAt } = await receive(
    stage,
    people,
    requests,
    all.filter(({ submittedAt }) => submittedAt <= until),
  );
  await runCalendar(stage, people, lastAt, until);
  const reachesDecision = until >= '2015-04-16T16:00:00Z';
  if (reachesDecision) await advance(stage, '2015-04-16T16:00:00Z');
  const accepted = reachesDecision ? await decide(client, people, inTime(received)) : [];
  const reachesAgenda = until >= '2015-04-20T08:00:00Z';
  if (reachesAgenda) await buildAgenda(client, people, accepted);
  await advance(stage, reachesAgenda ? '2015-04-20T08:00:00Z' : until);
  const contentHash = reachesAgenda ? await publishAgenda(client, people) : null;
  const { n } = await client.get<{ n: number }>('/record/standing');
  return {
    document: symbol,
    received: received.length,
    late: received.length - inTime(received).length,
    accepted: accepted.length,
    agendaVersion: reachesAgenda ? 1 : 0,
    contentHash,
    commands: client.sent,
    ledgerSize: n,
  };
};
