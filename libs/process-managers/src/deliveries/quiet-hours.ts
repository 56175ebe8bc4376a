import { wallTimeIn, type Environment } from '../../../application/src/index.ts';
import { isQuietAt } from '../../../domain/src/index.ts';
import { quietHoursOf } from '../../../projections/src/index.ts';

/** Whether somebody wants no mail at this moment of business time. */
export const isQuietFor = ({ read, clock }: Environment, accreditationId: string): boolean => {
  const hours = quietHoursOf(read, accreditationId);
  return hours !== null && isQuietAt(hours, wallTimeIn(hours.zone, clock.now()));
};
