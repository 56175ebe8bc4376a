import type { ChannelOutcome, DeliveryChannel, MailMessage } from '../../libs/channels/src/index.ts';
import type { AccreditationId } from '../../libs/domain/src/index.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import type { EventStore } from '../../libs/event-store/src/index.ts';
import { bringDelivery, stateChannel, takeTurn, type DeliveryParts, type OutboxParts } from '../../libs/process-managers/src/index.ts';
import { bootApplication, callerAs, type TestApplication } from './application.ts';
import { recordOpenCall, setup, topicDraft } from './opened.ts';
import { openLedgerOfSpec, type LedgerOfSpec } from './sealed.ts';

/** A mail server in memory: what it was handed, and what it answers next. */
export interface MailOfSpec extends DeliveryChannel<MailMessage> {
  readonly handed: MailMessage[];
  /** Answers to come, the last one for ever. */
  readonly answers: ChannelOutcome[];
}

const taken: ChannelOutcome = { outcome: 'accepted', confirmation: null };

/** A mail server that takes everything unless told. */
export const mailOfSpec = (): MailOfSpec => {
  const handed: MailMessage[] = [];
  const answers: ChannelOutcome[] = [];
  return {
    handed,
    answers,
    send: (message) => {
      handed.push(message);
      return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? taken);
    },
    trouble: () => Promise.resolve(null),
    close: () => Promise.resolve(),
  };
};

/** An application with people who have addresses, a ledger, and a mail server. */
export interface PostOffice {
  readonly application: TestApplication;
  readonly ledger: LedgerOfSpec;
  readonly mail: MailOfSpec;
  readonly parts: DeliveryParts;
  readonly outbox: OutboxParts;
  /** Accreditations of whom there are: delegate and contact point of Kenya, an officer, a delegate of Uganda. */
  readonly people: Readonly<Record<'kenya' | 'contact' | 'officer' | 'uganda', string>>;
  /** Seals what there is and lets the outbox take turns until it has nothing to do. */
  readonly work: () => Promise<void>;
  /** Kenya suggests a topic; answers its id. */
  readonly suggest: (title?: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const accredit = async (application: TestApplication, role: string, member: string | null, language: 'en' | 'fr'): Promise<string> => {
  const email = `${role}.${(member ?? 'secretariat').toLowerCase()}@example.org`;
  const details = { name: `The ${role}`, title: null, organisation: null, email, telephone: null, language } as const;
  const { id: personId } = await application.done(setup, 'registerPerson', { details });
  const grant = { role, member, validFrom: null, validUntil: null, language } as never;
  const { id } = await application.done(setup, 'grantAccreditation', grant);
  await application.done(setup, 'linkPersonAccreditation', { personId, accreditationId: id as AccreditationId });
  return id;
};

let keys = 0;

/** Parts of a worker of an application. */
export const workerOf = (
  application: TestApplication,
  mail: MailOfSpec,
): { readonly parts: DeliveryParts; readonly outbox: OutboxParts } => {
  const env = () => application.env;
  const parts: DeliveryParts = { env, mail, freshKey: () => `attempt-key-${(keys += 1)}` };
  const bring = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await bringDelivery(parts, id);
  };
  return { parts, outbox: { env, mailSender: 'ptc@example.org', carrier: { bring }, alert: () => undefined } };
};

/** Opens it. @param opens  whether mail goes out from the beginning */
export const openPostOffice = async (opens = true, store: EventStore = openMemoryEventStore()): Promise<PostOffice> => {
  const ledger = openLedgerOfSpec();
  const application = bootApplication('2015-02-10T12:00:00.000Z', store, null, ledger);
  await recordOpenCall(application, ['KE', 'UG']);
  const people = {
    kenya: await accredit(application, 'delegate', 'KE', 'en'),
    contact: await accredit(application, 'contact_point', 'KE', 'fr'),
    officer: await accredit(application, 'officer', null, 'en'),
    uganda: await accredit(application, 'delegate', 'UG', 'en'),
  };
  const mail = mailOfSpec();
  const { parts, outbox } = workerOf(application, mail);
  if (opens) await stateChannel(application.env, 'ptc@example.org');
  const work = async (): Promise<void> => {
    await ledger.seal(store);
    await application.env.directory.upToDate();
    while (await takeTurn(outbox)) await ledger.seal(store);
  };
  const suggest = async (title?: string): Promise<string> => {
    const { id } = await application.done(callerAs('drafter', 'KE'), 'saveDraft', topicDraft(title));
    await application.done(callerAs('delegate', 'KE'), 'releaseDraft', { draftId: id });
    return id;
  };
  const close = async (): Promise<void> => {
    await application.close();
    ledger.close();
  };
  return { application, ledger, mail, parts, outbox, people, work, suggest, close };
};
