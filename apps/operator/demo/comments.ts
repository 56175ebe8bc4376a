import { agendaId, onAgenda, publishVersion } from './agenda.ts';
import type { Who } from './people.ts';
import { because } from './reasons.ts';
import { fieldOf, inBrussels, onDay, type Act, type Story } from './story.ts';

interface Comment {
  readonly kind: 'support' | 'amend' | 'object' | 'offer_speaker';
  readonly target: { readonly kind: 'item' | 'slot'; readonly id: string };
  readonly en: string;
}

const comment = async (story: Story, who: Who, { en, ...said }: Comment): Promise<string> =>
  fieldOf(await story.give(who, onAgenda('/comments'), { ...said, text: { en } }), 'commentId');

/** 22 to 29 April: Members support, amend, object and offer a speaker; an observer is heard apart. */
const commentOnDraft = async (story: Story): Promise<void> => {
  const slot = (theme: string) => ({ kind: 'slot', id: story.made(`slot ${theme}`) }) as const;
  const item = { kind: 'item', id: story.made('item SUB-026') } as const;
  const objection = await comment(story, 'delegate:EG', { kind: 'object', target: slot('FREE_ZONES'), en: 'This slot comes too early.' });
  const support = await comment(story, 'delegate:KE', { kind: 'support', target: item, en: 'We support it.' });
  const amendment = await comment(story, 'delegate:FR', { kind: 'amend', target: item, en: 'Speak of appeals.' });
  const offer = await comment(story, 'delegate:BR', { kind: 'offer_speaker', target: slot('AEO'), en: 'We offer a speaker.' });
  const observer = await comment(story, 'observer', { kind: 'support', target: slot('CBM'), en: 'Observers welcome it.' });
  const second = await comment(story, 'delegate:KE', { kind: 'amend', target: slot('RISK'), en: 'Half an hour longer.' });
  await story.refused(
    'delegate:EG',
    onAgenda('/comments'),
    { kind: 'object', target: slot('FREE_ZONES'), text: { en: 'Again.' } },
    'agenda.objection_exists',
  );
  await story.give('delegate:UG', onAgenda(`/comments/${support}/cosign`));
  await story.give('delegate:KE', onAgenda(`/comments/${second}/withdraw`));
  Object.entries({ objection, support, amendment, offer, observer }).forEach(([name, id]) => story.remember(`comment ${name}`, id));
};

const join = async (story: Story): Promise<void> => {
  await story.give('delegate:BI', `${story.pathOf('SUB-091')}/join`);
  await story.give('editor', onAgenda(`/items/${story.made('item SUB-091')}/refresh`));
};

const extend = async (story: Story): Promise<void> => {
  const until = because('members_asked', { commentsUntil: inBrussels('2015-05-08T18:00') });
  await story.give('editor', onAgenda(`/circulations/${story.made('circulation')}/extend`), until);
};

/** 11 May: every comment has a disposition, with a reason. */
const dispose = async (story: Story): Promise<void> => {
  const final = { changeNote: { en: 'Final agenda.', fr: 'Ordre du jour final.' }, final: true };
  await story.refused('editor', onAgenda('/propose'), final, 'agenda.comments_undisposed');
  const answers = [
    ['objection', 'partly', 'The slot moves to the afternoon.'],
    ['support', 'noted', 'Noted with thanks.'],
    ['amendment', 'accepted', 'The title speaks of appeals.'],
    ['offer', 'accepted', 'The speaker is invited.'],
    ['observer', 'noted', 'Noted.'],
  ] as const;
  for (const [name, disposition, en] of answers)
    await story.give('editor', onAgenda(`/comments/${story.made(`comment ${name}`)}/dispose`), { disposition, reason: { en } });
};

/** The Chair lets one late topic in, and the items follow the comments. */
const revise = async (story: Story): Promise<void> => {
  const late = story.idOf('SUB-116');
  await story.give('editor', onAgenda('/late-topics'), { topicId: late });
  await story.give('chair', onAgenda(`/late-topics/${late}/ruling`), because('urgent', { ruling: 'admitted' }));
  await story.settle();
  const add = async (sampleId: string, theme: string, title: { en: string; fr: string }): Promise<void> => {
    const wish = { headingId: story.made(`heading ${theme}`), topicId: story.idOf(sampleId), title, actionLabels: ['for_discussion'] };
    story.remember(`item ${sampleId}`, fieldOf(await story.give('editor', onAgenda('/items'), wish), 'itemId'));
  };
  await add('SUB-116', 'INFO_EXCHANGE', { en: 'Data before the train', fr: 'Les données avant le train' });
  await add('SUB-078', 'FREE_ZONES', {
    en: 'Re-exports from large free zones',
    fr: 'Réexportations depuis les grandes zones franches',
  });
  const title = { en: 'One law, five tribunals: appeals', fr: 'Une loi, cinq tribunaux : les recours' };
  await story.give('editor', onAgenda(`/items/${story.made('item SUB-026')}/title`), { title });
};

/** 13 May: the final agenda, circulated and approved by the Secretariat. */
const publishFinal = async (story: Story): Promise<void> => {
  const changeNote = { en: 'Final agenda, after the comments.', fr: 'Ordre du jour final, après les commentaires.' };
  story.contentHash = await publishVersion(story, { agendaId, changeNote, final: true });
  story.agendaVersion = 2;
  await story.give('editor', onAgenda('/circulations'), { commentsUntil: null });
  await story.giveUntil('approver', onAgenda('/adopt'), null, ['agenda', agendaId, 'adopted']);
  await story.settle();
  await story.stands('topic', story.idOf('SUB-116'), 'published');
};

/** 20 May: two Members ask for a published topic back; one gets it, and its item stays on record. */
const askBack = async (story: Story): Promise<void> => {
  await story.give('delegate:MU', `${story.pathOf('SUB-022')}/request-withdrawal`, because('no_longer_relevant'));
  await story.give('approver', `${story.pathOf('SUB-022')}/refuse-withdrawal`, because('speakers_engaged'));
  await story.give('delegate:KW', `${story.pathOf('SUB-018')}/request-withdrawal`, because('no_longer_relevant'));
  const granted = ['topic', story.idOf('SUB-018'), 'withdrawn'] as const;
  await story.giveUntil('approver', `${story.pathOf('SUB-018')}/grant-withdrawal`, because('member_request'), granted);
};

export const commentActs: readonly Act[] = [
  { at: onDay('2015-04-22'), title: 'comments on the draft', play: commentOnDraft },
  { at: onDay('2015-04-29', '12:00'), title: 'a Member joins a topic', play: join },
  { at: onDay('2015-05-05'), title: 'more time for comments', play: extend },
  { at: onDay('2015-05-11'), title: 'dispositions', play: dispose },
  { at: onDay('2015-05-12'), title: 'late topics and changes', play: revise },
  { at: onDay('2015-05-13', '07:00'), title: 'the final agenda', play: publishFinal },
  { at: onDay('2015-05-20'), title: 'published topics are asked back', play: askBack },
];
