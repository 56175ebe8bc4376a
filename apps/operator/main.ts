import 'reflect-metadata';
import { resolve } from 'node:path';
import { commands } from '../../libs/application/src/index.ts';
import type { Instant, MemberCode } from '../../libs/domain/src/index.ts';
import { EventStoreError } from '../../libs/event-store/src/index.ts';
import { CannotStart } from '../standalone/data-dir.ts';
import { isServerUrl, placeOfRecord } from '../standalone/open-store.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { confirmDocument, importDocument, readDocument, structureOf } from './import-document.ts';
import { runLedger } from './ledger/command.ts';
import { archiveConference } from './archive/archive.ts';
import { carryOutErasures } from './erase/carry-out.ts';
import { carryOutOnCluster } from './erase/on-cluster.ts';
import { restoreErased } from './erase/restore-erased.ts';

import { exportBundle } from './bundle/export-bundle.ts';
import { keptReads } from '../standalone/reads.ts';
import { exportCopy, type CopyWish } from './copy/export-copy.ts';
import { backUpRecord } from './maintain.ts';
import { operatorContext, withRecord } from './open-record.ts';
import { grantOverruns } from './grant-overruns.ts';
import { takeBounce } from './mail-bounce.ts';
import { moveRecord } from './move.ts';
import { runRebuild } from './rebuild-command.ts';
import { makeToken } from './token.ts';

const usage = `Usage:
  operator import FILE --dry-run [--json]          show what the importer reads, record nothing
  operator import FILE [--confirm --session ID]    record it; with --confirm stand for it and issue its requests
  operator token create --role ROLE [--member XX] [--language en|fr] [--label TEXT]
  operator clock next-day | next-deadline | INSTANT
  operator backup FILE                             copy the record, which may be in use, to a new file, and files to FILE.blobs
  operator restore FILE [--erasures LIST]          put a backup with its files into a data folder without a record; what was erased
                                                   since, by the list kept beside the record, is erased again
  operator erase                                   carry out what two persons decided to erase, on a record that nobody serves,
                                                   or on the cluster that EVENT_STORE names
  operator ledger verify [--policy FILE] [--retained FILE]   every event against what was signed of it
  operator ledger fsck [--mend]                    the whole ledger derived anew and held against its files, checkpoint and signer
  operator ledger export --out FOLDER              the ledger as files, entries included, for any verifier of such logs
  operator ledger rotate-key | retire-key          a new key signs beside the former one; the former one signs no more
  operator ledger reopen --reason TEXT [--retained FILE]   after a restore that lost signed entries: go on as another log
  operator archive --conference ID --out FOLDER    everything about a conference that is over: documents, metadata, evidence, pages
  operator conference export --conference ID --out FOLDER [--cut public|member:XX|secretariat] [--zip]
                                                   a conference as pages that open from a disk, with its documents and evidence
  operator bundle export --out FILE [--cut auditor|member|public] [--member XX] [--since CHECKPOINT]
                                                   evidence of everything, of what a Member or anybody may see; and
                                                   that it continues a checkpoint that somebody kept
  operator grant-overruns                          what was recorded under a right that had just ended, or under none
  operator reads                                   what auditors looked at, one line of JSON for each, the oldest first
  operator store move URL                          move the record, which nobody serves, to a KurrentDB server: same events, same root;
                                                   may be interrupted and run again
  operator mail bounce FILE                        put on record that a letter came back, by the mail that says so; - reads it from a pipe
  operator rebuild [--cancel]                      build the read models anew, beside those shown; an interrupted build goes on
  operator rebuild --prove                         build them twice from nothing and compare, table by table
DATA_DIR names the record (default: data); RAPPORTEUR_TOKEN the officer who imports.`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const dataDir = (): string => resolve(process.env['DATA_DIR'] ?? 'data');

