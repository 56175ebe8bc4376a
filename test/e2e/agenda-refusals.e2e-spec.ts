import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemTexts } from '../../libs/application/src/index.ts';
import {
  acceptTopic,
  because,
  brussels,
  contentHashIn,
  officer,
  openAgendaDesk,
  submitTopic,
  type AgendaDesk,
} from '../support/agenda-desk.ts';
import { callerAs } from '../support/application.ts';
import { refuseDaysRoomsAndSlots, refuseSpeakersAndMeetings } from '../support/refused-programmes.ts';
import { priorities, text } from '../support/opened.ts';

const agendaId = 'A';

/** What cannot be provoked over HTTP, each with the reason. */
const excused: Readonly<Record<string, string>> = {
  'agenda.room_exists': 'ids of rooms follow from the command',
  'agenda.slot_exists': 'ids of slots follow from the command',
  'agenda.freeze_not_scheduled': 'a timer freezes by a date, and is set by it',
  'agenda.freeze_not_due': 'a timer freezes by a date, and fires at it',
  'agenda.no_addressee': 'there is a Member on every day of the record',
  'agenda.version_too_large': 'seen by the decider’s own spec: it takes some thousand items',
  'agenda.version_not_approved': 'a version is published and dated from the approved stage only',
  'agenda.proposer_cannot_approve': 'nobody has a role that proposes and one that approves',
  'agenda.correction_without_member': 'the roles that correct the record act for a Member',
};

const procedural = (headingId: string, more: object = {}) => ({
  headingId,
  title: text('Opening'),
  actionLabels: ['to_take_note'],
  procedure: 'opening',
  ...more,
});

