import { readsInternal } from '../../identity/src/index.ts';
import type { Viewer } from '../../projections/src/index.ts';
import type { Caller } from './contract.ts';

/** With whose eyes a caller asks; somebody who names no right sees what everybody sees. */
export const viewerOf = (caller: Caller | null): Viewer => {
  if (caller === null) return { kind: 'public' };
  const { accreditationId, role, member } = caller;
  const asking = { accreditationId, role };
  if (readsInternal(caller)) return { kind: 'internal', ...asking };
  if (role === 'observer') return { kind: 'public', observer: accreditationId, ...asking };
  return member === null ? { kind: 'public', ...asking } : { kind: 'member', member, ...asking };
};
