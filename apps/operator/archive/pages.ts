import type { ContributionDossier } from '../../../libs/application/src/index.ts';
import type { ArchivedAgenda, ArchivedAttachment, ArchivedConference } from './collect.ts';
import { attachmentPath, contributionPath, documentPath } from './files.ts';
import { html, link, page, table, type Html } from './html.ts';
import { texts, type ArchiveLanguage } from './texts.ts';

/** What the pages are made from. */
export interface ArchiveTold {
  readonly archived: ArchivedConference;
  /** Entries of the ledger that it shows. */
  readonly size: number;
  readonly origin: string;
}

/** What every page says of the record. */
const notes = (language: ArchiveLanguage, { standing: { clock, inventedSamples } }: ArchivedConference): readonly Html[] => {
  const t = texts[language];
  const virtual = clock?.mode === 'virtual' ? [html`<p><strong>${t.virtual}</strong></p>`] : [];
  const invented =
    inventedSamples === null
      ? []
      : [html`<p><strong>${t.invented} (${inventedSamples.count})${t.colon}${inventedSamples.note[language]}</strong></p>`];
  return [...virtual, ...invented];
};

const fileList = (language: ArchiveLanguage, attachments: readonly ArchivedAttachment[], up: string): Html => {
  const t = texts[language];
  const editions = attachments.flatMap((attachment) => attachment.editions);
  if (editions.length === 0) return html`<p>—</p>`;
  return html`<ul>
    ${editions.map((edition) =>
      edition.bytesDeletedAt === null
        ? html`<li>${link(`${up}${attachmentPath(edition)}`, edition.name)}</li>`
        : html`<li>${edition.name}${t.colon}${t.deleted} (${edition.sha256})</li>`,
    )}
  </ul>`;
};

const accountOf = ({ content }: ContributionDossier): readonly Html[] =>
  Object.entries(content.practice ?? {}).map(
    ([name, said]) =>
      html`<h3>${name}</h3>
        <pre>${String(said)}</pre>`,
  );

const decisionOf = (language: ArchiveLanguage, { decision }: ContributionDossier): readonly Html[] => {
  if (decision === null) return [];
  const { outcome, decidedAt, reasonCode, reasonText } = decision;
  const reason = reasonText[language] ?? reasonText.en ?? reasonText.fr ?? '';
  return [
    html`<h2>${texts[language].decision}</h2>
      <p>${outcome}, ${decidedAt} (${reasonCode}): ${reason}</p>`,
  ];
};

const contributionPage = (language: ArchiveLanguage, contribution: ContributionDossier, archived: ArchivedConference): Buffer => {
  const t = texts[language];
  const { reference, title, memberName, member, kind, stage, submittedAt, contentHash, content, editions } = contribution;
  const own = archived.attachments.filter(({ id }) => id === contribution.contributionId);
  return page(language, `${reference} ${title}`, [
    html`<p>${link('../index.html', t.back)}</p>
      <h1 lang="${content.language}">${title}</h1>`,
    ...notes(language, archived),
    html`<dl>
      <dt>${t.reference}</dt>
      <dd>${reference}</dd>
      <dt>${t.member}</dt>
      <dd>${memberName[language]} (${member})</dd>
      <dt>${t.kind}</dt>
      <dd>${t.kinds[kind]}</dd>
      <dt>${t.stage}</dt>
      <dd>${t.stages[stage]}</dd>
      <dt>${t.received}</dt>
      <dd>${submittedAt}</dd>
      <dt>${t.theme}</dt>
      <dd>${[contribution.primaryTheme, ...contribution.secondaryThemes].join(', ')}</dd>
      <dt>${t.hash}</dt>
      <dd>${contentHash}</dd>
    </dl>`,
    html`<h2>${t.text}</h2>
      <pre lang="${content.language}">${content.text}</pre>`,
    ...accountOf(contribution),
    ...decisionOf(language, contribution),
    html`<h2>${t.editions}</h2>`,
    table(
      ['', t.received, t.title],
      editions.map((edition) => [String(edition.edition), edition.at, edition.content.title]),
    ),
    html`<h2>${t.files}</h2>`,
    fileList(language, own, '../../'),
  ]);
};

