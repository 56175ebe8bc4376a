import type { Bilingual, GroupingRegistration, GuidanceScope, Instant } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';
import type { AddresseeRow, AddresseeStanding, GuidanceGrid, Viewer } from '../views.ts';
import { hasAnswered } from './guidance-register.query.ts';

interface MemberRow {
  readonly member: string;
  readonly name_en: string | null;
  readonly name_fr: string | null;
  readonly region: string | null;
  readonly nil_at: string | null;
  readonly confirmed_at: string | null;
  readonly answered: number;
}

interface ResponseRow {
  readonly member: string;
  readonly contribution_id: string;
  readonly reference: string;
  readonly linked_at: string;
}

const standingOf = ({ answered, nil_at }: MemberRow): AddresseeStanding => {
  if (answered === 1) return 'answered';
  return nil_at === null ? 'waiting' : 'nil_return';
};

const toAddressee = (row: MemberRow, responses: readonly ResponseRow[]): AddresseeRow => ({
  member: row.member,
  name: { en: row.name_en ?? row.member, fr: row.name_fr ?? row.member },
  region: row.region ?? '',
  standing: standingOf(row),
  contributions: responses
    .filter(({ member }) => member === row.member)
    .map(({ contribution_id, reference, linked_at }) => ({ contributionId: contribution_id, reference, linkedAt: linked_at as Instant })),
  nilReturnAt: row.nil_at as Instant | null,
  closureConfirmedAt: row.confirmed_at as Instant | null,
});

const byRegion = (db: ReadDatabase, rows: readonly AddresseeRow[]): GuidanceGrid['byRegion'] => {
  const nameOf = (code: string): Bilingual => {
    const grouping = db.get<{ data: string }>("SELECT data FROM grouping WHERE kind = 'region' AND code = ?", code);
    return grouping === undefined ? { en: code, fr: code } : (JSON.parse(grouping.data) as GroupingRegistration).shortName;
  };
  return [...new Set(rows.map(({ region }) => region))].sort().map((region) => {
    const own = rows.filter((row) => row.region === region);
    const count = (standing: AddresseeStanding): number => own.filter((row) => row.standing === standing).length;
    return {
      region,
      name: nameOf(region),
      addressees: own.length,
      answered: count('answered'),
      nil_return: count('nil_return'),
      waiting: count('waiting'),
    };
  });
};

const seenBy = (rows: readonly AddresseeRow[], viewer: Viewer): readonly AddresseeRow[] => {
  if (viewer.kind === 'internal') return rows;
  return viewer.kind === 'member' ? rows.filter(({ member }) => member === viewer.member) : [];
};

/** Who was asked, by region, and who has answered; null when there is no such request. Counts are public, names are not. */
export const guidanceGrid = (db: ReadDatabase, guidanceId: string, viewer: Viewer): GuidanceGrid | null => {
  const request = db.get<{ scope: string | null }>('SELECT scope FROM guidance WHERE guidance_id = ?', guidanceId);
  if (request === undefined) return null;
  const responses = db.all<ResponseRow>(
    'SELECT member, contribution_id, reference, linked_at FROM guidance_response WHERE guidance_id = ? ORDER BY linked_at, contribution_id',
    guidanceId,
  );
  const rows = db
    .all<MemberRow>(
      `SELECT gm.member, m.name_en, m.name_fr, m.region, gm.nil_at, gm.confirmed_at, ${hasAnswered} AS answered
       FROM guidance_member gm LEFT JOIN member m ON m.code = gm.member
       WHERE gm.guidance_id = ? AND gm.addressed = 1 ORDER BY m.region, gm.member`,
      guidanceId,
    )
    .map((row) => toAddressee(row, responses));
  const scope = request.scope === null ? null : (JSON.parse(request.scope) as { readonly scope: GuidanceScope }).scope;
  return { guidanceId, scope, byRegion: byRegion(db, rows), members: seenBy(rows, viewer) };
};
