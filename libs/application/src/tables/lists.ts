import {
  actions,
  agendaVersion,
  compendium,
  contributions,
  decisionBoard,
  documents,
  guidanceRegister,
  members,
  triageQueue,
  type ActionView,
  type CompendiumEntry,
  type ContributionView,
  type DecisionView,
  type DocumentView,
  type GuidanceView,
  type MemberView,
  type Page,
  type TriageEntry,
} from '../../../projections/src/index.ts';
import { itemLabel, type AgendaItem } from '../../../domain/src/index.ts';
import { wordsHash } from '../decision-facts.ts';
import { brusselsDate } from '../time/wall-time.ts';
import { listTable, textColumn as column, type ListTable } from './listed.ts';

const kinds = ['practice', 'topic'] as const;
const yesOrNo = ['true', 'false'] as const;
const pageOf = 200;

/** All pages of a list, one after the other: each is read when its rows are taken. */
function* allPages<Row>(read: (cursor: string | null) => Page<Row> | { readonly code: string }): Generator<Row> {
  for (let cursor: string | null = null; ;) {
    const page = read(cursor);
    if ('code' in page) return;
    yield* page.items;
    if (page.next === null) return;
    cursor = page.next;
  }
}

const contributionList = listTable<ContributionView>({
  title: { en: 'Contributions', fr: 'Contributions' },
  filters: {
    kind: kinds,
    member: null,
    theme: null,
    stage: null,
    guidanceId: null,
    callId: null,
    region: null,
    community: null,
    landlocked: yesOrNo,
    standing: yesOrNo,
  },
  columns: [
    column('contributionId', 'Id', 'Id', ({ contributionId }) => contributionId, { width: 38 }),
    column('reference', 'Reference', 'Référence', ({ reference }) => reference),
    column('kind', 'Kind', 'Nature', ({ kind }) => kind),
    column('member', 'Member', 'Membre', ({ member }) => member, { width: 8 }),
    column('memberName', 'Name of the Member', 'Nom du Membre', ({ memberName }, language) => memberName[language], { width: 28 }),
    column('region', 'Region', 'Région', ({ region }) => region, { width: 8 }),
    column('title', 'Title', 'Titre', ({ title }) => title, { width: 60 }),
    column('language', 'Language', 'Langue', ({ language }) => language, { width: 8 }),
    column('primaryTheme', 'Primary theme', 'Thème principal', ({ primaryTheme }) => primaryTheme),
    column('secondaryThemes', 'Other themes', 'Autres thèmes', ({ secondaryThemes }) => secondaryThemes.join(' ')),
    column('submittedAt', 'Submitted', 'Transmis le', ({ submittedAt }) => submittedAt, { type: 'instant', width: 20 }),
    column('late', 'Late', 'Tardif', ({ late }) => late, { type: 'yesNo', width: 8 }),
    column('stage', 'Stage', 'Étape', ({ stage }) => stage),
  ],
  rows: (env, filter, viewer) => allPages((cursor) => contributions(env.read, { filter: filter, viewer, limit: pageOf, cursor })),
});

const triageList = listTable<TriageEntry>({
  title: { en: 'Triage', fr: 'Tri' },
  filters: {
    kind: kinds,
    stage: null,
    theme: null,
    language: null,
    member: null,
    channel: null,
    late: yesOrNo,
    clock: ['running', 'paused'],
    overdue: null,
  },
  columns: [
    column('contributionId', 'Id', 'Id', ({ contributionId }) => contributionId, { width: 38 }),
    column('reference', 'Reference', 'Référence', ({ reference }) => reference),
    column('kind', 'Kind', 'Nature', ({ kind }) => kind),
    column('member', 'Member', 'Membre', ({ memberName }, language) => memberName[language], { width: 28 }),
    column('title', 'Title', 'Titre', ({ title }) => title, { width: 60 }),
    column('stage', 'Stage', 'Étape', ({ stage }) => stage),
    column('primaryTheme', 'Primary theme', 'Thème principal', ({ primaryTheme }) => primaryTheme),
    column('channel', 'Channel', 'Voie', ({ channel }) => channel),
    column('submittedAt', 'Received', 'Reçu le', ({ submittedAt }) => submittedAt, { type: 'instant', width: 20 }),
    column('ageSeconds', 'Age in seconds', 'Âge en secondes', ({ ageSeconds }) => ageSeconds, { type: 'number' }),
    column('clock', 'Clock', 'Horloge', ({ clock }) => clock),
    column('late', 'Late', 'Tardif', ({ late }) => late, { type: 'yesNo' }),
    column('overdue', 'Overdue', 'En retard', ({ overdue }) => overdue.map(({ deadline }) => deadline).join(' ')),
  ],
  rows: (env, filter, viewer) =>
    viewer.kind === 'internal'
      ? allPages((cursor) => triageQueue(env.read, { filter: filter, limit: pageOf, cursor, now: env.clock.now() }))
      : null,
});