const agendaPart = (language: ArchiveLanguage, { versions, outcomes }: ArchivedAgenda): readonly Html[] => {
  const t = texts[language];
  const latest = versions.find(({ status }) => status === 'published') ?? versions[0];
  if (latest === undefined) return [];
  const done = new Map(outcomes?.items.map(({ itemId, outcome }) => [itemId, outcome]));
  const saidOf = (itemId: string): string => {
    const outcome = done.get(itemId) ?? null;
    return outcome === null
      ? ''
      : `${outcome.verb}${texts[language].colon}${outcome.statement[language] ?? outcome.statement.en ?? outcome.statement.fr ?? ''}`;
  };
  const items = latest.content.headings.flatMap((heading) => heading.items.map((item) => ({ heading, item })));
  return [
    html`<h2>${t.agenda}${t.colon}${latest.content.title[language]}, ${t.version} ${latest.version}</h2>`,
    table(
      [t.item, t.title, t.outcomes],
      items.map(({ heading, item }) => [`${heading.number} ${item.letter}`, item.title[language], saidOf(item.itemId)]),
    ),
  ];
};

const documentsPart = (language: ArchiveLanguage, { documents }: ArchivedConference): readonly Html[] => {
  const t = texts[language];
  const rows = documents.map((document) => [
    link(`../${documentPath(document)}`, document.symbol ?? document.documentId),
    document.header.title ?? '',
    document.importedAt,
  ]);
  return [html`<h2>${t.documents}</h2>`, table([t.symbol, t.title, t.received], rows)];
};

const contributionsPart = (language: ArchiveLanguage, { contributions }: ArchivedConference): readonly Html[] => {
  const t = texts[language];
  const rows = contributions.map(({ reference, memberName, kind, title, stage }) => [
    link(contributionPath(reference), reference),
    memberName[language],
    t.kinds[kind],
    title,
    t.stages[stage],
  ]);
  return [html`<h2>${t.contributions}</h2>`, table([t.reference, t.member, t.kind, t.title, t.stage], rows)];
};

const decisionsPart = (language: ArchiveLanguage, { decisions, actions }: ArchivedConference): readonly Html[] => {
  const t = texts[language];
  return [
    html`<h2>${t.decisions}</h2>`,
    table(
      [t.title, t.status],
      decisions.map(({ decisionId, words, quote, status }) => [words?.title[language] ?? quote?.quote ?? decisionId, status]),
    ),
    html`<h2>${t.actions}</h2>`,
    table(
      [t.title, t.owner, t.due, t.status],
      actions.map(({ title, owner, dueSession, status }) => [title[language], owner, dueSession.sessionId, status]),
    ),
  ];
};

const indexPage = (language: ArchiveLanguage, { archived, size, origin }: ArchiveTold): Buffer => {
  const t = texts[language];
  const other = language === 'en' ? 'fr' : 'en';
  const { conference, agendas } = archived;
  return page(language, `${t.archive}${t.colon}${conference.name[language]}`, [
    html`<p>${link(`../${other}/index.html`, t.other)}</p>
      <h1>${conference.name[language]}</h1>`,
    ...notes(language, archived),
    html`<dl>
        <dt>${t.dates}</dt>
        <dd>${conference.start ?? conference.month}–${conference.end ?? ''}</dd>
        <dt>${t.place}</dt>
        <dd>${conference.place}</dd>
        <dt>${t.status}</dt>
        <dd>${conference.status === 'cancelled' ? t.conference.cancelled : t.conference.reported}</dd>
      </dl>
      <p>${t.standing} ${size} (${origin})</p>`,
    ...documentsPart(language, archived),
    ...agendas.flatMap((agenda) => agendaPart(language, agenda)),
    ...contributionsPart(language, archived),
    ...decisionsPart(language, archived),
    html`<h2>${t.verify}</h2>
      <p>${t.verifySums}</p>
      <p>${t.verifyBundle}</p>
      <p>${link('../metadata/fields.json', t.metadata)}</p>`,
  ]);
};

/** Every page of an archive by its place: an index and one page for each contribution in both languages, and a first page. */
export const archivePages = (told: ArchiveTold): ReadonlyMap<string, Buffer> => {
  const { name } = told.archived.conference;
  const pages = new Map<string, Buffer>();
  const first = [
    html`<h1>${name.en}<br /><span lang="fr">${name.fr}</span></h1>`,
    html`<ul>
      <li>${link('en/index.html', 'English')}</li>
      <li lang="fr">${link('fr/index.html', 'Français')}</li>
    </ul>`,
  ];
  pages.set('index.html', page('en', name.en, first));
  for (const language of ['en', 'fr'] as const) {
    pages.set(`${language}/index.html`, indexPage(language, told));
    for (const contribution of told.archived.contributions)
      pages.set(`${language}/${contributionPath(contribution.reference)}`, contributionPage(language, contribution, told.archived));
  }
  return pages;
};
