export type * from './accreditation.events.ts';
export type * from './accreditation.commands.ts';
export { accreditationDecider } from './accreditation.decide.ts';
export { isWithinScope, standingAt, type AccreditationState, type Standing } from './accreditation.state.ts';
export { accreditableRoles, type Role } from './roles.ts';
