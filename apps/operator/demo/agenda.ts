import type { ApiClient } from './client.ts';
import { agendaTitles } from './fixtures.ts';
import type { Received } from './intake.ts';
import type { People } from './people.ts';

interface Theme {
  readonly code: string;
  readonly kind: string;
  readonly label: { readonly en: string; readonly fr: string };
}

const agendaId = 'RIC-2015';

/** The titles of an item; without a translation the Member's own words stand in both languages, and say so nowhere: so it is an error. */
const titleOf = ({ sample }: Received): { readonly en: string; readonly fr: string } => {
  const title = agendaTitles()[sample.id];
  if (title === undefined) throw new Error(`no titles for ${sample.id}`);
  return title;
};

const addHeading = async (client: ApiClient, people: People, theme: Theme, accepted: readonly Received[]): Promise<void> => {
  const heading = await client.post(people.editor, `/agendas/${agendaId}/headings`, { title: theme.label, theme: theme.code });
  const headingId = String(heading.events[0]?.data['headingId']);
  for (const topic of accepted.filter(({ sample }) => sample.primaryTheme === theme.code)) {
    await client.post(people.editor, `/agendas/${agendaId}/items`, {
      headingId,
      topicId: topic.contributionId,
      title: titleOf(topic),
      actionLabels: ['for_discussion', 'for_guidance'],
    });
  }
};

const justify = async (client: ApiClient, people: People, theme: Theme): Promise<void> => {
  await client.post(people.editor, `/agendas/${agendaId}/omissions`, {
    theme: theme.code,
    reason: {
      en: 'No topic under this priority was received in time.',
      fr: 'Aucun thème relevant de cette priorité n’a été reçu à temps.',
    },
  });
};

/** Builds the working agenda: one heading for each priority that has an accepted topic, a written reason for each that has none. */
export const buildAgenda = async (client: ApiClient, people: People, accepted: readonly Received[]): Promise<void> => {
  const title = { en: 'Regional Integration Conference: agenda', fr: 'Conférence sur l’intégration régionale : ordre du jour' };
  await client.post(people.editor, '/agendas', { agendaId, conferenceId: 'RIC-2015', themeSetId: 'ptc', title });
  const { themes } = await client.get<{ themes: readonly Theme[] }>('/themes');
  for (const theme of themes.filter(({ kind }) => kind === 'priority')) {
    const hasTopic = accepted.some(({ sample }) => sample.primaryTheme === theme.code);
    await (hasTopic ? addHeading(client, people, theme, accepted) : justify(client, people, theme));
  }
};

/** Proposed by the editor, approved by another, published. @returns the content hash */
export const publishAgenda = async (client: ApiClient, people: People): Promise<string> => {
  const changeNote = {
    en: 'First version: what the Members suggested, under the priorities of the Policy Commission.',
    fr: 'Première version : les thèmes suggérés par les Membres, sous les priorités de la Commission de politique générale.',
  };
  const proposed = await client.post(people.editor, `/agendas/${agendaId}/propose`, { changeNote });
  const contentHash = String(proposed.events[0]?.data['contentHash']);
  await client.post(people.approver, `/agendas/${agendaId}/approve`, { contentHash });
  await client.post(people.editor, `/agendas/${agendaId}/publish`, null);
  return contentHash;
};