const memberList = listTable<MemberView>({
  title: { en: 'Members', fr: 'Membres' },
  filters: {},
  columns: [
    column('code', 'Code', 'Code', ({ code }) => code, { width: 8 }),
    column('name', 'Name', 'Nom', ({ name }, language) => name[language], { width: 34 }),
    column('region', 'Region', 'Région', ({ region }) => region, { width: 8 }),
    column('accededOn', 'Member since', 'Membre depuis', ({ accededOn }) => accededOn, { type: 'date' }),
    column('correspondenceLanguage', 'Language', 'Langue', ({ correspondenceLanguage }) => correspondenceLanguage),
    column('landlocked', 'Landlocked', 'Sans littoral', ({ landlocked }) => landlocked, { type: 'yesNo' }),
    column('economicCommunities', 'Communities', 'Communautés', ({ economicCommunities }) => economicCommunities.join(' ')),
  ],
  rows: (env) => members(env.read, brusselsDate(env.clock.now())),
});

const guidanceList = listTable<GuidanceView>({
  title: { en: 'Guidance requests', fr: 'Demandes d’orientation' },
  filters: {},
  columns: [
    column('guidanceId', 'Id', 'Id', ({ guidanceId }) => guidanceId, { width: 26 }),
    column('document', 'Document', 'Document', ({ source }) => source.symbol),
    column('paragraph', 'Paragraph', 'Paragraphe', ({ source }) => source.paragraph),
    column('text', 'Text', 'Texte', ({ text }) => text, { width: 70 }),
    column('status', 'Status', 'État', ({ status }) => status),
    column('received', 'Received', 'Reçues', ({ received }) => received, { type: 'number' }),
    column('members', 'Members', 'Membres', ({ contributingMembers }) => contributingMembers, { type: 'number' }),
    column('addressees', 'Addressees', 'Destinataires', ({ addressees }) => addressees, { type: 'number' }),
    column('answered', 'Answered', 'Ont répondu', ({ answered }) => answered, { type: 'number' }),
    column('openedAt', 'Opened', 'Ouverte le', ({ openedAt }) => openedAt, { type: 'instant', width: 20 }),
  ],
  rows: (env, _filter, viewer) => guidanceRegister(env.read, viewer),
});

const decisionList = listTable<DecisionView>({
  title: { en: 'Decisions', fr: 'Décisions' },
  filters: {},
  columns: [
    column('decisionId', 'Id', 'Id', ({ decisionId }) => decisionId, { width: 38 }),
    column('session', 'Session', 'Session', ({ sessionId }) => sessionId),
    column('status', 'Status', 'État', ({ status }) => status),
    column('title', 'Title', 'Titre', ({ words }, language) => words?.title[language] ?? null, { width: 50 }),
    column('text', 'Text', 'Texte', ({ words, quote }, language) => words?.text[language] ?? quote?.quote ?? null, { width: 70 }),
    column('verb', 'Verb', 'Verbe', ({ words }) => words?.verb ?? null),
    column('about', 'About', 'Objet', ({ about }) => about.join(' ')),
  ],
  rows: (env, _filter, viewer) => decisionBoard(env.read, viewer, wordsHash),
});

