import type { Bilingual } from '../../../libs/domain/src/index.ts';
import { pageRegistry } from '../page-registry.ts';
import type { PageEntry } from '../page-routes.ts';
import type { PageFrame } from './frame.ts';

/** One place that the navigation of every page leads to. */
export interface Place {
  readonly name: Bilingual;
  /** Address without its language. */
  readonly place: string;
}

type Named = PageEntry & { readonly nav: Bilingual };

const named = pageRegistry.filter((entry): entry is Named => entry.kind === 'page' && entry.nav !== undefined);

const isFor = ({ roles }: PageEntry, who: PageFrame['who']): boolean => roles === 'everybody' || (who !== null && roles.includes(who.role));

/** Where the reader may go: first what is made for the reader's role, then what everybody reads; nothing that would be refused. */
export const placesFor = ({ who, agendaId }: Pick<PageFrame, 'who' | 'agendaId'>): readonly Place[] =>
  [...named.filter(({ roles }) => roles !== 'everybody'), ...named.filter(({ roles }) => roles === 'everybody')]
    .filter((entry) => isFor(entry, who) && (agendaId !== null || !entry.path.includes(':agendaId')))
    .map(({ nav, path }) => ({ name: nav, place: path.replace(':agendaId', agendaId ?? '') }));
