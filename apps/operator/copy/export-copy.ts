import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { queries, upcasters, viewerOf, type Caller, type Environment, type StaticCopy } from '../../../libs/application/src/index.ts';
import type { AccreditationId, Instant, MemberCode } from '../../../libs/domain/src/index.ts';
import { checkpointFile, ledgerFolder, packed, type Checkpoint } from '../../../libs/ledger/src/index.ts';
import { openReadModelsOf, shippedProjections, startProjections } from '../../../libs/projections/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';
import { openPages } from '../../standalone/draw-pages.ts';
import { ArchiveFolder } from '../archive/folder.ts';
import { sealedWhole } from '../archive/sealed-whole.ts';
import { exportBundle } from '../bundle/export-bundle.ts';
import { storeIn } from '../maintain.ts';
import { withRecord } from '../open-record.ts';
import { crawl } from './crawl.ts';
import { copiedFiles } from './files.ts';

/** Which copy is wanted. */
export interface CopyWish {
  readonly conferenceId: string;
  readonly out: string;
  readonly cut: StaticCopy['cut'];
  /** Whose, of a Member's; null for the others. */
  readonly member: MemberCode | null;
  /** The folder as one file beside it, too. */
  readonly zip: boolean;
}

type Tell = (line: string) => void;

/** Somebody with the rights of the cut, who gives no command. */
const readerOf = ({ cut, member }: CopyWish): Caller | null => {
  if (cut === 'public') return null;
  const role = cut === 'member' ? 'delegate' : 'officer';
  return { accreditationId: 'copy' as AccreditationId, role, member, grant: 'copy@0', readsOnly: true };
};

/** The read models of the whole record in memory, the moment of its last entry, and the ledger as it is published. */
const withReadModels = async <T>(
  dataDir: string,
  env: Environment,
  checkpoint: Checkpoint,
  work: (env: Environment) => Promise<T>,
): Promise<T> => {
  const read = openReadModelsOf(':memory:', shippedProjections);
  const projections = startProjections({ store: env.store, db: read, projections: shippedProjections, upcasters });
  try {
    await projections.caughtUp;
    if (projections.standing().stopped.length > 0)
      throw new CannotStart('A read model cannot follow this record: run operator rebuild --prove.', { exitCode: 50 });
    const { lastOccurredAt } = await queries.recordStanding.run({ ...env, read }, {}, viewerOf(null));
    const now = lastOccurredAt as Instant;
    const tiles = ledgerFolder(join(dataDir, 'ledger'));
    return await work({
      ...env,
      read,
      projections,
      clock: { now: () => now, advanceTo: () => undefined },
      ledger: { origin: checkpoint.origin, file: tiles, checkpoint: () => tiles(checkpointFile), fault: () => null },
    });
  } finally {
    await projections.stop();
    read.close();
  }
};

/** Where the crawl begins: what leads to everything, and every version of the agendas of the conference. */
const seedsOf = async (env: Environment, reader: Caller | null, conferenceId: string): Promise<readonly string[]> => {
  const viewer = viewerOf(reader);
  const own = (await queries.agendas.run(env, {}, viewer)).filter(
    ({ meeting }) => meeting.kind === 'conference' && meeting.id === conferenceId,
  );
  const paths = ['', '/copy'];
  for (const { agendaId } of own) {
    paths.push(`/agendas/${agendaId}`);
    for (const { version } of await queries.agendaVersions.run(env, { agendaId }, viewer)) paths.push(`/agendas/${agendaId}/v/${version}`);
  }
  return ['/', ...['en', 'fr'].flatMap((language) => paths.map((path) => `/${language}${path}`))];
};

const fill = async (env: Environment, folder: ArchiveFolder, wish: CopyWish, checkpoint: Checkpoint, tell: Tell): Promise<string> => {
  const { conferenceId, cut } = wish;
  const reader = readerOf(wish);
  const found = await queries.conference.run(env, { conferenceId }, viewerOf(reader));
  if (found === null) throw new CannotStart(`Refused: copy.no_such_conference. There is no conference ${conferenceId}.`, { exitCode: 66 });
  const files = await copiedFiles(env, { reader }, conferenceId, tell);
  for (const { path, bytes } of files) folder.add(path, bytes);
  const copy: StaticCopy = {
    cut,
    reader,
    files: files.map(({ bytes: _bytes, ...file }) => file),
    origin: checkpoint.origin,
    size: checkpoint.size,
  };
  const drawn = { ...env, copy };
  const pages = await openPages(drawn);
  try {
    const drawnPages = await crawl(pages, await seedsOf(env, reader, conferenceId), tell);
    for (const [place, bytes] of drawnPages) folder.add(place, bytes);
    return `${[...drawnPages.keys()].filter((place) => place.endsWith('.html')).length} pages, ${files.length} files`;
  } finally {
    await pages.close();
  }
};

const evidenceCuts = { public: 'public', member: 'member', secretariat: 'auditor' } as const;

/** An empty folder may stand where the copy will; anything in it stays. @throws CannotStart 73 */
const refuseFull = (target: string): void => {
  if (!existsSync(target)) return;
  const isFolder = statSync(target).isDirectory();
  if (!isFolder || readdirSync(target).length > 0)
    throw new CannotStart(`${target} is not empty; a copy never replaces what is there.`, { exitCode: 73 });
};

const zipUp = async (target: string): Promise<void> => {
  const files = readdirSync(target, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const entries = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return { name: path.slice(target.length + 1), size: statSync(path).size, open: () => createReadStream(path) };
  });
  const partial = `${target}.zip.partial`;
  await pipeline(packed(entries), createWriteStream(partial));
  renameSync(partial, `${target}.zip`);
};

/**
 * Writes a conference as a folder of pages in both languages that open from a disk, with its documents, tables, calendars and the
 * evidence. The same record gives the same bytes. Whole or not at all.
 *
 * @returns one sentence
 * @throws CannotStart: exit codes 66 there is none, 73 something stands there, 75 not everything is sealed
 */
export const exportCopy = async (dataDir: string, wish: CopyWish, tell: Tell): Promise<string> => {
  storeIn(dataDir);
  const target = resolve(wish.out);
  refuseFull(target);
  if (wish.zip && existsSync(`${target}.zip`)) throw new CannotStart(`${target}.zip is there already.`, { exitCode: 73 });
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const folder = new ArchiveFolder(partial);
  const held = await withRecord(dataDir, async (env) => {
    const checkpoint = await sealedWhole(dataDir, env);
    return withReadModels(dataDir, env, checkpoint, (whole) => fill(whole, folder, wish, checkpoint, tell));
  });
  tell(held);
  mkdirSync(join(partial, 'evidence'), { recursive: true });
  await exportBundle(dataDir, { cut: evidenceCuts[wish.cut], member: wish.member, path: join(partial, 'evidence', 'bundle.zip') }, tell);
  folder.seal();
  if (existsSync(target)) rmdirSync(target);
  renameSync(partial, target);
  if (wish.zip) await zipUp(target);
  return `${target}: ${held}, with evidence${wish.zip ? `; the same in ${target}.zip` : ''}. Open index.html.`;
};
