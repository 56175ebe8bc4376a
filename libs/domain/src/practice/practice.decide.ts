import { reject, type Decider, type Decision } from '../kernel/index.ts';
import { intake, type Reception } from '../contribution/index.ts';
import { intakeDecisions } from './intake.decide.ts';
import { judgementDecisions } from './judgement.decide.ts';
import type { PracticeCommand } from './practice.commands.ts';
import type { PracticeDecision, PracticeDecisions } from './practice.deciding.ts';
import type { PracticeEvent } from './practice.events.ts';
import { evolvePractice, initialPractice } from './practice.evolve.ts';
import type { PracticeRejection } from './practice.rejections.ts';
import type { Practice, PracticeState } from './practice.state.ts';
import { triageDecisions } from './triage.decide.ts';

const decisions: PracticeDecisions = { ...intakeDecisions, ...triageDecisions, ...judgementDecisions };

const existing = (state: PracticeState): Practice | null => (state.milestone === 'none' ? null : state);

const firstFacts = ({ release, late, entry }: Reception): readonly PracticeEvent[] => {
  const { contributionId: practiceId } = release;
  return [
    { type: 'PracticeSubmitted', data: release },
    ...(late === null ? [] : [{ type: 'PracticeReceivedLate' as const, data: { practiceId, ...late } }]),
    ...(entry === null ? [] : [{ type: 'PracticeEnteredForMember' as const, data: { practiceId, ...entry } }]),
  ];
};

/** What was submitted, whether it came late, and how the Secretariat came by it: one fact each. */
const receive = (decision: Decision<Reception, PracticeRejection>): PracticeDecision =>
  decision.accepted ? { accepted: true, events: decision.events.flatMap(firstFacts) } : decision;

const decide = <C extends keyof PracticeDecisions>({ type, data }: PracticeCommand<C>, state: Practice): PracticeDecision =>
  decisions[type](data, state);

export const practiceDecider: Decider<PracticeState, PracticeCommand, PracticeEvent, PracticeRejection> = {
  category: 'practice',
  initialState: initialPractice,
  evolve: evolvePractice,
  decide: (command, state) => {
    if (command.type === 'SubmitPractice') return receive(intake.submit(command.data, existing(state), 'practice'));
    if (command.type === 'EnterPracticeForMember') return receive(intake.enterForMember(command.data, existing(state), 'practice'));
    return state.milestone === 'none' ? reject({ code: 'practice.not_found' }) : decide(command, state);
  },
};
