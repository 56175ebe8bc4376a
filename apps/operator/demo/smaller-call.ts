import { because } from './reasons.ts';
import { inBrussels, onDay, type Act, type Story } from './story.ts';

const callId = 'PTC-207-208-information';
const path = `/calls/${callId}`;

const issue = async (story: Story, ref: string, expects: 'practice' | 'topic'): Promise<string> => {
  const documentId = story.made('PC0420E2');
  const { id } = await story.give('editor', '/guidance-requests', { documentId, ref, expects });
  return story.remember(`${ref} of the information paper`, id);
};

/** 13 February: the requests of the information paper, put to one region and to two Members, with a call of their own. */
const openSmallerCall = async (story: Story): Promise<void> => {
  const first = await issue(story, 'GR-1', 'practice');
  const second = await issue(story, 'GR-2', 'topic');
  await story.give('editor', `/guidance-requests/${first}/address`, { kind: 'region', region: 'ESA' });
  await story.give('editor', `/guidance-requests/${first}/closure-policy`, { basis: 'min_responses', minimum: 2 });
  await story.give('editor', `/guidance-requests/${second}/address`, { kind: 'named_members', members: ['KE', 'FR'] });
  await story.give('editor', '/calls', {
    callId,
    title: { en: 'Answers to the information paper', fr: 'Réponses au document d’information' },
    guidanceIds: [first, second],
    conferenceId: 'RIC-2015',
    themeSetId: 'ptc',
    closesForNew: inBrussels('2015-02-27T18:00'),
    closesForEdits: inBrussels('2015-03-03T18:00'),
  });
  await story.stands('call', callId, 'scheduled');
  await story.giveUntil('editor', `${path}/open`, null, ['call', callId, 'open']);
  await story.give('delegate:KE', `/guidance-requests/${first}/nil-returns`, { member: null });
};

const extendSmallerCall = async (story: Story): Promise<void> => {
  await story.give(
    'editor',
    `${path}/extend`,
    because('members_asked', { closesForNew: inBrussels('2015-03-02T18:00'), closesForEdits: null }),
  );
};

/** 9 March: it has closed by itself, twice; what nobody answered lapses, is asked for again and goes on in the other request. */
const endSmallerCall = async (story: Story): Promise<void> => {
  await story.stands('call', callId, 'closed_for_edits');
  await story.giveUntil('editor', `${path}/close`, null, ['call', callId, 'closed']);
  const second = story.made('GR-2 of the information paper');
  const request = `/guidance-requests/${second}`;
  await story.giveUntil('editor', `${request}/lapse`, because('no_answer'), ['guidance', second, 'lapsed']);
  await story.giveUntil('editor', `${request}/reopen`, because('body_asked'), ['guidance', second, 'open']);
  const supersededBy = story.made('GR-1 of the information paper');
  await story.giveUntil('editor', `${request}/supersede`, because('merged', { supersededBy }), ['guidance', second, 'superseded']);
};

/** 6 March: the Chair concludes that the other one goes on in October. */
export const carrySmallerRequest = async (story: Story): Promise<void> => {
  const first = story.made('GR-1 of the information paper');
  const request = `/guidance-requests/${first}`;
  await story.give('chair', `${request}/conclusions`, {
    sessionId: 'PTC-207-208',
    conclusion: 'carry_over',
    text: { en: 'The Committee comes back to it in October.', fr: 'Le Comité y reviendra en octobre.' },
  });
  const carried = because('further_guidance', { toSessionId: 'PTC-209-210' });
  await story.giveUntil('editor', `${request}/carry-over`, carried, ['guidance', first, 'carried_over']);
  story.remember('carried request', `${first}.PTC-209-210`);
  await story.stands('guidance', story.made('carried request'), 'issued');
};

export const smallerCallActs: readonly Act[] = [
  { at: onDay('2015-02-13'), title: 'a smaller call', play: openSmallerCall },
  { at: onDay('2015-02-24'), title: 'the smaller call is extended', play: extendSmallerCall },
  { at: onDay('2015-03-09'), title: 'the smaller call ends', play: endSmallerCall },
];
