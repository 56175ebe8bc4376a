import { registerDecider, repeated } from '../kernel/index.ts';
import type { GroupingRegistration, GroupingRejection } from './grouping.events.ts';

const check = ({ members }: GroupingRegistration): GroupingRejection | null => {
  const twice = repeated(members);
  return twice.length === 0 ? null : { code: 'grouping.member_listed_twice', members: twice };
};

export const groupingDecider = registerDecider<'GroupingRegistered', GroupingRegistration, GroupingRejection>({
  category: 'grouping',
  event: 'GroupingRegistered',
  check,
  taken: ({ code }) => ({ code: 'grouping.already_registered', grouping: code }),
});
