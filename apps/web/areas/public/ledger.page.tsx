import type { JSX } from 'preact';
import { Facts } from '../../components/entries.tsx';
import type { PageFrame } from '../../components/frame.ts';
import { Layout } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatNumber } from '../../format.ts';
import { tell } from './say.ts';

/** A signed checkpoint as everybody may read it: three lines, and who signed. */
interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly signers: readonly string[];
}

const read = (note: string): Checkpoint => {
  const [origin = '', size = '0', root = ''] = note.split('\n');
  const signers = note.split('\n').flatMap((line) => (line.startsWith('\u2014 ') ? [line.split(' ')[1] ?? ''] : []));
  return { origin, size: Number(size), root, signers };
};

const Sealed = ({ frame: { language }, checkpoint }: { readonly frame: PageFrame; readonly checkpoint: Checkpoint }): JSX.Element => (
  <Section id="checkpoint" title={tell(language, 'checkpoint')} note={tell(language, 'checkpointNote')}>
    <Facts
      facts={[
        [tell(language, 'logName'), <code>{checkpoint.origin}</code>],
        [tell(language, 'treeSize'), <strong>{formatNumber(checkpoint.size, language)}</strong>],
        [tell(language, 'root'), <span class="hash">{checkpoint.root}</span>],
        [tell(language, 'signatures'), checkpoint.signers.join(', ')],
      ]}
    />
    <p class="row mt">
      <a class="btn" href="/api/v1/ledger/checkpoint">
        {tell(language, 'download')}
      </a>
    </p>
  </Section>
);

const commands = {
  verifyReceipt: 'npm run -s auditor -- verify-receipt FILE --policy POLICY',
  verifyBundle: 'npm run -s auditor -- verify BUNDLE --policy POLICY',
  verifyContinuity: 'npm run -s auditor -- verify BUNDLE --policy POLICY --retained CHECKPOINT',
} as const;

const Verify = ({ frame: { language } }: { readonly frame: PageFrame }): JSX.Element => (
  <Section id="verify" title={tell(language, 'verifyTitle')} note={tell(language, 'verifyNote')}>
    <ol class="entries plain">
      {(['verifyReceipt', 'verifyBundle', 'verifyContinuity'] as const).map((key) => (
        <li>
          <div>
            <p>{tell(language, key)}</p>
            <p class="cmd">{commands[key]}</p>
          </div>
        </li>
      ))}
    </ol>
    <p class="small">{tell(language, 'verifyFormats')}</p>
  </Section>
);

/** Where the sealed record stands, and how anybody checks it. */
export const LedgerPage = ({ frame, note }: { readonly frame: PageFrame; readonly note: string | null }): JSX.Element => {
  const { language } = frame;
  const checkpoint = note === null ? null : read(note);
  return (
    <Layout
      frame={frame}
      title={tell(language, 'ledgerTitle')}
      standfirst={checkpoint === null ? tell(language, 'ledgerNotSealed') : tell(language, 'ledgerStandfirst', { size: checkpoint.size })}
    >
      {checkpoint === null ? null : <Sealed frame={frame} checkpoint={checkpoint} />}
      <Verify frame={frame} />
    </Layout>
  );
};
