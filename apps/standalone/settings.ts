import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { OpenIdSettings } from '../../libs/identity/src/index.ts';
import { isServerUrl } from './open-store.ts';
import type { SmtpParts } from '../../libs/channels/src/adapters/smtp/index.ts';
import { readMailServer } from './channel-settings.ts';
import { readProvider } from './provider-setting.ts';

/** What one deployment is told from outside. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Address of the KurrentDB server or cluster that holds the record; without it the record is a file in the data folder. */
  readonly eventStore?: string;
  /** Address of the Redis that several processes share for sessions and limits; without it one process keeps them itself. */
  readonly redisUrl?: string;
  /** File with the 32 secret bytes that all processes of a deployment seal second factors with; made in the data folder unless told. */
  readonly entranceKey?: string;
  readonly logLevel: LogLevel;
  readonly clock: ClockSetting;
  /** Host name in the ledger's origin, chosen when the ledger is opened and never again. */
  readonly ledgerDomain: string;
  /** File that names the witnesses who cosign the ledger, and their quorum (c2sp.org/tlog-policy); none unless told. */
  readonly witnessPolicy?: string;
  /** How browsers reach the service, `https://ptc.example.org`; without it people sign in on the machine itself only. */
  readonly publicOrigin?: string;
  /** Provider of OpenID Connect through which people sign in besides their passwords; none unless told. */
  readonly signInProvider?: OpenIdSettings;
  /** Addresses of proxies that are believed when they say for whom they ask. */
  readonly trustedProxies?: readonly string[];
  /** The mail server by which letters go out; without it none do, and none are sent later. */
  readonly mailServer?: SmtpParts;
  /** How long a file of read models stays after another has taken its place; 600 unless told. */
  readonly readModelGraceSeconds?: number;
}

/** `opening`: the virtual clock at the opening situation of the 207th/208th Sessions; `real`: an empty body for production. */
export type ClockSetting = { readonly mode: 'opening' } | { readonly mode: 'real' } | { readonly mode: 'virtual'; readonly start: string };

export type LogLevel = (typeof logLevels)[number];

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

type Reading<T> = { readonly value: T } | { readonly wrong: string };

const readPort = (raw: string | undefined): Reading<number> => {
  if (raw === undefined) return { value: 3000 };
  const port = /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN;
  return port >= 0 && port <= 65_535 ? { value: port } : { wrong: `PORT must be a whole number from 0 to 65535, found "${raw}"` };
};

