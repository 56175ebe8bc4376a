import { bootApplication, callerAs, type TestApplication } from '../support/application.ts';
import { priorities, recordOpenCall, setup, text, topicDraft } from '../support/opened.ts';
import { openMemoryEventStore } from '../../libs/event-store/src/adapters/memory/index.ts';
import type { EventStore, RecordedEvent } from '../../libs/event-store/src/index.ts';
import type { Caller } from '../../libs/application/src/index.ts';

/** When every history begins. */
export const begins = '2015-03-02T09:00:00.000Z';

export const members = ['BR', 'JP', 'KE', 'UG'] as const;
export type MemberName = (typeof members)[number];
export const agendaId = 'RIC-2015.model';

/** What makes a draft one of a practice. */
export const practiceOf = { kind: 'practice', guidanceId: 'PC0410.GR-1' } as const;

const roles = ['contact_point', 'delegate', 'alternate', 'drafter'] as const;
const delegations: readonly Caller[] = members.flatMap((member) => roles.map((role) => callerAs(role, member)));
const secretariat: readonly Caller[] = [
  callerAs('officer', null, 'first'),
  callerAs('officer', null, 'second'),
  // Lent by a Member: he works for the Secretariat and must not judge what his own Member sent.
  callerAs('officer', 'KE', 'lent'),
  callerAs('approver', null, 'director'),
  callerAs('chair', null, 'chair'),
  callerAs('auditor', null, 'auditor'),
  callerAs('process', null, 'process'),
];

/** Everybody who may try something. */
export const people: readonly Caller[] = [...delegations, ...secretariat];

const officer = secretariat[0] ?? setup;

/** A call that is open with one topic of each Member and one practice, and an agenda with two headings that nothing but items is missing from. */
const recordBeginning = async (application: TestApplication): Promise<void> => {
  await recordOpenCall(application, members);
  await application.done(officer, 'openAgenda', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') });
  for (const theme of ['DISPUTES', 'RISK']) await application.done(officer, 'addAgendaHeading', { agendaId, title: text(theme), theme });
  for (const theme of priorities)
    await application.done(officer, 'justifyPriorityOmission', { agendaId, theme, reason: text('None came') });
  for (const member of members) {
    const { id: draftId } = await application.done(callerAs('drafter', member), 'saveDraft', topicDraft(`One law, from ${member}`));
    await application.done(callerAs('delegate', member), 'releaseDraft', { draftId });
  }
  const practice = await application.done(callerAs('drafter', 'JP'), 'saveDraft', { ...topicDraft('How we do it'), ...practiceOf });
  await application.done(callerAs('delegate', 'JP'), 'releaseDraft', { draftId: practice.id });
};

const allOf = async (store: EventStore): Promise<readonly RecordedEvent[]> => Array.fromAsync(store.readAll());

let beginning: readonly RecordedEvent[] | undefined;

/** Recorded once; every history goes on from a copy of it. */
const beginningOf = async (): Promise<readonly RecordedEvent[]> => {
  if (beginning !== undefined) return beginning;
  const application = bootApplication(begins);
  await recordBeginning(application);
  beginning = await allOf(application.env.store);
  await application.close();
  return beginning;
};

/** A fresh application with its processes, where the call is open. */
export const openWorld = async (): Promise<TestApplication> => {
  const store = openMemoryEventStore();
  for (const { streamId, id, type, data, metadata } of await beginningOf())
    await store.append(streamId, 'any', [{ id, type, data, metadata }]);
  return bootApplication(begins, store, null, null, true);
};
