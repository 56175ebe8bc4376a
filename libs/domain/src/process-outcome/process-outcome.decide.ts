import { accept, type Decider } from '../kernel/index.ts';
import type { ProcessOutcomeCommand, ProcessOutcomeEvent } from './process-outcome.events.ts';

export type ProcessOutcomeState = 'open' | 'recorded';

/** One stream per command of a process: what came of it first stands, so that it is never given again. */
export const processOutcomeDecider: Decider<ProcessOutcomeState, ProcessOutcomeCommand, ProcessOutcomeEvent, never> = {
  category: 'process',
  initialState: 'open',
  evolve: () => 'recorded',
  decide: ({ data: { code, ...command } }, state) => {
    if (state === 'recorded') return accept();
    return code === null
      ? accept({ type: 'ProcessCommandFoundDone', data: command })
      : accept({ type: 'ProcessCommandRefused', data: { ...command, code } });
  },
};
