import { buffer } from 'node:stream/consumers';
import {
  listTables,
  outFormats,
  queries,
  toCsv,
  toIcs,
  toXlsx,
  viewerOf,
  type CopiedFile,
  type DocumentWish,
  type Environment,
  type StaticCopy,
  type TableFilter,
} from '../../../libs/application/src/index.ts';
import { CannotStart } from '../../standalone/data-dir.ts';

/** A file of a copy with its bytes. */
export interface FileToCopy extends CopiedFile {
  readonly bytes: Buffer;
}

type Words = CopiedFile['title'];
type Viewer = ReturnType<typeof viewerOf>;

const languages = ['en', 'fr'] as const;

const both = (en: string, fr: string): Words => ({ en, fr });

const fileOf = (file: Omit<FileToCopy, 'sizeBytes'>): FileToCopy => ({ ...file, sizeBytes: file.bytes.byteLength });

/** Every document that can be made, whether or not this reader gets it. */
const wishesOf = async (env: Environment, viewer: Viewer, conferenceId: string): Promise<readonly (readonly [DocumentWish, Words])[]> => {
  const own = (await queries.agendas.run(env, {}, viewer)).filter(
    ({ meeting }) => meeting.kind === 'conference' && meeting.id === conferenceId,
  );
  const wishes: (readonly [DocumentWish, Words])[] = [];
  for (const { agendaId } of own) {
    const numbers = (await queries.agendaVersions.run(env, { agendaId }, viewer)).map(({ version }) => version).sort((a, b) => a - b);
    numbers.forEach((version, at) => {
      const [en, fr] = [`${agendaId}, version ${version}`, `${agendaId}, version ${version}`];
      wishes.push([{ kind: 'agenda', agendaId, version }, both(`Agenda ${en}`, `Ordre du jour ${fr}`)]);
      wishes.push([{ kind: 'annotated', agendaId, version }, both(`Annotated agenda ${en}`, `Ordre du jour annoté ${fr}`)]);
      wishes.push([{ kind: 'circulation', agendaId, version }, both(`Circulation note ${en}`, `Note de diffusion ${fr}`)]);
      const from = numbers[at - 1];
      if (from !== undefined)
        wishes.push([
          { kind: 'difference', agendaId, from, to: version },
          both(`Changes since version ${from}, ${en}`, `Modifications depuis la version ${from}, ${fr}`),
        ]);
    });
    wishes.push([{ kind: 'outcomes', agendaId }, both(`Outcome record ${agendaId}`, `Relevé des conclusions ${agendaId}`)]);
  }
  wishes.push([{ kind: 'compendium' }, both('Compendium of practices', 'Recueil de pratiques')]);
  wishes.push([{ kind: 'coverage', callId: null }, both('Coverage', 'Couverture')]);
  for (const { guidanceId } of await queries.guidanceRegister.run(env, {}, viewer))
    wishes.push([{ kind: 'synthesis', guidanceId }, both(`Synthesis ${guidanceId}`, `Synthèse ${guidanceId}`)]);
  return wishes;
};

const documentFiles = async (
  env: Environment,
  viewer: Viewer,
  conferenceId: string,
  tell: (line: string) => void,
): Promise<readonly FileToCopy[]> => {
  const files: FileToCopy[] = [];
  for (const [wish, title] of await wishesOf(env, viewer, conferenceId)) {
    for (const language of languages)
      for (const format of outFormats) {
        const made = await queries.documentOut.run(env, { wish, language, format }, viewer);
        if (made === null) continue;
        if ('code' in made)
          throw new CannotStart(`Refused: ${made.code}. Start the service once and let it seal what is recorded.`, { exitCode: 75 });
        files.push(fileOf({ path: `documents/${made.name}`, group: 'documents', title, language, bytes: Buffer.from(made.bytes) }));
      }
    if (files.at(-1)?.title === title) tell(`${files.length} documents, the last: ${title.en}`);
  }
  return files;
};

const tableFilters = async (env: Environment, viewer: Viewer, list: string): Promise<readonly TableFilter[]> =>
  list === 'agenda' ? (await queries.agendas.run(env, {}, viewer)).map(({ agendaId }) => ({ agendaId })) : [{}];

const tableFiles = async (env: Environment, viewer: Viewer): Promise<readonly FileToCopy[]> => {
  const files: FileToCopy[] = [];
  for (const [list, { title }] of Object.entries(listTables))
    for (const filter of await tableFilters(env, viewer, list))
      for (const language of languages) {
        const make = () => queries.tableOut.run(env, { list, filter, language }, viewer);
        const [csv, xlsx] = [await make(), await make()];
        if (csv === null || xlsx === null) continue;
        const name = [list, ...(filter['agendaId'] === undefined ? [] : [filter['agendaId']]), language]
          .join('-')
          .replace(/[^A-Za-z0-9.-]+/g, '_');
        const named =
          filter['agendaId'] === undefined ? title : both(`${title.en} ${filter['agendaId']}`, `${title.fr} ${filter['agendaId']}`);
        const add = (ending: string, bytes: Buffer): number =>
          files.push(fileOf({ path: `tables/${name}.${ending}`, group: 'tables', title: named, language, bytes }));
        add('csv', await buffer(toCsv(csv)));
        add('xlsx', await buffer(toXlsx(xlsx)));
      }
  return files;
};

const calendarFiles = async (env: Environment, viewer: Viewer): Promise<readonly FileToCopy[]> => {
  const files: FileToCopy[] = [];
  for (const language of languages) {
    const made = await queries.calendarOut.run(env, { scope: 'public', language, person: null }, viewer);
    if (made === null) continue;
    const title = both('Meetings, programmes and deadlines', 'Réunions, programmes et échéances');
    files.push(
      fileOf({ path: `calendars/public-${language}.ics`, group: 'calendars', title, language, bytes: Buffer.from(toIcs(made), 'utf8') }),
    );
  }
  return files;
};

const receivedFiles = async (env: Environment, viewer: Viewer): Promise<readonly FileToCopy[]> => {
  const files: FileToCopy[] = [];
  for (const { documentId, symbol } of await queries.documents.run(env, {}, viewer)) {
    const source = await queries.documentSource.run(env, { documentId }, viewer);
    if (source === null) continue;
    const ending = source.name.slice(source.name.lastIndexOf('.'));
    const name = `${(symbol ?? 'document').replace(/[^A-Za-z0-9.-]+/g, '_')}-${documentId}${ending}`;
    const title = both(symbol ?? documentId, symbol ?? documentId);
    files.push(fileOf({ path: `received/${name}`, group: 'received', title, language: null, bytes: await buffer(source.bytes) }));
  }
  return files;
};

/** Everything that lies beside the pages of a copy, each file once and as its reader may have it. */
export const copiedFiles = async (
  env: Environment,
  { reader }: Pick<StaticCopy, 'reader'>,
  conferenceId: string,
  tell: (line: string) => void,
): Promise<readonly FileToCopy[]> => {
  const viewer = viewerOf(reader);
  return [
    ...(await documentFiles(env, viewer, conferenceId, tell)),
    ...(await tableFiles(env, viewer)),
    ...(await calendarFiles(env, viewer)),
    ...(await receivedFiles(env, viewer)),
  ];
};
