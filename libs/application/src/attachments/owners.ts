import {
  practiceDecider,
  sponsorsNow,
  topicDecider,
  type AttachmentOwner,
  type MemberCode,
  type Rejection,
} from '../../../domain/src/index.ts';
import { loadStream } from '../../../event-store/src/index.ts';
import type { Caller, Environment } from '../contract.ts';
import { draftState } from '../facts.ts';
import { stateOf } from '../run-command.ts';

/** What a file may be handed in for: an object on record, or a draft that is on no record yet. */
export interface FileTarget {
  readonly object: AttachmentOwner['object'] | 'draft';
  readonly id: string;
}

/** Nobody is told whether an object that is not his exists. */
const notFound: Rejection = { code: 'object.not_found' };

const sponsorsOf = async (env: Environment, { object, id }: FileTarget): Promise<readonly MemberCode[] | null> => {
  const state = object === 'topic' ? await stateOf(env, topicDecider, id) : await stateOf(env, practiceDecider, id);
  return state.milestone === 'none' ? null : sponsorsNow(state);
};

const forContribution = async (env: Environment, target: FileTarget, { member }: Caller, forMember: boolean) => {
  const sponsors = await sponsorsOf(env, target);
  if (sponsors === null) return notFound;
  if (member !== null) return sponsors.includes(member) ? { member } : notFound;
  return { member: forMember ? (sponsors[0] ?? null) : null };
};

const forDraft = async (env: Environment, { id }: FileTarget, { member }: Caller): Promise<{ readonly member: MemberCode } | Rejection> => {
  const state = await draftState(env, id);
  return state.status === 'kept' && state.draft.member === member ? { member } : { code: 'draft.not_found' };
};

/**
 * Whose file it will be.
 *
 * @param forMember  the Secretariat hands it in as received from the Member (row A14)
 * @returns the Member, null for the Secretariat's own; or why the caller may not hand anything in there
 */
export const fileOwner = async (
  env: Environment,
  target: FileTarget,
  caller: Caller,
  forMember: boolean,
): Promise<{ readonly member: MemberCode | null } | Rejection> => {
  if (target.object === 'draft') return forDraft(env, target, caller);
  if (target.object === 'topic' || target.object === 'practice') return forContribution(env, target, caller, forMember);
  // Everything else is the Secretariat's own.
  if (caller.member !== null) return notFound;
  const { events } = await loadStream(env.store, `${target.object}-${target.id}`);
  return events.length === 0 ? notFound : { member: null };
};