describe('what an agenda refuses', () => {
  let at: AgendaDesk;
  let topics: Readonly<Record<'placed' | 'other' | 'undecided', string>>;
  const item = (topicId: string, more: object = {}) => ({
    headingId: at.of('heading'),
    topicId,
    title: text('Item'),
    actionLabels: ['for_guidance'],
    ...more,
  });

  beforeAll(async () => {
    at = await openAgendaDesk(agendaId);
    const { application } = at;
    topics = {
      placed: await acceptTopic(application, await submitTopic(application, 'KE', 'One law, five tribunals')),
      other: await acceptTopic(application, await submitTopic(application, 'DE', 'Appeals by post')),
      undecided: await submitTopic(application, 'AD', 'Nobody decided'),
    };
  }, 60_000);
  afterAll(() => at.desk.close());

  it('before and when it is opened', async () => {
    const { desk, told, refused } = at;
    await refused('/headings', { title: text('Disputes'), theme: null }, 'agenda.not_found');
    const opening = { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title: text('Agenda') };
    await desk.done('/agendas', opening);
    await desk.refused('/agendas', { ...opening, conferenceId: 'other' }, 409, 'agenda.already_open');
    told.add('agenda.already_open');
    await refused('/title', { title: { en: 'Only English', fr: ' ' } }, 'agenda.title_missing_language');
  });

  it('about headings', async () => {
    const { refused, make, of } = at;
    await refused('/headings', { title: text('Tea'), theme: 'TEA' }, 'agenda.theme_not_a_priority');
    await make('heading', 'headingId', '/headings', { title: text('Disputes'), theme: 'DISPUTES' });
    await make('general', 'headingId', '/headings', { title: text('General'), theme: null });
    await refused('/headings', { title: text('Disputes again'), theme: 'DISPUTES' }, 'agenda.theme_already_has_heading');
    await refused('/headings/none/title', { title: text('None') }, 'agenda.heading_unknown');
    await refused(`/headings/${of('heading')}/move`, { before: 'none' }, 'agenda.place_unknown');
  });

  it('about items', async () => {
    const { refused, make, of } = at;
    await refused('/propose', { changeNote: text('Empty') }, 'agenda.no_item');
    await refused('/items', item('none'), 'agenda.topic_not_found');
    await refused('/items', item(topics.undecided), 'agenda.topic_not_accepted');
    await refused('/items', item(topics.placed, { actionLabels: [] }), 'agenda.action_label_missing');
    await refused('/procedural-items', procedural(of('heading'), { actionLabels: ['for_information'] }), 'agenda.for_information_only');
    await make('item', 'itemId', '/items', item(topics.placed));
    await make('procedural', 'itemId', '/procedural-items', procedural(of('general')));
    await refused('/items', item(topics.placed), 'agenda.topic_already_placed');
    await refused('/items/none/title', { title: text('None') }, 'agenda.item_unknown');
    await refused(`/items/${of('procedural')}/refresh`, null, 'agenda.item_has_no_topic');
    const carried = { headingId: of('general'), fromAgendaId: 'B', fromItemId: 'none', title: text('Old'), actionLabels: ['for_guidance'] };
    await refused('/carried-items', carried, 'agenda.item_not_carried');
    await refused(`/items/${of('item')}/annotation`, { annotation: {} }, 'agenda.annotation_missing');
    await refused(`/items/${of('item')}/documents`, { documentId: 'none' }, 'agenda.document_not_found');
    await refused(`/items/${of('item')}/documents/none/remove`, null, 'agenda.document_not_pinned');
    await refused(`/headings/${of('heading')}/remove`, because('overtaken'), 'agenda.heading_not_empty');
    await refused(`/items/${of('item')}/remove`, { ...because('overtaken'), omission: null }, 'agenda.last_item_of_priority');
  });

  it('about priorities (BR-14)', async () => {
    const { refused, done } = at;
    await refused('/omissions', { theme: 'DISPUTES', reason: text('None') }, 'agenda.priority_is_on_agenda');
    await refused('/propose', { changeNote: text('Too early') }, 'agenda.priority_unaccounted');
    for (const theme of priorities.filter((code) => code !== 'DISPUTES')) await done('/omissions', { theme, reason: text('None came') });
  });

  it('about days, rooms and slots', () => refuseDaysRoomsAndSlots(at));

  it('about speakers and other meetings', () => refuseSpeakersAndMeetings(at));

  it('about what came late and what is frozen', async () => {
    const { application, token, refused, done } = at;
    await refused('/late-topics', { topicId: topics.placed }, 'agenda.topic_not_late');
    await refused('/late-topics/none/ruling', { ruling: 'admitted', ...because('urgent') }, 'agenda.late_topic_unknown', token.chair);
    await done('/freeze');
    await refused('/headings', { title: text('More'), theme: null }, 'agenda.frozen');
    await done('/late-topics', { topicId: topics.other });
    await done(`/late-topics/${topics.other}/ruling`, { ruling: 'refused', ...because('can_wait') }, token.chair);
    const turned = { ruling: 'admitted', ...because('urgent') };
    await refused(`/late-topics/${topics.other}/ruling`, turned, 'agenda.late_topic_ruled', token.chair);
    await done('/unfreeze', because('late_item'));
    application.moveTo('2015-04-02T08:00:00.000Z');
    const late = await submitTopic(application, 'KE', 'After the deadline');
    await application.done(officer, 'admitLateTopic', { topicId: late, reason: { code: 'translation', text: { en: 'Late.' } } });
    await refused('/items', item(await acceptTopic(application, late)), 'agenda.late_without_ruling');
    await refused('/freeze-date', { daysBefore: 300 }, 'agenda.moment_in_past');
  });

  it('about versions', async () => {
    const { application, token, refused, done } = at;
    await refused('/approve', { contentHash: 'a'.repeat(64) }, 'agenda.no_version_proposed', token.approver);
    await refused('/restore', { version: 1 }, 'agenda.version_unknown');
    await refused('/adopt', null, 'agenda.nothing_published', token.approver);
    await refused('/circulations', { commentsUntil: null }, 'agenda.circulation_refused');
    const contentHash = contentHashIn(await done('/propose', { changeNote: text('First') }));
    await refused('/headings', { title: text('More'), theme: null }, 'agenda.version_pending');
    await refused('/approve', { contentHash: 'a'.repeat(64) }, 'agenda.content_differs', token.approver);
    await refused('/embargo/lift', because('fulfilled'), 'agenda.no_embargo', token.approver);
    await refused('/publish', null, 'agenda.publication_refused');
    await done('/approve', { contentHash }, token.approver);
    await refused('/publication-date/remove', because('not_ready'), 'agenda.publication_not_scheduled');
    await done('/embargo', { until: brussels('2015-04-20T09:00'), ...because('members_first') });
    await refused('/publication-date', { due: brussels('2015-04-19T09:00') }, 'agenda.under_embargo');
    await done('/publication-date', { due: brussels('2015-04-20T09:00') });
    await refused('/publication-date', { due: brussels('2015-04-21T09:00') }, 'agenda.publication_scheduled');
    application.moveTo('2015-04-20T08:00:00.000Z');
    await done('/publish');
  });

  it('about going back to a version whose topic is gone', async () => {
    const { application, refused, done, of } = at;
    await done(`/items/${of('procedural')}/title`, { title: text('Opening of the Conference') });
    await application.done(callerAs('chair', null), 'reconsiderTopic', { topicId: topics.placed, ...because('new_information') });
    await refused('/restore', { version: 1 }, 'agenda.topics_gone');
  });

  it('about circulating it, and comments', async () => {
    const { application, token, refused, done, make, of, publish } = at;
    await refused('/circulations', { commentsUntil: null }, 'agenda.comment_period_missing');
    await refused('/circulations', { commentsUntil: brussels('2015-04-22T09:00') }, 'agenda.comment_period_too_short');
    const comment = (kind: string, more: object = {}) => ({
      target: { kind: 'item', id: of('item') },
      kind,
      text: { en: 'Words.' },
      ...more,
    });
    await refused('/comments', comment('support'), 'agenda.comments_not_open', token.kenya);
    await make('circulation', 'circulationId', '/circulations', { commentsUntil: brussels('2015-05-06T23:59') });
    await refused('/circulations', { commentsUntil: brussels('2015-05-06T23:59') }, 'agenda.already_circulated');
    const extension = (wallTime: string) => ({ commentsUntil: brussels(wallTime), ...because('members_asked') });
    await refused('/circulations/none/extend', extension('2015-05-07T23:59'), 'agenda.circulation_unknown');
    await refused(`/circulations/${of('circulation')}/extend`, extension('2015-05-05T23:59'), 'agenda.comment_period_not_longer');
    await refused('/comments', comment('support', { target: { kind: 'item', id: 'none' } }), 'agenda.comment_target_unknown', token.kenya);
    await refused('/comments', comment('support', { text: {} }), 'agenda.comment_text_missing', token.kenya);
    await refused('/comments', comment('support'), 'agenda.not_addressed', token.stranger);
    await make('objection', 'commentId', '/comments', comment('object'), token.kenya);
    await refused('/comments', comment('object'), 'agenda.objection_exists', token.kenya);
    await refused('/comments/none/withdraw', null, 'agenda.comment_unknown', token.kenya);
    await refused(`/comments/${of('objection')}/withdraw`, null, 'agenda.comment_of_another', token.germany);
    await make('observed', 'commentId', '/comments', comment('support'), token.observer);
    await refused(`/comments/${of('observed')}/cosign`, null, 'agenda.observer_cannot_cosign', token.kenya);
    await refused('/propose', { changeNote: text('Final'), final: true }, 'agenda.comment_period_open');
    application.moveTo('2015-05-06T21:59:00.001Z');
    await refused('/comments', comment('support'), 'agenda.comments_closed', token.germany);
    await refused('/propose', { changeNote: text('Final'), final: true }, 'agenda.comments_undisposed');
    const answer = { disposition: 'noted', reason: { en: 'Noted.' } };
    for (const name of ['objection', 'observed']) await done(`/comments/${of(name)}/dispose`, answer);
    await refused(`/comments/${of('objection')}/withdraw`, null, 'agenda.comment_disposed', token.kenya);
    await publish({ final: true });
    await refused(`/comments/${of('objection')}/dispose`, { ...answer, disposition: 'partly' }, 'agenda.already_final');
  });

  it('about outcomes', async () => {
    const { application, token, refused, done, make, of } = at;
    const outcome = (verb: string, carriedTo: string | null = null) => ({ verb, statement: { en: 'What was said.' }, carriedTo });
    const path = `/items/${of('item')}/outcome`;
    await refused(path, outcome('agreed'), 'agenda.meeting_not_begun');
    const ofConference = { conferenceId: 'RIC-2015' };
    await application.done(officer, 'openConferenceProgramme', { ...ofConference, agendaId });
    await application.done(officer, 'publishConferenceProgramme', ofConference);
    application.moveTo('2015-06-15T07:00:00.000Z');
    await application.done(officer, 'openConference', ofConference);
    await refused(path, { ...outcome('agreed'), statement: {} }, 'agenda.outcome_text_missing');
    await refused(path, outcome('recommended_to_governments'), 'agenda.cannot_recommend_to_governments');
    await refused(path, outcome('carried_forward'), 'agenda.carried_to_missing');
    await refused(path, outcome('agreed', 'PTC-209-210'), 'agenda.carried_to_not_asked');
    await refused(`${path}/correct`, { ...outcome('agreed'), correctionId: null }, 'agenda.outcome_missing');
    await make('unpublished', 'itemId', '/procedural-items', procedural(of('general'), { title: text('Late') }));
    await refused(`/items/${of('unpublished')}/outcome`, outcome('agreed'), 'agenda.item_not_published');
    await done(path, outcome('agreed'));
    await refused(path, outcome('took_note'), 'agenda.outcome_exists');
    await refused(`${path}/correct`, { ...outcome('took_note'), correctionId: 'none' }, 'agenda.correction_unknown');
    await refused(`/items/${of('item')}/corrections`, { text: {} }, 'agenda.correction_text_missing', token.kenya);
    await refused('/close', null, 'agenda.items_without_outcome');
    await done(`/items/${of('procedural')}/outcome`, outcome('took_note'));
    await done('/close');
    await refused('/title', { title: text('Over') }, 'agenda.closed');
    application.moveTo('2015-06-23T08:00:00.000Z');
    await refused(`/items/${of('item')}/corrections`, { text: { en: 'Mend.' } }, 'agenda.correction_too_late', token.kenya);
  });

  it('a session adopts its agenda while it sits (BR-21)', async () => {
    const { desk, token, told } = at;
    await desk.done('/agendas/for-sessions', { agendaId: 'S', sessionId: 'PTC-207-208', themeSetId: null, title: text('Agenda') });
    const heading = await desk.done('/agendas/S/headings', { title: text('Opening'), theme: null });
    const [{ data } = { data: { headingId: '' } }] = heading.body['events'] as readonly { readonly data: { readonly headingId: string } }[];
    await desk.done('/agendas/S/procedural-items', procedural(data.headingId));
    const contentHash = contentHashIn(await desk.done('/agendas/S/propose', { changeNote: text('First') }));
    await desk.done('/agendas/S/approve', { contentHash }, token.approver);
    await desk.done('/agendas/S/publish', null);
    await desk.refused('/agendas/S/adopt', null, 409, 'agenda.not_in_session', token.chair);
    told.add('agenda.not_in_session');
  });

  it('is every refusal that agendas have, but for those that cannot be provoked', () => {
    const { told } = at;
    const all = Object.keys(problemTexts).filter((code) => code.startsWith('agenda.'));
    expect(all.filter((code) => !told.has(code) && !Object.hasOwn(excused, code))).toStrictEqual([]);
    expect(Object.keys(excused).filter((code) => told.has(code) || !all.includes(code))).toStrictEqual([]);
  });
});
