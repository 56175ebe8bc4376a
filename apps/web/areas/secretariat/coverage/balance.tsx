import type { JSX } from 'preact';
import type { CoverageView } from '../../../../../libs/application/src/index.ts';
import { sayFrom, type Language } from '../../../format.ts';
import { coverageTexts } from '../coverage.texts.ts';

const say = sayFrom(coverageTexts);

interface Share {
  readonly code: string;
  readonly name: string;
  /** Per cent of the contributions, and of the Members. */
  readonly sent: number;
  readonly members: number;
}

const perCent = (part: number, whole: number): number => Math.round((100 * part) / Math.max(1, whole));

const sharesOf = ({ regions }: CoverageView, language: Language): readonly Share[] => {
  const all = regions.reduce((sum, { topics, practices }) => sum + topics + practices, 0);
  const members = regions.reduce((sum, { memberCount }) => sum + memberCount, 0);
  return regions.map(({ code, name, topics, practices, memberCount }) => ({
    code,
    name: name[language],
    sent: perCent(topics + practices, all),
    members: perCent(memberCount, members),
  }));
};

const left = 60;
const perPoint = 9;
const rowHeight = 26;

const at = (share: number): number => left + share * perPoint;

const Line = ({ share, index }: { readonly share: Share; readonly index: number }): JSX.Element => {
  const y = 20 + index * rowHeight;
  return (
    <>
      <text x="0" y={String(y + 4)}>
        {share.code}
      </text>
      <line class="s-firm" stroke-width="2" x1={String(at(share.sent))} x2={String(at(share.members))} y1={String(y)} y2={String(y)} />
      <circle class="f-sheet s-ink" stroke-width="2" cx={String(at(share.members))} cy={String(y)} r="5.5" />
      <rect class="f-accent" x={String(at(share.sent) - 5.5)} y={String(y - 5.5)} width="11" height="11" />
    </>
  );
};

/** Who sent how much beside how many there are: a chart, and the same as a table. */
export const Balance = ({ view, language }: { readonly view: CoverageView; readonly language: Language }): JSX.Element => {
  const shares = sharesOf(view, language);
  const bottom = 8 + shares.length * rowHeight;
  const told = shares.map(({ name, sent, members }) => say(language, 'balanceLine', { region: name, sent, members })).join('; ');
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{say(language, 'balance')}</h2>
      <figure class="mt">
        <svg class="chart" viewBox={`0 0 440 ${bottom + 26}`} role="img" aria-labelledby="balance-title balance-told">
          <title id="balance-title">{say(language, 'balanceChart')}</title>
          <desc id="balance-told">{told}</desc>
          {[0, 10, 20, 30, 40].map((tick) => (
            <>
              <line class="s-rule" x1={String(at(tick))} x2={String(at(tick))} y1="6" y2={String(bottom)} />
              <text class="soft" x={String(at(tick))} y={String(bottom + 18)} text-anchor="middle">{`${tick} %`}</text>
            </>
          ))}
          {shares.map((share, index) => (
            <Line share={share} index={index} />
          ))}
        </svg>
      </figure>
      <table class="t dense">
        <caption class="vh">{say(language, 'balanceChart')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(language, 'region')}</th>
            <th scope="col" class="n">{`■ ${say(language, 'shareSent')}`}</th>
            <th scope="col" class="n">{`○ ${say(language, 'shareMembers')}`}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ code, name, sent, members }) => (
            <tr>
              <th scope="row">{`${name} (${code})`}</th>
              <td class="n">{`${sent} %`}</td>
              <td class="n">{`${members} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
