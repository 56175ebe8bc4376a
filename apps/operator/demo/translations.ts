import { fieldOf, onDay, type Act, type Story } from './story.ts';

interface Listed {
  readonly translationId: string;
  readonly sourceHash: string;
  readonly status: string;
}

const find = async (story: Story, sampleId: string): Promise<Listed> => {
  const [found] = await story.ask<readonly Listed[]>('editor', `/translations?object=topic&id=${story.idOf(sampleId)}`);
  if (found === undefined) throw new Error(`no translation of ${sampleId}`);
  return found;
};

const isAt = async (story: Story, sampleId: string, status: string): Promise<void> => {
  const found = await find(story, sampleId);
  if (found.status !== status) throw new Error(`the translation of ${sampleId} is ${found.status} and not ${status}`);
};

/** 25 March: the title of a topic in the other language, given back once, revised, and stood for by somebody else. */
const translate = async (story: Story): Promise<void> => {
  const asked = await story.give('editor', '/translations', { object: 'topic', id: story.idOf('SUB-100'), field: 'title' });
  const path = `/translations/${story.remember('translation', fieldOf(asked, 'translationId'))}`;
  const translator = await story.people.accreditationOf('translator');
  await story.give('editor', `${path}/assign`, { translator, dueAt: '2015-04-10T16:00:00.000Z' });
  const { sourceHash } = await find(story, 'SUB-100');
  await story.give('translator', `${path}/deliver`, { text: 'Le transit en région : qui garantit', sourceHash });
  await story.give('reviser', `${path}/return`, { edition: 1, reason: 'Keep "regional transit" as one term.' });
  await story.give('translator', `${path}/deliver`, { text: 'Le transit régional : qui garantit', sourceHash });
  await story.give('reviser', `${path}/revise`, { edition: 2, text: 'Régimes de transit régional : qui garantit' });
  await story.refused('reviser', `${path}/certify`, { edition: 3 }, 'translation.translator_cannot_certify');
  await story.give('certifier', `${path}/certify`, { edition: 3 });
  await isAt(story, 'SUB-100', 'certified');
};

/** 27 March: the Member has changed its title, so the translation is stale; it is delivered anew. */
const translateAnew = async (story: Story): Promise<void> => {
  const path = `/translations/${story.made('translation')}`;
  await story.give('editor', `${path}/source`);
  const { sourceHash } = await find(story, 'SUB-100');
  await story.give('translator', `${path}/deliver`, { text: 'Transit régional : qui garantit', sourceHash });
  await story.give('certifier', `${path}/certify`, { edition: 4 });
  await isAt(story, 'SUB-100', 'certified');
};

export const translationActs: readonly Act[] = [
  { at: onDay('2015-03-25', '15:00'), title: 'a translation', play: translate },
  { at: onDay('2015-03-27', '10:00'), title: 'a translation that went stale', play: translateAnew },
];
