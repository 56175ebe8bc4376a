import { accountActs, drawPassword } from './accounts.ts';
import { autumnAgendaActs } from './autumn-agenda.ts';
import { commentActs } from './comments.ts';
import { conferenceActs } from './conference.ts';
import { consolidationActs, fatesOfTheirOwn } from './consolidation.ts';
import { decisionActs } from './decisions.ts';
import { entryActs } from './entries.ts';
import { followUpActs } from './follow-up.ts';
import { incidentActs } from './incidents.ts';
import { marchAgendaActs } from './march-agenda.ts';
import { marchSessionActs } from './march-sessions.ts';
import { paperActs } from './papers.ts';
import { procedureActs } from './procedure.ts';
import { programmeActs } from './programme.ts';
import { registerActs } from './registers.ts';
import { releaseActs } from './releases.ts';
import { rightActs } from './rights.ts';
import { smallerCallActs } from './smaller-call.ts';
import { buildAgenda, publishDraft } from './agenda.ts';
import { callActs } from './call.ts';
import type { ApiClient } from './client.ts';
import { decide } from './decide.ts';
import { samples, workingDocument } from './fixtures.ts';
import { receive } from './intake.ts';
import { People } from './people.ts';
import { Story, type Act } from './story.ts';
import { translationActs } from './translations.ts';

/** What the play came to. */
export interface DemoResult {
  readonly document: string;
  readonly received: number;
  /** Of those: stored after the deadline, not admitted at once. */
  readonly late: number;
  readonly accepted: number;
  readonly agendaVersion: number;
  /** To how many Members the draft agenda went; 0 before. */
  readonly addressees: number;
  readonly contentHash: string | null;
  readonly commands: number;
  readonly ledgerSize: number;
  /** What officers were told who had not seen what another did. */
  readonly conflicts: readonly string[];
  /** Accounts to look around with; they exist in demonstrations only. */
  readonly accounts: readonly string[];
  readonly password: string;
}

export interface Stage {
  readonly client: ApiClient;
  readonly operatorToken: string;
  /** Plays up to this instant. */
  readonly until: string;
  readonly progress: (done: number, total: number, what: string) => void;
}

const note = {
  en: 'The contributions in this record are invented for demonstration; no Member made them. The working document, the Members and the projects are real.',
  fr: 'Les contributions de ce registre sont inventées à des fins de démonstration ; aucun Membre ne les a faites. Le document de travail, les Membres et les projets sont réels.',
};

const inventedDocumentNote = {
  en: 'The contributions and the working document in this record are invented for demonstration; no Member made them. The Members and the projects are real.',
  fr: 'Les contributions et le document de travail de ce registre sont inventés à des fins de démonstration ; aucun Membre ne les a faits. Les Membres et les projets sont réels.',
};

const received: readonly Act[] = samples().map((sample) => ({
  at: sample.submittedAt,
  title: sample.member,
  play: (story) => receive(story, sample),
}));

const straightPath: readonly Act[] = [
  ...callActs,
  ...received,
  { at: '2015-04-16T16:00:00Z', title: 'the decisions', play: (story) => decide(story, fatesOfTheirOwn) },
  { at: '2015-04-17T12:00:00Z', title: 'the agenda is built', play: buildAgenda },
  { at: '2015-04-20T08:00:00Z', title: 'the draft agenda', play: publishDraft },
];

const otherActs: readonly Act[] = [
  ...rightActs,
  ...accountActs,
  ...paperActs,
  ...translationActs,
  ...smallerCallActs,
  ...marchAgendaActs,
  ...marchSessionActs,
  ...incidentActs,
  ...entryActs,
  ...consolidationActs,
  ...releaseActs,
  ...programmeActs,
  ...commentActs,
  ...conferenceActs,
  ...decisionActs,
  ...autumnAgendaActs,
  ...followUpActs,
  ...procedureActs,
  ...registerActs,
];

const year = (): readonly Act[] => [...straightPath, ...otherActs].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const resultOf = async (story: Story): Promise<DemoResult> => {
  const { n } = await story.ask<{ n: number }>(null, '/record/standing');
  const all = [...story.received.values()];
  return {
    document: story.requests?.symbol ?? '',
    received: all.length,
    late: all.filter(({ late }) => late).length,
    accepted: story.accepted.length,
    agendaVersion: story.agendaVersion,
    addressees: story.addressees,
    contentHash: story.contentHash,
    commands: story.client.sent,
    ledgerSize: n,
    conflicts: story.conflicts,
    accounts: story.accounts,
    password: story.password,
  };
};

/** Plays the year 2015 from 29 January, or as far as `until`, through the API alone. */
export const play = async ({ client, operatorToken, until, progress }: Stage): Promise<DemoResult> => {
  const story = new Story(client, new People(client, operatorToken), drawPassword());
  await story.give('operator', '/record/invented-samples', {
    note: workingDocument().isReal ? note : inventedDocumentNote,
    count: samples().length,
  });
  const acts = year().filter(({ at }) => Date.parse(at) <= Date.parse(until));
  for (const [index, { at, title, play: act }] of acts.entries()) {
    await story.walkTo(at);
    await act(story).catch((cause: unknown) => {
      throw new Error(`${at}, ${title}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
    progress(index + 1, acts.length, `${at.slice(0, 10)} ${title}`);
  }
  await story.walkTo(until);
  return resultOf(story);
};
