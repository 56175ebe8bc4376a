import { publishVersion } from './agenda.ts';
import { because } from './reasons.ts';
import { fieldOf, inBrussels, onDay, type Act, type Story } from './story.ts';

const agendaId = 'PTC-209-210';
export const onAutumnAgenda = (path: string): string => `/agendas/${agendaId}${path}`;
const on = onAutumnAgenda;

/** 1 September: the agenda of October takes up what March and the Conference did not reach. */
const build = async (story: Story): Promise<void> => {
  const title = { en: '209th/210th Sessions: agenda', fr: '209ème/210ème sessions : ordre du jour' };
  await story.give('editor', '/agendas/for-sessions', { agendaId, sessionId: agendaId, themeSetId: null, title });
  const heading = { title: { en: 'Regional integration', fr: 'Intégration régionale' }, theme: null };
  const headingId = fieldOf(await story.give('editor', on('/headings'), heading), 'headingId');
  const carry = async (fromAgendaId: string, fromItemId: string, words: { en: string; fr: string }): Promise<string> =>
    fieldOf(
      await story.give('editor', on('/carried-items'), {
        headingId,
        fromAgendaId,
        fromItemId,
        title: words,
        actionLabels: ['for_discussion'],
      }),
      'itemId',
    );
  const other = { en: 'Carried forward from March', fr: 'Reporté de mars' };
  story.remember('october other', await carry('PTC-207-208', story.made('march any_other_business'), other));
  const conference = { en: 'Carried forward from the Conference', fr: 'Reporté de la Conférence' };
  story.remember('october conference', await carry('RIC-2015', story.made('item SUB-109'), conference));
  const followUp = { headingId, title: { en: 'Follow-up', fr: 'Suivi' }, actionLabels: ['to_take_note'], procedure: 'report' };
  story.remember('october follow-up', fieldOf(await story.give('editor', on('/procedural-items'), followUp), 'itemId'));
};

/** 14 September: thirty days before the sessions. */
const circulate = async (story: Story): Promise<void> => {
  await publishVersion(story, { agendaId, changeNote: { en: 'First version.', fr: 'Première version.' } });
  await story.give('editor', on('/circulations'), { commentsUntil: inBrussels('2015-09-30T18:00') });
};

const exercise = {
  code: 'ZZ',
  name: { en: 'Exercise (invented)', fr: 'Exercice (inventé)' },
  region: 'EUR',
  accededOn: '2015-09-21',
  accessionVerified: false,
  correspondenceLanguage: 'fr',
  landlocked: true,
  kind: 'exercise',
  economicCommunities: [],
};

interface Circulated {
  readonly addressees: readonly { readonly member: string; readonly supplementary: boolean }[];
}

/** 21 September: a Member that was invented for the exercise joins, and is told by itself besides the list that stays as it was. */
const joinAfterCirculation = async (story: Story): Promise<void> => {
  await story.give('triage', '/members', exercise);
  await story.settle();
  const circulations = await story.ask<readonly Circulated[]>('triage', on('/circulations'));
  const told = circulations.flatMap(({ addressees }) => addressees).filter(({ supplementary }) => supplementary);
  if (!told.some(({ member }) => member === exercise.code)) throw new Error(`${exercise.code} was not sent the agenda`);
};

const source = 'For the exercise';

/** December: what can change of a Member, and that it leaves. */
const leave = async (story: Story): Promise<void> => {
  const change = { inForceFrom: '2015-12-01', source };
  const name = { en: 'Exercise Member (invented)', fr: 'Membre d’exercice (inventé)' };
  await story.give('triage', '/members/ZZ/name', { name, ...change });
  await story.give('triage', '/members/ZZ/region', { region: 'AP', ...change });
  await story.give('triage', '/members/ZZ/communities/join', { community: 'ASEAN', ...change });
  await story.give('triage', '/members/ZZ/communities/leave', { community: 'ASEAN', inForceFrom: '2015-12-08', source });
  await story.give('triage', '/members/ZZ/leave', { inForceFrom: '2015-12-31', source });
};

const plan = async (story: Story, firstNumber: number, days: { readonly start: string; readonly end: string }): Promise<string> => {
  const pair = `${firstNumber}/${firstNumber + 1}`;
  const sessionId = `PTC-${firstNumber}-${firstNumber + 1}`;
  await story.give('triage', '/sessions', {
    sessionId,
    body: 'PTC',
    bodyName: { en: 'Permanent Technical Committee', fr: 'Comité technique permanent' },
    firstNumber,
    label: { en: `Sessions ${pair}`, fr: `Sessions ${pair}` },
    ...days,
    place: 'Brussels',
  });
  return sessionId;
};

/** 20 July: the sessions after the next. */
const planSpring = async (story: Story): Promise<void> => {
  await plan(story, 211, { start: '2016-03-01', end: '2016-03-04' });
};

/** December: for the exercise, one pair of sessions meets by document and another is called off. */
const planExercise = async (story: Story): Promise<void> => {
  const byDocument = await plan(story, 991, { start: '2026-10-13', end: '2026-10-16' });
  const title = { en: 'By document', fr: 'Par document' };
  const agenda = `${byDocument}-agenda`;
  await story.give('editor', '/agendas/for-sessions', { agendaId: agenda, sessionId: byDocument, themeSetId: null, title });
  const classes = because('no_quorum', { agendaId: agenda, classes: [] });
  await story.give('editor', `/sessions/${byDocument}/by-document`, classes);
  const calledOff = await plan(story, 993, { start: '2027-03-02', end: '2027-03-05' });
  await story.give('editor', `/sessions/${calledOff}/cancel`, because('no_quorum'));
};

export const autumnAgendaActs: readonly Act[] = [
  { at: onDay('2015-07-20'), title: 'the sessions of spring are planned', play: planSpring },
  { at: onDay('2015-09-01', '07:00'), title: 'the agenda of October', play: build },
  { at: onDay('2015-09-14', '07:00'), title: 'it is circulated', play: circulate },
  { at: onDay('2015-09-21'), title: 'a Member joins after the circulation', play: joinAfterCirculation },
  { at: onDay('2015-12-09'), title: 'a Member of the exercise leaves', play: leave },
  { at: onDay('2015-12-11'), title: 'sessions of the exercise', play: planExercise },
];
