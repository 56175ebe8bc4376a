import { upcasters } from '../../libs/application/src/index.ts';
import {
  commandPort,
  openProcessFile,
  startProcesses,
  type AnyProcess,
  type ProcessRunner,
} from '../../libs/process-managers/src/index.ts';
import type { TestApplication } from './application.ts';

/** Runs processes on an application; `settled` waits until nothing more follows. */
export const runProcesses = (
  { env }: TestApplication,
  processes: readonly AnyProcess[],
): { readonly runner: ProcessRunner; readonly alerts: readonly string[]; readonly stop: () => Promise<void> } => {
  const alerts: string[] = [];
  const db = openProcessFile(':memory:', processes);
  const alert = (problem: string): void => void alerts.push(problem);
  const { store, clock } = env;
  const runner = startProcesses({ store, clock, db, processes, upcasters, port: commandPort(() => env), machine: Date.now, alert });
  const stop = async (): Promise<void> => {
    await runner.stop();
    db.close();
  };
  return { runner, alerts, stop };
};
