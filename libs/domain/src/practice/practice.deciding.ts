import { mapDecision, type Decision } from '../kernel/index.ts';
import type { PracticeCommands } from './practice.commands.ts';
import type { PracticeEvent } from './practice.events.ts';
import type { PracticeRejection } from './practice.rejections.ts';
import type { Practice } from './practice.state.ts';

export type PracticeDecision = Decision<PracticeEvent, PracticeRejection>;

/** How each command but the first is decided on a practice that is there. */
export type PracticeDecisions = {
  readonly [C in Exclude<keyof PracticeCommands, 'SubmitPractice' | 'EnterPracticeForMember'>]: (
    data: PracticeCommands[C],
    state: Practice,
  ) => PracticeDecision;
};

/** What was decided of any contribution, as an event of this practice. */
export const recorded = <B extends object>(
  { release }: Practice,
  decision: Decision<B, PracticeRejection>,
  name: (data: B & { readonly practiceId: string }) => PracticeEvent,
): PracticeDecision => mapDecision(decision, (body) => name({ practiceId: release.contributionId, ...body }));
