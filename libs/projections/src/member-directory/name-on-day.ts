/**
 * SQL: a value of a Member as it was on a day (BR-26); null for nobody registered.
 *
 * @param code, day  SQL expressions; of an instant the first ten characters are taken as its day
 */
export const memberOnDay = (column: 'name_en' | 'name_fr' | 'region', code: string, day: string): string =>
  `(SELECT v.${column} FROM ${column === 'region' ? 'member_region' : 'member_name'} v
     WHERE v.code = ${code} AND v.from_day <= substr(${day}, 1, 10) ORDER BY v.from_day DESC LIMIT 1)`;
