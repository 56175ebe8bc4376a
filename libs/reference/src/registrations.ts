import type {
  CalendarDate,
  ConferenceAnnouncement,
  GroupingRegistration,
  GuidanceRequest,
  MemberCode,
  MemberRegistration,
  PriorDecision,
  ProjectRegistration,
  SessionPlan,
  StructureCountStatement,
  StructureRegistration,
  ThemeSetPublication,
} from '../../domain/src/index.ts';
import { communityRows, memberRows, projectRows, regionRows, sessionFile, structureRows, structureTypeRows, themeRows } from './files.ts';
import { statedCount } from './stated-count.ts';

/** The Members of March 2015 (BR-25, BR-26). */
export const memberRegistrations = (): readonly MemberRegistration[] =>
  memberRows().map((row) => ({
    code: row.iso2 as MemberCode,
    name: { en: row.nameEn, fr: row.nameFr },
    region: row.region,
    accededOn: row.accessionDate as CalendarDate,
    accessionVerified: row.accessionVerified,
    correspondenceLanguage: row.correspondenceLanguage === 'F' ? 'fr' : 'en',
    landlocked: row.landlocked,
    kind: row.memberKind,
    economicCommunities: row.recs,
  }));

const regions = (): readonly GroupingRegistration[] =>
  regionRows().map((row) => ({
    kind: 'region',
    code: row.code,
    name: { en: row.nameEn, fr: row.nameFr },
    shortName: { en: row.shortEn, fr: row.shortFr },
    members: row.members as readonly MemberCode[],
    outsiders: [],
    seat: null,
    establishedYear: null,
    sourceParagraphs: [],
    note: null,
  }));

const communities = (): readonly GroupingRegistration[] =>
  communityRows().map((row) => ({
    kind: 'economicCommunity',
    code: row.code,
    name: { en: row.nameEn, fr: row.nameFr },
    shortName: { en: row.code, fr: row.abbrFr },
    members: row.wcoMembers as readonly MemberCode[],
    outsiders: row.nonWcoMembers,
    seat: row.headquarters,
    establishedYear: row.established,
    sourceParagraphs: row.seedParas,
    note: row.notes,
  }));

/** Six regions and 37 Regional Economic Communities. */
export const groupingRegistrations = (): readonly GroupingRegistration[] => [...regions(), ...communities()];

/** Regional offices, training centres, liaison offices and laboratories. */
export const structureRegistrations = (): readonly StructureRegistration[] =>
  structureRows().map((row) => ({
    structureId: row.id,
    kind: row.type,
    region: row.region,
    name: row.name,
    hostCity: row.hostCity,
    host: row.hostIso2 ?? null,
    since: row.since === null ? null : String(row.since),
    confidence: row.confidence,
    source: row.source ?? null,
  }));

/** How many structures of each kind PC0410E1 states. */
export const structureCountStatements = (): readonly StructureCountStatement[] =>
  structureTypeRows().flatMap(({ code, nameEn, nameFr, seedCount, seedStatement, seedPara }) =>
    seedStatement === null
      ? []
      : [
          {
            kind: code,
            name: { en: nameEn, fr: nameFr },
            count: seedCount,
            statement: seedStatement,
            source: `${sessionFile().document.code} B${String(seedPara)}`,
          },
        ],
  );

/** Structures whose day of opening is known. */
export const structureOpenings = (): readonly {
  readonly structureId: string;
  readonly inForceFrom: CalendarDate;
  readonly source: string;
}[] =>
  structureRows().flatMap(({ id, openedOn, source }) =>
    openedOn === undefined || source === undefined ? [] : [{ structureId: id, inForceFrom: openedOn as CalendarDate, source }],
  );

