import { memberRoles, shippedTemplates, templateDecider, type AccreditationEvent, type NoticeAudience } from '../../../domain/src/index.ts';
import { domainData } from '../../../event-store/src/index.ts';
import type { Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';
import { upcasters } from '../upcasters.ts';

interface Held {
  readonly role: string;
  readonly member: string | null;
  readonly validUntil: string | null;
  readonly isInForce: boolean;
}

type Of<T extends AccreditationEvent['type']> = Extract<AccreditationEvent, { readonly type: T }>;

const types = [
  'AccreditationGranted',
  'AccreditationDelegated',
  'AccreditationSuspended',
  'AccreditationReinstated',
  'AccreditationEnded',
] as const satisfies readonly AccreditationEvent['type'][];

const noted = (held: Map<string, Held>, event: Of<(typeof types)[number]>): void => {
  const { accreditationId } = event.data;
  if (event.type === 'AccreditationGranted' || event.type === 'AccreditationDelegated') {
    const { role, member, validUntil } = event.data;
    held.set(accreditationId, { role, member, validUntil, isInForce: true });
    return;
  }
  const before = held.get(accreditationId);
  if (before !== undefined) held.set(accreditationId, { ...before, isInForce: event.type === 'AccreditationReinstated' });
};

/** Accreditations that are in force at this moment, told from the log. */
const heldNow = async (env: Environment): Promise<readonly Held[]> => {
  const held = new Map<string, Held>();
  for await (const event of env.store.readAll({ filter: { types } }))
    noted(held, { type: event.type, data: domainData(event, upcasters) } as Of<(typeof types)[number]>);
  const now = env.clock.now();
  return [...held.values()].filter(({ isInForce, validUntil }) => isInForce && (validUntil === null || validUntil > now));
};

/** How many an audience can reach at all today, whatever happens. */
export const reachable = async (env: Environment, to: NoticeAudience): Promise<number> => {
  const held = await heldNow(env);
  if (to.kind === 'roles') return held.filter(({ role, member }) => member === null && to.roles.includes(role)).length;
  return held.filter(({ role, member }) => member !== null && memberRoles.includes(role)).length;
};

/** Whether there is a wording of this name, on record or among those that ship. */
export const templateExists = async (env: Environment, templateId: string): Promise<boolean> =>
  Object.hasOwn(shippedTemplates, templateId) || (await stateOf(env, templateDecider, templateId)).version > 0;
