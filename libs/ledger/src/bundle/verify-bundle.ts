import { parseCheckpoint, verifyCheckpoint, type Checkpoint, type Policy } from '../signed/index.ts';
import { parseAbout, type BundleAbout } from './about.ts';
import { heldAgainst, provedPrevious } from './continuity.ts';
import type { BundledEvent } from './entry.ts';
import { isGuide } from './guide.ts';
import { belongsTo, bundleFiles, definitionFile, documentFile } from './layout.ts';
import { followProofs } from './proofs.ts';
import { BundleCutOff, BundleReader } from './read-bundle.ts';
import { isSigned, parseStatement } from './statement.ts';
import { parseSums, sha256Hex } from './sums.ts';
import { FaultFound, faultCodes, type BundleVerdict } from './verdict.ts';
import { WantedFiles } from './wanted.ts';
import { followWholeLog } from './whole-log.ts';

/** What a bundle is held against, and who is told while it is read. */
export interface BundleCheck {
  readonly policy: Policy;
  /** A checkpoint that the auditor kept, verified by the same policy; null for none. */
  readonly retained: Checkpoint | null;
  /** Told of every event, in the order of the log, before the next one is read. */
  readonly onEvent?: (event: BundledEvent) => Promise<void> | void;
}

const fileOf = async (bundle: BundleReader, name: string): Promise<Buffer> => {
  const bytes = await bundle.read(name);
  if (bytes === null) throw new FaultFound('incomplete', 'sums', 'file_missing', name);
  return bytes;
};

/** Every file against its sum, and no file without one. @returns the hash of the sums themselves */
const checkSums = async (bundle: BundleReader): Promise<string> => {
  const bytes = await fileOf(bundle, bundleFiles.sums);
  const sums = parseSums(bytes);
  if (sums === null) throw new FaultFound('altered', 'sums', 'not_sums', bundleFiles.sums);
  const unlisted = bundle.names.find((name) => !sums.has(name) && name !== bundleFiles.sums && name !== bundleFiles.statement);
  if (unlisted !== undefined) throw new FaultFound('altered', 'sums', 'file_not_listed', unlisted);
  for (const [name, sum] of sums) {
    const hash = sha256Hex(await fileOf(bundle, name));
    if (hash !== sum) throw new FaultFound('altered', 'sums', 'file_altered', name);
  }
  return sha256Hex(bytes);
};

const checkStatement = async (bundle: BundleReader, policy: Policy, sums: string): Promise<string> => {
  const statement = parseStatement(await fileOf(bundle, bundleFiles.statement));
  if (statement === null) throw new FaultFound('signature', 'statement', 'not_a_statement', bundleFiles.statement);
  if (!isSigned(policy, statement)) throw new FaultFound('signature', 'statement', 'not_signed', bundleFiles.statement);
  if (statement.sumsSha256 !== sums) throw new FaultFound('altered', 'statement', 'other_sums_signed', bundleFiles.sums);
  return statement.origin;
};

const checkAbout = async (bundle: BundleReader, origin: string): Promise<BundleAbout> => {
  const about = parseAbout(await fileOf(bundle, bundleFiles.about));
  if (about?.origin !== origin) throw new FaultFound('altered', 'file', 'not_about_this_log', bundleFiles.about);
  const foreign = bundle.names.find((name) => !belongsTo(about.cut, name));
  if (foreign !== undefined) throw new FaultFound('altered', 'file', 'foreign_file', foreign);
  const guide = await fileOf(bundle, bundleFiles.guide);
  if (!isGuide(guide)) throw new FaultFound('altered', 'file', 'other_guide', bundleFiles.guide);
  return about;
};

const checkCheckpoint = (policy: Policy, bytes: Buffer, { origin, size }: BundleAbout): Checkpoint => {
  const checkpoint = parseCheckpoint(bytes);
  if (checkpoint === null) throw new FaultFound('signature', 'quorum', 'not_a_checkpoint', bundleFiles.checkpoint);
  const verdict = verifyCheckpoint(policy, checkpoint);
  if (!verdict.good) throw new FaultFound('signature', 'quorum', verdict.why, `${bundleFiles.checkpoint} (${verdict.name})`);
  if (checkpoint.origin !== origin || checkpoint.size !== size)
    throw new FaultFound('altered', 'file', 'other_checkpoint', bundleFiles.checkpoint);
  return checkpoint;
};

/** Files that are named by their own hash, and those that events refer to. */
const checkNamedFiles = async (bundle: BundleReader, wanted: WantedFiles, isWhole: boolean): Promise<void> => {
  for (const name of bundle.names) {
    const hash = /^(?:documents|definitions)\/([0-9a-f]{64})(?:\.json)?$/.exec(name)?.[1];
    if (hash !== undefined && sha256Hex(await fileOf(bundle, name)) !== hash) throw new FaultFound('altered', 'file', 'file_altered', name);
    const isWanted = hash === undefined || wanted.documents.has(hash) || wanted.definitions.has(hash);
    if (!isWanted) throw new FaultFound('altered', 'file', 'foreign_file', name);
  }
  if (!isWhole) return;
  const needed = [...[...wanted.documents].map(documentFile), ...[...wanted.definitions].map(definitionFile)];
  const missing = needed.find((name) => !bundle.names.includes(name));
  if (missing !== undefined) throw new FaultFound('incomplete', 'file', 'file_missing', missing);
};

const verify = async (bundle: BundleReader, { policy, retained, onEvent = () => undefined }: BundleCheck): Promise<BundleVerdict> => {
  const sums = await checkSums(bundle);
  if (!(await bundle.isCanonical())) throw new FaultFound('altered', 'file', 'not_canonical', 'bytes of the bundle that belong to no file');
  const origin = await checkStatement(bundle, policy, sums);
  const about = await checkAbout(bundle, origin);
  const bytes = await fileOf(bundle, bundleFiles.checkpoint);
  const checkpoint = checkCheckpoint(policy, bytes, about);
  const previous = await provedPrevious(bundle, policy, bytes, checkpoint);
  const wanted = new WantedFiles();
  const told = async (event: BundledEvent): Promise<void> => {
    wanted.learn(event);
    await onEvent(event);
  };
  const isWhole = about.cut === 'auditor';
  if (!isWhole && retained !== null) heldAgainst(retained, checkpoint, previous);
  if (isWhole) await followWholeLog({ bundle, checkpoint, retained, onEvent: told });
  const entries = isWhole ? checkpoint.size : await followProofs(bundle, policy, bytes, told);
  await checkNamedFiles(bundle, wanted, isWhole);
  return { good: true, cut: about.cut, entries, files: bundle.names.length, size: checkpoint.size, origin };
};

/**
 * Checks an evidence bundle by itself: files, statement, checkpoint with its quorum, every entry with its data, and what the auditor
 * retained. Reads only; the replay is the caller's, who is told of every event.
 *
 * @returns the first thing that is wrong, with its exit code (`security.md` §2.6)
 */
export const verifyBundle = async (path: string, check: BundleCheck): Promise<BundleVerdict> => {
  const bundle = await BundleReader.open(path);
  if (!(bundle instanceof BundleReader)) {
    const isCut = bundle.why === 'unreadable';
    return { good: false, code: isCut ? faultCodes.incomplete : faultCodes.altered, detector: 'file', ...bundle };
  }
  try {
    return await verify(bundle, check);
  } catch (error) {
    if (error instanceof FaultFound) return error.fault;
    if (error instanceof BundleCutOff)
      return { good: false, code: faultCodes.incomplete, detector: 'file', why: 'cut_off', where: error.message };
    throw error;
  } finally {
    bundle.close();
  }
};
