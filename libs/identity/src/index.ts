export {
  accreditedAt,
  authenticate,
  formatCalendarLink,
  formatToken,
  holderOfCalendarLink,
  tokenHash,
  type Authenticated,
  type NotAuthenticated,
} from './authenticate.ts';
export { authorise, readsInternal, type ActingRole, type Forbidden } from './authorise.ts';
export { rateLimiterInMemory, type RateLimit, type RateLimiter } from './limits/rate-limiter.ts';
export { hashPassword, isPassword, PasswordsBusy } from './passwords/password-hash.ts';
export { checkPassword, passwordLength, type PasswordRejection } from './passwords/password-rules.ts';
export { openIdProvider, type OpenIdSettings } from './provider/open-id-provider.ts';
export type { ProvidedIdentity, ProviderChecks, ProviderRejection, SignInProvider } from './provider/sign-in-provider.ts';
export { deploymentKey, markOf, seal, unseal, type DeploymentKey } from './second-factor/seal.ts';
export { seedBytes, totpCode, totpEnrolment, totpStep } from './second-factor/totp.ts';
export { attemptsInMemory, type AttemptLimit, type Attempts } from './sessions/attempts.ts';
export {
  browserIn,
  cookieIn,
  isFromOwnPage,
  isSecure,
  ownOrigin,
  setCookie,
  type FromBrowser,
  type PublicAddress,
} from './sessions/browser.ts';
export { formatLink, linkHash, readLink } from './sessions/links.ts';
export { Sessions, sessionLimits } from './sessions/sessions.ts';
export { SessionsUnavailable, spentForMs, type SessionRecord, type SessionStore } from './sessions/session-store.ts';
export { openSqliteSessionStore } from './sessions/sqlite/sqlite-session-store.ts';
