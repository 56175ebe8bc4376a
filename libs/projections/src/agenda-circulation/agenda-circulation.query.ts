import type { AccreditationId, AgendaCirculationEvent, Bilingual } from '../../../domain/src/index.ts';
import { memberNames } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AddresseeView, CirculationView, Viewer } from '../views.ts';

type Data<T extends AgendaCirculationEvent['type']> = Omit<
  Extract<AgendaCirculationEvent, { type: T }>['data'],
  'agendaId' | 'circulationId'
>;
type Supplement = Data<'AgendaCirculationSupplemented'>;
type Extension = Data<'AgendaCommentPeriodExtended'>;

interface CirculationRow {
  readonly circulation_id: string;
  readonly data: string;
  readonly supplements: string;
  readonly extensions: string;
}

/** The frozen list, and behind it those that acceded since. */
const addresseesOf = (
  { addressees, circulatedAt }: Data<'AgendaCirculated'>,
  supplements: readonly Supplement[],
  nameOf: (member: string) => Bilingual,
): readonly AddresseeView[] => [
  ...addressees.map((member) => ({ member, name: nameOf(member), circulatedAt, supplementary: false })),
  ...supplements.flatMap((supplement) =>
    supplement.addressees.map((member) => ({
      member,
      name: nameOf(member),
      circulatedAt: supplement.circulatedAt,
      supplementary: true,
    })),
  ),
];

const toView = (row: CirculationRow, viewer: Viewer, nameOf: (member: string) => Bilingual): CirculationView => {
  const circulated = JSON.parse(row.data) as Data<'AgendaCirculated'>;
  const extensions = JSON.parse(row.extensions) as readonly Extension[];
  const { version, contentHash, final, languages, circulatedAt, registered } = circulated;
  const addressees = addresseesOf(circulated, JSON.parse(row.supplements) as readonly Supplement[], nameOf);
  return {
    circulationId: row.circulation_id,
    version,
    contentHash,
    final,
    languages,
    circulatedAt,
    commentsUntil: extensions.at(-1)?.commentsUntil ?? circulated.commentsUntil,
    extensions: extensions.map(({ commentsUntil, reason }) => ({ commentsUntil, reason })),
    addresseeCount: addressees.length,
    addressees,
    participantCount: registered.length,
    participants: viewer.kind === 'internal' ? registered : null,
  };
};

/** Circulations of an agenda, oldest first, each with its frozen list; nothing for the public. */
export const circulations = (db: ReadDatabase, agendaId: string, viewer: Viewer): readonly CirculationView[] => {
  if (viewer.kind === 'public') return [];
  const names = memberNames(db);
  const nameOf = (member: string): Bilingual => names[member] ?? { en: member, fr: member };
  return db
    .all<CirculationRow>('SELECT * FROM agenda_circulation WHERE agenda_id = ? ORDER BY place', agendaId)
    .map((row) => toView(row, viewer, nameOf));
};

/** Final versions of which participants were told when they were circulated, oldest first (row C18). */
export const finalCirculations = (
  db: ReadDatabase,
  agendaIds: readonly string[],
): readonly {
  readonly agendaId: string;
  readonly version: number;
  readonly circulatedAt: string;
  readonly registered: readonly AccreditationId[];
}[] =>
  db
    .all<{ agenda_id: string; data: string }>(
      "SELECT agenda_id, data FROM agenda_circulation WHERE agenda_id IN (SELECT value FROM json_each(?)) AND data ->> '$.final' ORDER BY place",
      JSON.stringify(agendaIds),
    )
    .map((row) => {
      const { version, circulatedAt, registered } = JSON.parse(row.data) as Data<'AgendaCirculated'>;
      return { agendaId: row.agenda_id, version, circulatedAt, registered };
    });
