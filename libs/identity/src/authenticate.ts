import { createHash } from 'node:crypto';
import {
  accreditationDecider,
  credentialDecider,
  standingAt,
  standingLink,
  tokenStandingAt,
  type AccreditationId,
  type AccreditationScope,
  type CalendarLinkScope,
  type Instant,
  type MemberCode,
  type Role,
  type Standing,
} from '../../domain/src/index.ts';
import { fold, loadStream, StreamDeleted, type EventStore, type RecordedEvent } from '../../event-store/src/index.ts';

/** A caller whose token and accreditation were found valid. */
export interface Authenticated {
  readonly accreditationId: AccreditationId;
  readonly role: Role;
  readonly member: MemberCode | null;
  /** `accreditation-<id>@<revision>`: what was checked, stored with every event. */
  readonly grant: string;
  /** Where the role reaches, its lender's reach among them: all of them hold; absent: everywhere. */
  readonly scopes?: readonly AccreditationScope[];
  /** The token was made for asking: no command is taken with it. */
  readonly readsOnly?: true;
  /** The token was made for these commands, and no other is taken with it. */
  readonly onlyCommands?: readonly string[];
}

export interface NotAuthenticated {
  readonly code:
    | 'token.unknown'
    | 'token.revoked'
    | 'token.expired'
    | Extract<Standing, { valid: false }>['code']
    /** The right was lent by somebody who no longer holds it himself. */
    | 'accreditation.lender_not_valid';
}

/** SHA-256 of a bearer token; the token itself is never stored. */
export const tokenHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

const tokenPattern = /^rap_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;

/** A token: the id of its credential, so that it is found without a search, and 256 secret bits. */
export const formatToken = (credentialId: string, secret: Uint8Array): string =>
  `rap_${credentialId}_${Buffer.from(secret).toString('base64url')}`;

const eventsOf = async (store: EventStore, stream: string): Promise<readonly RecordedEvent[]> => {
  try {
    return (await loadStream(store, stream)).events;
  } catch (error) {
    if (error instanceof StreamDeleted) return [];
    throw error;
  }
};

/** Where the right reaches that was lent; null when its holder no longer holds it. */
const lenderScopes = async (store: EventStore, lender: AccreditationId, now: Instant): Promise<readonly AccreditationScope[] | null> => {
  const found = await accreditedAt(store, lender, now);
  return 'code' in found ? null : (found.scopes ?? []);
};

/** The standing of an accreditation at an instant, read from its own stream. */
export const accreditedAt = async (
  store: EventStore,
  accreditationId: AccreditationId,
  now: Instant,
): Promise<Authenticated | NotAuthenticated> => {
  const stream = `accreditation-${accreditationId}`;
  const events = await eventsOf(store, stream);
  const standing = standingAt(fold(accreditationDecider, events, {}), now);
  if (!standing.valid) return { code: standing.code };
  const { role, member, delegatedBy, scope } = standing;
  // A lent right falls with the right it was lent from; nobody lends on what was lent to him, so this goes one step only.
  const beyond = delegatedBy === null ? [] : await lenderScopes(store, delegatedBy, now);
  if (beyond === null) return { code: 'accreditation.lender_not_valid' };
  const scopes = [...(scope === null ? [] : [scope]), ...beyond];
  const grant = `${stream}@${String(events.at(-1)?.revision ?? 0n)}`;
  return { accreditationId, role, member, grant, ...(scopes.length === 0 ? {} : { scopes }) };
};

const linkPattern = /^cal_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$/;

/** What a link to a calendar ends with: the id of its credential and 256 secret bits. It is no bearer token. */
export const formatCalendarLink = (credentialId: string, secret: Uint8Array): string =>
  `cal_${credentialId}_${Buffer.from(secret).toString('base64url')}`;

/** Whose calendar a link shows, and which of his; null for one that is unknown, was taken back, or fell with its holder's right. */
export const holderOfCalendarLink = async (
  store: EventStore,
  link: string,
  now: Instant,
): Promise<{ readonly holder: Authenticated; readonly scope: CalendarLinkScope } | null> => {
  const credentialId = linkPattern.exec(link)?.[1];
  if (credentialId === undefined) return null;
  const found = standingLink(fold(credentialDecider, await eventsOf(store, `credential-${credentialId}`), {}));
  if (found?.tokenSha256 !== tokenHash(link)) return null;
  const holder = await accreditedAt(store, found.accreditationId, now);
  return 'code' in holder ? null : { holder: { ...holder, readsOnly: true }, scope: found.scope };
};

/** Who a bearer token stands for at an instant, or why for nobody. Reads two streams, no read model. */
export const authenticate = async (store: EventStore, token: string, now: Instant): Promise<Authenticated | NotAuthenticated> => {
  const credentialId = tokenPattern.exec(token)?.[1];
  if (credentialId === undefined) return { code: 'token.unknown' };
  const state = fold(credentialDecider, await eventsOf(store, `credential-${credentialId}`), {});
  if ('token' in state && state.token.tokenSha256 !== tokenHash(token)) return { code: 'token.unknown' };
  const standing = tokenStandingAt(state, now);
  if (!standing.valid) return { code: standing.code };
  const accredited = await accreditedAt(store, standing.accreditationId, now);
  if ('code' in accredited) return accredited;
  const { readsOnly, commands: onlyCommands } = standing;
  return { ...accredited, ...(readsOnly === true ? { readsOnly } : {}), ...(onlyCommands === undefined ? {} : { onlyCommands }) };
};
