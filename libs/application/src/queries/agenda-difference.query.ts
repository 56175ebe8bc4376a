import { agendaDifferenceBetween, type AgendaDifferenceView, type DifferenceWish } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Everything in which two versions differ, by kind of change (rows C4, C5). */
export const agendaDifference: Query<DifferenceWish, AgendaDifferenceView | null> = {
  name: 'agendaDifference',
  run: (env, wish, viewer) => agendaDifferenceBetween(env.read, wish, viewer),
};
