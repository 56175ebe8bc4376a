import type { JSX } from 'preact';
import { href, Layout, type PageFrame } from '../components/layout.tsx';
import { say } from '../format.ts';

/** What a reader sees when there is nothing to see. */
export const FailurePage = ({ frame, kind }: { readonly frame: PageFrame; readonly kind: 'notFound' | 'unavailable' }): JSX.Element => (
  <Layout frame={frame} title={say(frame.language, `${kind}Title`)} standfirst={say(frame.language, `${kind}Text`)}>
    <p class="row mt2">
      <a class="btn primary" href={href(frame.language, '/')}>
        {say(frame.language, 'backHome')}
      </a>
    </p>
  </Layout>
);
