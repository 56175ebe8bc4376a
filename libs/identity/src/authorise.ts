import type { MemberCode } from '../../domain/src/index.ts';
import { internalReaders, rolesAllowed } from '../../workflow/src/index.ts';

/** Who wants to act. */
export interface ActingRole {
  readonly role: string;
  readonly member: MemberCode | null;
}

export interface Forbidden {
  readonly code: 'authorisation.role_not_allowed';
  readonly action: string;
  readonly role: string;
}

/**
 * Whether a role may take an action; the one seam that every command passes.
 *
 * @param action  name of a domain command; what the procedure does not name, nobody may do
 * @returns null when it may
 */
export const authorise = ({ role }: Pick<ActingRole, 'role'>, action: string): Forbidden | null =>
  rolesAllowed(action).includes(role) ? null : { code: 'authorisation.role_not_allowed', action, role };

/** Whether a role reads what is internal to the Secretariat. */
export const readsInternal = ({ role }: ActingRole): boolean => internalReaders.includes(role);
