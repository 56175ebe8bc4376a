import { auditGrants, type Environment } from '../../libs/application/src/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';

/** How long after its end a right may have served: a command that had been judged before. */
const allowedMs = 5_000;

/** Lines about what was recorded under a right that had just ended. @throws CannotStart when something had no right, or one long over */
export const grantOverruns = async (store: Environment['store']): Promise<readonly string[]> => {
  const { checked, without, overruns } = await auditGrants(store);
  const lines = overruns.map(
    ({ occurredAt, lateMs, type, stream, grant, code }) => `${occurredAt} ${type} of ${stream} under ${grant}: ${code}, ${lateMs} ms late`,
  );
  const summary = `${checked} events under a grant, ${without.length} without, ${overruns.length} overruns.`;
  if (without.length > 0 || overruns.some(({ lateMs }) => lateMs > allowedMs))
    throw new CannotStart([...lines, ...without.map(({ type, stream }) => `${type} of ${stream}: no grant`), summary].join('\n'));
  return [...lines, summary];
};
