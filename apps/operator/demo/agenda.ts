import { agendaTitles } from './fixtures.ts';
import { fieldOf, type Story } from './story.ts';

interface Theme {
  readonly code: string;
  readonly kind: string;
  readonly label: { readonly en: string; readonly fr: string };
}

export const agendaId = 'RIC-2015';

/** Path of something of the agenda of the Conference. */
export const onAgenda = (path: string): string => `/agendas/${agendaId}${path}`;

/** The titles of an item; without a translation the Member's own words stand in both languages, and say so nowhere: so it is an error. */
export const titleOf = (sampleId: string): { readonly en: string; readonly fr: string } => {
  const title = agendaTitles()[sampleId];
  if (title === undefined) throw new Error(`no titles for ${sampleId}`);
  return title;
};

const addHeading = async (story: Story, theme: Theme): Promise<void> => {
  const heading = await story.give('editor', onAgenda('/headings'), { title: theme.label, theme: theme.code });
  const headingId = story.remember(`heading ${theme.code}`, fieldOf(heading, 'headingId'));
  for (const topic of story.accepted.filter(({ sample }) => sample.primaryTheme === theme.code)) {
    const item = await story.give('editor', onAgenda('/items'), {
      headingId,
      topicId: topic.contributionId,
      title: titleOf(topic.sample.id),
      actionLabels: ['for_discussion', 'for_guidance'],
    });
    story.remember(`item ${topic.sample.id}`, fieldOf(item, 'itemId'));
  }
};

const justify = async (story: Story, theme: Theme): Promise<void> => {
  await story.give('editor', onAgenda('/omissions'), {
    theme: theme.code,
    reason: {
      en: 'No topic under this priority was received in time.',
      fr: 'Aucun thème relevant de cette priorité n’a été reçu à temps.',
    },
  });
};

/** Builds the working agenda: one heading for each priority that has an accepted topic, a written reason for each that has none. */
export const buildAgenda = async (story: Story): Promise<void> => {
  const title = { en: 'Regional Integration Conference: agenda', fr: 'Conférence sur l’intégration régionale : ordre du jour' };
  await story.give('editor', '/agendas', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title });
  await story.stands('agenda', agendaId, 'building');
  const { themes } = await story.ask<{ themes: readonly Theme[] }>(null, '/themes');
  for (const theme of themes.filter(({ kind }) => kind === 'priority')) {
    const hasTopic = story.accepted.some(({ sample }) => sample.primaryTheme === theme.code);
    await (hasTopic ? addHeading(story, theme) : justify(story, theme));
  }
};

/** What a version of an agenda goes out with. */
interface Version {
  readonly agendaId: string;
  readonly changeNote: { readonly en: string; readonly fr: string };
  readonly final?: boolean;
}

/** Proposed by the editor and approved by another. @returns the content hash */
export const approveVersion = async (story: Story, { agendaId: id, ...wish }: Version): Promise<string> => {
  const proposed = await story.giveUntil('editor', `/agendas/${id}/propose`, wish, ['agenda', id, 'proposed']);
  const contentHash = fieldOf(proposed, 'contentHash');
  await story.giveUntil('approver', `/agendas/${id}/approve`, { contentHash }, ['agenda', id, 'approved']);
  return contentHash;
};

/** Proposed, approved by another, and published. @returns the content hash */
export const publishVersion = async (story: Story, version: Version): Promise<string> => {
  const contentHash = await approveVersion(story, version);
  await story.giveUntil('editor', `/agendas/${version.agendaId}/publish`, null, ['agenda', version.agendaId, 'published']);
  return contentHash;
};

/** 20 April: the draft agenda. */
export const publishDraft = async (story: Story): Promise<void> => {
  const changeNote = {
    en: 'First version: what the Members suggested, under the priorities of the Policy Commission.',
    fr: 'Première version : les thèmes suggérés par les Membres, sous les priorités de la Commission de politique générale.',
  };
  story.contentHash = await publishVersion(story, { agendaId, changeNote });
  story.agendaVersion = 1;
};
