import type {
  AgendaContent,
  ContributionContent,
  DocumentParagraph,
  GuidanceRequest,
  MemberRegistration,
  ProjectRegistration,
  StructureRegistration,
} from '../../../domain/src/index.ts';
import { fold, languageOfWords, namesOfNotionsIn, wordsOf } from '../../../text/src/index.ts';
import type { Projection } from '../projection.port.ts';
import type { ReadModelTransaction } from '../storage/read-database.ts';
import { enteredText, enterObject, type SearchedText } from './entries.ts';

const inLanguage = (language: 'en' | 'fr', text: SearchedText): { readonly en?: SearchedText; readonly fr?: SearchedText } =>
  language === 'en' ? { en: text } : { fr: text };

const contribution = (
  tx: ReadModelTransaction,
  kind: 'practice' | 'topic',
  id: string,
  { language, title, text }: ContributionContent,
): void => {
  enterObject(tx, { kind, id, parent: id, isOpen: false, ...inLanguage(language, { title, body: text }) });
};

/** A symbol tells its language by the letter behind its number: `PC0410F1`. */
const languageOfSymbol = (symbol: string): 'en' | 'fr' => (/^[A-Z]{2}\d{4}F/.test(symbol) ? 'fr' : 'en');

const guidance = (tx: ReadModelTransaction, { guidanceId, ref, leadIn, text, source }: GuidanceRequest): void => {
  const said = { title: `${ref} ${leadIn}`, body: text };
  enterObject(tx, {
    kind: 'guidance',
    id: guidanceId,
    parent: guidanceId,
    isOpen: true,
    ...inLanguage(languageOfSymbol(source.symbol), said),
  });
};

/** Lines of the version that is published now; lines that it no longer has are not found. */
const agenda = (tx: ReadModelTransaction, { agendaId, headings }: AgendaContent): void => {
  const lines = headings.flatMap((heading) => heading.items.map((item) => ({ heading, item, id: `${agendaId}/${item.itemId}` })));
  for (const { heading, item, id } of lines) {
    const said = (language: 'en' | 'fr'): SearchedText => ({
      title: item.title[language],
      body: [heading.title[language], item.annotation?.[language] ?? ''].filter((part) => part !== '').join('. '),
    });
    enterObject(tx, { kind: 'agendaItem', id, parent: agendaId, isOpen: true, en: said('en'), fr: said('fr') });
  }
  tx.run(
    "DELETE FROM search_entry WHERE kind = 'agendaItem' AND parent = ? AND id NOT IN (SELECT value FROM json_each(?))",
    agendaId,
    JSON.stringify(lines.map(({ id }) => id)),
  );
};

/** A paragraph with its bullets and what trails them; the import does not say its language, its small words do. */
const paragraph = (tx: ReadModelTransaction, documentId: string, { id, text, bullets, trailing }: DocumentParagraph): void => {
  const body = [text, ...bullets.map((bullet) => bullet.text), ...trailing.map((line) => line.text)].join('\n');
  const language = languageOfWords(wordsOf(body).map(({ surface }) => fold(surface))) ?? 'en';
  enterObject(tx, {
    kind: 'paragraph',
    id: `${documentId}#${id}`,
    parent: documentId,
    isOpen: false,
    ...inLanguage(language, { title: id, body }),
  });
};

const project = (tx: ReadModelTransaction, data: ProjectRegistration): void => {
  const { projectId, name, aliases, donors, partners, components, highlights } = data;
  const body = [...aliases, ...donors, ...partners, ...components, ...highlights.map(({ quote }) => quote)].join('\n');
  enterObject(tx, { kind: 'project', id: projectId, parent: projectId, isOpen: true, en: { title: name, body } });
};

/** What is said of a project later stands behind what was said first. */
const projectFact = (tx: ReadModelTransaction, projectId: string, said: string, name?: string): void => {
  const before = enteredText(tx, 'project', projectId)?.en;
  if (before === undefined) return;
  const en = { title: name ?? before.title, body: `${before.body}\n${said}` };
  enterObject(tx, { kind: 'project', id: projectId, parent: projectId, isOpen: true, en });
};

