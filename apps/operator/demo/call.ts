import { workingDocument } from './fixtures.ts';
import { inBrussels, type Act, type Story } from './story.ts';

const callId = 'RIC-2015-input';

/** 29 January: the document is imported and confirmed, its requests issued, the call opened. */
const openCall = async (story: Story): Promise<void> => {
  const { bytes } = workingDocument();
  const { id, events } = await story.give('triage', '/documents', bytes);
  await story.give('triage', `/documents/${id}/confirm`, { sessionId: 'PTC-207-208', supplied: {} });
  const imported = events.find(({ type }) => type === 'WorkingDocumentImported')?.data;
  const proposed = imported?.['guidanceRequests'] as readonly { readonly ref: string; readonly text: string }[];
  const issued: Record<string, string> = {};
  for (const { ref, text } of proposed) {
    const expects = /topic/i.test(text) ? 'topic' : 'practice';
    issued[expects] = (await story.give('triage', '/guidance-requests', { documentId: id, ref, expects })).id;
  }
  const { practice = '', topic = '' } = issued;
  await story.stands('guidance', topic, 'issued');
  await story.give('triage', '/calls', {
    callId,
    title: { en: 'Contributions to the Regional Integration Conference', fr: 'Contributions à la Conférence sur l’intégration régionale' },
    guidanceIds: [practice, topic].sort(),
    conferenceId: 'RIC-2015',
    themeSetId: 'ptc',
    closesForNew: inBrussels('2015-03-31T23:59'),
    closesForEdits: inBrussels('2015-04-16T18:00'),
  });
  await story.giveUntil('triage', `/calls/${callId}/open`, null, ['call', callId, 'open']);
  await story.stands('guidance', topic, 'open');
  const { symbol } = imported?.['header'] as { readonly symbol: string };
  story.requests = { documentId: id, symbol, practice, topic, callId };
};

const palestine = {
  code: 'PS',
  name: { en: 'Palestine', fr: 'Palestine' },
  region: 'MENA',
  accededOn: '2015-03-24',
  accessionVerified: false,
  correspondenceLanguage: 'en',
  landlocked: false,
  kind: 'state',
  economicCommunities: [],
};

const conferenceDates = {
  start: '2015-06-15',
  end: '2015-06-16',
  source: 'https://www.wcoomd.org/en/media/newsroom/2015/june/successful-wco-regional-integration-conference.aspx',
};

const record = async (story: Story, path: string, body: unknown): Promise<void> => {
  await story.give('triage', path, body);
};

/** The call, and what happens on fixed days besides contributions. */
export const callActs: readonly Act[] = [
  { at: '2015-01-29T08:00:00Z', title: 'the call', play: openCall },
  { at: '2015-03-24T08:00:00Z', title: 'Palestine accedes', play: (story) => record(story, '/members', palestine) },
  { at: '2015-04-10T08:00:00Z', title: 'dates', play: (story) => record(story, '/conferences/RIC-2015/dates', conferenceDates) },
];