const showStructure = async (file: string, { switches }: Arguments): Promise<void> => {
  const parsed = await structureOf(readDocument(file));
  if (switches.has('json')) {
    say(JSON.stringify(parsed, null, 2));
    return;
  }
  const { body, annex } = parsed.parts;
  say(
    `${parsed.document.code?.raw ?? 'no symbol'}: ${body.paragraphs.length} + ${annex?.paragraphs.length ?? 0} paragraphs, ${parsed.guidanceRequests.length} requests, ${parsed.themes.length} themes.`,
  );
  parsed.warnings.forEach(({ code, line, message }) => {
    say(`  ${code}${line === null ? '' : ` (line ${line})`}: ${message}`);
  });
};

const runImport = async (file: string, given: Arguments): Promise<void> => {
  if (given.switches.has('dry-run')) {
    await showStructure(file, given);
    return;
  }
  await withRecord(dataDir(), async (env) => {
    const { documentId, alreadyImported, caller } = await importDocument(env, readDocument(file), process.env['RAPPORTEUR_TOKEN']);
    say(alreadyImported ? `already imported: ${documentId}` : `imported: ${documentId}`);
    if (!given.switches.has('confirm')) {
      if (!alreadyImported) say('Nothing opens before a person confirms: run it again with --confirm --session ID.');
      return;
    }
    const session = given.options['session'];
    if (session === undefined) throw new CannotStart('--confirm needs --session ID.', { exitCode: 64 });
    say(`confirmed, ${await confirmDocument(env, caller, documentId, session)} requests issued`);
  });
};

const runToken = async ({ options }: Arguments): Promise<void> => {
  const { role, member = null, language = 'en', label = 'made by the operator' } = options;
  if (role === undefined) throw new CannotStart('--role is needed.', { exitCode: 64 });
  if (language !== 'en' && language !== 'fr') throw new CannotStart('--language is en or fr.', { exitCode: 64 });
  const made = await withRecord(dataDir(), (env) => makeToken(env, { role, member, language, label }));
  say(JSON.stringify(made));
};

const clockTarget = (to: string): 'next_day' | 'next_deadline' | Instant => {
  if (to === 'next-day') return 'next_day';
  if (to === 'next-deadline') return 'next_deadline';
  const millis = Date.parse(to);
  if (Number.isNaN(millis)) {
    throw new CannotStart('The clock takes next-day, next-deadline or an instant such as 2015-03-31T21:59:00Z.', { exitCode: 64 });
  }
  return new Date(millis).toISOString() as Instant;
};

const runClock = async (to: string): Promise<void> => {
  const target = clockTarget(to);
  await withRecord(dataDir(), async (env) => {
    const outcome = await commands.advanceBusinessClock.run(env, { to: target }, operatorContext());
    if (outcome.kind !== 'done') throw new CannotStart(`Refused: ${outcome.kind === 'refused' ? outcome.rejection.code : outcome.kind}.`);
    say(`It is now ${env.clock.now()}.`);
  });
};

const runBundle = async (word: string, { options }: Arguments): Promise<void> => {
  const { cut = 'auditor', member = null, out, since = null } = options;
  if (word !== 'export' || out === undefined) throw new CannotStart(usage, { exitCode: 64 });
  if (cut !== 'auditor' && cut !== 'member' && cut !== 'public')
    throw new CannotStart('--cut is auditor, member or public.', { exitCode: 64 });
  if ((cut === 'member') !== (member !== null)) throw new CannotStart("--member XX says whose cut it is, of a Member's.", { exitCode: 64 });
  say(await exportBundle(dataDir(), { cut, member, path: resolve(out), since }, say));
};

/** Whose eyes a copy has: everybody's unless told. */
const copyCut = (cut: string): Pick<CopyWish, 'cut' | 'member'> => {
  if (cut === 'public' || cut === 'secretariat') return { cut, member: null };
  const member = /^member:([A-Z]{2})$/.exec(cut)?.[1];
  if (member === undefined) throw new CannotStart('--cut is public, member:XX or secretariat.', { exitCode: 64 });
  return { cut: 'member', member: member as MemberCode };
};

