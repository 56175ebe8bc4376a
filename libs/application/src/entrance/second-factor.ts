import { seal, seedBytes, totpEnrolment, totpStep, unseal } from '../../../identity/src/index.ts';
import type { Environment } from '../contract.ts';

export type CodeRejection =
  | { readonly code: 'entrance.code_wrong' }
  | { readonly code: 'entrance.too_many_attempts'; readonly seconds: number }
  | { readonly code: 'entrance.not_here' };

const purposeOf = (accountId: string): string => `second factor of ${accountId}`;

/** What an authenticator is to take, with the seed sealed for the way back; null where nobody signs in. */
export const proposeSecondFactor = (
  { entrance, random }: Environment,
  accountId: string,
  label: string,
): { readonly secret: string; readonly uri: string; readonly sealedSeed: string } | null => {
  if (entrance === undefined) return null;
  const seed = random(seedBytes);
  return { ...totpEnrolment(seed, label), sealedSeed: seal(entrance.key, purposeOf(accountId), seed) };
};

/** Why a code does not show the second factor of an account, or null when it does. A code serves once. */
export const showSecondFactor = async (
  { entrance }: Environment,
  accountId: string,
  sealedSeed: string,
  code: string,
): Promise<CodeRejection | null> => {
  if (entrance === undefined) return { code: 'entrance.not_here' };
  const name = `code ${accountId}`;
  const seconds = await entrance.attempts.byPair.waitSeconds(name);
  if (seconds > 0) return { code: 'entrance.too_many_attempts', seconds };
  const seed = unseal(entrance.key, purposeOf(accountId), sealedSeed);
  const step = seed === null ? null : totpStep(seed, code.replaceAll(' ', ''), entrance.nowMs());
  if (step !== null && (await entrance.sessions.spend(`${name} ${step}`))) {
    await entrance.attempts.byPair.succeeded(name);
    return null;
  }
  await entrance.attempts.byPair.failed(name);
  return { code: 'entrance.code_wrong' };
};
