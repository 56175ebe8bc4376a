import { memberOfContribution, placeInLedger, type Viewer } from '../../../projections/src/index.ts';
import { formatTlogProof, leafOf, proveInclusion } from '../../../ledger/src/index.ts';
import { erasedIn, type RecordedEvent } from '../../../event-store/src/index.ts';
import type { Environment, Query } from '../contract.ts';
import { canonicalJson } from '../canonical.ts';
import { publishedLedger, readTree } from './ledger.query.ts';

/** Which step of a contribution a receipt is about. */
export type ReceiptStep = 'submission' | 'decision';

/** Steps by event type; the last one of a kind counts. */
const stepTypes: Readonly<Record<ReceiptStep, readonly string[]>> = {
  submission: ['TopicSubmitted', 'PracticeSubmitted', 'TopicEnteredForMember', 'PracticeEnteredForMember'],
  decision: ['TopicDecisionReleased', 'PracticeDecisionReleased'],
};

export type Receipt =
  /** Not sealed yet: ask again. */
  | { readonly sealed: false }
  /** A proof by itself, `c2sp.org/tlog-proof@v1`; its extra data are the entry and the stored data that it commits to. */
  | { readonly sealed: true; readonly file: string; readonly name: string };

interface Recorded {
  readonly event: RecordedEvent;
  readonly index: number;
}

/** The last event of the step in the contribution's stream, with its place in the ledger; null when there is none. */
const recordedStep = async (env: Environment, contributionId: string, step: ReceiptStep): Promise<Recorded | null> => {
  for (const category of ['topic', 'practice']) {
    const stream = `${category}-${contributionId}`;
    const place = placeInLedger(env.read, stream, stepTypes[step]);
    if (place === null) continue;
    const [event] = await Array.fromAsync(env.store.readStream(stream, { from: BigInt(place.revision), maxCount: 1 }));
    return event === undefined ? null : { event, index: place.n };
  }
  return null;
};

const fileOf = (env: Environment, { event, index }: Recorded): string | null => {
  const published = publishedLedger(env);
  if (published === null || published.checkpoint.size <= index) return null;
  const { size } = published.checkpoint;
  const extra = canonicalJson({ data: event.data, leaf: leafOf(event, index).toString('utf8') });
  const path = readTree(published, (tree) => proveInclusion(tree.rootOf, index, size));
  return formatTlogProof({ index, path, checkpoint: published.note, extra: Buffer.from(extra, 'utf8') }).toString('utf8');
};

/** Whether the viewer may hold the receipt: it shows the stored data whole. */
const mayHold = (env: Environment, contributionId: string, viewer: Viewer): boolean =>
  viewer.kind === 'internal' || (viewer.kind === 'member' && memberOfContribution(env.read, contributionId) === viewer.member);

/** Proof that a contribution, or the decision on it, is in the ledger; for its own Member and for those who read what is internal. */
export const receipt: Query<{ readonly contributionId: string; readonly step: ReceiptStep }, Receipt | null> = {
  name: 'receipt',
  looksBack: false,
  run: async (env, { contributionId, step }, viewer) => {
    const recorded = mayHold(env, contributionId, viewer) ? await recordedStep(env, contributionId, step) : null;
    // What was erased proves nothing by itself any longer; a receipt that was handed out before still does.
    if (recorded === null || erasedIn(recorded.event.data) !== null) return null;
    const file = fileOf(env, recorded);
    return file === null ? { sealed: false } : { sealed: true, file, name: `${contributionId}.${step}.tlog-proof` };
  },
};
