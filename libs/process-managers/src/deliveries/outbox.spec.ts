import { afterEach, describe, expect, it } from '@jest/globals';
import { bootApplication, callerAs } from '../../../../test/support/application.ts';
import { mailOfSpec, openPostOffice, workerOf, type PostOffice } from '../../../../test/support/outbox.ts';
import type { DeliveryView } from '../../../application/src/index.ts';
import { bringDelivery } from './bring-delivery.ts';
import { stateChannel, takeTurn } from './outbox.ts';

let office: PostOffice;
afterEach(() => office.close());

const messages = async (filter: object): Promise<readonly DeliveryView[]> => {
  const page = await office.application.ask('deliveries', { filter, cursor: null, limit: 200 });
  if ('code' in page) throw new Error(page.code);
  return page.items;
};

const eventsOf = async (deliveryId: string): Promise<readonly string[]> => {
  const events = await Array.fromAsync(office.application.env.store.readStream(`delivery-${deliveryId}`));
  return events.map(({ type }) => type);
};

describe('the outbox', () => {
  it('tells the Member by mail, in the language of each of its people, with the place in the ledger', async () => {
    office = await openPostOffice();
    await office.suggest();
    await office.work();
    const [english, french] = [...office.mail.handed].sort((a, b) => (a.recipient > b.recipient ? -1 : 1));
    expect(office.mail.handed.map(({ recipient }) => recipient).sort()).toStrictEqual([
      'contact_point.ke@example.org',
      'delegate.ke@example.org',
    ]);
    expect(english).toMatchObject({
      attempt: 1,
      language: 'en',
      subject: expect.stringMatching(/^Received: KE-\w{5} One law, five tribunals$/),
    });
    expect(french).toMatchObject({
      attempt: 1,
      language: 'fr',
      subject: expect.stringMatching(/^Reçu : KE-\w{5} One law, five tribunals$/),
    });
    const [{ told, deliveryId } = { told: { ledgerIndex: -1 }, deliveryId: '' }] = await messages({ channel: 'mail', stage: 'accepted' });
    expect(english?.text).toContain(`Entry ${told.ledgerIndex} (TopicSubmitted) of rapporteur.localhost/rapporteur/00000000`);
    expect(english?.text).toMatch(new RegExp(`has ${told.ledgerIndex + 1} entries and the root [A-Za-z0-9+/]{43}=`));
    expect(await eventsOf(deliveryId)).toStrictEqual(['DeliveryPlanned', 'DeliveryAttempted', 'DeliveryAccepted']);
  });

  it('says nothing of what is not sealed yet', async () => {
    office = await openPostOffice();
    await office.work();
    await office.suggest();
    expect(await takeTurn(office.outbox)).toBe(false);
    expect(office.mail.handed).toStrictEqual([]);
    await office.work();
    expect(office.mail.handed.length).toBe(2);
  });

  it('never sends later what happened while no mail went out, and says so', async () => {
    office = await openPostOffice(false);
    await office.suggest('Before');
    await office.work();
    expect((await messages({ channel: 'mail' })).map(({ stage }) => stage)).toContain('no_channel');
    expect((await office.application.ask('noticeRules', {})).mail).toBeNull();
    await stateChannel(office.application.env, 'ptc@example.org');
    await office.suggest('After');
    await office.work();
    expect(office.mail.handed.map(({ subject }) => subject.slice(-6)).sort()).toStrictEqual([' After', ' After']);
    expect((await office.application.ask('noticeRules', {})).mail).toMatchObject({ sender: 'ptc@example.org' });
  });

  it('tries again what failed, after a while, with the same id and the next attempt, and not for ever', async () => {
    office = await openPostOffice();
    office.mail.answers.push({ outcome: 'failed', code: 'smtp.451' });
    await office.suggest();
    await office.work();
    expect(office.mail.handed.length).toBe(2);
    office.application.moveTo('2015-02-10T12:00:59.999Z');
    await office.work();
    expect(office.mail.handed.length).toBe(2);
    office.application.moveTo('2015-02-10T12:01:00.000Z');
    await office.work();
    expect(office.mail.handed.map(({ attempt }) => attempt)).toStrictEqual([1, 1, 2, 2]);
    expect(new Set(office.mail.handed.map(({ deliveryId }) => deliveryId)).size).toBe(2);
    for (let day = 11; day < 25; day += 1) {
      office.application.moveTo(`2015-02-${day}T12:00:00.000Z`);
      await office.work();
    }
    expect(office.mail.handed.length).toBe(16);
    const failed = await messages({ stage: 'failed' });
    expect(failed.map(({ code, attempts }) => [code, attempts.length])).toStrictEqual([
      ['smtp.451', 8],
      ['smtp.451', 8],
    ]);
  });

  it('does not try again what was refused; an officer has it sent once more', async () => {
    office = await openPostOffice();
    office.mail.answers.push({ outcome: 'refused', code: 'smtp.550' }, { outcome: 'accepted', confirmation: 'q1' });
    await office.suggest();
    await office.work();
    const [refused] = await messages({ stage: 'failed' });
    expect(refused).toMatchObject({ code: 'smtp.550', retryAt: null });
    const deliveryId = refused?.deliveryId ?? '';
    await office.application.done(callerAs('officer', null), 'resendDelivery', { deliveryId });
    await office.work();
    expect(await eventsOf(deliveryId)).toStrictEqual([
      'DeliveryPlanned',
      'DeliveryAttempted',
      'DeliveryFailed',
      'DeliveryResent',
      'DeliveryAttempted',
      'DeliveryAccepted',
    ]);
  });

  it('calls no channel for a message that nobody planned, that arrived, or whose attempt somebody else records first', async () => {
    office = await openPostOffice();
    expect(await bringDelivery(office.parts, 'forged')).toStrictEqual({ kind: 'left', why: 'unknown' });
    await office.suggest();
    await office.work();
    const [{ deliveryId } = { deliveryId: '' }] = await messages({ channel: 'mail', stage: 'accepted' });
    expect(await bringDelivery(office.parts, deliveryId)).toStrictEqual({ kind: 'left', why: 'not_its_turn' });
    await office.application.done(callerAs('officer', null), 'resendDelivery', { deliveryId });
    const other = workerOf(office.application, mailOfSpec());
    const both = await Promise.all([bringDelivery(office.parts, deliveryId), bringDelivery(other.parts, deliveryId)]);
    expect(both.filter(({ kind }) => kind === 'called')).toStrictEqual([{ kind: 'called', outcome: 'accepted' }]);
    expect(office.mail.handed.length).toBeLessThanOrEqual(3);
  });

  it('finds an attempt that nobody tells the end of, and makes the next', async () => {
    office = await openPostOffice();
    const { send } = office.mail;
    Object.assign(office.mail, { send: () => Promise.reject(new Error('the machine was switched off')) });
    await office.suggest();
    await expect(office.work()).rejects.toThrow('switched off');
    Object.assign(office.mail, { send });
    await office.work();
    expect((await messages({ stage: 'attempted' })).length).toBe(1);
    office.application.moveTo('2015-02-10T12:02:00.000Z');
    await office.work();
    expect(office.mail.handed.map(({ attempt }) => attempt).sort()).toStrictEqual([1, 2]);
    expect((await messages({ channel: 'mail', stage: 'accepted' })).length).toBe(2);
  });

  it('does not call for somebody without an address', async () => {
    office = await openPostOffice();
    const grant = { role: 'alternate', member: 'KE', validFrom: null, validUntil: null, language: 'en' } as const;
    await office.application.done(callerAs('operator', null, 'setup'), 'grantAccreditation', grant as never);
    await office.suggest();
    await office.work();
    expect(office.mail.handed.length).toBe(2);
    expect((await messages({ stage: 'failed' })).map(({ code }) => code)).toStrictEqual(['mail.no_address']);
  });

  it('sends nothing again when everything that follows from the log is built anew, three times', async () => {
    office = await openPostOffice();
    await office.suggest('One');
    await office.suggest('Two');
    await office.work();
    const sent = office.mail.handed.length;
    const { store } = office.application.env;
    const before = (await Array.fromAsync(store.readAll())).length;
    for (let replay = 1; replay <= 3; replay += 1) {
      // Closing an application would close the log; only what is built from it is new.
      const kept = { ...store, close: () => Promise.resolve() };
      const anew = bootApplication('2015-03-01T12:00:00.000Z', kept, null, office.ledger);
      await anew.env.projections.caughtUp;
      const { outbox } = workerOf(anew, office.mail);
      expect(await takeTurn(outbox)).toBe(false);
      await anew.close();
    }
    expect([sent, office.mail.handed.length]).toStrictEqual([4, 4]);
    expect((await Array.fromAsync(store.readAll())).length).toBe(before);
  });
});
