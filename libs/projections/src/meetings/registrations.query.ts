import type { AccreditationId, Instant, ParticipantPart } from '../../../domain/src/index.ts';
import { finalCirculations } from '../agenda-circulation/agenda-circulation.query.ts';
import { memberNames, members } from '../member-directory/member-directory.query.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { ParticipantView, RegistrationsView, Viewer } from '../views.ts';

interface ParticipantRow {
  readonly person: string;
  readonly member: string | null;
  readonly part: ParticipantPart;
  readonly registered_at: string;
  readonly withdrawn_at: string | null;
}

const parts: readonly ParticipantPart[] = ['delegate', 'observer', 'speaker', 'moderator', 'secretariat'];

const agendasOf = (db: ReadDatabase, conferenceId: string): readonly string[] =>
  db
    .all<{ agenda_id: string }>(
      "SELECT agenda_id FROM agenda WHERE meeting_kind = 'conference' AND meeting_id = ? ORDER BY agenda_id",
      conferenceId,
    )
    .map(({ agenda_id }) => agenda_id);

const toParticipant = (
  row: ParticipantRow,
  names: ReturnType<typeof memberNames>,
  finals: ReturnType<typeof finalCirculations>,
): ParticipantView => {
  const person = row.person as AccreditationId;
  return {
    person,
    member: row.member,
    memberName: row.member === null ? null : (names[row.member] ?? { en: row.member, fr: row.member }),
    part: row.part,
    registeredAt: row.registered_at as Instant,
    withdrawnAt: row.withdrawn_at as Instant | null,
    toldOf: finals
      .filter(({ registered }) => registered.includes(person))
      .map(({ agendaId, version, circulatedAt }) => ({ agendaId, version, circulatedAt: circulatedAt as Instant })),
  };
};

const maySee = ({ member }: ParticipantRow, viewer: Viewer): boolean =>
  viewer.kind === 'internal' || (viewer.kind === 'member' && member === viewer.member);

/** Who takes part in a conference and who would be told of a change (row C18); null for the public. @param today  in Brussels */
export const registrations = (db: ReadDatabase, conferenceId: string, viewer: Viewer, today: string): RegistrationsView | null => {
  if (viewer.kind === 'public') return null;
  if (db.get('SELECT 1 AS found FROM conference WHERE conference_id = ?', conferenceId) === undefined) return null;
  const rows = db.all<ParticipantRow>('SELECT * FROM conference_participant WHERE conference_id = ? ORDER BY place', conferenceId);
  const standing = rows.filter(({ withdrawn_at }) => withdrawn_at === null);
  const names = memberNames(db);
  const finals = finalCirculations(db, agendasOf(db, conferenceId));
  return {
    conferenceId,
    registered: standing.length,
    byPart: parts.map((part) => ({ part, count: standing.filter((row) => row.part === part).length })),
    participants: rows.filter((row) => maySee(row, viewer)).map((row) => toParticipant(row, names, finals)),
    wouldBeTold:
      viewer.kind === 'internal'
        ? {
            members: members(db, today)
              .map(({ code }) => code)
              .sort(),
            participants: standing.map(({ person }) => person as AccreditationId),
          }
        : null,
  };
};
