import type { Cell } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

export interface Condition {
  readonly sql: string;
  readonly cells: readonly Cell[];
}

const standsBehind =
  'EXISTS (SELECT 1 FROM contribution_sponsor s WHERE s.contribution_id = c.contribution_id AND s.member = ? AND s.until IS NULL)';

/**
 * Which contributions (rows of `contribution c`) the viewer may know of at all: a Member its own and those it stands behind,
 * everybody what a published agenda carries.
 */
export const permitted = (viewer: Viewer): Condition => {
  switch (viewer.kind) {
    case 'internal':
      return { sql: '1', cells: [] };
    case 'member':
      return { sql: `(c.member = ? OR c.agenda_line IS NOT NULL OR ${standsBehind})`, cells: [viewer.member, viewer.member] };
    case 'public':
      return { sql: 'c.agenda_line IS NOT NULL', cells: [] };
  }
};
