import type { Rejection } from '../../../domain/src/index.ts';
import type { EventMetadata } from '../../../event-store/src/index.ts';
import { accreditedAt, type Authenticated } from '../../../identity/src/index.ts';
import type { Caller, Environment } from '../contract.ts';

type Asked = { readonly refusal: Rejection } | { readonly metadata: EventMetadata };

const sameReach = (before: Caller, now: Authenticated): boolean => JSON.stringify(before.scopes ?? []) === JSON.stringify(now.scopes ?? []);

/**
 * Whether who was let in still may act, read from the accreditation's own stream right before something is appended; what was read is
 * stored as `grant` (row G2). Who was never accredited is the program itself.
 */
export const stillGranted = async ({ store, clock }: Environment, caller: Caller): Promise<Asked> => {
  const found = await accreditedAt(store, caller.accreditationId, clock.now());
  if ('code' in found) return found.code === 'accreditation.unknown' ? { metadata: {} } : { refusal: { code: found.code } };
  // What was judged under another reach is judged anew by whoever asks anew.
  return sameReach(caller, found) ? { metadata: { grant: found.grant } } : { refusal: { code: 'accreditation.reach_changed' } };
};
