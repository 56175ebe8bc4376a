import { readFileSync } from 'node:fs';
import type { SmtpParts } from '../../libs/channels/src/adapters/smtp/index.ts';

type Env = Readonly<Record<string, string | undefined>>;
type Reading<T> = { readonly value: T } | { readonly wrong: string };

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
const address = /^[^\s<>@,;:"\\()[\]]{1,64}@[A-Za-z0-9.-]{1,253}$/;
const named = /^([^<>\r\n"]{1,100}) <([^\s<>]+)>$/;

/** What stands in a file that a variable names, which nobody else reads; null when it names none. */
const fileIn = (env: Env, name: string): Reading<string | null> => {
  const file = env[name];
  if (file === undefined) return { value: null };
  try {
    return { value: readFileSync(file, 'utf8').trim() };
  } catch (error) {
    return { wrong: `${name} cannot be read: ${String(error)}` };
  }
};

type Server = Pick<SmtpParts, 'host' | 'port' | 'security'> & { readonly user: string };

const readServer = (raw: string): Reading<Server> => {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.password !== '')
    return { wrong: 'SMTP_URL must be smtps:// or smtp:// and a host, with a user where one is needed and no password' };
  const isTls = url.protocol === 'smtps:';
  const plain = loopback.test(url.hostname) ? 'none' : 'starttls';
  const port = url.port === '' ? (isTls ? 465 : 587) : Number(url.port);
  return { value: { host: url.hostname, port, security: isTls ? 'tls' : plain, user: decodeURIComponent(url.username) } };
};

const readSender = (raw = ''): Reading<SmtpParts['sender']> => {
  const [, name = '', at = raw] = named.exec(raw) ?? [];
  return address.test(at)
    ? { value: { name, address: at } }
    : { wrong: `SMTP_FROM must be an address, or a name and <an address>, found "${raw}"` };
};

const readBounces = (raw: string | undefined): Reading<Pick<SmtpParts, 'bounceAddress'>> => {
  if (raw === undefined) return { value: {} };
  return address.test(raw) && !raw.includes('+')
    ? { value: { bounceAddress: raw } }
    : { wrong: `SMTP_BOUNCES must be an address without +, found "${raw}"` };
};

const readDkim = (env: Env, from: string): Reading<Pick<SmtpParts, 'dkim'>> => {
  const key = fileIn(env, 'DKIM_KEY_FILE');
  if ('wrong' in key) return key;
  if (key.value === null) return { value: {} };
  const selector = env['DKIM_SELECTOR'] ?? '';
  return /^[a-z0-9][a-z0-9.-]{0,62}$/i.test(selector)
    ? { value: { dkim: { domain: from.slice(from.lastIndexOf('@') + 1), selector, privateKey: key.value } } }
    : { wrong: `DKIM_SELECTOR must name the key that is published for the sender's domain, found "${selector}"` };
};

const readAccount = (env: Env, user: string): Reading<Pick<SmtpParts, 'account'>> => {
  const password = fileIn(env, 'SMTP_PASSWORD_FILE');
  if ('wrong' in password) return password;
  if (user === '' && password.value === null) return { value: {} };
  return user === '' || password.value === null
    ? { wrong: 'SMTP_URL names a user where SMTP_PASSWORD_FILE names a file, and neither without the other' }
    : { value: { account: { user, password: password.value } } };
};

/** The mail server by which letters go out; null when none is set up. */
export const readMailServer = (env: Env): Reading<SmtpParts | null> => {
  if (env['SMTP_URL'] === undefined) return { value: null };
  const server = readServer(env['SMTP_URL']);
  const from = readSender(env['SMTP_FROM']);
  const bounces = readBounces(env['SMTP_BOUNCES']);
  if ('wrong' in server || 'wrong' in from || 'wrong' in bounces)
    return { wrong: [server, from, bounces].flatMap((reading) => ('wrong' in reading ? [reading.wrong] : [])).join('\n') };
  const { user, ...at } = server.value;
  const account = readAccount(env, user);
  const dkim = readDkim(env, from.value.address);
  if ('wrong' in account) return account;
  return 'wrong' in dkim ? dkim : { value: { ...at, sender: from.value, ...bounces.value, ...account.value, ...dkim.value } };
};
