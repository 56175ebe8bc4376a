import { isBlank, registerDecider } from '../kernel/index.ts';
import type { MemberRejection } from './member.commands.ts';
import type { MemberRegistration } from './member.events.ts';

const check = ({ code, name, accededOn }: MemberRegistration): MemberRejection | null => {
  if (isBlank(name.en) || isBlank(name.fr)) return { code: 'member.name_missing', member: code };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(accededOn)) return { code: 'member.bad_accession_date', accededOn };
  return null;
};

export const memberDecider = registerDecider<'MemberRegistered', MemberRegistration, MemberRejection>({
  category: 'member',
  event: 'MemberRegistered',
  check,
  taken: ({ code }) => ({ code: 'member.already_registered', member: code }),
});