const actionList = listTable<ActionView>({
  title: { en: 'Actions', fr: 'Actions' },
  filters: { owner: null, dueSessionId: null, overdue: yesOrNo },
  columns: [
    column('actionId', 'Id', 'Id', ({ actionId }) => actionId, { width: 38 }),
    column('title', 'Title', 'Titre', ({ title }, language) => title[language], { width: 60 }),
    column('owner', 'Owner', 'Responsable', ({ owner }) => owner),
    column('status', 'Status', 'État', ({ status }) => status),
    column('dueSession', 'Due session', 'Session d’échéance', ({ dueSession }) => dueSession.sessionId),
    column('overdue', 'Overdue', 'En retard', ({ overdue }) => overdue, { type: 'yesNo' }),
    column('evidence', 'Evidence', 'Preuves', ({ evidence }) => evidence.map(({ symbol }) => symbol).join(' ')),
  ],
  rows: (env, { owner, dueSessionId, overdue }, viewer) =>
    actions(
      env.read,
      {
        ...(owner === undefined ? {} : { owner }),
        ...(dueSessionId === undefined ? {} : { dueSessionId }),
        ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
      },
      viewer,
    ),
});

const documentList = listTable<DocumentView>({
  title: { en: 'Documents', fr: 'Documents' },
  filters: {},
  columns: [
    column('documentId', 'Id', 'Id', ({ documentId }) => documentId, { width: 38 }),
    column('symbol', 'Symbol', 'Cote', ({ symbol }) => symbol),
    column('title', 'Title', 'Titre', ({ header }) => header.title, { width: 60 }),
    column('documentDate', 'Date', 'Date', ({ header }) => header.documentDate, { type: 'date' }),
    column('status', 'Status', 'État', ({ status }) => status),
    column('sizeBytes', 'Bytes', 'Octets', ({ sizeBytes }) => sizeBytes, { type: 'number' }),
    column('sha256', 'SHA-256', 'SHA-256', ({ sha256 }) => sha256, { width: 66 }),
  ],
  rows: (env, _filter, viewer) => documents(env.read, viewer),
});

const practiceList = listTable<CompendiumEntry>({
  title: { en: 'Compendium', fr: 'Recueil' },
  filters: { instrument: null, theme: null, economicCommunity: null, level: ['national', 'regional'], member: null },
  columns: [
    column('practiceId', 'Id', 'Id', ({ practiceId }) => practiceId, { width: 38 }),
    column('reference', 'Reference', 'Référence', ({ reference }) => reference),
    column('member', 'Member', 'Membre', ({ memberName }, language) => memberName[language], { width: 28 }),
    column('title', 'Title', 'Titre', ({ title }) => title, { width: 60 }),
    column('text', 'Text', 'Texte', ({ text }) => text, { width: 80 }),
    column('theme', 'Theme', 'Thème', ({ primaryTheme }) => primaryTheme),
    column('community', 'Community', 'Communauté', ({ economicCommunity }) => economicCommunity),
    column('level', 'Level', 'Niveau', ({ account }) => account?.level ?? null),
    column('instrument', 'Instrument', 'Instrument', ({ account }) => account?.instrument ?? null, { width: 40 }),
    column('publishedAt', 'Published', 'Publié le', ({ publishedAt }) => publishedAt, { type: 'instant', width: 20 }),
  ],
  rows: (env, filter, viewer) =>
    compendium(env.read, Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)), viewer),
});

interface AgendaRow {
  readonly label: string;
  readonly item: AgendaItem;
}

const agendaList = listTable<AgendaRow>({
  title: { en: 'Agenda', fr: 'Ordre du jour' },
  filters: { agendaId: null },
  columns: [
    column('itemId', 'Id', 'Id', ({ item }) => item.itemId, { width: 38 }),
    column('label', 'Item', 'Point', ({ label }) => label),
    column('title', 'Title', 'Titre', ({ item }, language) => item.title[language], { width: 60 }),
    column('asked', 'Asked', 'Demande', ({ item }) => item.actionLabels.join(' '), { width: 30 }),
    column('sponsors', 'Members', 'Membres', ({ item }) => ('sponsors' in item ? item.sponsors.join(' ') : null)),
    column('reference', 'Topic', 'Thème', ({ item }) => ('topicReference' in item ? item.topicReference : null)),
  ],
  rows: (env, { agendaId = '' }) =>
    agendaVersion(env.read, agendaId, null)?.content.headings.flatMap(({ number, items }) =>
      items.map((item) => ({ label: itemLabel(number, item.letter), item })),
    ) ?? null,
});

/** Every list that can leave as a table, by name. */
export const listTables: Readonly<Record<string, ListTable>> = {
  contributions: contributionList,
  triage: triageList,
  members: memberList,
  'guidance-requests': guidanceList,
  decisions: decisionList,
  actions: actionList,
  documents: documentList,
  compendium: practiceList,
  agenda: agendaList,
};
