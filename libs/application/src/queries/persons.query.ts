import { accreditations, person as askOne, persons as ask, type PersonView, type Viewer } from '../../../projections/src/index.ts';
import type { Environment, Nothing, Query } from '../contract.ts';

/** The Secretariat sees everybody, a Member its own people, the public nobody. */
const mayKnow = (env: Environment, viewer: Viewer): ((found: PersonView) => boolean) => {
  if (viewer.kind === 'internal') return () => true;
  if (viewer.kind === 'public') return () => false;
  const own = new Set(accreditations(env.read, viewer.member).map(({ accreditationId }) => accreditationId));
  return ({ accreditationIds }) => accreditationIds.some((id) => own.has(id));
};

/** The directory of persons as it is today; people have no past here. */
export const persons: Query<Nothing, readonly PersonView[]> = {
  name: 'persons',
  looksBack: false,
  run: async (env, _args, viewer) => {
    await env.directory.upToDate();
    return ask(env.directory.read).filter(mayKnow(env, viewer));
  },
};

/** One person, as the directory knows him today; null for whom the viewer may not know. */
export const person: Query<{ readonly personId: string }, PersonView | null> = {
  name: 'person',
  looksBack: false,
  run: async (env, { personId }, viewer) => {
    await env.directory.upToDate();
    const found = askOne(env.directory.read, personId);
    return found !== null && mayKnow(env, viewer)(found) ? found : null;
  },
};
