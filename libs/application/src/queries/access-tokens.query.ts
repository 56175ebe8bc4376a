import type { AccreditationId } from '../../../domain/src/index.ts';
import { accessTokens as ask, type AccessTokenView } from '../../../projections/src/index.ts';
import type { Query } from '../contract.ts';

/** Bearer tokens of whoever asks. */
export const accessTokens: Query<{ readonly person: AccreditationId | null }, readonly AccessTokenView[]> = {
  name: 'accessTokens',
  run: (env, { person }) => (person === null ? [] : ask(env.read, person)),
  looksBack: false,
};