/** Registers name them by their letters; people look for what the letters stand for, in either language. */
const structure = (tx: ReadModelTransaction, { structureId, kind, name, hostCity }: StructureRegistration): void => {
  const names = namesOfNotionsIn(kind, 'en');
  const said = (language: 'en' | 'fr'): SearchedText => ({ title: name, body: [...names[language], hostCity ?? ''].join('. ') });
  enterObject(tx, { kind: 'structure', id: structureId, parent: structureId, isOpen: true, en: said('en'), fr: said('fr') });
};

const member = (tx: ReadModelTransaction, { code, name }: Pick<MemberRegistration, 'code' | 'name'>): void => {
  const en = { title: name.en, body: code };
  enterObject(tx, { kind: 'member', id: code, parent: code, isOpen: true, en, fr: { title: name.fr, body: code } });
};

interface NewEdition {
  readonly data: { readonly topicId?: string; readonly practiceId?: string; readonly content: ContributionContent };
}

const newEdition =
  (kind: 'practice' | 'topic') =>
  (tx: ReadModelTransaction, { data }: NewEdition): void => {
    contribution(tx, kind, data.topicId ?? data.practiceId ?? '', data.content);
  };

/** Later editions of what Members sent. */
const editions = {
  TopicAmended: newEdition('topic'),
  TopicEntryCorrected: newEdition('topic'),
  PracticeAmended: newEdition('practice'),
  PracticeEntryCorrected: newEdition('practice'),
};

/** What every object says, by its words. The index itself only grows: what stands now is told by `search_entry`. */
export const searchProjection: Projection = {
  name: 'search',
  version: 1,
  tables: ['search_entry'],
  immutableTables: ['search_text', 'search_index', 'search_vocabulary'],
  // The vocabulary shows what the index holds, whichever way its pages were written.
  ddl: `
    CREATE TABLE search_text (
      place INTEGER PRIMARY KEY, title_en TEXT NOT NULL, body_en TEXT NOT NULL, title_fr TEXT NOT NULL, body_fr TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE search_index USING fts5(title_en, body_en, title_fr, body_fr, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_index, 'col');
    CREATE TABLE search_entry (
      kind TEXT, id TEXT, parent TEXT NOT NULL, place INTEGER NOT NULL, is_open INTEGER NOT NULL, PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX search_entry_by_place ON search_entry (place);
    CREATE INDEX search_entry_by_parent ON search_entry (kind, parent);`,
  handlers: {
    TopicSubmitted: (tx, { data }) => {
      contribution(tx, 'topic', data.contributionId, data.content);
    },
    PracticeSubmitted: (tx, { data }) => {
      contribution(tx, 'practice', data.contributionId, data.content);
    },
    GuidanceRequestIssued: (tx, { data }) => {
      guidance(tx, data);
    },
    AgendaVersionPublished: (tx, { data }) => {
      agenda(tx, data.content);
    },
    WorkingDocumentParagraphsRead: (tx, { data }) => {
      data.paragraphs.forEach((each) => {
        paragraph(tx, data.documentId, each);
      });
    },
    WorkingDocumentConfirmed: (tx, { data }) => {
      tx.run("UPDATE search_entry SET is_open = 1 WHERE kind = 'paragraph' AND parent = ?", data.documentId);
    },
    ProjectRegistered: (tx, { data }) => {
      project(tx, data);
    },
    ProjectRenamed: (tx, { data }) => {
      projectFact(tx, data.projectId, data.from, data.name);
    },
    ProjectActivityReported: (tx, { data }) => {
      projectFact(tx, data.projectId, data.what);
    },
    ProjectComponentDefined: (tx, { data }) => {
      projectFact(tx, data.projectId, data.component);
    },
    ProjectDonorJoined: (tx, { data }) => {
      projectFact(tx, data.projectId, data.donor);
    },
    RegionalStructureRegistered: (tx, { data }) => {
      structure(tx, data);
    },
    MemberRegistered: (tx, { data }) => {
      member(tx, data);
    },
    MemberRenamed: (tx, { data }) => {
      member(tx, data);
    },
    ...editions,
  },
};
