import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP asks for it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Two at once fill a small machine; whoever waits behind sixteen others is told to come back. */
const atOnce = 2;
const waitingAtMost = 16;

let running = 0;
const waiting: (() => void)[] = [];

/** Too many passwords are being looked at; nothing was looked at. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
}

const takeTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new PasswordsBusy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** What is typed on one keyboard and on another is one password. */
const written = (password: string): string => password.normalize('NFKC');

/** Argon2id of a password in the PHC form, with a salt of its own. @throws PasswordsBusy */
export const hashPassword = (password: string): Promise<string> => takeTurn(() => hash(written(password), cost));

let decoy: Promise<string> | null = null;

/**
 * Whether this is the password of a hash. Without a hash it takes as long and says no, so that nobody learns who has an account.
 *
 * @throws PasswordsBusy
 */
export const isPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  decoy ??= hash('nobody has this password', cost);
  const against = passwordHash ?? (await decoy);
  const isSame = await takeTurn(() => verify(against, written(password)));
  return isSame && passwordHash !== null;
};
