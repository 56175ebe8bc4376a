import type { PersonDetails } from '../../../domain/src/index.ts';
import type { ReadDatabase } from '../storage/read-database.ts';

export interface PersonView extends PersonDetails {
  readonly personId: string;
  /** Accreditations the person holds; their terms stand in the register of accreditations. */
  readonly accreditationIds: readonly string[];
  readonly revision: string;
}

interface PersonRow {
  readonly person_id: string;
  readonly details: string;
  readonly revision: number;
  readonly held: string | null;
}

const select = `
  SELECT p.*, (SELECT group_concat(accreditation_id, char(10)) FROM person_accreditation a WHERE a.person_id = p.person_id) AS held FROM person p`;

const toView = ({ person_id, details, revision, held }: PersonRow): PersonView => ({
  personId: person_id,
  ...(JSON.parse(details) as PersonDetails),
  accreditationIds: held?.split('\n').sort() ?? [],
  revision: String(revision),
});

/** Everybody in the directory, by name. @param directory  the directory's own file */
export const persons = (directory: ReadDatabase): readonly PersonView[] =>
  directory
    .all<PersonRow>(`${select} ORDER BY p.person_id`)
    .map(toView)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** One person, or null. */
export const person = (directory: ReadDatabase, personId: string): PersonView | null => {
  const row = directory.get<PersonRow>(`${select} WHERE p.person_id = ?`, personId);
  return row === undefined ? null : toView(row);
};

/** Ids of the persons who have an address for mail, whatever its case. */
export const personsAt = (directory: ReadDatabase, email: string): readonly string[] =>
  directory
    .all<{ person_id: string }>(
      "SELECT person_id FROM person WHERE lower(json_extract(details, '$.email')) = lower(?) ORDER BY person_id",
      email,
    )
    .map(({ person_id }) => person_id);

/** Who holds which accreditation, by accreditation: to be joined when something is shown, and copied nowhere. */
export const holders = (directory: ReadDatabase): Readonly<Record<string, { readonly personId: string; readonly name: string }>> =>
  Object.fromEntries(
    directory
      .all<{ accreditation_id: string; person_id: string; details: string }>(
        'SELECT a.accreditation_id, p.person_id, p.details FROM person_accreditation a JOIN person p ON p.person_id = a.person_id',
      )
      .map(({ accreditation_id, person_id, details }) => [
        accreditation_id,
        { personId: person_id, name: (JSON.parse(details) as PersonDetails).name },
      ]),
  );

/** Address for mail of whoever holds an accreditation: to be read when something is sent, and copied nowhere; null when none is known. */
export const mailAddressOf = (directory: ReadDatabase, accreditationId: string): string | null =>
  directory.get<{ email: string | null }>(
    `SELECT json_extract(p.details, '$.email') AS email
     FROM person_accreditation a JOIN person p ON p.person_id = a.person_id WHERE a.accreditation_id = ?`,
    accreditationId,
  )?.email ?? null;
