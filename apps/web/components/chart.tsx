import { scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { formatNumber, type Language } from '../format.ts';

/** One bar of a chart; what it counts stands as a figure above it. */
export interface ChartBar {
  readonly label: string;
  readonly value: number;
  /** Tone of the style sheet; work unless told. */
  readonly tone?: 'work' | 'wait' | 'good' | 'stop' | 'hold' | 'accent';
}

interface BarChartProps {
  readonly language: Language;
  /** Of the chart within its page. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly bars: readonly ChartBar[];
  /** Heads of the table that says the same. */
  readonly heads: readonly [label: string, value: string];
}

const [width, height, left, top, bottom] = [420, 180, 30, 16, 40] as const;

const Axis = ({
  ticks,
  y,
  language,
}: {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly language: Language;
}): JSX.Element => (
  <>
    {ticks.map((tick) => (
      <>
        <line class="s-rule" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
        <text class="soft" x={left - 8} y={y(tick) + 4} text-anchor="end">
          {formatNumber(tick, language)}
        </text>
      </>
    ))}
  </>
);

const Drawing = ({ language, id, title, bars }: BarChartProps): JSX.Element => {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  const y = scaleLinear()
    .domain([0, largest])
    .nice(4)
    .range([height - bottom, top]);
  const x = scaleBand<number>()
    .domain(bars.map((_bar, index) => index))
    .range([left, width])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{bars.map(({ label, value }) => `${label}: ${formatNumber(value, language)}`).join('; ')}</desc>
      <Axis ticks={y.ticks(4).filter(Number.isInteger)} y={(value) => round(y(value))} language={language} />
      {bars.map(({ label, value, tone = 'work' }, index) => {
        const from = round(x(index) ?? 0);
        const middle = round(from + x.bandwidth() / 2);
        return (
          <>
            <rect
              class={`f-${tone}`}
              x={from}
              y={round(y(value))}
              width={round(x.bandwidth())}
              height={round(height - bottom - y(value))}
            />
            <text x={middle} y={round(y(value)) - 4} text-anchor="middle">
              {formatNumber(value, language)}
            </text>
            <text class="soft" x={middle} y={height - bottom + 18} text-anchor="middle">
              {label}
            </text>
          </>
        );
      })}
    </svg>
  );
};

/** Bars, drawn on the server, with a title, a description and the same figures as a table. */
export const BarChart = (props: BarChartProps): JSX.Element => {
  const { language, bars, caption, heads } = props;
  return (
    <figure>
      <Drawing {...props} />
      <figcaption>{caption}</figcaption>
      <details>
        <summary>{heads.join(', ')}</summary>
        <table class="t">
          <caption class="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col" class="n">
                {heads[1]}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ label, value }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="n">{formatNumber(value, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
