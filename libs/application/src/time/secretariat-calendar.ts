import { calendarDecider, closedOn, secretariatCalendar, type WorkingCalendar } from '../../../domain/src/index.ts';
import type { Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';

/** The calendar that the Secretariat counts by. */
export const secretariatCalendarId = 'secretariat';

/** When the Secretariat works, with the closing days that are on record now. */
export const workingCalendar = async (env: Environment): Promise<WorkingCalendar> =>
  closedOn(secretariatCalendar, (await stateOf(env, calendarDecider, secretariatCalendarId)).closed);
