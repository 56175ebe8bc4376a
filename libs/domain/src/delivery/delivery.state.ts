import type { Instant } from '../kernel/index.ts';
import type { DeliveryEvent, PlannedDelivery } from './delivery.events.ts';

export type DeliveryStage = 'held' | 'waiting' | 'attempted' | 'accepted' | 'failed' | 'bounced' | 'discarded';

export interface KnownDelivery {
  readonly stage: DeliveryStage;
  readonly plan: PlannedDelivery;
  /** Attempts made so far. */
  readonly attempts: number;
  /** Not tried again before; null: at once. */
  readonly retryAt: Instant | null;
}

/** Null before it is planned. */
export type DeliveryState = KnownDelivery | null;

const planOf = ({ plannedAt: _at, ...plan }: PlannedDelivery & { readonly plannedAt: Instant }): PlannedDelivery => plan;

const after = (known: KnownDelivery, event: Exclude<DeliveryEvent, { type: 'DeliveryPlanned' }>): KnownDelivery => {
  switch (event.type) {
    case 'DeliveryReleased':
    case 'DeliveryResent':
    case 'DeliveryAttemptLost':
      return { ...known, stage: 'waiting', retryAt: null };
    case 'DeliveryDiscarded':
      return { ...known, stage: 'discarded' };
    case 'DeliveryAttempted':
      return { ...known, stage: 'attempted', attempts: event.data.attempt };
    case 'DeliveryAccepted':
      return { ...known, stage: 'accepted' };
    case 'DeliveryFailed':
      return { ...known, stage: event.data.retryAt === null ? 'failed' : 'waiting', retryAt: event.data.retryAt };
    case 'DeliveryBounced':
      return { ...known, stage: 'bounced' };
  }
};

export const evolve = (state: DeliveryState, event: DeliveryEvent): DeliveryState => {
  if (event.type === 'DeliveryPlanned')
    return { stage: event.data.held ? 'held' : 'waiting', plan: planOf(event.data), attempts: 0, retryAt: null };
  return state === null ? null : after(state, event);
};
