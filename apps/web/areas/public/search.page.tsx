import type { JSX } from 'preact';
import type { SearchAnswer, SearchHit } from '../../../../libs/application/src/index.ts';
import { searchKinds } from '../../../../libs/application/src/index.ts';
import { Empty, Entries, Entry } from '../../components/entries.tsx';
import { FilterBar, Pager } from '../../components/filter-bar.tsx';
import { href, type PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { tell } from './say.ts';

interface SearchShown {
  readonly frame: PageFrame;
  /** Null before anything was looked for. */
  readonly found: SearchAnswer | null;
}

/** Where what was found is read. */
const placeOf = ({ kind, id, parent }: SearchHit, agendaId: string | null): string => {
  if (kind === 'topic' || kind === 'practice') return `/contributions/${id}`;
  if (kind === 'guidance') return `/guidance-requests#${id}`;
  if (kind === 'paragraph') return `/documents/${id}`;
  if (kind === 'agendaItem') return `/agendas/${parent === '' ? (agendaId ?? '') : parent}#${id.split('/').at(-1) ?? ''}`;
  return kind === 'member' ? `/members#${id}` : '/documents';
};

const Marked = ({ pieces }: { readonly pieces: SearchHit['title'] }): JSX.Element => (
  <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
);

const standfirst = ({ frame: { language }, found }: SearchShown): string => {
  if (found === null || found.matched === 'none') return tell(language, 'searchHow');
  return tell(language, found.matched === 'all' ? 'found' : 'foundSome', { count: found.total });
};

/** Finds by words what the reader may know of, in both languages. */
export const SearchPage = (shown: SearchShown): JSX.Element => {
  const { frame, found } = shown;
  const { language } = frame;
  const kinds = searchKinds.map((kind) => ({ value: kind, label: tell(language, `kind_${kind}`) }));
  return (
    <Layout frame={frame} title={tell(language, 'searchTitle')} standfirst={standfirst(shown)}>
      <FilterBar
        frame={frame}
        label={tell(language, 'searchTitle')}
        words={tell(language, 'searchFor')}
        filters={[{ name: 'kind', label: tell(language, 'searchIn'), choices: kinds, all: tell(language, 'searchAll') }]}
      />
      {found !== null && found.items.length === 0 ? (
        <Empty title={tell(language, 'foundNone')} text={tell(language, 'foundNoneText')} />
      ) : null}
      {found === null || found.items.length === 0 ? null : (
        <>
          <Entries isPlain>
            {found.items.map((hit) => (
              <Entry
                when={tell(language, `kind_${hit.kind}`)}
                title={
                  <a href={href(frame, placeOf(hit, frame.agendaId))} lang={hit.language}>
                    <Marked pieces={hit.title} />
                  </a>
                }
              >
                <p lang={hit.language}>
                  <Marked pieces={hit.excerpt} />
                </p>
              </Entry>
            ))}
          </Entries>
          <Pager frame={frame} shown={found.items.length} total={found.total} next={found.next} />
        </>
      )}
    </Layout>
  );
};
