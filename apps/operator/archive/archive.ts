import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Environment } from '../../../libs/application/src/index.ts';
import type { Checkpoint } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { exportBundle } from '../bundle/export-bundle.ts';
import { storeIn } from '../maintain.ts';
import { withRecord } from '../open-record.ts';
import { collectConference, type ArchivedConference } from './collect.ts';
import { ArchiveFolder } from './folder.ts';
import { sealedWhole } from './sealed-whole.ts';
import { attachmentBytes, attachmentPath, documentBytes, documentPath, keptEditions } from './files.ts';
import { archiveRecords, fields } from './metadata.ts';
import { archivePages } from './pages.ts';

const addMetadata = (folder: ArchiveFolder, archived: ArchivedConference, { size, origin }: Checkpoint): void => {
  const { conference, attachments, agendas, standing, ...rest } = archived;
  folder.addJson('metadata/archive.json', {
    form: 'rapporteur-archive/1',
    conferenceId: conference.conferenceId,
    origin,
    size,
    ...standing,
  });
  folder.addJson('metadata/fields.json', fields);
  folder.addJson('metadata/records.json', archiveRecords(archived));
  Object.entries({ conference, agendas, attachments, ...rest }).forEach(([name, value]) => {
    folder.addJson(`metadata/${name}.json`, value);
  });
};

const addFiles = async (folder: ArchiveFolder, env: Environment, { documents, attachments }: ArchivedConference): Promise<void> => {
  for (const document of documents) folder.add(documentPath(document), await documentBytes(env, document));
  for (const edition of keptEditions(attachments)) folder.add(attachmentPath(edition), await attachmentBytes(env, edition));
};

const fill = async (dataDir: string, env: Environment, partial: string, conferenceId: string): Promise<string> => {
  const archived = await collectConference(env, conferenceId);
  const checkpoint = await sealedWhole(dataDir, env);
  const folder = new ArchiveFolder(partial);
  addMetadata(folder, archived, checkpoint);
  await addFiles(folder, env, archived);
  for (const [path, bytes] of archivePages({ archived, size: checkpoint.size, origin: checkpoint.origin })) folder.add(path, bytes);
  return `${archived.documents.length} documents, ${archived.contributions.length} contributions, ${keptEditions(archived.attachments).length} files`;
};

/**
 * Writes everything on record about a conference that is over into a folder: documents, files, metadata, evidence, and pages that open
 * from disk. The same record gives the same bytes. Whole or not at all.
 *
 * @throws CannotStart: exit codes 65 the conference is not closed, 66 there is none, 73 the folder exists, 75 not everything is sealed
 */
export const archiveConference = async (
  dataDir: string,
  { conferenceId, out }: { readonly conferenceId: string; readonly out: string },
  tell: (line: string) => void,
): Promise<string> => {
  storeIn(dataDir);
  const target = resolve(out);
  if (existsSync(target)) throw new CannotStart(`${target} exists already; an archive never replaces a folder.`, { exitCode: 73 });
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const held = await withRecord(dataDir, (env) => fill(dataDir, env, partial, conferenceId));
  tell(held);
  mkdirSync(join(partial, 'evidence'), { recursive: true });
  await exportBundle(dataDir, { cut: 'auditor', member: null, path: join(partial, 'evidence', 'bundle.zip') }, tell);
  const files = new ArchiveFolder(partial).seal();
  renameSync(partial, target);
  return `${target}: ${held}, with evidence, in ${files} files.`;
};
