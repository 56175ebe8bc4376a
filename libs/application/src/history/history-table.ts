import type { OutLanguage, Table, TableCell, TableColumn } from '../../../documents/src/index.ts';
import type { FieldChange } from './field-changes.ts';
import type { ObjectStep } from './entry.ts';
import type { ObjectName } from './known-events.ts';

const column = (key: string, type: TableColumn['type'], en: string, fr: string): TableColumn => ({ key, type, title: { en, fr } });

const columns: readonly TableColumn[] = [
  column('size', 'number', 'Ledger size', 'Taille du registre'),
  column('recordedAt', 'instant', 'Recorded at', 'Enregistré le'),
  column('inForceFrom', 'text', 'In force from', 'En vigueur depuis'),
  column('type', 'text', 'Step', 'Étape'),
  column('role', 'text', 'Role', 'Rôle'),
  column('actor', 'text', 'Accreditation', 'Accréditation'),
  column('actingFor', 'text', 'Acting for', 'Agissant pour'),
  column('reason', 'text', 'Reason', 'Motif'),
  column('reasonText', 'text', 'Text of the reason', 'Texte du motif'),
  column('procedure', 'text', 'Procedure', 'Procédure'),
  column('policy', 'text', 'Hash of the procedure', 'Empreinte de la procédure'),
  column('field', 'text', 'Field', 'Champ'),
  column('before', 'text', 'Before', 'Avant'),
  column('after', 'text', 'After', 'Après'),
];

/** A value of a field as one cell: a text as it is, anything else as JSON; nothing where there was nothing. */
const cellOf = (value: FieldChange['before']): TableCell => {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const reasonCells = ({ reason }: ObjectStep, language: OutLanguage): readonly TableCell[] => {
  if (reason === null) return [null, null];
  const { en = null, fr = null } = reason.text;
  return [reason.title[language], language === 'fr' ? (fr ?? en) : (en ?? fr)];
};

const procedureCells = ({ procedure: { name, version, policy } }: ObjectStep): readonly TableCell[] => [
  name === null ? null : `${name} ${version ?? ''}`.trim(),
  policy,
];

const stepCells = (step: ObjectStep, language: OutLanguage): readonly TableCell[] => {
  const { size, recordedAt, inForceFrom, type, role, actor = null, actingFor } = step;
  return [size, recordedAt, inForceFrom, type, role, actor, actingFor, ...reasonCells(step, language), ...procedureCells(step)];
};

async function* rowsOf(steps: AsyncIterable<ObjectStep>, language: OutLanguage): AsyncGenerator<readonly TableCell[]> {
  for await (const step of steps) {
    const head = stepCells(step, language);
    // A step that changed nothing of the object was taken all the same.
    if (step.changes.length === 0) yield [...head, null, null, null];
    for (const { path, before, after } of step.changes) yield [...head, path, cellOf(before), cellOf(after)];
  }
}

/** A history as a table: one row for each field that a step changed. */
export const historyTable = ({ object, id }: ObjectName, steps: AsyncIterable<ObjectStep>, language: OutLanguage): Table => ({
  name: `history-${object}-${id}`,
  language,
  columns,
  rows: rowsOf(steps, language),
});
