export type * from './delivery.events.ts';
export { deliveryDecider } from './delivery.decide.ts';
export type { DeliveryStage, DeliveryState } from './delivery.state.ts';
