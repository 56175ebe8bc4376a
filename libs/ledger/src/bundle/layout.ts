import { placeOf } from '../tile-paths.ts';
import { tileWidth } from '../merkle/index.ts';

/** Whose bundle it is: everything an auditor may see, what one Member may see, what anybody may see. */
export type BundleCut = 'auditor' | 'member' | 'public';

/** Files that stand once in a bundle (`security.md` §2.6). */
export const bundleFiles = {
  sums: 'SHA256SUMS',
  statement: 'SHA256SUMS.note',
  about: 'bundle.json',
  guide: 'VERIFY.md',
  checkpoint: 'log/checkpoint',
  /** That the log continues an earlier checkpoint, and that checkpoint. */
  consistency: 'consistency.txt',
  previous: 'log-prev/checkpoint',
  expected: 'expected/read-models.json',
} as const;

/** Where a file of the ledger stands in a bundle. @param path  `tile/0/000` */
export const ledgerFile = (path: string): string => `log/${path}`;

/** Where the stored data of the entries of one bundle of 256 stand, one canonical JSON to a line. */
export const dataFile = (index: number, width = tileWidth): string => ledgerFile(placeOf('data', index, width));

/** The proof that an entry is in the log, with the entry itself. @param index  0-based */
export const proofFile = (index: number): string => `proofs/${index}.tlog-proof`;

/** A procedure that entries name as their policy, under its SHA-256. */
export const definitionFile = (sha256: string): string => `definitions/${sha256}.json`;

/** A file as it was filed, under its SHA-256. */
export const documentFile = (sha256: string): string => `documents/${sha256}`;

const tileName = String.raw`log/tile/(?:entries|data|\d)/(?:x\d{3}/)*\d{3}(?:\.p/[1-9]\d{0,2})?`;
const everyCut = String.raw`SHA256SUMS|SHA256SUMS\.note|bundle\.json|VERIFY\.md|log/checkpoint|consistency\.txt|log-prev/checkpoint|definitions/[0-9a-f]{64}\.json|documents/[0-9a-f]{64}`;

const forms: Readonly<Record<BundleCut, RegExp>> = {
  auditor: new RegExp(`^(?:${everyCut}|expected/read-models\\.json|${tileName})$`),
  member: new RegExp(String.raw`^(?:${everyCut}|proofs/(?:0|[1-9]\d{0,15})\.tlog-proof)$`),
  public: new RegExp(String.raw`^(?:${everyCut}|proofs/(?:0|[1-9]\d{0,15})\.tlog-proof)$`),
};

/** Whether a file of that name may be in such a bundle at all. */
export const belongsTo = (cut: BundleCut, name: string): boolean => forms[cut].test(name);

/** Whether any bundle may hold a file of that name: nothing else is even read. */
export const isBundleName = (name: string): boolean => Object.values(forms).some((form) => form.test(name));

/** Largest file of a bundle, in bytes: an attachment has at most 25 MB, and 256 entries with their data less. */
export const mostFileBytes = 256 * 1024 * 1024;
