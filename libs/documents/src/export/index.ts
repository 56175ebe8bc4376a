export type { ColumnType, OutLanguage, Table, TableCell, TableColumn } from './table.ts';
export { csvCellText, toCsv } from './csv.ts';
export { toAtom, type AtomEntry, type AtomFeed } from './atom.ts';
export { toIcs, type Calendar, type CalendarEntry, type CalendarTime } from './ics.ts';
export { toJsonLines } from './json-lines.ts';
export { toXlsx, TooManyRows } from './xlsx.ts';