const hostName = /^(?=.{1,253}$)[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/;

const readHost = (raw: string | undefined): Reading<string> => {
  const host = raw ?? '127.0.0.1';
  const numeric = /^[\d.]+$/.test(host);
  return isIP(host) > 0 || (!numeric && hostName.test(host))
    ? { value: host }
    : { wrong: `HOST must be an address or a host name, found "${host}"` };
};

const readDataDir = (raw: string | undefined): Reading<string> => {
  if (raw === '' || raw?.includes('\0') === true) return { wrong: 'DATA_DIR must name a folder, found nothing' };
  return { value: resolve(raw ?? 'data') };
};

const isLogLevel = (raw: string): raw is LogLevel => logLevels.some((level) => level === raw);

const readLogLevel = (raw = 'info'): Reading<LogLevel> =>
  isLogLevel(raw) ? { value: raw } : { wrong: `LOG_LEVEL must be one of ${logLevels.join(', ')}, found "${raw}"` };

const readClock = (raw: string | undefined): Reading<ClockSetting> => {
  if (raw === undefined) return { value: { mode: 'opening' } };
  if (raw === 'real') return { value: { mode: 'real' } };
  const start = /^virtual:(.+)$/.exec(raw)?.[1];
  const millis = start !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(start) ? Date.parse(start) : Number.NaN;
  if (!Number.isNaN(millis)) return { value: { mode: 'virtual', start: new Date(millis).toISOString() } };
  return { wrong: `CLOCK must be "real" or "virtual:<RFC 3339 instant>", found "${raw}"` };
};

const readLedgerDomain = (raw = 'rapporteur.localhost'): Reading<string> =>
  hostName.test(raw) ? { value: raw.toLowerCase() } : { wrong: `LEDGER_DOMAIN must be a host name, found "${raw}"` };

const readGrace = (raw = '600'): Reading<number> =>
  /^\d{1,6}$/.test(raw)
    ? { value: Number(raw) }
    : { wrong: `READ_MODEL_GRACE must be a whole number of seconds up to 999999, found "${raw}"` };

const readOrigin = (raw: string | undefined): Reading<string | null> => {
  if (raw === undefined) return { value: null };
  const origin = URL.canParse(raw) ? new URL(raw) : null;
  return origin?.protocol === 'https:' && (origin.origin === raw || `${origin.origin}/` === raw)
    ? { value: origin.origin }
    : { wrong: `PUBLIC_ORIGIN must be https:// and a host, found "${raw}"` };
};

const readProxies = (raw: string | undefined): Reading<readonly string[]> => {
  const proxies = (raw ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return proxies.every((text) => isIP(text) > 0)
    ? { value: proxies }
    : { wrong: `TRUSTED_PROXIES must be addresses with commas between them, found "${raw}"` };
};

const wrongs = (readings: readonly Reading<unknown>[]): readonly string[] =>
  readings.flatMap((reading) => ('wrong' in reading ? [reading.wrong] : []));

const readEventStore = (raw: string | undefined): Reading<string | null> => {
  if (raw === undefined) return { value: null };
  return isServerUrl(raw) ? { value: raw } : { wrong: `EVENT_STORE must be kurrentdb:// and hosts, found "${raw}"` };
};

const readRedis = (raw: string | undefined): Reading<string | null> => {
  if (raw === undefined) return { value: null };
  return /^rediss?:\/\/./.test(raw) && URL.canParse(raw) ? { value: raw } : { wrong: `REDIS_URL must be redis:// or rediss:// and a host` };
};

/** What several processes share: where it is, and the key that all of them have. */
const readShared = (env: Readonly<Record<string, string | undefined>>): Reading<Pick<Settings, 'redisUrl' | 'entranceKey'>> => {
  const redis = readRedis(env['REDIS_URL']);
  if ('wrong' in redis) return redis;
  const entranceKey = env['ENTRANCE_KEY'] === undefined ? {} : { entranceKey: resolve(env['ENTRANCE_KEY']) };
  return { value: { ...(redis.value === null ? {} : { redisUrl: redis.value }), ...entranceKey } };
};

/** What goes out, and how. */
const readChannels = (env: Readonly<Record<string, string | undefined>>): Reading<Pick<Settings, 'mailServer'>> => {
  const mail = readMailServer(env);
  if ('wrong' in mail) return mail;
  return { value: mail.value === null ? {} : { mailServer: mail.value } };
};

type Beside = Pick<Settings, 'redisUrl' | 'entranceKey' | 'mailServer'>;

const readBeside = (env: Readonly<Record<string, string | undefined>>): Reading<Beside> => {
  const [shared, channels] = [readShared(env), readChannels(env)];
  return 'wrong' in shared || 'wrong' in channels
    ? { wrong: wrongs([shared, channels]).join('\n') }
    : { value: { ...shared.value, ...channels.value } };
};

type Around = Beside & Pick<Settings, 'publicOrigin' | 'trustedProxies' | 'eventStore' | 'signInProvider'>;

/** What stands before the service and behind it, as far as it was told. */
const readAround = (env: Readonly<Record<string, string | undefined>>): Reading<Around> => {
  const origin = readOrigin(env['PUBLIC_ORIGIN']);
  const proxies = readProxies(env['TRUSTED_PROXIES']);
  const record = readEventStore(env['EVENT_STORE']);
  const beside = readBeside(env);
  const provider = readProvider(env);
  if (!('value' in origin && 'value' in proxies && 'value' in record && 'value' in beside && 'value' in provider))
    return { wrong: wrongs([origin, proxies, record, beside, provider]).join('\n') };
  const publicOrigin = origin.value === null ? {} : { publicOrigin: origin.value };
  const eventStore = record.value === null ? {} : { eventStore: record.value };
  const signInProvider = provider.value === null ? {} : { signInProvider: provider.value };
  const trustedProxies = proxies.value.length === 0 ? {} : { trustedProxies: proxies.value };
  return { value: { ...beside.value, ...publicOrigin, ...eventStore, ...signInProvider, ...trustedProxies } };
};

/**
 * Reads the settings from environment variables.
 *
 * @returns the settings, or every wrong one as a sentence, so that all are mended in one go
 */
export const readSettings = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly wrong: readonly string[] } => {
  const host = readHost(env['HOST']);
  const port = readPort(env['PORT']);
  const dataDir = readDataDir(env['DATA_DIR']);
  const logLevel = readLogLevel(env['LOG_LEVEL']);
  const clock = readClock(env['CLOCK']);
  const ledgerDomain = readLedgerDomain(env['LEDGER_DOMAIN']);
  const grace = readGrace(env['READ_MODEL_GRACE']);
  const front = readAround(env);
  if (
    'value' in host &&
    'value' in port &&
    'value' in dataDir &&
    'value' in logLevel &&
    'value' in clock &&
    'value' in ledgerDomain &&
    'value' in grace &&
    'value' in front
  ) {
    return {
      settings: {
        host: host.value,
        port: port.value,
        dataDir: dataDir.value,
        logLevel: logLevel.value,
        clock: clock.value,
        ledgerDomain: ledgerDomain.value,
        readModelGraceSeconds: grace.value,
        ...front.value,
        ...(env['WITNESS_POLICY'] === undefined ? {} : { witnessPolicy: resolve(env['WITNESS_POLICY']) }),
      },
    };
  }
  return { wrong: wrongs([host, port, dataDir, logLevel, clock, ledgerDomain, grace, front]) };
};
