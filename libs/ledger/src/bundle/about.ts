import canonicalize from 'canonicalize';
import type { BundleCut } from './layout.ts';

/** What a bundle says of itself. */
export interface BundleAbout {
  readonly form: 'rapporteur-bundle/1';
  readonly cut: BundleCut;
  /** Whose cut it is; null for the others. */
  readonly member: string | null;
  readonly origin: string;
  /** Entries of the log that the bundle is about. */
  readonly size: number;
}

export const formatAbout = (about: BundleAbout): Buffer => Buffer.from(`${canonicalize(about) ?? ''}\n`, 'utf8');

const cuts: readonly string[] = ['auditor', 'member', 'public'] satisfies readonly BundleCut[];

const isAbout = (value: Partial<BundleAbout> | null): value is BundleAbout =>
  value?.form === 'rapporteur-bundle/1' &&
  cuts.includes(value.cut ?? '') &&
  (value.cut === 'member' ? typeof value.member === 'string' : value.member === null) &&
  typeof value.origin === 'string' &&
  Number.isSafeInteger(value.size);

/** Reads it; null when it is not of the form, in its one canonical spelling. */
export const parseAbout = (bytes: Uint8Array): BundleAbout | null => {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<BundleAbout> | null;
    if (!isAbout(value)) return null;
    const { form, cut, member, origin, size } = value;
    const about = { form, cut, member, origin, size };
    // Written anew from what is known, so that nothing unknown can stand beside it.
    return formatAbout(about).equals(bytes) ? about : null;
  } catch {
    // No JSON: said to the reader as a bundle that does not say what it is.
    return null;
  }
};
