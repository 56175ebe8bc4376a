import type { JSX } from 'preact';
import type { Page, TriageItem, TriageOfMember } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { Layout } from '../../../components/layout.tsx';
import { sayFrom } from '../../../format.ts';
import type { Parameters } from '../address.ts';
import { triageTexts } from '../triage.texts.ts';
import { Dossier, type DossierShown } from './dossier.tsx';
import { Queue, QueuePages } from './queue.tsx';
import { QuickViews, TriageFilters, type TriageLists } from './triage-filters.tsx';

const say = sayFrom(triageTexts);

/** What the board shows. */
export interface TriageShown {
  readonly frame: PageFrame;
  readonly queue: Page<TriageItem>;
  readonly byMember: readonly TriageOfMember[];
  readonly lists: TriageLists;
  /** Filter and order of the address. */
  readonly parameters: Parameters;
  readonly isFirst: boolean;
  readonly open: DossierShown | null;
}

const sum = (rows: readonly TriageOfMember[], of: 'waiting' | 'overdue' | 'paused'): number => rows.reduce((all, row) => all + row[of], 0);

/** The queue beside one dossier. */
export const TriagePage = ({ frame, queue, byMember, lists, parameters, isFirst, open }: TriageShown): JSX.Element => {
  const { language } = frame;
  const facts = { total: sum(byMember, 'waiting'), overdue: sum(byMember, 'overdue'), paused: sum(byMember, 'paused') };
  return (
    <Layout frame={frame} density="wide" title={say(language, 'title')} standfirst={say(language, 'standfirst', facts)}>
      <TriageFilters frame={frame} parameters={parameters} lists={lists} />
      <QuickViews frame={frame} parameters={parameters} />
      <div class="board mt">
        <section class="dense" aria-label={say(language, 'queueCaption')}>
          <Queue
            frame={frame}
            items={queue.items}
            themes={lists.themes}
            parameters={parameters}
            openId={open?.dossier.contributionId ?? null}
          />
          <QueuePages frame={frame} parameters={parameters} next={queue.next} isFirst={isFirst} />
        </section>
        {open === null ? <p class="soft">{say(language, 'openFirst')}</p> : <Dossier {...open} />}
      </div>
    </Layout>
  );
};
