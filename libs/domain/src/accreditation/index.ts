export type * from './accreditation.events.ts';
export { accreditationDecider, standingAt, type AccreditationState, type Standing } from './accreditation.decide.ts';
export { accreditableRoles, type Role } from './roles.ts';