const runCopy = async (word: string, { options, switches }: Arguments): Promise<void> => {
  const { conference, out, cut = 'public' } = options;
  if (word !== 'export' || conference === undefined || out === undefined) throw new CannotStart(usage, { exitCode: 64 });
  say(await exportCopy(dataDir(), { conferenceId: conference, out, ...copyCut(cut), zip: switches.has('zip') }, say));
};

type Work = (argument: string, given: Arguments) => Promise<void>;

/** What takes a word behind it, and what stands alone. */
const withWord: Readonly<Record<string, Work>> = {
  import: runImport,
  token: (word, given) => (word === 'create' ? runToken(given) : Promise.reject(new CannotStart(usage, { exitCode: 64 }))),
  clock: runClock,
  bundle: runBundle,
  conference: runCopy,
  ledger: async (word, given) => {
    (await runLedger(dataDir(), word, given, say)).forEach(say);
  },
  store: async (word, { words }) => {
    const url = words[2];
    if (word !== 'move' || url === undefined) throw new CannotStart(usage, { exitCode: 64 });
    say(await moveRecord(dataDir(), url, say));
  },
  mail: async (word, { words }) => {
    const file = words[2];
    if (word !== 'bounce' || file === undefined) throw new CannotStart(usage, { exitCode: 64 });
    say(await takeBounce(dataDir(), file));
  },
  backup: async (out) => {
    say(await backUpRecord(dataDir(), out, say));
  },
  restore: async (from, { options }) => {
    (await restoreErased(dataDir(), { backup: from, list: options['erasures'] ?? null }, say)).forEach(say);
  },
};
const alone: Readonly<Record<string, (given: Arguments) => Promise<void>>> = {
  'grant-overruns': async () => {
    (await withRecord(dataDir(), ({ store }) => grantOverruns(store))).forEach(say);
  },
  reads: () => {
    keptReads(dataDir()).forEach(say);
    return Promise.resolve();
  },
  archive: async ({ options }) => {
    const { conference, out } = options;
    if (conference === undefined || out === undefined) throw new CannotStart(usage, { exitCode: 64 });
    say(await archiveConference(dataDir(), { conferenceId: conference, out }, say));
  },
  erase: async () => {
    const events = placeOfRecord(dataDir(), process.env['EVENT_STORE']);
    say(await (isServerUrl(events) ? carryOutOnCluster({ dataDir: dataDir(), events }, say) : carryOutErasures(dataDir(), say)));
  },
  rebuild: async ({ switches }) => {
    (await runRebuild(dataDir(), switches)).forEach(say);
  },
};

const dispatch = (given: Arguments): Promise<void> => {
  const [command = '', word] = given.words;
  if (word === undefined && Object.hasOwn(alone, command)) return alone[command]?.(given) ?? Promise.resolve();
  const work = Object.hasOwn(withWord, command) ? withWord[command] : undefined;
  if (work === undefined || word === undefined) throw new CannotStart(usage, { exitCode: 64 });
  return work(word, given);
};

const run = async (argv: readonly string[]): Promise<number> => {
  const given = readArguments(argv, {
    valued: [
      'role',
      'member',
      'language',
      'label',
      'session',
      'policy',
      'retained',
      'cut',
      'out',
      'erasures',
      'conference',
      'reason',
      'since',
    ],
    switches: ['dry-run', 'json', 'confirm', 'help', 'prove', 'cancel', 'mend', 'zip'],
  });
  try {
    if ('wrong' in given) throw new CannotStart(`${given.wrong}\n${usage}`, { exitCode: 64 });
    if (given.switches.has('help')) say(usage);
    else await dispatch(given);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof EventStoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof CannotStart ? error.exitCode : 74;
  }
};

process.exitCode = await run(process.argv.slice(2));
