import type { JSX } from 'preact';
import type { DocumentParagraph } from '../../../../libs/domain/src/index.ts';
import type { DocumentTextView } from '../../../../libs/application/src/index.ts';
import { Layout, type PageFrame } from '../../components/layout.tsx';
import { Section } from '../../components/section.tsx';
import { formatDate, formatNumber, say } from '../../format.ts';

interface DocumentProps {
  readonly frame: PageFrame;
  readonly document: DocumentTextView;
}

const Paragraph = ({ paragraph: { id, number, text, bullets, trailing } }: { readonly paragraph: DocumentParagraph }): JSX.Element => (
  <div class="para" id={id}>
    <span>{`${number}.`}</span>
    <div>
      <p>{text}</p>
      {bullets.length === 0 ? null : (
        <ul>
          {bullets.map((bullet) => (
            <li>{bullet.letter === null ? bullet.text : `${bullet.letter}. ${bullet.text}`}</li>
          ))}
        </ul>
      )}
      {trailing.map((piece) => (
        <p>{piece.text}</p>
      ))}
    </div>
  </div>
);

interface Group {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: DocumentParagraph[];
}

/** Paragraphs under the heading they stand under, in the order of the document. */
const grouped = ({ sections, paragraphs }: DocumentTextView, annex: string): readonly Group[] => {
  const groups: Group[] = [];
  for (const paragraph of paragraphs) {
    const id = paragraph.section ?? (paragraph.id.startsWith('B') ? 'body' : 'annex');
    const last = groups.at(-1);
    if (last?.id === id) last.paragraphs.push(paragraph);
    else
      groups.push({
        id,
        title: sections.find((section) => section.id === id)?.title ?? (id === 'annex' ? annex : ''),
        paragraphs: [paragraph],
      });
  }
  return groups;
};

const Text = ({ frame: { language }, document }: DocumentProps): JSX.Element => {
  const textLanguage = /F\d?[a-z]?$/.test(document.symbol ?? '') ? 'fr' : 'en';
  const groups = grouped(document, say(language, 'annex'));
  const firstOfAnnex = groups.find(({ paragraphs }) => paragraphs[0]?.id.startsWith('A'))?.id;
  return (
    <div lang={textLanguage}>
      {groups.map(({ id, title, paragraphs }) => (
        <>
          {id === firstOfAnnex && document.annexTitle !== null ? <h2 class="mt3">{document.annexTitle}</h2> : null}
          <Section id={`section-${id}`} title={title === '' ? '·' : title}>
            {paragraphs.map((paragraph) => (
              <Paragraph paragraph={paragraph} />
            ))}
          </Section>
        </>
      ))}
    </div>
  );
};

const Warnings = ({ frame: { language }, document: { warnings } }: DocumentProps): JSX.Element | null =>
  warnings.length === 0 ? null : (
    <Section id="warnings" title={say(language, 'warnings')} note={say(language, 'warningsNote')}>
      <ul class="entries plain" lang="en">
        {warnings.map(({ code, line, message }) => (
          <li>
            <p class="when">{line === null ? code : `${code}, ${say(language, 'line', { n: line })}`}</p>
            <div>
              <p>{message}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );

/** One working document, paragraph by paragraph, each with its own address. */
export const DocumentPage = (props: DocumentProps): JSX.Element => {
  const { frame, document } = props;
  const { language } = frame;
  const { header } = document;
  const facts = {
    symbol: document.symbol ?? '',
    place: header.place ?? '',
    date: header.documentDate === null ? '' : formatDate(header.documentDate, language),
    body: document.bodyParagraphs,
    annex: document.annexParagraphs,
  };
  return (
    <Layout
      frame={frame}
      title={header.subtitle ?? header.title ?? document.symbol ?? ''}
      standfirst={say(language, 'documentStandfirst', facts)}
    >
      <Text {...props} />
      <Warnings {...props} />
      <Section id="received" title={say(language, 'asReceived')} note={`${formatNumber(document.sizeBytes, language)} B`}>
        <p class="hash">{`sha256 ${document.sha256}`}</p>
      </Section>
    </Layout>
  );
};
