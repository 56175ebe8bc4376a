import type { JSX } from 'preact';
import type { MatchingTerms, MergeSide } from '../../../../../libs/application/src/index.ts';
import type { PageFrame } from '../../../components/frame.ts';
import { formatMoment, sayFrom } from '../../../format.ts';
import { deskTexts } from '../desk.texts.ts';
import { receivedTexts } from '../received.texts.ts';
import { mergesTexts } from '../merges.texts.ts';
import { toneOf } from '../triage/tones.ts';
import { markedPieces } from './marked-text.ts';

const say = sayFrom(mergesTexts);
const desk = sayFrom(deskTexts);
const received = sayFrom(receivedTexts);

const Side = ({
  frame: { language },
  side,
  matches,
  which,
  isFirst,
}: {
  readonly frame: PageFrame;
  readonly side: MergeSide;
  readonly matches: readonly MatchingTerms[];
  readonly which: 'a' | 'b';
  readonly isFirst: boolean;
}): JSX.Element => {
  const id = `side-${which}`;
  const moment = formatMoment(side.submittedAt, language);
  const members = side.sponsors.filter(({ until }) => until === null).map(({ member }) => member);
  return (
    <article aria-labelledby={id}>
      <p class="row small">
        <strong>{side.memberName[language]}</strong> <span class="lang">{side.language.toUpperCase()}</span>
        {side.late ? <span class="tag late">{desk(language, 'late')}</span> : null}
        <span class="soft">{`${side.reference} · ${say(language, isFirst ? 'receivedFirst' : 'received', { moment })}`}</span>
      </p>
      <h2 id={id} lang={side.language} dir="auto">
        {side.title}
      </h2>
      <p class="row">
        <span class="chip" data-s={toneOf(side.stage === 'classified' ? 'under_triage' : side.stage)}>
          {received(language, `stage_${side.stage}`)}
        </span>
      </p>
      {members.length < 2 ? null : <p class="xs soft">{say(language, 'sponsors', { members: members.join(', ') })}</p>}
      <div class="body-text" lang={side.language} dir="auto">
        {side.text.split('\n').flatMap((line) =>
          line.trim() === ''
            ? []
            : [
                <p>
                  {markedPieces(line, matches, which).map(({ text, match }) =>
                    match === null ? (
                      text
                    ) : (
                      <mark class="m" data-c={String(match)}>
                        {text}
                      </mark>
                    ),
                  )}
                </p>,
              ],
        )}
      </div>
    </article>
  );
};

/** Two topics side by side, the words that both have marked and numbered. */
export const Pair = ({
  frame,
  topic,
  other,
  matches,
}: {
  readonly frame: PageFrame;
  readonly topic: MergeSide;
  readonly other: MergeSide;
  readonly matches: readonly MatchingTerms[];
}): JSX.Element => {
  const isFirst = topic.submittedAt <= other.submittedAt;
  return (
    <div class="pair mt">
      <Side frame={frame} side={topic} matches={matches} which="a" isFirst={isFirst} />
      <Side frame={frame} side={other} matches={matches} which="b" isFirst={!isFirst} />
    </div>
  );
};

/** The correspondences as a table, numbered as in the texts. */
export const Correspondences = ({
  frame: { language },
  topic,
  other,
  matches,
}: {
  readonly frame: PageFrame;
  readonly topic: MergeSide;
  readonly other: MergeSide;
  readonly matches: readonly MatchingTerms[];
}): JSX.Element => {
  const heads = [
    say(language, 'inFirst', { reference: topic.reference }),
    say(language, 'inFirst', { reference: other.reference }),
  ] as const;
  return (
    <section aria-labelledby="corresponds" class="dense">
      <h2 id="corresponds">{say(language, 'corresponds')}</h2>
      <div class="t-wrap mt">
        <table class="t cards">
          <caption class="vh">{say(language, 'corresponds')}</caption>
          <thead>
            <tr>
              <th scope="col" class="n">
                {say(language, 'number')}
              </th>
              <th scope="col">{heads[0]}</th>
              <th scope="col">{heads[1]}</th>
              <th scope="col">{say(language, 'foundBy')}</th>
            </tr>
          </thead>
          <tbody>
            {matches.map(({ kind, a, b, share }, index) => (
              <tr>
                <td class="n" data-label={say(language, 'number')}>
                  {index + 1}
                </td>
                <td data-label={heads[0]} lang={topic.language}>
                  {a.join(', ')}
                </td>
                <td data-label={heads[1]} lang={other.language}>
                  {b.join(', ')}
                </td>
                <td data-label={say(language, 'foundBy')}>{`${say(language, `by_${kind}`)}, ${share} %`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
