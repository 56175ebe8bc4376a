export { accreditedAt, authenticate, formatToken, tokenHash, type Authenticated, type NotAuthenticated } from './authenticate.ts';
export { authorise, readsInternal, type ActingRole, type Forbidden } from './authorise.ts';
