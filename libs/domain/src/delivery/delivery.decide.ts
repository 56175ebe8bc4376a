import { accept, checkReasonGiven, reject, same, type Decider, type Decision, type ReasonMissing } from '../kernel/index.ts';
import type { DeliveryCommand, DeliveryEvent, DeliveryRejection } from './delivery.events.ts';
import { evolve, type DeliveryState, type KnownDelivery } from './delivery.state.ts';

type Refused = DeliveryRejection | ReasonMissing;
type DeliveryDecision = Decision<DeliveryEvent, Refused>;
type Data<T extends DeliveryCommand['type']> = Extract<DeliveryCommand, { type: T }>['data'];

const wrongStage = ({ stage }: KnownDelivery) => reject({ code: 'delivery.wrong_stage', stage } as const);

const plan = ({ now: plannedAt, ...planned }: Data<'PlanDelivery'>, state: DeliveryState): DeliveryDecision => {
  if (state === null) return accept({ type: 'DeliveryPlanned', data: { ...planned, plannedAt } });
  return same(state.plan, planned) ? accept() : reject({ code: 'delivery.planned_otherwise' });
};

const release = ({ actor, now: releasedAt }: Data<'ReleaseDelivery'>, known: KnownDelivery): DeliveryDecision => {
  const { plan: planned, stage } = known;
  if (!planned.held) return reject({ code: 'delivery.not_held' });
  if (stage === 'discarded') return wrongStage(known);
  if (stage !== 'held') return accept();
  const { deliveryId } = planned;
  return accept({ type: 'DeliveryReleased', data: { deliveryId, releasedBy: actor.accreditationId, releasedAt } });
};

const discard = ({ actor, reason, now: discardedAt }: Data<'DiscardDelivery'>, known: KnownDelivery): DeliveryDecision => {
  if (known.stage === 'discarded') return accept();
  // What is on its way, or arrived, cannot be taken back.
  if (known.stage !== 'held' && known.stage !== 'waiting' && known.stage !== 'failed') return wrongStage(known);
  const wrong = checkReasonGiven(reason);
  if (wrong !== null) return reject(wrong);
  const { deliveryId } = known.plan;
  return accept({ type: 'DeliveryDiscarded', data: { deliveryId, reason, discardedBy: actor.accreditationId, discardedAt } });
};

const resend = ({ actor, now: resentAt }: Data<'ResendDelivery'>, known: KnownDelivery): DeliveryDecision => {
  if (known.stage === 'waiting') return accept();
  if (known.stage !== 'failed' && known.stage !== 'bounced' && known.stage !== 'accepted') return wrongStage(known);
  return accept({ type: 'DeliveryResent', data: { deliveryId: known.plan.deliveryId, resentBy: actor.accreditationId, resentAt } });
};

const attempt = (wish: Data<'AttemptDelivery'>, { stage, plan: planned, attempts, retryAt }: KnownDelivery): DeliveryDecision => {
  if (wish.attempt <= attempts) return accept();
  if (stage !== 'waiting') return reject({ code: 'delivery.wrong_stage', stage });
  if (wish.attempt !== attempts + 1) return reject({ code: 'delivery.attempt_not_next', next: attempts + 1 });
  if (retryAt !== null && wish.now < retryAt) return reject({ code: 'delivery.too_early', retryAt });
  const { template, now: attemptedAt } = wish;
  return accept({ type: 'DeliveryAttempted', data: { deliveryId: planned.deliveryId, attempt: wish.attempt, template, attemptedAt } });
};

/** Whether an attempt is the one whose end nobody has told yet. */
const isOpen = (asked: number, { stage, attempts }: KnownDelivery): boolean => stage === 'attempted' && asked === attempts;

const giveUp = ({ attempt: asked, now: foundAt }: Data<'GiveUpDeliveryAttempt'>, known: KnownDelivery): DeliveryDecision => {
  if (!isOpen(asked, known)) return asked <= known.attempts ? accept() : wrongStage(known);
  return accept({ type: 'DeliveryAttemptLost', data: { deliveryId: known.plan.deliveryId, attempt: asked, foundAt } });
};

const outcomeOf = (deliveryId: string, told: Data<'RecordDeliveryOutcome'>): DeliveryEvent => {
  const { attempt: asked, now } = told;
  return told.outcome === 'accepted'
    ? { type: 'DeliveryAccepted', data: { deliveryId, attempt: asked, confirmation: told.confirmation, acceptedAt: now } }
    : { type: 'DeliveryFailed', data: { deliveryId, attempt: asked, code: told.failure, retryAt: told.retryAt, failedAt: now } };
};

const recordOutcome = (told: Data<'RecordDeliveryOutcome'>, known: KnownDelivery): DeliveryDecision => {
  // The end of an attempt that was given up is told late; what follows from it has begun already.
  if (!isOpen(told.attempt, known)) return told.attempt <= known.attempts ? accept() : wrongStage(known);
  return accept(outcomeOf(known.plan.deliveryId, told));
};

const bounce = ({ bounce: code, now: bouncedAt }: Data<'RecordDeliveryBounce'>, known: KnownDelivery): DeliveryDecision => {
  if (known.stage === 'bounced') return accept();
  if (known.stage !== 'accepted') return wrongStage(known);
  return accept({ type: 'DeliveryBounced', data: { deliveryId: known.plan.deliveryId, code, bouncedAt } });
};

const onKnown = (command: Exclude<DeliveryCommand, { type: 'PlanDelivery' }>, known: KnownDelivery): DeliveryDecision => {
  switch (command.type) {
    case 'ReleaseDelivery':
      return release(command.data, known);
    case 'DiscardDelivery':
      return discard(command.data, known);
    case 'ResendDelivery':
      return resend(command.data, known);
    case 'AttemptDelivery':
      return attempt(command.data, known);
    case 'GiveUpDeliveryAttempt':
      return giveUp(command.data, known);
    case 'RecordDeliveryOutcome':
      return recordOutcome(command.data, known);
    case 'RecordDeliveryBounce':
      return bounce(command.data, known);
  }
};

/** One message to one recipient: planned, attempted on record before anybody is called, and what came of it (row E3). */
export const deliveryDecider: Decider<DeliveryState, DeliveryCommand, DeliveryEvent, Refused> = {
  category: 'delivery',
  initialState: null,
  evolve,
  decide: (command, state) => {
    if (command.type === 'PlanDelivery') return plan(command.data, state);
    return state === null ? reject({ code: 'delivery.not_found' }) : onKnown(command, state);
  },
};
