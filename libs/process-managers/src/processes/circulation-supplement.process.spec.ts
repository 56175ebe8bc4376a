import { describe, it } from '@jest/globals';
import { follows, seen, type Seen } from '../../../../test/support/process-spec.ts';
import { brusselsDate, resolveWallTime } from '../../../application/src/index.ts';
import { circulationSupplement } from './circulation-supplement.process.ts';

const supplement = circulationSupplement({ resolve: resolveWallTime, dateAt: brusselsDate });
/** The events of these specs occur on 10 February 2015. */
const until = (instant: string) => ({ commentsUntil: { wallTime: '', zone: 'Europe/Brussels', instant } });
const circulated = (instant = '2015-02-20T22:59:00.000Z', circulationId = 'c1'): Seen =>
  seen('AgendaCirculated', { agendaId: 'a1', circulationId, ...until(instant) });
const final = seen('AgendaCirculated', { agendaId: 'a1', circulationId: 'c2', commentsUntil: null });
const registered = (accededOn: string): Seen => seen('MemberRegistered', { code: 'PS', accededOn });

describe('a draft agenda', () => {
  it('goes to a Member that accedes while comments are asked for', () => {
    follows(supplement, [circulated(), registered('2015-02-10')], 'supplementAgendaCirculation a1 c1');
    follows(
      supplement,
      [circulated(), circulated(undefined, 'c3'), registered('2015-02-01')],
      ...['c1', 'c3'].map((c) => `supplementAgendaCirculation a1 ${c}`),
    );
  });

  it('not before it was circulated, not after the last moment for comments, and not when none are asked', () => {
    follows(supplement, [registered('2015-02-10')]);
    follows(supplement, [circulated('2015-02-10T11:59:59.999Z'), registered('2015-02-10')]);
    follows(supplement, [circulated('2015-02-10T12:00:00.000Z'), registered('2015-02-10')], 'supplementAgendaCirculation a1 c1');
    follows(supplement, [final, registered('2015-02-10')]);
  });

  it('goes to a Member put on record before on the day on which it accedes, if that is in time', () => {
    follows(supplement, [circulated(), registered('2015-02-11')], 'setTimer c1 2015-02-11');
    follows(supplement, [registered('2015-02-11'), circulated()], 'setTimer c1 2015-02-11');
    follows(supplement, [registered('2015-02-21'), circulated()]);
    follows(supplement, [circulated(), registered('2015-02-21')]);
  });

  it('after an extension also to those that accede in the time gained', () => {
    const extended = seen('AgendaCommentPeriodExtended', { agendaId: 'a1', circulationId: 'c1', ...until('2015-02-27T22:59:00.000Z') });
    follows(supplement, [registered('2015-02-21'), circulated(), extended], 'setTimer c1 2015-02-21');
    follows(supplement, [circulated('2015-02-10T11:00:00.000Z'), extended, registered('2015-02-10')], 'supplementAgendaCirculation a1 c1');
  });
});
