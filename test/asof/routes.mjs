// Every question of the API, with what is put into its path and its parameters; or why it has no past.

/** Questions that have no past, each with the reason. They have to say so: 400 `asof.not_available`. */
export const exceptions = {
  '/api/v1/drafts': 'unreleased text is nobody’s record: no past of it is kept',
  '/api/v1/drafts/{draftId}': 'unreleased text is nobody’s record: no past of it is kept',
  '/api/v1/drafts/{draftId}/files/{attachmentId}/content': 'files of unreleased text: no past of them is kept',
  '/api/v1/ledger/checkpoint': 'the signed head of the ledger: it is about every size, not of one',
  '/api/v1/ledger/consistency': 'takes the sizes it speaks of as parameters',
  '/api/v1/ledger/tile/{path}': 'a file of the tree: it is the same at every size that has it',
  '/api/v1/receipts/{contributionId}': 'a proof against the last signed head',
  '/api/v1/sign-in/session': 'speaks of the browser that asks, not of the record',
  '/api/v1/sign-in/second-factor': 'speaks of the browser that asks, not of the record',
  '/api/v1/sign-in/sessions': 'speaks of the browser that asks, not of the record',
  '/api/v1/access-tokens': 'tokens of whoever asks: no part of the record',
  '/api/v1/calendars/links': 'how somebody reads his calendar is no part of the record: no past of it is kept',
  '/api/v1/persons': 'people are shown as the directory knows them today',
  '/api/v1/persons/{personId}': 'people are shown as the directory knows them today',
};

/** Answers whose lists are compared without their order, each with the reason. */
export const unordered = {
  '/api/v1/search':
    'rank counts everything that was ever entered, as libs/DECISIONS.md says: which hits, what they show and how many are compared, not their order',
};

/** Evenly spread over a list, first and last among them. */
export const spread = (items, most) =>
  items.length <= most
    ? items
    : Array.from({ length: most }, (_one, place) => items[Math.round((place * (items.length - 1)) / Math.max(1, most - 1))]);

const paths = (name) => (ids) => ids[name].map((id) => ({ [name]: id }));

/** By path of the API: sets of path parameters, by what is on record; a question without any asks once. */
const ofPath = {
  '/api/v1/actions/{actionId}': paths('actionId'),
  '/api/v1/agendas/{agendaId}': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/circulations': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/comments': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/difference': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/outcomes': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/traces': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/versions': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/versions/{version}': (ids) => ids.versions,
  '/api/v1/agendas/{agendaId}/versions/{version}/annotated': (ids) => ids.versions,
  '/api/v1/agendas/{agendaId}/versions/{version}/lines/{itemId}': (ids) => ids.lines,
  '/api/v1/agendas/{agendaId}/working': paths('agendaId'),
  '/api/v1/agendas/{agendaId}/working/annotated': paths('agendaId'),
  '/api/v1/attachments/{attachmentId}': paths('attachmentId'),
  '/api/v1/attachments/{attachmentId}/content': paths('attachmentId'),
  // Links are made outside the record; what they show is asked as `mine` and `member`.
  '/api/v1/calendars/by-link/{link}': () => [],
  '/api/v1/chain/{id}': (ids) => ids.nodes.map((id) => ({ id })),
  '/api/v1/chain/{id}/prov': (ids) => ids.nodes.map((id) => ({ id })),
  '/api/v1/conferences/{conferenceId}': paths('conferenceId'),
  '/api/v1/conferences/{conferenceId}/registrations': paths('conferenceId'),
  '/api/v1/contributions/{contributionId}': paths('contributionId'),
  '/api/v1/decisions/{decisionId}': paths('decisionId'),
  '/api/v1/deliveries/{deliveryId}': paths('deliveryId'),
  '/api/v1/documents/{documentId}': paths('documentId'),
  '/api/v1/documents/{documentId}/source': paths('documentId'),
  '/api/v1/documents/{documentId}/difference/{laterId}': ({ documentId }) =>
    documentId.slice(1).map((laterId, place) => ({ documentId: documentId[place], laterId })),
  '/api/v1/documents-out/agendas/{agendaId}/outcome-record': paths('agendaId'),
  '/api/v1/documents-out/agendas/{agendaId}/versions/{version}/agenda': (ids) => ids.versions,
  '/api/v1/documents-out/agendas/{agendaId}/versions/{version}/annotated-agenda': (ids) => ids.versions,
  '/api/v1/documents-out/agendas/{agendaId}/versions/{version}/circulation-note': (ids) => ids.versions,
  '/api/v1/documents-out/agendas/{agendaId}/versions/{version}/differences-from/{from}': (ids) =>
    ids.versions.filter(({ version }) => Number(version) > 1).map((one) => ({ ...one, from: String(Number(one.version) - 1) })),
  '/api/v1/documents-out/guidance-requests/{guidanceId}/synthesis': paths('guidanceId'),
  '/api/v1/documents-out/sessions/{sessionId}/follow-up': paths('sessionId'),
  '/api/v1/erasures/{erasureId}': paths('erasureId'),
  '/api/v1/guidance-requests/{guidanceId}': paths('guidanceId'),
  '/api/v1/guidance-requests/{guidanceId}/grid': paths('guidanceId'),
  '/api/v1/history/{object}/{id}': (ids) => ids.objects,
  '/api/v1/history/{object}/{id}/file': (ids) => ids.objects,
  '/api/v1/history/{object}/{id}/state': (ids) => ids.objects,
  '/api/v1/instances/{object}/{id}': (ids) => ids.instances,
  '/api/v1/members/{code}': paths('code'),
  '/api/v1/projects/{projectId}': paths('projectId'),
  '/api/v1/record/history/{stream}': (ids) => ids.streams.map((stream) => ({ stream })),
  '/api/v1/sessions/{sessionId}': paths('sessionId'),
  '/api/v1/sessions/{sessionId}/follow-up': paths('sessionId'),
  '/api/v1/tables/{list}': () =>
    ['contributions', 'triage', 'members', 'guidance-requests', 'decisions', 'actions', 'documents', 'compendium', 'agenda'].map(
      (list) => ({ list }),
    ),
  '/api/v1/themes/versions/{version}': () => [{ version: '1' }, { version: '2' }],
  '/api/v1/topics/{topicId}/merge-workbench': paths('topicId'),
  '/api/v1/workflows/{name}/diagram': () => ['topic', 'practice', 'agenda', 'decision'].map((name) => ({ name })),
};

