import type { Board, Trend, TrendValue } from '../model.ts';
import { metricText, momentText, numberText } from '../words.ts';
import { html, nothing, told, type Html } from './markup.ts';
import { commitLink, pullLink, time, type Place } from './places.ts';
import { cutNote, table } from './table.ts';

const width = 320;
const height = 72;
const margin = 6;

export function trendsPart({ trends, trunk }: Board, place: Place): Html {
  if (trends.total === 0)
    return html`<p class="empty">
      No merge to ${told(trunk, 80)} has a metric. Record them with its verdicts: the input
      <code>metrics</code> of <code>record-lineage</code>.
    </p> `;
  return html`<div class="trends">${trends.shown.map((trend) => card(trend, place))}</div>
    ${cutNote(trends, 'metrics', 'Those with the most values come first.')}`;
}

const states: Readonly<
  Record<Trend['state'], { readonly sign: string; readonly word: string; readonly style: string }>
> = {
  inside: { sign: '=', word: 'within tolerance', style: 'skipped' },
  worse: { sign: '✕', word: 'worse than tolerated', style: 'fail' },
  better: { sign: '✓', word: 'better', style: 'pass' },
};

function card(trend: Trend, place: Place): Html {
  const { metric, values, state, drift, anchor, tolerance } = trend;
  const last = values.at(-1);
  const { sign, word, style } = states[state];
  const since = anchor.release
    ? html`since ${told(anchor.name, 60)}`
    : html`since ${anchor.name}, the oldest shown`;
  return html`<article class="card trend">
    <header>
      <h3>${told(metric, 80)}</h3>
      <span class="chip ${style}"><span aria-hidden="true">${sign} </span>${word}</span>
    </header>
    <p class="value">
      ${numberText(last?.value ?? 0, trend)}${trend.points ? html` <span>points</span>` : nothing}
    </p>
    <p class="meta">
      ${numberText(drift, trend, true)} ${since} (${numberText(anchor.value, trend)} ±
      ${numberText(tolerance, trend)})${trend.lowerIsBetter ? ', less is better' : ''}
    </p>
    ${sparkline(trend)}${valueTable(trend, place)}
  </article> `;
}

/** One line over the merges, the band that is tolerated, and the anchor; told in words for who cannot see it. */
function sparkline(trend: Trend): Html {
  const { values, anchor, tolerance } = trend;
  const numbers = values.map(({ value }) => value);
  const [low, high] = [
    Math.min(...numbers, anchor.value - tolerance),
    Math.max(...numbers, anchor.value + tolerance),
  ];
  const span = high - low || 1;
  const y = (value: number): number => margin + ((high - value) / span) * (height - 2 * margin);
  const x = (at: number): number =>
    values.length < 2 ? width / 2 : margin + (at / (values.length - 1)) * (width - 2 * margin);
  const top = y(anchor.value + tolerance);
  const bottom = y(anchor.value - tolerance);
  const points = values.map(({ value }, at) => `${short(x(at))},${short(y(value))}`).join(' ');
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${spoken(trend)}">
    <rect
      class="band"
      x="0"
      y="${short(top)}"
      width="${width}"
      height="${short(Math.max(bottom - top, 0.5))}"
    />
    <line class="anchor" x1="0" x2="${width}" y1="${short(y(anchor.value))}" y2="${short(y(anchor.value))}" />
    <polyline points="${points}" />
    ${values.map((one, at) => dot(one, trend, short(x(at)), short(y(one.value)), at === values.length - 1))}
  </svg> `;
}

function dot(value: TrendValue, trend: Trend, x: string, y: string, last: boolean): Html {
  const pull = value.pullRequest === undefined ? '' : ` #${value.pullRequest}`;
  const title = `${value.sha.slice(0, 8)}${pull}, ${momentText(value.at)}: ${metricText(value.value, trend)}`;
  return html`<circle${last ? html` class="last"` : nothing} cx="${x}" cy="${y}" r="${last ? '4' : '2'}"><title>${title}</title></circle>
`;
}

/** Two decimals at most: the same bytes on every machine. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function spoken(trend: Trend): string {
  const { metric, values, anchor, tolerance } = trend;
  const numbers = values.map(({ value }) => value);
  const text = (value: number | undefined): string => metricText(value ?? 0, trend);
  return `${metric} over ${values.length} merges, from ${text(numbers[0])} to ${text(numbers.at(-1))}; lowest ${text(Math.min(...numbers))}, highest ${text(Math.max(...numbers))}; the band is ${text(anchor.value)} ± ${text(tolerance)}`;
}

function valueTable(trend: Trend, place: Place): Html {
  const rows = trend.values
    .toReversed()
    .map(({ sha, at, value, pullRequest }) => [
      commitLink(sha, place),
      pullLink(pullRequest, place),
      time(at, place, false),
      html`${metricText(value, trend)}`,
    ]);
  const columns = [
    { title: 'Commit' },
    { title: 'Pull request' },
    { title: 'When' },
    { title: 'Value', numeric: true },
  ];
  return html`<details>
    <summary>The last ${trend.values.length} ${trend.values.length === 1 ? 'value' : 'values'}</summary>
    ${table({ caption: `${trend.metric.slice(0, 80)} by merge`, columns, rows })}
  </details> `;
}
