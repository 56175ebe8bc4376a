import type { ActionStatus, OpenedAction, SessionPlan } from '../../../domain/src/index.ts';
import type { Cell, ReadDatabase } from '../storage/read-database.ts';
import { shownRevision } from '../told-revisions/shown-revision.ts';
import type { ActionFilter, ActionView, Viewer } from '../views.ts';

interface ActionRow {
  readonly action_id: string;
  readonly status: ActionStatus;
  readonly owner: string;
  readonly due_session: string;
  readonly data: string;
  readonly evidence: string;
  readonly carried: string;
  readonly revision: number;
  readonly session: string | null;
  readonly overdue: number;
}

const overdue = `(c.session_id IS NOT NULL AND a.evidence = '[]' AND a.status NOT IN ('done', 'dropped'))`;

const select = `
  SELECT a.*, s.data AS session, ${overdue} AS overdue FROM action a
  LEFT JOIN session s ON s.session_id = a.due_session LEFT JOIN closed_session c ON c.session_id = a.due_session`;

const toView =
  (db: ReadDatabase, viewer: Viewer) =>
  (row: ActionRow): ActionView => {
    const { title, about } = JSON.parse(row.data) as OpenedAction;
    const session = row.session === null ? null : (JSON.parse(row.session) as SessionPlan);
    return {
      actionId: row.action_id,
      status: row.status,
      title,
      owner: row.owner,
      about,
      dueSession: { sessionId: row.due_session, start: session?.start ?? null, label: session?.label ?? null },
      overdue: row.overdue === 1,
      evidence: JSON.parse(row.evidence) as ActionView['evidence'],
      carriedForward: JSON.parse(row.carried) as ActionView['carriedForward'],
      revision: shownRevision(db, { stream: `action-${row.action_id}`, isAddressee: true }, viewer),
    };
  };

/** Actions by due session and name; what is owed is told to Members, not to the public. */
export const actions = (
  db: ReadDatabase,
  { owner, dueSessionId, overdue: wanted }: ActionFilter,
  viewer: Viewer,
): readonly ActionView[] => {
  if (viewer.kind === 'public') return [];
  const conditions: readonly (readonly [string, Cell | undefined])[] = [
    ['a.owner = ?', owner],
    ['a.due_session = ?', dueSessionId],
    [`${overdue} = ?`, wanted === undefined ? undefined : Number(wanted)],
  ];
  const used = conditions.flatMap(([sql, cell]) => (cell === undefined ? [] : [{ sql, cell }]));
  const where = ['1', ...used.map(({ sql }) => sql)].join(' AND ');
  return db
    .all<ActionRow>(`${select} WHERE ${where} ORDER BY s.begins, a.due_session, a.action_id`, ...used.map(({ cell }) => cell))
    .map(toView(db, viewer));
};

/** One action, or null: also for the public. */
export const action = (db: ReadDatabase, actionId: string, viewer: Viewer): ActionView | null => {
  const row = viewer.kind === 'public' ? undefined : db.get<ActionRow>(`${select} WHERE a.action_id = ?`, actionId);
  return row === undefined ? null : toView(db, viewer)(row);
};
