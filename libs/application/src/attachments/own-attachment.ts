import { attachmentDecider, type AttachmentState, type Rejection } from '../../../domain/src/index.ts';
import type { Caller, Environment } from '../contract.ts';
import { stateOf } from '../run-command.ts';

type Existing = Exclude<AttachmentState, { status: 'unknown' }>;

/** An attachment that the caller may change: his Member's own, or for the Secretariat any; a foreign one is like one that is not there. */
export const ownAttachment = async (env: Environment, attachmentId: string, { member }: Caller): Promise<Existing | Rejection> => {
  const state = await stateOf(env, attachmentDecider, attachmentId);
  return state.status === 'unknown' || (member !== null && state.member !== member) ? { code: 'attachment.not_found' } : state;
};
