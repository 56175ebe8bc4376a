import type { JSX } from 'preact';
import type { ContributionDossier } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { sayFrom } from '../../../format.ts';
import { linkTo } from '../address.ts';
import { ActForm, actTitle } from '../components/act-form.tsx';
import type { OpenAct } from '../components/open-act.ts';
import { deskTexts } from '../desk.texts.ts';
import { Refusal } from './refusal.tsx';

const say = sayFrom(deskTexts);

/** One act on a page of its own: where it is asked for by itself, and where it comes back when it was refused. */
export const ActPage = ({
  frame,
  open,
  about,
}: {
  readonly frame: PageFrame;
  readonly open: OpenAct;
  readonly about: ContributionDossier | null;
}): JSX.Element => {
  const { language } = frame;
  return (
    <Layout
      frame={frame}
      title={actTitle(open.act, language)}
      standfirst={about === null ? '' : `${about.reference} · ${about.memberName[language]} · ${about.title}`}
    >
      <Refusal frame={frame} command={open.act.command} />
      <ActForm frame={frame} open={open} />
      <p class="mt">
        <a href={linkTo(frame, open.then)}>{say(language, 'back')}</a>
      </p>
    </Layout>
  );
};
