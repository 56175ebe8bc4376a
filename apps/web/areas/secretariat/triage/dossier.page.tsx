import type { JSX } from 'preact';
import { Layout } from '../../../components/layout.tsx';
import { sayFrom } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { triageTexts } from '../triage.texts.ts';
import { Dossier, type DossierShown } from './dossier.tsx';

const say = sayFrom(triageTexts);

/** The dossier on a page of its own. */
export const DossierPage = (shown: DossierShown): JSX.Element => {
  const { frame, dossier } = shown;
  const { language } = frame;
  return (
    <Layout
      frame={frame}
      density="wide"
      crumbs={<a href={linkTo(frame, '/triage')}>{say(language, 'title')}</a>}
      title={dossier.reference}
      standfirst={dossier.memberName[language]}
    >
      <Dossier {...shown} />
    </Layout>
  );
};
