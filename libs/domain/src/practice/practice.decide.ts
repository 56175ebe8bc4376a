import { accept, reject, same, type Actor, type Decider, type Decision } from '../kernel/index.ts';
import { acceptReasons, checkReason, checkRelease, checkThemes, declineReasons } from '../contribution/index.ts';
import type { PracticeCommand, PracticeRejection } from './practice.commands.ts';
import type { PracticeEvent } from './practice.events.ts';
import { evolvePractice, initialPractice, type PracticeStage, type PracticeState } from './practice.state.ts';

type PracticeDecision = Decision<PracticeEvent, PracticeRejection>;
type Existing = Extract<PracticeState, { release: object }>;
type Data<T extends PracticeCommand['type']> = Extract<PracticeCommand, { type: T }>['data'];

const wrongStage = ({ stage }: Existing, needed: PracticeStage): PracticeDecision =>
  reject({ code: 'practice.wrong_stage', stage, needed });

const submit = ({ release, facts }: Data<'SubmitPractice'>, state: PracticeState): PracticeDecision => {
  if (state.stage !== 'none') return same(state.release, release) ? accept() : reject({ code: 'draft.already_released' });
  const wrong = checkRelease(release, facts, 'practice');
  return wrong === null ? accept({ type: 'PracticeSubmitted', data: release }) : reject(wrong);
};

const classify = ({ actor, primaryTheme, secondaryThemes, themes }: Data<'ClassifyPractice'>, state: Existing): PracticeDecision => {
  const chosen = { primaryTheme, secondaryThemes };
  if (state.stage === 'classified' && same(state.themes, chosen)) return accept();
  if (state.stage !== 'acknowledged' && state.stage !== 'classified') return wrongStage(state, 'acknowledged');
  const wrong = checkThemes(chosen, themes);
  if (wrong !== null) return reject(wrong);
  return accept({
    type: 'PracticeClassified',
    data: { practiceId: state.release.contributionId, classifiedBy: actor.accreditationId, ...chosen },
  });
};

const fourEyes = ({ accreditationId, member }: Actor, { classifiedBy, release }: Existing): PracticeRejection | null => {
  if (classifiedBy === accreditationId) return { code: 'practice.classifier_cannot_decide' };
  return member === release.member ? { code: 'practice.sponsor_cannot_judge', member } : null;
};

const decideOutcome = (
  type: 'PracticeAccepted' | 'PracticeDeclined',
  { actor, now, reason }: Data<'AcceptPractice'>,
  state: Existing,
): PracticeDecision => {
  const stage = type === 'PracticeAccepted' ? 'accepted' : 'declined';
  if (state.stage === stage && state.decided?.decidedBy === actor.accreditationId && same(state.decided.reason, reason)) return accept();
  if (state.stage !== 'classified') return wrongStage(state, 'classified');
  const wrong = fourEyes(actor, state) ?? checkReason(reason, type === 'PracticeAccepted' ? acceptReasons : declineReasons);
  if (wrong !== null) return reject(wrong);
  return accept({ type, data: { practiceId: state.release.contributionId, reason, decidedBy: actor.accreditationId, decidedAt: now } });
};

const decideExisting = (command: Exclude<PracticeCommand, { type: 'SubmitPractice' }>, state: Existing): PracticeDecision => {
  switch (command.type) {
    case 'AcknowledgePractice':
      if (state.stage !== 'submitted') return accept();
      return accept({ type: 'PracticeAcknowledged', data: { practiceId: state.release.contributionId, acknowledgedAt: command.data.now } });
    case 'ClassifyPractice':
      return classify(command.data, state);
    case 'AcceptPractice':
      return decideOutcome('PracticeAccepted', command.data, state);
    case 'DeclinePractice':
      return decideOutcome('PracticeDeclined', command.data, state);
  }
};

export const practiceDecider: Decider<PracticeState, PracticeCommand, PracticeEvent, PracticeRejection> = {
  category: 'practice',
  initialState: initialPractice,
  evolve: evolvePractice,
  decide: (command, state) => {
    if (command.type === 'SubmitPractice') return submit(command.data, state);
    return state.stage === 'none' ? reject({ code: 'practice.not_found' }) : decideExisting(command, state);
  },
};
