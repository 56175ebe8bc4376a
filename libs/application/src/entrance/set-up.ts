import { randomUUID } from 'node:crypto';
import type { Language, Rejection } from '../../../domain/src/index.ts';
import { checkPassword, linkHash } from '../../../identity/src/index.ts';
import { accountCommands } from '../commands/account/index.ts';
import { grantAccreditation } from '../commands/grant-accreditation.command.ts';
import { linkPersonAccreditation } from '../commands/link-person-accreditation.command.ts';
import { registerPerson } from '../commands/register-person.command.ts';
import type { Caller, CommandContext, CommandOutcome, Environment } from '../contract.ts';
import { useAccountLink } from './sign-in.ts';

/** Whether somebody has ever set a password: from then on accounts are made by people. */
export const hasAccounts = async ({ store }: Pick<Environment, 'store'>): Promise<boolean> => {
  const [first] = await Array.fromAsync(store.readAll({ filter: { types: ['AccountPasswordSet'] }, maxCount: 1 }));
  return first !== undefined;
};

/** Who sets a deployment up, as typed. */
export interface FirstHolder {
  readonly link: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** Whether the link is the one that this start printed, and nobody has used it. */
export const isSetUpLink = async (env: Environment, link: string): Promise<boolean> =>
  env.entrance?.setUp?.linkSha256 === linkHash(link) && !(await hasAccounts(env));

class Stopped extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.code);
    this.rejection = rejection;
  }
}

const answered = (outcome: CommandOutcome): { readonly id: string; readonly token?: string } => {
  if (outcome.kind === 'refused') throw new Stopped(outcome.rejection);
  if (outcome.kind === 'wouldRecord') throw new Error('the set-up is never tried only');
  return outcome.answer;
};

const makeFirst = async (env: Environment, caller: Caller, { name, email, password, language }: FirstHolder): Promise<Rejection | null> => {
  const context = (): CommandContext => ({
    caller,
    idempotencyKey: randomUUID(),
    dryRun: false,
    ifMatch: null,
    correlationId: randomUUID(),
  });
  const details = { name, email, language, title: null, organisation: null, telephone: null };
  const { id: personId } = answered(await registerPerson.run(env, { details }, context()));
  const grant = { role: 'operator', member: null, validFrom: null, validUntil: null, language } as const;
  const { id } = answered(await grantAccreditation.run(env, grant, context()));
  const accreditationId = id as Caller['accreditationId'];
  answered(await linkPersonAccreditation.run(env, { personId, accreditationId }, context()));
  const { token = '' } = answered(await accountCommands.inviteAccount.run(env, { personId }, context()));
  return useAccountLink(env, token, password);
};

/** Makes the first account with the link that was printed at the start: its holder is an operator. @returns why not, or null */
export const setUpFirstAccount = async (env: Environment, first: FirstHolder): Promise<Rejection | null> => {
  const setUp = env.entrance?.setUp ?? null;
  if (setUp === null || !(await isSetUpLink(env, first.link))) return { code: 'account.link_not_valid' };
  const weak = await checkPassword(first.password, [first.name, first.email]);
  if (weak !== null) return weak;
  try {
    return await makeFirst(env, setUp.caller, first);
  } catch (error) {
    if (error instanceof Stopped) return error.rejection;
    throw error;
  }
};
