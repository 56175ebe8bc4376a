import { describe, expect, it } from '@jest/globals';
import { closedOn, deadlineOf, secretariatCalendar, termFrom, type CalendarDate, type DeadlineRule } from '../../../domain/src/index.ts';
import { resolveWallTime } from './wall-time.ts';

const on = (text: string): CalendarDate => text as CalendarDate;

/** Anchors of 2015: session and conference open and close, the next session opens. */
const [session, conference, closing, next] = ['2015-03-03', '2015-06-15', '2015-06-16', '2015-10-14'].map(on) as [
  CalendarDate,
  CalendarDate,
  CalendarDate,
  CalendarDate,
];
const deadline = on('2015-03-31');
const circulated = on('2015-04-20');
const openOn15May = secretariatCalendar;
const closedOn15May = closedOn(secretariatCalendar, [on('2015-05-15')]);

const days = (count: number, bound: DeadlineRule['bound']): DeadlineRule => ({ term: { days: count }, bound });
const workingDays = (count: number, bound: DeadlineRule['bound']): DeadlineRule => ({ term: { workingDays: count }, bound });
const resolved = (rule: DeadlineRule, anchor: CalendarDate, calendar = closedOn15May) =>
  deadlineOf(rule, termFrom(anchor), { calendar, resolve: resolveWallTime });

describe('the deadlines of 2015', () => {
  it.each<[string, DeadlineRule, CalendarDate, string, string]>([
    ['working document, as observed', days(-33, 'secretariat'), session, '2015-01-29', '22:59'],
    ['working document, by default', days(-30, 'secretariat'), session, '2015-01-30', '22:59'],
    ['submission', days(-76, 'member'), conference, '2015-03-31', '21:59'],
    ['consolidation', workingDays(10, 'secretariat'), deadline, '2015-04-16', '21:59'],
    ['draft agenda', days(-56, 'secretariat'), conference, '2015-04-20', '21:59'],
    ['comments, tenth working day', workingDays(10, 'member'), circulated, '2015-05-05', '21:59'],
    ['final agenda', days(-30, 'secretariat'), conference, '2015-05-13', '21:59'],
    ['speakers', days(-14, 'secretariat'), conference, '2015-06-01', '21:59'],
    ['outcome record', days(30, 'secretariat'), closing, '2015-07-16', '21:59'],
    ['follow-up document', days(-30, 'secretariat'), next, '2015-09-14', '21:59'],
    ['acknowledgement of what came on 31 March', workingDays(2, 'secretariat'), deadline, '2015-04-02', '21:59'],
    ['acknowledgement of what came on Maundy Thursday', workingDays(2, 'secretariat'), on('2015-04-02'), '2015-04-08', '21:59'],
    ['triage of what came on 31 March', workingDays(5, 'secretariat'), deadline, '2015-04-09', '21:59'],
    ['answer to a question of 9 February', workingDays(10, 'member'), on('2015-02-09'), '2015-02-23', '22:59'],
  ])('%s', (_what, rule, anchor, date, utc) => {
    const wallTime = `${date}T23:59`;
    expect(resolved(rule, anchor)).toStrictEqual({ deadline: { wallTime, zone: 'Europe/Brussels', instant: `${date}T${utc}:00.000Z` } });
  });

  it('give the final agenda two days more when the Secretariat works on the bridge day', () => {
    expect(resolved(days(-30, 'secretariat'), conference, openOn15May)).toMatchObject({ deadline: { wallTime: '2015-05-15T23:59' } });
  });

  it('are refused at an hour that does not exist', () => {
    const rule: DeadlineRule = { term: { days: 1 }, at: '00:30', bound: 'member', zone: 'Asia/Amman' };
    expect(resolved(rule, on('2015-03-26'))).toStrictEqual({
      rejection: { code: 'deadline.nonexistent_hour', wallTime: '2015-03-27T00:30', zone: 'Asia/Amman' },
    });
    expect(resolved({ ...rule, zone: 'Europe/Bruges' }, on('2015-03-26'))).toStrictEqual({
      rejection: { code: 'deadline.bad_zone', zone: 'Europe/Bruges' },
    });
  });
});
