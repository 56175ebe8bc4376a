import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import {
  commands,
  hashOf,
  upcasters,
  type Caller,
  type CommandContext,
  type CommandInput,
  type CommandName,
  type Environment,
  type UseCase,
} from '../../libs/application/src/index.ts';
import { callDecider, ledgerDecider, type AccreditationId, type BusinessClock } from '../../libs/domain/src/index.ts';
import { derivedId, fold, loadStream } from '../../libs/event-store/src/index.ts';
import { makeKey } from '../../libs/ledger/src/index.ts';
import * as reference from '../../libs/reference/src/index.ts';
import { CannotStart } from './data-dir.ts';

/** Who sets a deployment up: the program itself, before anybody is accredited. Every event of the opening names it. */
export const setupCaller: Caller = { accreditationId: 'setup' as AccreditationId, role: 'operator', member: null, grant: 'none' };

const dataset = 'wco-2015';

const context = (key: string): CommandContext => ({
  caller: setupCaller,
  idempotencyKey: key,
  dryRun: false,
  ifMatch: null,
  correlationId: `setup/${key}`,
});

/** Gives one command of the opening; its key follows from what it records, so that an interrupted opening goes on where it stopped. */
const give = async <N extends CommandName>(env: Environment, name: N, input: CommandInput<N>): Promise<void> => {
  const outcome = await (commands[name] as UseCase<CommandInput<N>>).run(env, input, context(`${name}/${hashOf(input)}`));
  if (outcome.kind === 'refused')
    throw new CannotStart(`The opening could not be recorded: ${name} was refused with ${outcome.rejection.code}.`);
};

/** The ledger's state, from its own stream. */
export const ledgerState = async (store: Environment['store']) => fold(ledgerDecider, (await loadStream(store, 'ledger-main')).events, {});

/** Records the first event of all on an empty log: the identity of the ledger, its signer's key and its clock. */
export const openLedger = async (
  env: Environment,
  { clock, domain, dataDir }: { readonly clock: BusinessClock; readonly domain: string; readonly dataDir: string },
): Promise<void> => {
  const origin = `${domain}/rapporteur/${randomBytes(4).toString('hex')}`;
  const vkey = makeKey(join(dataDir, 'signer'), 'key.pem', origin);
  await give(env, 'openLedger', { origin, uuid: derivedId(hashOf(vkey), 'ledger', 0), vkey, clock });
};

const recordEach = async <N extends CommandName>(env: Environment, name: N, inputs: readonly CommandInput<N>[]): Promise<void> => {
  for (const input of inputs) await give(env, name, input);
};

const datasetHash = (): string => hashOf(reference.dataFiles.map((name) => [name, JSON.parse(reference.readDataFile(name)) as unknown]));

/** Records Members, regions, communities, structures, themes, projects, sessions, the conference and earlier decisions; once. */
export const recordReferenceData = async (env: Environment): Promise<void> => {
  const ledger = await ledgerState(env.store);
  if (ledger.status === 'open' && ledger.datasets[dataset] !== undefined) return;
  await recordEach(env, 'registerMember', reference.memberRegistrations());
  await recordEach(env, 'registerGrouping', reference.groupingRegistrations());
  await recordEach(env, 'registerStructure', reference.structureRegistrations());
  await recordEach(env, 'establishRegionalStructure', reference.structureOpenings());
  await recordEach(env, 'stateRegionalStructureCount', reference.structureCountStatements());
  await recordEach(env, 'publishThemeSet', [reference.themeSetPublication()]);
  await recordEach(env, 'registerProject', reference.projectRegistrations());
  await recordEach(env, 'planSession', reference.sessionPlans());
  const [session] = reference.sessionPlans();
  if (session !== undefined) await give(env, 'conveneSession', { sessionId: session.sessionId });
  await recordEach(env, 'announceConference', [reference.conferenceAnnouncement()]);
  await recordEach(env, 'recordPriorDecision', reference.priorDecisions());
  await give(env, 'recordReferenceDataset', { dataset, sha256: datasetHash() });
};

/** Puts the two requests of paragraph 16 and the call for contributions on record, so that a first visitor finds them open. */
export const recordOpeningSituation = async (env: Environment): Promise<void> => {
  const callId = 'RIC-2015-input';
  const { events } = await loadStream(env.store, `call-${callId}`);
  if (fold(callDecider, events, upcasters).status === 'open') return;
  const requests = reference.guidanceRequests();
  await recordEach(env, 'recordGuidanceRequest', requests);
  await give(env, 'scheduleCall', {
    callId,
    title: { en: 'Contributions to the Regional Integration Conference', fr: 'Contributions à la Conférence sur l’intégration régionale' },
    guidanceIds: requests.map(({ guidanceId }) => guidanceId),
    conferenceId: reference.conferenceAnnouncement().conferenceId,
    themeSetId: 'ptc',
    closesForNew: { wallTime: '2015-03-31T23:59', zone: 'Europe/Brussels' },
    closesForEdits: { wallTime: '2015-04-16T18:00', zone: 'Europe/Brussels' },
  });
  await give(env, 'openCall', { callId });
};
