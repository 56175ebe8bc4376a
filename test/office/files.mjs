// Every document and table that leaves the house, of the record of the demonstration.

const agenda = (version) => `/documents-out/agendas/RIC-2015/versions/${version}`;

const documents = {
  agenda: `${agenda(3)}/agenda`,
  annotated: `${agenda(3)}/annotated-agenda`,
  differences: `${agenda(3)}/differences-from/1`,
  circulation: `${agenda(1)}/circulation-note`,
  outcomes: '/documents-out/agendas/RIC-2015/outcome-record',
  compendium: '/documents-out/compendium',
  coverage: '/documents-out/coverage',
  synthesis: '/documents-out/guidance-requests/PC0410.GR-2/synthesis',
  'follow-up': '/documents-out/sessions/PTC-209-210/follow-up',
};

const lists = ['contributions', 'triage', 'members', 'guidance-requests', 'decisions', 'actions', 'documents', 'compendium', 'agenda'];

// Ages in the queue follow the clock: it is asked for as of the last entry.
const more = { agenda: '&agendaId=RIC-2015', triage: '&asOf={n}' };

const languages = ['en', 'fr'];

/** Name and address of each: nine documents in three forms and nine lists in three, in both languages; calendars and feeds. */
export const everyFile = [
  ...Object.entries(documents).flatMap(([name, path]) =>
    languages.flatMap((language) =>
      ['pdf', 'docx', 'md'].map((format) => ({
        name: `${name}-${language}.${format}`,
        path: `/api/v1${path}?language=${language}&format=${format}`,
      })),
    ),
  ),
  ...lists.flatMap((list) =>
    languages.flatMap((language) =>
      ['csv', 'xlsx', 'jsonl'].map((format) => ({
        name: `list-${list}-${language}.${format}`,
        path: `/api/v1/tables/${list}?in=${language}&format=${format}${more[list] ?? ''}`,
      })),
    ),
  ),
  ...languages.flatMap((language) => [
    { name: `calendar-${language}.ics`, path: `/api/v1/calendars/public?language=${language}` },
    { name: `publications-${language}.xml`, path: `/api/v1/feeds/publications?language=${language}&limit=200` },
    { name: `decisions-${language}.xml`, path: `/api/v1/feeds/decisions?language=${language}&limit=200` },
  ]),
];
