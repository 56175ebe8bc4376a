import { memberOnDay } from '../member-directory/name-on-day.ts';

/** SQL on `contribution c`: the region of its Member on the day it was submitted. */
export const regionOfMember = memberOnDay('region', 'c.member', 'c.submitted_at');

/** SQL on `contribution c`, with one cell: whether its Member was in a Regional Economic Community on that day. */
export const isOfCommunity = `EXISTS (SELECT 1 FROM member_community k WHERE k.code = c.member AND k.community = ?
  AND k.from_day <= substr(c.submitted_at, 1, 10) AND (k.until_day IS NULL OR k.until_day > substr(c.submitted_at, 1, 10)))`;

/** SQL on `contribution c`: whether its Member has no coast. */
export const isLandlocked = `coalesce((SELECT m.data ->> '$.landlocked' FROM member m WHERE m.code = c.member), 0)`;

/** SQL on `contribution c`: received, and neither withdrawn nor divided. Both are told in the open at once. */
export const isStanding = "c.told_stage NOT IN ('withdrawn', 'split')";
