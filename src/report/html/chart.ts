import { el, nothing, type Html } from './markup.ts';
import type { Chart, Interval } from './model.ts';

const width = 320;
const height = 72;
const margin = 6;

/** One line over time, bars below it, the band that is tolerated, and the anchor; read aloud as its words. */
export function chart(shown: Chart): Html {
  const { spoken, values, anchor, tolerance } = shown;
  const [x, y] = scales(shown);
  const [top, bottom, middle] = [y(anchor + tolerance), y(anchor - tolerance), short(y(anchor))];
  const dots = values.map(({ value, title, isMarked }, at) => {
    const last = at === values.length - 1;
    const look = isMarked === true ? 'marked' : last ? 'last' : '';
    const own = { class: look, cx: short(x(at)), cy: short(y(value)), r: look === '' ? 2 : 4 };
    return el('circle', own, el('title', '', title));
  });
  const bars = values.map(({ bar = 0, title }, at) => {
    if (bar <= 0) return nothing;
    const tall = Math.max(bar * height, 1);
    const own = { class: 'bar', x: short(x(at) - 3), y: short(height - tall), width: 6, height: short(tall) };
    return el('rect', own, el('title', '', title));
  });
  return el(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': spoken },
    el('rect', { class: 'band', x: 0, y: short(top), width, height: short(Math.max(bottom - top, 0.5)) }),
    bars,
    el('line', { class: 'anchor', x1: 0, x2: width, y1: middle, y2: middle }),
    el('polyline', { points: values.map(({ value }, at) => `${short(x(at))},${short(y(value))}`).join(' ') }),
    dots,
  );
}

type Scale = (value: number) => number;

/** From the place of a value in the line, and from a value, to the picture's units. */
function scales({ values, anchor, tolerance }: Chart): [Scale, Scale] {
  const all = [...values.map(({ value }) => value), anchor - tolerance, anchor + tolerance];
  const high = Math.max(...all);
  const span = high - Math.min(...all) || 1;
  const steps = values.length - 1;
  return [
    (at) => (steps < 1 ? width / 2 : margin + (at / steps) * (width - 2 * margin)),
    (value) => margin + ((high - value) / span) * (height - 2 * margin),
  ];
}

/** Two decimals at most: the same bytes on every machine. */
function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Half the width of an interval's picture, and its height. */
const half = 100;
const tall = 18;

/** One row of a forest plot: the line of no difference, the interval, and the difference. */
export function intervalPicture({ interval, reach, look, says }: Interval): Html {
  const place = (value: number): number =>
    short(half + (Math.max(-reach, Math.min(reach, value)) / (reach || 1)) * (half - 6));
  const [low, middle, high] = interval.map(place);
  const across = tall / 2;
  return el(
    'svg',
    { class: `interval ${look}`, viewBox: `0 0 ${2 * half} ${tall}`, role: 'img', 'aria-label': says },
    el('line', { class: 'anchor', x1: half, x2: half, y1: 0, y2: tall }),
    el('line', { class: 'reach', x1: low, x2: high, y1: across, y2: across }),
    el('circle', { cx: middle, cy: across, r: 4 }),
  );
}
