import type { PageEntry } from '../../page-routes.ts';

const open = (path: string, nav?: PageEntry['nav']): PageEntry => ({
  kind: 'page',
  path,
  area: 'public',
  roles: 'everybody',
  ...(nav === undefined ? {} : { nav }),
});

/** What everybody may read. */
export const publicPages = {
  home: open('/', { en: 'Conference', fr: 'Conférence' }),
  latestAgenda: open('/agendas/:agendaId', { en: 'Agenda', fr: 'Ordre du jour' }),
  agendaVersion: open('/agendas/:agendaId/v/:version'),
  compare: open('/agendas/:agendaId/compare'),
  lineOrigin: open('/agendas/:agendaId/v/:version/items/:itemId'),
  guidance: open('/guidance-requests', { en: 'Guidance requests', fr: 'Demandes d’orientation' }),
  documents: open('/documents', { en: 'Documents', fr: 'Documents' }),
  document: open('/documents/:documentId'),
  members: open('/members', { en: 'Members', fr: 'Membres' }),
  search: open('/search', { en: 'Search', fr: 'Recherche' }),
  ledger: { ...open('/ledger', { en: 'Proof', fr: 'Preuve' }), hasPast: false } satisfies PageEntry,
  copy: open('/copy'),
  nothing: open('/*'),
} as const;
