import {
  queries,
  upcasters,
  type ActionView,
  type AgendaEntry,
  type AgendaVersionView,
  type CallView,
  type ConferenceView,
  type ContributionDossier,
  type DecisionView,
  type DocumentView,
  type Environment,
  type GuidanceView,
  type OutcomeSheet,
  type RecordStanding,
  type QueryAnswer,
} from '../../../libs/application/src/index.ts';
import { openReadModelsOf, shippedProjections, startProjections } from '../../../libs/projections/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

export type ArchivedAttachment = QueryAnswer<'attachments'>[number];

/** An agenda of the conference with every version that was published and what the body did with its items. */
export interface ArchivedAgenda {
  readonly agenda: AgendaEntry;
  readonly versions: readonly AgendaVersionView[];
  readonly outcomes: OutcomeSheet | null;
}

/** Everything on record about one conference. */
export interface ArchivedConference {
  readonly conference: ConferenceView;
  readonly calls: readonly CallView[];
  readonly requests: readonly GuidanceView[];
  readonly contributions: readonly ContributionDossier[];
  readonly agendas: readonly ArchivedAgenda[];
  /** Of the body: the record serves one. */
  readonly documents: readonly DocumentView[];
  readonly decisions: readonly DecisionView[];
  readonly actions: readonly ActionView[];
  readonly attachments: readonly ArchivedAttachment[];
  /** What has to be said with every page: by which clock, and whether there are invented samples. */
  readonly standing: Pick<RecordStanding, 'clock' | 'inventedSamples'>;
}

const viewer = { kind: 'internal' } as const;

/** Conferences that nothing more happens to. */
const closed: readonly string[] = ['reported', 'cancelled'];

const closedConference = async (env: Environment, conferenceId: string): Promise<ConferenceView> => {
  const found = await queries.conference.run(env, { conferenceId }, viewer);
  if (found === null)
    throw new CannotStart(`Refused: archive.no_such_conference. There is no conference ${conferenceId}.`, { exitCode: 66 });
  if (!closed.includes(found.status))
    throw new CannotStart(
      `Refused: archive.conference_not_closed. ${conferenceId} is ${found.status}; it is archived once it is reported.`,
      {
        exitCode: 65,
      },
    );
  return found;
};

const contributionsTo = async (env: Environment, callId: string): Promise<readonly ContributionDossier[]> => {
  const dossiers: ContributionDossier[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page: QueryAnswer<'contributions'> = await queries.contributions.run(env, { filter: { callId }, limit: 200, cursor }, viewer);
    if ('code' in page) throw new CannotStart(`Refused: ${page.code}.`);
    for (const { contributionId } of page.items) {
      const dossier = await queries.contribution.run(env, { contributionId }, viewer);
      if (dossier !== null) dossiers.push(dossier);
    }
    cursor = page.next;
  }
  return dossiers.sort((a, b) => (a.reference < b.reference ? -1 : 1));
};

const withVersions = async (env: Environment, agenda: AgendaEntry): Promise<ArchivedAgenda> => {
  const { agendaId } = agenda;
  const versions: AgendaVersionView[] = [];
  for (const { version } of await queries.agendaVersions.run(env, { agendaId }, viewer)) {
    const found = await queries.agendaVersion.run(env, { agendaId, version }, viewer);
    if (found !== null) versions.push(found);
  }
  return { agenda, versions, outcomes: await queries.outcomeSheet.run(env, { agendaId }, viewer) };
};

const agendasOf = async (env: Environment, conferenceId: string): Promise<readonly ArchivedAgenda[]> => {
  const all = await queries.agendas.run(env, {}, viewer);
  const own = all.filter(({ meeting }) => meeting.kind === 'conference' && meeting.id === conferenceId);
  const agendas: ArchivedAgenda[] = [];
  for (const agenda of own) agendas.push(await withVersions(env, agenda));
  return agendas;
};

const attachmentsOf = async (env: Environment, owners: readonly (readonly [string, string])[]): Promise<readonly ArchivedAttachment[]> => {
  const found: ArchivedAttachment[] = [];
  for (const [object, id] of owners) found.push(...(await queries.attachments.run(env, { object, id }, viewer)));
  return found;
};

const collect = async (env: Environment, conferenceId: string): Promise<ArchivedConference> => {
  const conference = await closedConference(env, conferenceId);
  const calls = (await queries.calls.run(env, {}, viewer)).filter((call) => call.conferenceId === conferenceId);
  const asked = new Set(calls.flatMap(({ guidanceIds }) => guidanceIds));
  const requests = (await queries.guidanceRegister.run(env, {}, viewer)).filter(({ guidanceId }) => asked.has(guidanceId));
  const contributions: ContributionDossier[] = [];
  for (const { callId } of calls) contributions.push(...(await contributionsTo(env, callId)));
  const agendas = await agendasOf(env, conferenceId);
  const documents = await queries.documents.run(env, {}, viewer);
  const decisions = await queries.decisionBoard.run(env, {}, viewer);
  const actions = await queries.actions.run(env, {}, viewer);
  const attachments = await attachmentsOf(env, [
    ...contributions.map(({ kind, contributionId }) => [kind, contributionId] as const),
    ...agendas.map(({ agenda }) => ['agenda', agenda.agendaId] as const),
    ...documents.map(({ documentId }) => ['document', documentId] as const),
    ...requests.map(({ guidanceId }) => ['guidance', guidanceId] as const),
    ...decisions.map(({ decisionId }) => ['decision', decisionId] as const),
    ...actions.map(({ actionId }) => ['action', actionId] as const),
  ]);
  const { clock, inventedSamples } = await queries.recordStanding.run(env, {}, viewer);
  const standing = { clock, inventedSamples };
  return { conference, calls, requests, contributions, agendas, documents, decisions, actions, attachments, standing };
};

/**
 * Reads the record anew and collects what stands in it about a conference that is over.
 *
 * @throws CannotStart with `archive.no_such_conference` (66) or `archive.conference_not_closed` (65)
 */
export const collectConference = async (env: Environment, conferenceId: string): Promise<ArchivedConference> => {
  const db = openReadModelsOf(':memory:', shippedProjections);
  const runner = startProjections({ store: env.store, db, projections: shippedProjections, upcasters });
  try {
    await runner.caughtUp;
    if (runner.standing().stopped.length > 0)
      throw new CannotStart('A read model cannot follow this record: run operator rebuild --prove.', { exitCode: 50 });
    return await collect({ ...env, read: db }, conferenceId);
  } finally {
    await runner.stop();
    db.close();
  }
};
