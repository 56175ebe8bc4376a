import {
  isOpenTarget,
  reached,
  sponsorsNow,
  standing,
  type MergedSource,
  type MergeTarget,
  type Topic,
} from '../../../domain/src/index.ts';
import type { Environment } from '../contract.ts';
import { topicState } from './on-contribution.ts';

/** The topic that another is to be merged into; null when there is none. */
export const mergeTarget = async (env: Environment, targetId: string): Promise<MergeTarget | null> => {
  const target = await topicState(env, targetId);
  if (target.milestone === 'none') return null;
  return { callId: target.release.callId, open: isOpenTarget(target), standing: standing(target), sponsors: sponsorsNow(target) };
};

const holdsFor = ({ merge, closedMerges }: Topic, mergeId: string, targetId: string): boolean => {
  if (merge?.mergeId === mergeId) return merge.status === 'reserved' && merge.targetId === targetId;
  return closedMerges.some((one) => one.mergeId === mergeId && one.targetId === targetId && one.end === 'merged');
};

/** What the target takes in, as the reserved source shows it. */
export const mergeSource = async (
  env: Environment,
  sourceId: string,
  mergeId: string,
  targetId: string,
): Promise<MergedSource | { readonly code: 'merge.not_reserved' }> => {
  const source = await topicState(env, sourceId);
  if (source.milestone === 'none' || !holdsFor(source, mergeId, targetId)) return { code: 'merge.not_reserved' };
  const { release, contentHash, late } = source;
  return { sourceId, mergeId, reference: release.reference, contentHash, sponsors: sponsorsNow(source), late: late !== null };
};

/** Whether the topic that this one was merged into is published already. */
export const isTargetPublished = async (env: Environment, topicId: string): Promise<boolean> => {
  const source = await topicState(env, topicId);
  const targetId = source.milestone === 'none' ? undefined : source.closedMerges.at(-1)?.targetId;
  if (targetId === undefined) return false;
  const target = await topicState(env, targetId);
  return target.milestone !== 'none' && reached(target, 'published');
};
