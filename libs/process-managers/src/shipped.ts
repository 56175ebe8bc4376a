import {
  closingDaysIn,
  deadlineKnowledge,
  proceduresOf,
  upcasters,
  type DeadlineKnowledge,
  type Environment,
  type Procedures,
} from '../../application/src/index.ts';
import type { CalendarEvent, Instant } from '../../domain/src/index.ts';
import type { EventStore } from '../../event-store/src/index.ts';
import { governedCategories } from '../../workflow/src/index.ts';
import type { ReadModelFile } from '../../projections/src/index.ts';
import { commandPort } from './command-port.ts';
import { circulationSupplement } from './processes/circulation-supplement.process.ts';
import { deadlineProcess } from './processes/deadlines.process.ts';
import { decisionRelease } from './processes/decision-release.process.ts';
import { agendaFollowing } from './processes/agenda-following.process.ts';
import { guidanceContinuation, guidanceResponses } from './processes/guidance-responses.process.ts';
import { lateRuling } from './processes/late-ruling.process.ts';
import { mergePropagation } from './processes/merge-propagation.process.ts';
import { deferralCarryOver, sessionClosing } from './processes/session-closing.process.ts';
import { topicDivision } from './processes/topic-division.process.ts';
import { topicPlacement } from './processes/topic-placement.process.ts';
import { duesAfter } from './runner/effects.ts';
import { openProcessFile } from './runner/process-file.ts';
import type { AnyProcess } from './runner/process.port.ts';
import { ProcessWork, type ProcessParts } from './runner/process-work.ts';
import { startProcesses, type ProcessRunner } from './runner/run-processes.ts';

/** Every version of every procedure, and the Secretariat's closing days, as the record holds them when they were last looked up. */
const procedureKnowledge = (store: EventStore): { readonly refresh: () => Promise<void>; readonly knowledge: DeadlineKnowledge } => {
  const known = new Map<string, Procedures>();
  let days: readonly CalendarEvent[] = [];
  return {
    refresh: async () => {
      for (const { name } of governedCategories) {
        const procedures = await proceduresOf(store, name);
        if (procedures !== null) known.set(name, procedures);
      }
      days = await closingDaysIn(store);
    },
    knowledge: deadlineKnowledge(
      (category) => known.get(category),
      () => days,
    ),
  };
};

/** What follows by itself from events alone. */
export const followingProcesses: readonly AnyProcess[] = [
  guidanceResponses,
  guidanceContinuation,
  mergePropagation,
  decisionRelease,
  lateRuling,
  topicDivision,
  topicPlacement,
  agendaFollowing,
  sessionClosing,
  deferralCarryOver,
];

const shippedProcesses = (knowledge: DeadlineKnowledge): readonly AnyProcess[] => [
  deadlineProcess(knowledge),
  circulationSupplement(knowledge),
  ...followingProcesses,
];

type Deployed = Pick<Environment, 'store' | 'clock'> & {
  /** Asked for when a command is given. */
  readonly env: () => Environment;
  readonly alert: (problem: string) => void;
};

const partsOf = (deployed: Deployed, path: string): { readonly parts: ProcessParts; readonly file: ReadModelFile } => {
  const { store, clock, env, alert } = deployed;
  const { refresh, knowledge } = procedureKnowledge(store);
  const processes = shippedProcesses(knowledge);
  const file = openProcessFile(path, processes);
  return { file, parts: { store, clock, db: file, processes, upcasters, port: commandPort(env), machine: Date.now, alert, refresh } };
};

/** Starts every process that ships. @param path  `process.db`, or `:memory:` */
export const startShippedProcesses = (deployed: Deployed, path: string): ProcessRunner => {
  const { parts, file } = partsOf(deployed, path);
  const runner = startProcesses(parts);
  const stop = async (): Promise<void> => {
    await runner.stop();
    file.close();
  };
  return { ...runner, stop };
};

/** Instants at which timers of a record are due, told from its log alone: for who may not run processes beside a service. */
export const duesIn = async (deployed: Deployed, now: Instant): Promise<readonly Instant[]> => {
  const { parts, file } = partsOf(deployed, ':memory:');
  try {
    await new ProcessWork(parts).follow();
    return duesAfter(file, now);
  } finally {
    file.close();
  }
};
