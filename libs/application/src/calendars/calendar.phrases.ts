import type { Bilingual } from '../../../domain/src/index.ts';
import type { CalendarKind } from '../../../projections/src/index.ts';

/** What an entry is called; `{title}` is what it is about. */
export const summaries: Readonly<Record<CalendarKind, Bilingual>> = {
  session: { en: '{title}', fr: '{title}' },
  conference: { en: '{title}', fr: '{title}' },
  slot: { en: '{title}', fr: '{title}' },
  call_new: { en: 'Last moment for contributions: {title}', fr: 'Date limite des contributions : {title}' },
  call_edits: { en: 'Last moment for changes: {title}', fr: 'Date limite des modifications : {title}' },
  comments: { en: 'Last moment for comments: {title}', fr: 'Date limite des observations : {title}' },
  item_class: { en: 'Last moment for comments: {title}', fr: 'Date limite des observations : {title}' },
  silence: { en: 'End of the silence procedure: {title}', fr: 'Fin de la procédure de silence : {title}' },
  clarification: { en: 'Answer to the Secretariat: {title}', fr: 'Réponse au Secrétariat : {title}' },
  entry_confirmation: { en: 'Confirmation of what was entered: {title}', fr: 'Confirmation de la saisie : {title}' },
  merge_consent: { en: 'Consent to a merger: {title}', fr: 'Consentement à une fusion : {title}' },
  freeze: { en: 'The agenda is frozen: {title}', fr: 'Gel de l’ordre du jour : {title}' },
  publication: { en: 'Publication of the agenda: {title}', fr: 'Publication de l’ordre du jour : {title}' },
};

const [meeting, programme, deadline] = [
  { en: 'Meeting', fr: 'Réunion' },
  { en: 'Programme', fr: 'Programme' },
  { en: 'Deadline', fr: 'Échéance' },
];

/** By which a calendar may colour its entries. */
export const categoryOf = (kind: CalendarKind): Bilingual => {
  if (kind === 'slot') return programme;
  return kind === 'session' || kind === 'conference' ? meeting : deadline;
};

export const calendarNames = {
  public: { en: 'Meetings and deadlines', fr: 'Réunions et échéances' },
  member: { en: 'Meetings and deadlines: {member}', fr: 'Réunions et échéances : {member}' },
  mine: { en: 'My meetings and deadlines', fr: 'Mes réunions et échéances' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Whose calendar: everybody's, a Member's, or one person's. */
export type CalendarScope = keyof typeof calendarNames;

export const draftProgramme: Bilingual = {
  en: 'Draft programme: it may still change.',
  fr: 'Projet de programme : il peut encore changer.',
};
