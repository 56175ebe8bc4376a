import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from '../../../libs/application/src/index.ts';

/** Event types that no command over HTTP leads to, each with its reason. */
const systemOnly: Readonly<Record<string, string>> = {
  LedgerOpened: 'the program records it first of all, before anybody can ask for anything',
  ErasureScopeListed: 'the operator carries an erasure out on a record at rest, after two persons decided it',
  ErasurePurged: 'the operator carries an erasure out on a record at rest, after two persons decided it',
  LogKeyRotated: 'the operator replaces the key that signs the ledger',
  LogKeyRetired: 'the operator replaces the key that signs the ledger',
  AccountIdentityLinked: 'somebody comes in through a provider, and the demonstration has none',
  AccountIdentityUnlinked: 'somebody comes in through a provider, and the demonstration has none',
  LedgerReopened: 'only after a restore that lost what was signed',
  ReferenceDataRecorded: 'the opening says which reference data it recorded',
  WebhookRegistered: 'no service sends to programs of others in the demonstration',
  WebhookSecretRotated: 'no service sends to programs of others in the demonstration',
  WebhookDisabled: 'no service sends to programs of others in the demonstration',
  WebhookEnabled: 'no service sends to programs of others in the demonstration',
  WebhookReplayAsked: 'no service sends to programs of others in the demonstration',
  ChannelOpened: 'no mail server takes part in the demonstration',
  ChannelClosed: 'no mail server takes part in the demonstration',
  DeliveryPlanned: 'nothing is sent without a mail server',
  DeliveryReleased: 'nothing is sent without a mail server',
  DeliveryDiscarded: 'nothing is sent without a mail server',
  DeliveryAttempted: 'nothing is sent without a mail server',
  DeliveryAttemptLost: 'nothing is sent without a mail server',
  DeliveryAccepted: 'nothing is sent without a mail server',
  DeliveryFailed: 'nothing is sent without a mail server',
  DeliveryBounced: 'nothing is sent without a mail server',
  DeliveryResent: 'nothing is sent without a mail server',
};

/** How often each event type was recorded because somebody asked over HTTP, and what is missing. */
export interface Catalogue {
  readonly counts: Readonly<Record<string, number>>;
  /** Types of the catalogue that did not occur although a command leads to them. */
  readonly missing: readonly string[];
  readonly systemOnly: Readonly<Record<string, string>>;
}

const knownTypes = (): readonly string[] =>
  Object.keys((JSON.parse(readFileSync(resolve('test/fixtures/stored-names.json'), 'utf8')) as { readonly events: object }).events);

/** Counts what the record holds besides its opening. */
export const readCatalogue = async (store: Environment['store']): Promise<Catalogue> => {
  const counts = new Map<string, number>();
  for await (const { type, metadata } of store.readAll({})) {
    if (metadata['actor'] !== 'setup') counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const missing = knownTypes().filter((type) => !counts.has(type) && !Object.hasOwn(systemOnly, type));
  return { counts: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))), missing, systemOnly };
};
