import type { ReadDatabase } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

interface ToldRow {
  readonly revision: number;
  readonly addressee: number;
  readonly everybody: number;
}

/**
 * The revision of a governed instance as its viewer may know it: how often something happened is told of nothing internal
 * (DESIGN §6). The Secretariat sees that of the stream; others count what they may know, from 0. A command of theirs is held
 * against the same.
 *
 * @param isAddressee  whether the viewer is told what its addressees are
 */
export const shownRevision = (
  db: ReadDatabase,
  { stream, isAddressee }: { readonly stream: string; readonly isAddressee: boolean },
  viewer: Viewer,
): string => {
  const told = db.get<ToldRow>('SELECT revision, addressee, everybody FROM told_revision WHERE stream = ?', stream);
  if (told === undefined) return '0';
  if (viewer.kind === 'internal') return String(told.revision);
  return String(Math.max(0, (isAddressee ? told.addressee : told.everybody) - 1));
};
