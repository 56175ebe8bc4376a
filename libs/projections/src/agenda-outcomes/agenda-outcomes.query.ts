import type { AgendaOutcomeEvent, Bilingual, Instant } from '../../../domain/src/index.ts';
import { agendaVersion } from '../agenda/agenda.query.ts';
import { labelledItems } from '../agenda/checks.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { LabelledItem, OutcomeLine, OutcomeRevisionView, OutcomeSheet, Viewer } from '../views.ts';

type Data<T extends AgendaOutcomeEvent['type']> = Extract<AgendaOutcomeEvent, { type: T }>['data'];
type Names = ReturnType<typeof memberNames>;
type Outcome = Omit<Data<'AgendaOutcomeRecorded'>, 'agendaId' | 'itemId'> | Omit<Data<'AgendaOutcomeCorrected'>, 'agendaId' | 'itemId'>;

interface OutcomeRow {
  readonly item_id: string;
  readonly revision: number;
  readonly correctable_until: string | null;
  readonly data: string;
}

interface Whole {
  readonly rows: readonly OutcomeRow[];
  readonly names: Names;
}

const toRevision = ({ revision, data }: OutcomeRow): OutcomeRevisionView => {
  const outcome = JSON.parse(data) as Outcome;
  const { verb, statement, carriedTo } = outcome;
  return {
    verb,
    statement,
    carriedTo,
    revision,
    recordedAt: 'correctedAt' in outcome ? outcome.correctedAt : outcome.recordedAt,
    correctionId: 'correctionId' in outcome ? outcome.correctionId : null,
  };
};

const correctionsOf = (
  db: ReadDatabase,
  agendaId: string,
  itemId: string,
  { revisions, names }: { readonly revisions: readonly OutcomeRevisionView[]; readonly names: Names },
): OutcomeLine['corrections'] =>
  db
    .all<{ correction_id: string; data: string }>(
      'SELECT correction_id, data FROM agenda_correction WHERE agenda_id = ? AND item_id = ? ORDER BY place',
      agendaId,
      itemId,
    )
    .map((row) => {
      const { member, text, filedAt } = JSON.parse(row.data) as Data<'AgendaCorrectionFiled'>;
      const memberName: Bilingual = names[member] ?? { en: member, fr: member };
      const followed = revisions.some(({ correctionId }) => correctionId === row.correction_id);
      return { correctionId: row.correction_id, member, memberName, text, filedAt, followed };
    });

const presentationsOf = (db: ReadDatabase, agendaId: string, itemId: string): OutcomeLine['presentations'] =>
  db
    .all<{ data: string }>('SELECT data FROM agenda_presentation WHERE agenda_id = ? AND item_id = ? ORDER BY place', agendaId, itemId)
    .map(({ data }) => {
      const { sha256, title, mediaType, sizeBytes } = JSON.parse(data) as Data<'AgendaPresentationAttached'>;
      return { sha256, title, mediaType, sizeBytes };
    });

const lineOf = (db: ReadDatabase, agendaId: string, item: LabelledItem, { rows, names }: Whole): OutcomeLine => {
  const own = rows.filter(({ item_id }) => item_id === item.itemId);
  const revisions = own.map(toRevision);
  return {
    ...item,
    outcome: revisions.at(-1) ?? null,
    revisions,
    correctableUntil: (own[0]?.correctable_until ?? null) as Instant | null,
    corrections: correctionsOf(db, agendaId, item.itemId, { revisions, names }),
    presentations: presentationsOf(db, agendaId, item.itemId),
  };
};

/** What the body did with every item of the latest published version (row C13); null for the public and before there is a version. */
export const outcomeSheet = (db: ReadDatabase, agendaId: string, viewer: Viewer): OutcomeSheet | null => {
  const latest = viewer.kind === 'public' ? null : agendaVersion(db, agendaId, null);
  if (latest === null) return null;
  const rows = db.all<OutcomeRow>('SELECT * FROM agenda_outcome WHERE agenda_id = ? ORDER BY item_id, revision', agendaId);
  const whole = { rows, names: memberNames(db) };
  const items = labelledItems(latest.content).map((item) => lineOf(db, agendaId, item, whole));
  return { agendaId, version: latest.version, recorded: items.filter(({ outcome }) => outcome !== null).length, items };
};
