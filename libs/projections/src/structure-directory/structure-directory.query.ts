import type { StructureCountStatement, StructureRegistration } from '../../../domain/src/index.ts';
import type { StructureCountView, StructureDirectory, StructureView } from '../register.views.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

interface StructureRow {
  readonly established_on: string | null;
  readonly closed_on: string | null;
  readonly contact: string | null;
  readonly revision: number;
  readonly data: string;
  readonly host: string | null;
  readonly host_city: string | null;
}

const select = `
  WITH asked (day) AS (SELECT ?)
  SELECT s.established_on, s.closed_on, s.contact, s.revision, s.data, h.host, h.host_city FROM asked, structure s
  JOIN structure_host h ON h.structure_id = s.structure_id
   AND h.from_day = (SELECT max(from_day) FROM structure_host WHERE structure_id = s.structure_id AND from_day <= asked.day)
  WHERE (s.established_on IS NULL OR s.established_on <= asked.day) AND (s.closed_on IS NULL OR s.closed_on > asked.day)`;

const toView = (row: StructureRow): StructureView => {
  const { structureId, kind, region, name, since, confidence, source } = JSON.parse(row.data) as StructureRegistration;
  return {
    structureId,
    kind,
    region,
    name,
    hostCity: row.host_city,
    host: row.host,
    establishedOn: row.established_on,
    closedOn: row.closed_on,
    since,
    confidence,
    source,
    contactPersonId: row.contact,
    revision: String(row.revision),
  };
};

const toCount =
  (structures: readonly StructureView[]) =>
  ({ kind, name, statement, source, count }: StructureCountStatement): StructureCountView => {
    const listed = structures.filter((structure) => structure.kind === kind).length;
    return { kind, name, statement, source, stated: count, listed, differs: count !== null && count !== listed };
  };

/** Regional structures in force on a date, with the hosts they had then, and the stated counts beside what is listed. */
export const structureDirectory = (db: ReadDatabase, day: string): StructureDirectory => {
  const structures = db.all<StructureRow>(`${select} ORDER BY s.kind, s.structure_id`, day).map(toView);
  const counts = db
    .all<{ data: string }>('SELECT data FROM structure_count ORDER BY kind')
    .map(({ data }) => JSON.parse(data) as StructureCountStatement);
  return { inForceAt: day, structures, counts: counts.map(toCount(structures)) };
};
