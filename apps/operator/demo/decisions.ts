import { because } from './reasons.ts';
import { onDay, type Act, type Story } from './story.ts';

const words = (verb: string, en: string, fr: string) => ({
  title: { en: 'Regional integration', fr: 'Intégration régionale' },
  text: { en, fr },
  verb,
});

const draft = async (story: Story, decisionId: string, wish: object): Promise<void> => {
  const about = [`guidance-${story.asked().practice}`];
  const body = { decisionId, sessionId: 'PTC-209-210', about, ...wish };
  await story.giveUntil('editor', '/decisions', body, ['decision', decisionId, 'drafted']);
};

const circulate = async (story: Story, decisionId: string, deadline: string): Promise<void> => {
  const silence = ['decision', decisionId, 'silence_running'] as const;
  await story.giveUntil('approver', `/decisions/${decisionId}/circulate`, { deadline }, silence);
};

/** 22 June: two decisions are put under silence. */
const putUnderSilence = async (story: Story): Promise<void> => {
  await draft(story, 'DEC-COMPENDIUM', words('agreed', 'A compendium is kept.', 'Un recueil est tenu.'));
  await story.give('editor', '/decisions/DEC-COMPENDIUM/redraft', words('agreed', 'A compendium is published.', 'Un recueil est publié.'));
  await circulate(story, 'DEC-COMPENDIUM', '2015-07-06T13:00');
  await draft(story, 'DEC-FUND', words('agreed', 'A fund is set up.', 'Un fonds est créé.'));
  await circulate(story, 'DEC-FUND', '2015-07-08T13:00');
};

/** 1 July: one Member breaks the silence of the second; a later objection is put on record too. */
const object = async (story: Story): Promise<void> => {
  const broken = ['decision', 'DEC-FUND', 'silence_broken'] as const;
  const path = '/decisions/DEC-FUND/objections';
  await story.giveUntil('delegate:FR', path, { language: 'fr', text: 'Nous nous y opposons.' }, broken);
  await story.give('delegate:BR', path, { language: 'en', text: 'We object as well.' });
};

/** 9 July: silence has adopted the first; the Chair records that the other was not adopted. */
const afterSilence = async (story: Story): Promise<void> => {
  await story.stands('decision', 'DEC-COMPENDIUM', 'adopted');
  await story.giveUntil('editor', '/decisions/DEC-FUND/redraft', words('agreed', 'A fund is studied.', 'Un fonds est étudié.'), [
    'decision',
    'DEC-FUND',
    'drafted',
  ]);
  await story.giveUntil('chair', '/decisions/DEC-FUND/reject', because('no_consensus'), ['decision', 'DEC-FUND', 'not_adopted']);
};

const action = (actionId: string, about: string) => ({
  actionId,
  title: { en: 'Publish the compendium', fr: 'Publier le recueil' },
  owner: 'Secretariat',
  dueSessionId: 'PTC-209-210',
  about: [about],
});

const stage = (actionId: string, name: string): readonly [string, string, string] => ['action', actionId, name];

/** 10 July: what follows from the decision. */
const openActions = async (story: Story): Promise<void> => {
  for (const actionId of ['ACT-COMPENDIUM', 'ACT-TRAINING', 'ACT-SURVEY'])
    await story.giveUntil('editor', '/actions', action(actionId, 'decision-DEC-COMPENDIUM'), stage(actionId, 'open'));
  await story.giveUntil('editor', '/actions/ACT-COMPENDIUM/start', null, stage('ACT-COMPENDIUM', 'in_progress'));
  const dropped = stage('ACT-SURVEY', 'dropped');
  await story.giveUntil('editor', '/actions/ACT-SURVEY/drop', because('overtaken'), dropped);
};

/** 1 October: evidence is filed by one and judged by another; what needs longer goes to the session after. */
const fileEvidence = async (story: Story): Promise<void> => {
  const evidence = { documentId: story.made('PC0445E1'), note: { en: 'The compendium is out.', fr: 'Le recueil est paru.' } };
  await story.giveUntil('editor', '/actions/ACT-COMPENDIUM/evidence', evidence, stage('ACT-COMPENDIUM', 'evidence_filed'));
  await story.refused('editor', '/actions/ACT-COMPENDIUM/complete', null, 'workflow.four_eyes');
  await story.giveUntil('decider', '/actions/ACT-COMPENDIUM/complete', null, stage('ACT-COMPENDIUM', 'done'));
  const carried = because('more_time', { toSessionId: 'PTC-211-212' });
  await story.giveUntil('editor', '/actions/ACT-TRAINING/carry-forward', carried, stage('ACT-TRAINING', 'carried_forward'));
};

/** 15 October: adopted at the session in the words that were read out, forwarded to the Council, carried out, and in place of another. */
export const adoptAtSession = async (story: Story): Promise<void> => {
  const id = 'DEC-COUNCIL';
  const path = `/decisions/${id}`;
  await draft(
    story,
    id,
    words('forwarded_to_council', 'The Council is asked to endorse the list.', 'Le Conseil est prié d’entériner la liste.'),
  );
  const { words: current } = await story.ask<{ words: { textHash: string } }>('editor', path);
  await story.giveUntil('chair', `${path}/adopt`, { textHash: current.textHash }, ['decision', id, 'adopted']);
  const documentId = story.made('PC0445E1');
  await story.giveUntil('editor', `${path}/transmit`, { to: 'council', documentId }, ['decision', id, 'transmitted']);
  await story.giveUntil('editor', `${path}/implemented`, { documentId }, ['decision', id, 'implemented']);
  const superseded = ['decision', 'DEC-COMPENDIUM', 'superseded'] as const;
  await story.giveUntil('editor', '/decisions/DEC-COMPENDIUM/supersede', because('replaced', { supersededBy: id }), superseded);
};

export const decisionActs: readonly Act[] = [
  { at: onDay('2015-06-22'), title: 'decisions under silence', play: putUnderSilence },
  { at: onDay('2015-07-01'), title: 'a Member objects', play: object },
  { at: onDay('2015-07-09'), title: 'after the silence', play: afterSilence },
  { at: onDay('2015-07-10'), title: 'actions', play: openActions },
  { at: onDay('2015-10-01'), title: 'evidence', play: fileEvidence },
];