/** The nine priorities of December 2013 and the cross-cutting tag (PC0410E1, paragraph 14). */
export const themeSetPublication = (): ThemeSetPublication => ({
  themeSetId: 'ptc',
  version: 1,
  decidedBy: 'Policy Commission, 70th Session, December 2013',
  themes: themeRows().map((row) => ({
    code: row.code,
    order: row.order,
    kind: row.kind === 'priority' ? 'priority' : 'crossCutting',
    label: { en: row.labelEn, fr: row.labelFr },
    shortLabel: { en: row.shortLabelEn, fr: row.shortLabelFr },
    keywords: { en: row.keywordsEn, fr: row.keywordsFr },
    sourceParagraph: row.sourcePara,
  })),
});

/** The project register of the annex, each fact with its paragraph. */
export const projectRegistrations = (): readonly ProjectRegistration[] => {
  const { code } = sessionFile().document;
  return projectRows().map((row) => ({
    projectId: row.id,
    kind: row.kind,
    name: row.name,
    aliases: row.aka,
    donors: row.donors,
    partners: row.partners,
    economicCommunities: row.recs,
    regions: row.regions,
    beneficiaries: row.beneficiaries,
    beneficiariesDerived: row.beneficiariesDerived ?? false,
    beneficiariesStated: row.beneficiariesStated,
    beneficiariesStatedCount: statedCount(row.beneficiariesStated),
    components: row.components,
    start: row.start,
    end: row.end,
    otherDates: row.otherDates.map(({ value, precision, what, para }) => ({ value, precision, what, paragraph: para })),
    budget: row.budget?.quote ?? null,
    themes: row.themes,
    highlights: row.highlights.map(({ para, quote, date, countries }) => ({
      paragraph: para,
      quote,
      date: date ?? null,
      countries: countries ?? [],
    })),
    issues: row.issues,
    sourceSymbol: code,
  }));
};

/** The session under way and the next one. */
export const sessionPlans = (): readonly SessionPlan[] => {
  const { committee, session, nextSession } = sessionFile();
  const body = { body: committee.code, bodyName: { en: committee.nameEn, fr: committee.nameFr }, languages: ['en', 'fr'] } as const;
  const dates = (plan: { readonly start: string; readonly end: string }) => ({
    start: plan.start as CalendarDate,
    end: plan.end as CalendarDate,
  });
  const [first, second] = nextSession.numbers;
  const nextLabel = { en: `${first}th/${second}th Sessions`, fr: `${first}ème/${second}ème sessions` };
  return [
    {
      sessionId: session.id,
      ...body,
      numbers: session.numbers,
      label: { en: session.label, fr: session.labelFr },
      ...dates(session),
      place: session.place,
    },
    { sessionId: nextSession.id, ...body, numbers: nextSession.numbers, label: nextLabel, ...dates(nextSession), place: session.place },
  ];
};

/** The conference as it was known on 29 January 2015: a month, no dates yet. */
export const conferenceAnnouncement = (): ConferenceAnnouncement => {
  const { conference, document } = sessionFile();
  return {
    conferenceId: conference.id,
    name: { en: conference.name, fr: conference.nameFr },
    month: '2015-06',
    place: conference.place,
    announcedIn: { symbol: document.code, paragraph: conference.announced.para },
  };
};

/** What the body agreed at its 205th/206th Sessions. */
export const priorDecisions = (): readonly PriorDecision[] => {
  const { previousDecisions, document } = sessionFile();
  return previousDecisions.map(({ ref, session, para, kind, quote, followUp }) => ({
    decisionId: ref,
    sessionId: session,
    kind,
    quote,
    source: { symbol: document.code, paragraph: para },
    followUp: followUp ?? null,
  }));
};

/** The two requests of paragraph 16, word for word. */
export const guidanceRequests = (): readonly GuidanceRequest[] => {
  const { guidanceRequests: rows, document, session } = sessionFile();
  return rows.map(({ ref, para, order, text, leadIn, submissionType }) => ({
    guidanceId: `${document.code.slice(0, 6)}.${ref}`,
    ref,
    order,
    source: { symbol: document.code, paragraph: para },
    documentId: null,
    sessionId: session.id,
    addressee: 'PTC delegates',
    leadIn: leadIn.replace(/:$/, ''),
    text,
    expects: submissionType === 'national-practice' ? 'practice' : 'topic',
  }));
};
