import { describe, it } from '@jest/globals';
import {
  addHeading,
  addItem,
  given,
  heading,
  item,
  justify,
  omitted,
  open,
  opened,
  title,
  topic,
} from '../../../../test/support/agenda.ts';

describe('working agenda', () => {
  it('is opened, once', () => {
    given().when(open).then(opened);
    given(opened).when(open).thenNothing();
  });
  it('is not opened twice for different conferences', () => {
    given(opened)
      .when({ ...open, data: { ...open.data, conferenceId: 'other' } })
      .thenRejected({ code: 'agenda.already_open', agenda: 'a1' });
  });
  it('needs its title in both languages', () => {
    given()
      .when({ ...open, data: { ...open.data, title: { en: 'Title', fr: ' ' } } })
      .thenRejected({ code: 'agenda.title_missing_language', missing: ['fr'] });
  });
  it('that is not open takes nothing', () => {
    given().when(addHeading()).thenRejected({ code: 'agenda.not_found' });
  });
  it('numbers its headings', () => {
    given(opened).when(addHeading()).then(heading);
    given(opened, heading)
      .when(addHeading({ headingId: 'h2', theme: 'RISK' }))
      .then({ type: 'AgendaHeadingAdded', data: { agendaId: 'a1', headingId: 'h2', number: 2, title, theme: 'RISK' } });
  });
  it('takes a heading once', () => {
    given(opened, heading).when(addHeading()).thenNothing();
  });
  it('has one heading for a priority', () => {
    given(opened, heading)
      .when(addHeading({ headingId: 'h2' }))
      .thenRejected({ code: 'agenda.theme_already_has_heading', theme: 'ORIGIN' });
  });
  it('has headings for priorities only', () => {
    given(opened)
      .when(addHeading({ theme: 'TEA' }))
      .thenRejected({ code: 'agenda.theme_not_a_priority', theme: 'TEA' });
  });
  it('letters its items', () => {
    given(opened, heading).when(addItem()).then(item);
    given(opened, heading, item)
      .when(addItem({ itemId: 'i2', topic: { ...topic, topicId: 't2' } }))
      .then({ ...item, data: { ...item.data, itemId: 'i2', letter: 'b', topicId: 't2' } });
  });
  it('takes an item once', () => {
    given(opened, heading, item).when(addItem()).thenNothing();
  });
  it('takes a topic once', () => {
    given(opened, heading, item)
      .when(addItem({ itemId: 'i2' }))
      .thenRejected({ code: 'agenda.topic_already_placed', item: 'i1' });
  });
  it('takes accepted topics only', () => {
    given(opened, heading)
      .when(addItem({ topic: { ...topic, stage: 'recommended' } }))
      .thenRejected({ code: 'agenda.topic_not_accepted', stage: 'recommended' });
    given(opened, heading)
      .when(addItem({ topic: null }))
      .thenRejected({ code: 'agenda.topic_not_found' });
  });
  it('takes items under a heading it has, with an action and a title in both languages', () => {
    given(opened).when(addItem()).thenRejected({ code: 'agenda.heading_unknown', heading: 'h1' });
    given(opened, heading)
      .when(addItem({ actionLabels: [] }))
      .thenRejected({ code: 'agenda.action_label_missing' });
    given(opened, heading)
      .when(addItem({ title: { en: '', fr: '' } }))
      .thenRejected({ code: 'agenda.title_missing_language', missing: ['en', 'fr'] });
  });
  it('says why a priority is left out, once', () => {
    given(opened).when(justify()).then(omitted);
    given(opened, omitted).when(justify()).thenNothing();
  });
  it('does not excuse what is there, what is no priority, or without words', () => {
    given(opened, heading, item)
      .when(justify({ theme: 'ORIGIN' }))
      .thenRejected({ code: 'agenda.priority_is_on_agenda', theme: 'ORIGIN' });
    given(opened)
      .when(justify({ theme: 'TEA' }))
      .thenRejected({ code: 'agenda.theme_not_a_priority', theme: 'TEA' });
    given(opened)
      .when(justify({ reason: { en: 'Because', fr: '' } }))
      .thenRejected({ code: 'reason.text_missing' });
  });
});
