// Where each page of the registry is looked at: real objects of the record that is shown. A path that is not here and has a
// parameter is an error, so that no page is forgotten.

/** @typedef {(path: string) => Promise<any>} Read  asks the API with the eyes of the page's role */

const first = async (read, path, pick) => {
  const answer = await read(path);
  const found = (Array.isArray(answer) ? answer : (answer?.items ?? [])).find(pick ?? (() => true));
  return found ?? null;
};

const agenda = (read) => first(read, '/agendas');
const topic = (read) => first(read, '/contributions?kind=topic');

/** Path of the registry → addresses to look at; null where the role has no such object. */
export const addresses = {
  '/*': async () => ['/nowhere'],
  '/join/:link': async () => ['/join/a-link'],
  '/set-up/:link': async () => [],
  '/agendas/:agendaId': async (read) => {
    const one = await agenda(read);
    return one === null ? null : [`/agendas/${one.agendaId}`];
  },
  '/agendas/:agendaId/v/:version': async (read) => {
    const one = await agenda(read);
    return one === null ? null : [`/agendas/${one.agendaId}/v/1`];
  },
  '/agendas/:agendaId/v/:version/items/:itemId': async (read) => {
    const one = await agenda(read);
    if (one === null) return null;
    const { content } = await read(`/agendas/${one.agendaId}/versions/1`);
    const item = content.headings.flatMap(({ items }) => items).find(({ topicId }) => topicId !== undefined);
    return item === undefined ? null : [`/agendas/${one.agendaId}/v/1/items/${item.itemId}`];
  },
  '/agendas/:agendaId/compare': async (read) => {
    const one = await agenda(read);
    return one === null ? null : [`/agendas/${one.agendaId}/compare`];
  },
  '/agendas/:agendaId/comments': async (read) => {
    const one = await agenda(read);
    return one === null ? null : [`/agendas/${one.agendaId}/comments`];
  },
  '/contributions/:contributionId': async (read) => {
    const one = await first(read, '/contributions');
    return one === null ? null : [`/contributions/${one.contributionId}`];
  },
  '/documents/:documentId': async (read) => {
    const one = await first(read, '/documents');
    return one === null ? null : [`/documents/${one.documentId}`];
  },
  '/drafts/:draftId': async (read) => {
    const one = await first(read, '/drafts');
    return one === null ? null : [`/drafts/${one.draftId}`];
  },
  '/triage/:contributionId': async (read) => {
    const one = await first(read, '/contributions');
    return one === null ? null : [`/triage/${one.contributionId}`];
  },
  '/merges/:topicId': async (read) => {
    const one = await topic(read);
    return one === null ? null : [`/merges/${one.contributionId}`];
  },
  '/acts/:command': async (read) => {
    const one = await topic(read);
    return one === null ? null : [`/acts/flagTopicSensitive?topicId=${one.contributionId}`];
  },
};
