import { DeadlineClock, noDeadlines, type DeadlineKnowledge, type DeadlineState } from '../../../application/src/index.ts';
import { governedCategory } from '../../../workflow/src/index.ts';
import { stay, type Process } from '../runner/process.port.ts';

const isGoverned = (stream: string): boolean => governedCategory(stream.slice(0, stream.indexOf('-'))) !== null;

/** Fires the deadlines of every governed instance. What fires is the command that the definition names. */
export const deadlineProcess = (knowledge: DeadlineKnowledge): Process<DeadlineState> => {
  const clock = new DeadlineClock(knowledge);
  return {
    name: 'deadlines',
    version: 1,
    initialState: noDeadlines,
    instancesOf: ({ stream }) => (isGoverned(stream) ? [stream] : []),
    // What became of a command is no event of the instance.
    handle: (before, event) => (isGoverned(event.stream) ? clock.pass(before, event) : stay(before)),
  };
};
