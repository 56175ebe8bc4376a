import { readsInternal } from '../../identity/src/index.ts';
import type { Viewer } from '../../projections/src/index.ts';
import type { Caller } from './contract.ts';

/** With whose eyes a caller asks; somebody who names no right sees what everybody sees. */
export const viewerOf = (caller: Caller | null): Viewer => {
  if (caller === null) return { kind: 'public' };
  if (readsInternal(caller)) return { kind: 'internal' };
  if (caller.role === 'observer') return { kind: 'public', observer: caller.accreditationId };
  return caller.member === null ? { kind: 'public' } : { kind: 'member', member: caller.member, role: caller.role };
};
