import { carrySmallerRequest } from './smaller-call.ts';
import { filePaper } from './papers.ts';
import { because } from './reasons.ts';
import { fieldOf, onDay, type Act, type Story } from './story.ts';

const id = 'PTC-207-208';
const session = `/sessions/${id}`;
const on = (path: string): string => `/agendas/${id}${path}`;

const statement = (en: string, fr: string) => ({ en, fr });

const outcome = async (story: Story, item: string, wish: object): Promise<void> => {
  await story.give('editor', on(`/items/${story.made(`march ${item}`)}/outcome`), { carriedTo: null, ...wish });
};

/** 3 March: the sessions open and adopt their agenda. */
const open = async (story: Story): Promise<void> => {
  await story.give('triage', `${session}/open`);
  await story.giveUntil('chair', on('/adopt'), null, ['agenda', id, 'adopted']);
  await outcome(story, 'opening', {
    verb: 'took_note',
    statement: statement('The sessions were opened.', 'Les sessions ont été ouvertes.'),
  });
  await outcome(story, 'adoption_of_agenda', {
    verb: 'agreed',
    statement: statement('The agenda was adopted.', 'L’ordre du jour a été adopté.'),
  });
  await story.give('chair', `${session}/suspend`, because('evening'));
};

/** 4 March: item IX - a, its presentation, and a record that a Member puts right. */
const discuss = async (story: Story): Promise<void> => {
  await story.give('chair', `${session}/resume`);
  const item = story.made('march presentation');
  const refused = { verb: 'recommended_to_governments', statement: statement('Recommended.', 'Recommandé.'), carriedTo: null };
  await story.refused('editor', on(`/items/${item}/outcome`), refused, 'agenda.cannot_recommend_to_governments');
  await outcome(story, 'presentation', {
    verb: 'gave_guidance',
    statement: statement('Members support the Conference.', 'Les Membres soutiennent la Conférence.'),
  });
  await story.give('editor', on(`/items/${item}/presentations`), {
    sha256: '5'.repeat(64),
    title: statement('Regional integration: an overview', 'Intégration régionale : un aperçu'),
    mediaType: 'application/pdf',
    sizeBytes: 120_000,
  });
  const correction = await story.give('delegate:KE', on(`/items/${item}/corrections`), {
    text: statement('The delegation of Kenya spoke of corridors.', 'La délégation du Kenya a parlé de corridors.'),
  });
  await story.give('editor', on(`/items/${item}/outcome/correct`), {
    verb: 'gave_guidance',
    statement: statement(
      'Members support the Conference and wish to speak of corridors.',
      'Les Membres soutiennent la Conférence et souhaitent traiter des corridors.',
    ),
    carriedTo: null,
    correctionId: fieldOf(correction, 'correctionId'),
  });
};

/** 6 March: closed in two steps; what was not reached goes to October. */
const close = async (story: Story): Promise<void> => {
  await carrySmallerRequest(story);
  await story.refused('chair', `${session}/begin-closing`, { agendaId: id }, 'session.items_open');
  const later = { verb: 'carried_forward', statement: statement('Not reached.', 'Non abordé.'), carriedTo: 'PTC-209-210' };
  await outcome(story, 'any_other_business', later);
  await story.give('chair', `${session}/begin-closing`, { agendaId: id });
  await story.giveUntil('chair', on('/close'), null, ['agenda', id, 'closed']);
  await story.settle();
};

const report = async (story: Story): Promise<void> => {
  const documentId = await filePaper(story, 'PC0440E1', ['Invented: report of the sessions of March', id]);
  await story.give('editor', `${session}/report`, { documentId });
};

const presentations = async (story: Story): Promise<void> => {
  await filePaper(story, 'PC0430E1', ['Invented: a background paper', id]);
  await filePaper(story, 'PC0430E2', ['Invented: a background paper, second edition', id]);
};

export const marchSessionActs: readonly Act[] = [
  { at: onDay('2015-02-12', '10:00'), title: 'background papers', play: presentations },
  { at: onDay('2015-03-03', '08:30'), title: 'the sessions open', play: open },
  { at: onDay('2015-03-04', '09:00'), title: 'item IX - a', play: discuss },
  { at: onDay('2015-03-06', '17:00'), title: 'the sessions close', play: close },
  { at: onDay('2015-03-20'), title: 'their report', play: report },
];
