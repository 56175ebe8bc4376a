import { attachmentDecider } from '../../../domain/src/index.ts';
import { derivedId } from '../../../event-store/src/index.ts';
import { deleteUnused } from '../attachments/bytes-in-use.ts';
import type { CommandContext, Environment } from '../contract.ts';
import { runCommand, stateOf } from '../run-command.ts';
import type { DecidedErasure } from './pending.ts';

interface Filed {
  readonly attachmentId: string;
  readonly owner: { readonly object: string; readonly id: string };
}

/** Files that hang on what is erased, by erasure, from the log. */
const filesOf = async (env: Environment, erasures: readonly DecidedErasure[]): Promise<ReadonlyMap<DecidedErasure, readonly string[]>> => {
  const bySubject = new Map(erasures.map((erasure) => [`${erasure.subject.object}-${erasure.subject.id}`, erasure]));
  const found = new Map<DecidedErasure, string[]>();
  for await (const { data } of env.store.readAll({ filter: { types: ['AttachmentFiled'] } })) {
    const { attachmentId, owner } = data as unknown as Filed;
    const erasure = bySubject.get(`${owner.object}-${owner.id}`);
    if (erasure !== undefined) found.set(erasure, [...(found.get(erasure) ?? []), attachmentId]);
  }
  return found;
};

/** The event comes first; a retry deletes what was left. @returns how many editions the file had */
const eraseFile = async (env: Environment, context: CommandContext, erasure: DecidedErasure, attachmentId: string): Promise<number> => {
  const { erasureId, requestedBy, approvedBy } = erasure;
  await runCommand(
    env,
    { ...context, ifMatch: null },
    {
      decider: attachmentDecider,
      id: attachmentId,
      command: { type: 'EraseAttachmentBytes', data: { requestedBy, approvedBy, now: env.clock.now() } },
      input: { erasureId },
      commandId: derivedId(erasureId, `file/${attachmentId}`, 0),
    },
  );
  const state = await stateOf(env, attachmentDecider, attachmentId);
  const editions = state.status === 'unknown' ? [] : state.editions;
  for (const { file } of editions)
    await env.blobs.exclusively(file.sha256, async () => {
      if ((await env.blobs.sizeOf(file.sha256)) !== null) await deleteUnused(env, file.sha256);
    });
  return editions.length;
};

/**
 * Deletes the bytes of all files that hang on what is erased; bytes that others need stay.
 *
 * @returns how many files, every edition one, by erasure
 */
export const eraseFiles = async (
  env: Environment,
  context: CommandContext,
  erasures: readonly DecidedErasure[],
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  for (const [erasure, attachments] of await filesOf(env, erasures))
    for (const attachmentId of attachments) {
      const editions = await eraseFile(env, context, erasure, attachmentId);
      counts.set(erasure.erasureId, (counts.get(erasure.erasureId) ?? 0) + editions);
    }
  return counts;
};
