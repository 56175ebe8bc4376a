import type { Cell } from '../storage/read-database.ts';
import type { Viewer } from '../views.ts';

export interface Condition {
  readonly sql: string;
  readonly cells: readonly Cell[];
}

/**
 * Which contributions (rows of `contribution c`) the viewer may know of at all: a Member its own, everybody what a published
 * agenda carries.
 */
export const permitted = (viewer: Viewer): Condition => {
  switch (viewer.kind) {
    case 'internal':
      return { sql: '1', cells: [] };
    case 'member':
      return { sql: '(c.member = ? OR c.agenda_line IS NOT NULL)', cells: [viewer.member] };
    case 'public':
      return { sql: 'c.agenda_line IS NOT NULL', cells: [] };
  }
};