/** By path: sets of parameters behind the question mark; once without any unless told. */
const ofQuery = {
  '/api/v1/actions': () => [{}, { overdue: 'true' }],
  '/api/v1/agendas/{agendaId}/difference': () => [
    { from: '1', to: 'working' },
    { from: '1', to: '2' },
  ],
  '/api/v1/attachments': (ids) => ids.owners,
  '/api/v1/calendar': () => [{ year: '2015' }],
  '/api/v1/contributions': () => [{}, { kind: 'topic', limit: '5' }, { standing: 'true' }],
  '/api/v1/deliveries': () => [{}, { channel: 'inbox', limit: '5' }],
  '/api/v1/duplicate-suggestions': () => [{}, { limit: '5' }],
  '/api/v1/home': () => [{}],
  '/api/v1/notice-preview': ({ topicId }) => topicId.map((id) => ({ ruleId: 'topic-receipt', object: 'topic', id })),
  '/api/v1/search': () => [
    { q: 'transit', limit: '200' },
    { q: 'règles', language: 'fr', limit: '200' },
  ],
  '/api/v1/statistics': () => [{}, { kind: 'topic' }],
  '/api/v1/theme-suggestions': (ids) => ids.contributionId.map((contributionId) => ({ contributionId })),
  '/api/v1/translations': (ids) => ids.instances.map(({ object, id }) => ({ object, id })),
  '/api/v1/triage-queue': () => [{}, { late: 'true' }, { limit: '3' }],
};

const filled = (path, values) => path.replaceAll(/\{(\w+)\}/g, (_whole, name) => encodeURIComponent(values[name]));

const combinations = (path, ids, most) => {
  const inPath = ofPath[path]?.(ids) ?? [{}];
  const behind = ofQuery[path]?.(ids) ?? [{}];
  return spread(
    inPath.flatMap((one) => behind.map((other) => `${filled(path, one)}?${new URLSearchParams(other).toString()}`)),
    most,
  );
};

/** Paths of the description that nothing is said of here, and those that are spoken of and do not exist. */
export const unspoken = (described) => {
  const bare = described.filter((path) => path.includes('{') && !(path in ofPath) && !(path in exceptions));
  const gone = [...Object.keys(ofPath), ...Object.keys(ofQuery), ...Object.keys(exceptions)].filter((path) => !described.includes(path));
  return [...bare.map((path) => `${path} is not asked`), ...gone.map((path) => `${path} does not exist`)];
};

/** What is asked: one address per question, path of the API first. @param most  addresses per path */
export const addresses = (described, ids, most) =>
  described.filter((path) => !(path in exceptions)).flatMap((path) => combinations(path, ids, most).map((address) => ({ path, address })));
