import { describe, expect, it } from '@jest/globals';
import { noon, on } from '../../../../test/support/domain.ts';
import { specFor } from '../../../../test/support/given.ts';
import { calendarDecider, type CalendarCommand, type CalendarEvent, type ClosingDay } from './index.ts';

const given = specFor(calendarDecider);
const bridge: ClosingDay = { calendarId: 'secretariat', date: on('2015-05-15'), note: { en: 'Bridge day', fr: 'Pont' } };
const today = on('2015-02-10');
const close = (more: Partial<ClosingDay> & { readonly today?: typeof today } = {}): CalendarCommand => ({
  type: 'CloseCalendarDay',
  data: { ...bridge, now: noon, today, ...more },
});
const reopen = (more: Partial<ClosingDay> & { readonly today?: typeof today } = {}): CalendarCommand => ({
  type: 'ReopenCalendarDay',
  data: { ...bridge, now: noon, today, ...more },
});
const closed = (date = bridge.date): CalendarEvent => ({ type: 'CalendarDayClosed', data: { ...bridge, date, recordedAt: noon } });
const reopened: CalendarEvent = { type: 'CalendarDayReopened', data: { ...bridge, recordedAt: noon } };
const daysAfter = (...events: readonly CalendarEvent[]): readonly string[] =>
  events.reduce(calendarDecider.evolve, calendarDecider.initialState).closed;

describe('a closing day', () => {
  it('is declared and taken back, each once', () => {
    given().when(close()).then(closed());
    given(closed()).when(close()).thenNothing();
    given(closed()).when(reopen()).then(reopened);
    given(closed(), reopened).when(reopen()).thenNothing();
    given().when(reopen()).thenNothing();
    given(closed(), reopened).when(close()).then(closed());
  });
  it('lies ahead: the day before is soon enough, the day itself is not', () => {
    given()
      .when(close({ today: on('2015-05-14') }))
      .then(closed());
    given()
      .when(close({ today: bridge.date }))
      .thenRejected({ code: 'calendar.day_begun', date: bridge.date, today: bridge.date });
    given(closed())
      .when(reopen({ today: bridge.date }))
      .thenRejected({ code: 'calendar.day_begun', date: bridge.date, today: bridge.date });
  });
  it('says why in both languages', () => {
    for (const note of [
      { en: ' ', fr: 'Pont' },
      { en: 'Bridge day', fr: '' },
    ])
      given().when(close({ note })).thenRejected({ code: 'calendar.note_missing' });
  });
  it('is one of a thousand at most', () => {
    const many = Array.from({ length: 1_000 }, (_day, index) =>
      closed(on(`${2016 + Math.floor(index / 28)}-02-${String((index % 28) + 1).padStart(2, '0')}`)),
    );
    given(...many.slice(1))
      .when(close())
      .then(closed());
    given(...many)
      .when(close())
      .thenRejected({ code: 'calendar.too_many_days', most: 1_000 });
    given(...many)
      .when(reopen())
      .thenNothing();
  });
  it('stands in the order of the calendar', () => {
    expect(daysAfter(closed(on('2015-12-24')), closed(), closed(on('2015-05-15')))).toStrictEqual(['2015-05-15', '2015-12-24']);
    expect(daysAfter(closed(), closed(on('2015-12-24')), reopened)).toStrictEqual(['2015-12-24']);
  });
});
