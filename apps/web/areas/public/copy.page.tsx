import type { JSX } from 'preact';
import type { CopiedFile, StaticCopy } from '../../../../libs/application/src/index.ts';
import { Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatNumber } from '../../format.ts';
import { copyTexts } from './copy.texts.ts';

interface CopyProps {
  readonly frame: PageFrame;
  readonly copy: StaticCopy;
}

type CopyText = keyof typeof copyTexts;

const say = ({ language }: PageFrame, key: CopyText, facts: Readonly<Record<string, string>> = {}): string =>
  copyTexts[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);

const groups = ['documents', 'tables', 'calendars', 'received'] as const;

/** What a copy says of what it holds. */
const holdings = { public: 'public', member: 'member', secretariat: 'secretariat' } as const;

/** Address of a file beside the pages; whoever writes the copy makes it relative. */
const address = (path: string): string => `/files/${path}`;

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toUpperCase();

/** Files of one title in a row: one link for each form and language. */
const FileRow = ({ frame, files }: { readonly frame: PageFrame; readonly files: readonly CopiedFile[] }): JSX.Element => (
  <li>
    <p class="when">{files[0]?.title[frame.language]}</p>
    <p class="row">
      {files.map(({ path, language, sizeBytes }) => (
        <a href={address(path)} hreflang={language ?? undefined}>
          {`${endingOf(path)}${language === null ? '' : ` ${language}`}, ${formatNumber(Math.max(1, Math.round(sizeBytes / 1024)), frame.language)} ${frame.language === 'fr' ? 'Ko' : 'kB'}`}
        </a>
      ))}
    </p>
  </li>
);

const byTitle = (files: readonly CopiedFile[]): readonly (readonly CopiedFile[])[] => {
  const titles = [...new Set(files.map(({ title }) => title.en))];
  return titles.map((title) => files.filter((file) => file.title.en === title));
};

const Files = ({ frame, copy }: CopyProps): JSX.Element => (
  <>
    {groups.map((group) => {
      const files = copy.files.filter((file) => file.group === group);
      return files.length === 0 ? null : (
        <Section id={group} title={say(frame, group)}>
          <ul class="entries plain">
            {byTitle(files).map((row) => (
              <FileRow frame={frame} files={row} />
            ))}
          </ul>
        </Section>
      );
    })}
  </>
);

const Check = ({ frame, copy }: CopyProps): JSX.Element => (
  <Section id="check" title={say(frame, 'check')}>
    <p>{say(frame, 'sums')}</p>
    <p class="hash">sha256sum -c SHA256SUMS</p>
    <p>{say(frame, 'evidence')}</p>
    <p class="hash">npm run -s auditor -- verify evidence/bundle.zip --policy POLICY</p>
    <p>{say(frame, 'policy')}</p>
    <p>
      {say(frame, 'log')} <code>{copy.origin}</code>
    </p>
    <p class="row">
      <a class="btn small" href={address('evidence/bundle.zip')}>
        {say(frame, 'bundle')}
      </a>
      <a class="btn small" href={address('SHA256SUMS')}>
        SHA256SUMS
      </a>
    </p>
  </Section>
);

/** What a copy holds beside its pages, and how anybody checks it. */
export const CopyPage = (props: CopyProps): JSX.Element => {
  const { frame, copy } = props;
  return (
    <Layout
      frame={frame}
      title={say(frame, 'title')}
      standfirst={`${say(frame, 'standfirst', { size: formatNumber(copy.size, frame.language) })} ${say(frame, holdings[copy.cut], { member: copy.reader?.member ?? '' })}`}
    >
      <Check {...props} />
      <Files {...props} />
    </Layout>
  );
};
