export type * from './erasure.events.ts';
export type * from './erasure.commands.ts';
export { erasureDecider } from './erasure.decide.ts';
export type { ErasureState } from './erasure.state.ts';
export { erasedWording, shortestTelling, withoutWording, type WithoutWording } from './wording.ts';
