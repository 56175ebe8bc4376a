import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canonicalJson, type Environment } from '../../../libs/application/src/index.ts';
import { isLedgered } from '../../../libs/event-store/src/index.ts';
import { checkpointFile, formatSums, parseCheckpoint, sha256Hex, type Checkpoint } from '../../../libs/ledger/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { exportBundle } from '../bundle/export-bundle.ts';
import { storeIn } from '../maintain.ts';
import { withRecord } from '../open-record.ts';
import { collectConference, type ArchivedConference } from './collect.ts';
import { attachmentBytes, attachmentPath, documentBytes, documentPath, keptEditions } from './files.ts';
import { archiveRecords, fields } from './metadata.ts';
import { archivePages } from './pages.ts';

/** A folder that is being made. */
class ArchiveFolder {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  add(path: string, bytes: Uint8Array): void {
    const at = join(this.#folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }

  /** JSON in one form, for people to read. */
  addJson(path: string, value: unknown): void {
    this.add(path, Buffer.from(`${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`, 'utf8'));
  }

  /** Writes the sums of every file. @returns how many files there are with it */
  seal(): number {
    const files = readdirSync(this.#folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(this.#folder.length + 1));
    const sums = new Map(names.map((name) => [name, sha256Hex(readFileSync(join(this.#folder, name)))]));
    this.add('SHA256SUMS', formatSums(sums));
    return names.length + 1;
  }
}

/** What is archived is sealed: the pages show what the evidence proves, and nothing else. */
const sealedWhole = async (dataDir: string, { store }: Environment): Promise<Checkpoint> => {
  const path = join(dataDir, 'ledger', checkpointFile);
  const checkpoint = existsSync(path) ? parseCheckpoint(readFileSync(path)) : null;
  let size = 0;
  for await (const { streamId } of store.readAll()) if (isLedgered(streamId)) size += 1;
  if (checkpoint?.size !== size)
    throw new CannotStart('Refused: archive.not_sealed. Start the service once and let it seal what is recorded.', { exitCode: 75 });
  return checkpoint;
};

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
