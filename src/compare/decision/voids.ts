/** What makes a comparison worth nothing, whatever its numbers say. */
import { count, enumerate, plural } from '../../kernel/text.ts';
import { momentText } from '../../kernel/moment.ts';
import { normalCdf, shown, shownList } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import type { CollectedOutcomes, Day } from '../outcomes/collected.ts';
import { dayMs } from '../outcomes/moments.ts';
import { compareRules } from '../rules.ts';
import { percent } from '../presentation/numbers.ts';

/** Clocks differ by so much without harm. */
const mostAheadMs = 5 * 60_000;

export function unreadableFindings({ unreadable }: CollectedOutcomes): Finding[] {
  return unreadable.map(({ file, line, rows, reason }) =>
    compareRules['unreadable-outcomes'].finding({
      message: `${count(rows, 'row')} of ${shown(file)} cannot be read${line === undefined ? '' : `, the first of them line ${line}`}: ${reason}.`,
      file,
      ...(line !== undefined && { line }),
      help: 'Correct these rows, or export again; an outcome that is not known yet is empty.',
    }),
  );
}

export function oneArm({ arms, rows }: CollectedOutcomes): Finding[] {
  const [only] = arms;
  if (only === undefined || arms.length > 1) return [];
  return [
    compareRules['one-arm'].finding({
      message: `All ${count(rows, 'outcome')} belong to the arm ${shown(only.name)}, so there is nothing to compare them with.`,
      help: 'Export the outcomes of both arms, or name the column that contains the arm with --arm.',
    }),
  ];
}

export function crossedUnits({ crossed }: CollectedOutcomes): Finding[] {
  if (crossed.units === 0) return [];
  const units = `${count(crossed.units, 'unit')} (${shownList(crossed.examples, crossed.units)})`;
  const message = crossed.moved
    ? `The assignment of ${units} changed: ${plural(crossed.units, 'it', 'they')} left one arm for another while the test ran.`
    : `${units} ${plural(crossed.units, 'is', 'are')} in more than one arm.`;
  return [
    compareRules['units-in-both-arms'].finding({
      message,
      help: 'Assign by a hash of the unit that never changes, name the unit that was assigned with --unit, and start anew.',
    }),
  ];
}

export function clockAhead({ newest }: CollectedOutcomes, now: number): Finding[] {
  if (newest === undefined || newest <= now + mostAheadMs) return [];
  return [
    compareRules['clock-ahead'].finding({
      message: `The newest outcome is of ${momentText(new Date(newest).toISOString())}, ${aheadText(newest - now)} ahead.`,
      help: 'Correct the clock or the column of times (seconds, milliseconds, UTC), and export anew.',
    }),
  ];
}

function aheadText(ms: number): string {
  const days = Math.floor(ms / dayMs);
  return days > 0 ? count(days, 'day') : count(Math.ceil(ms / 60_000), 'minute');
}

/** Outcomes a day below which nothing is said of a missing one, and at which a missing weekend is not chance either. */
const fewest = 5;
const manyOnWeekends = 20;

/** −ln of the chance that is taken for none. */
const surely = 9;

/** Days without outcomes of an arm, or of both, between its first and its last. */
export function missingDays(outcomes: CollectedOutcomes): Finding[] {
  const { days, arms } = outcomes;
  const gaps = arms.map(({ name }, arm) => ({
    name: shown(name),
    missing: missingOf(days, ({ rows }) => rows[arm] ?? 0),
    arm,
  }));
  const both = missingOf(days, ({ rows }) => sum(rows));
  const ofAll = isGap(both, sum(arms.map(({ rows }) => rows)), outcomes)
    ? [missingFinding('any arm', both)]
    : [];
  const single = gaps
    .map((gap) => ({
      ...gap,
      missing: gap.missing.filter((day) => ofAll.length === 0 || !both.includes(day)),
    }))
    .filter(({ missing, arm }) => isGap(missing, arms[arm]?.rows ?? 0, outcomes));
  return [...ofAll, ...single.map(({ name, missing }) => missingFinding(name, missing))];
}

function missingOf(days: readonly Day[], rowsOf: (day: Day) => number): string[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const known = new Map(days.map((one) => [one.day, rowsOf(one)]));
  return calendarOf(first, last).filter((day) => (known.get(day) ?? 0) === 0);
}

/** By a Poisson law of units: m given days are all empty with e^(−m × usual), and there are days^m ways to choose them. */
function isGap(
  missing: readonly string[],
  rows: number,
  { days, rows: all, looks }: CollectedOutcomes,
): boolean {
  if (missing.length === 0) return false;
  // A unit with many outcomes is one chance to be there, not many.
  const perUnit = Math.max(1, all / Math.max(1, sum(looks.at(-1) ?? [])));
  const usual = rows / days.length / perUnit;
  const span = days.length + missing.length;
  if (usual < fewest || missing.length * (usual - Math.log(span)) < surely) return false;
  const isFree = missing.every((day) => [0, 6].includes(new Date(day).getUTCDay()));
  return !isFree || (usual >= manyOnWeekends && !isEveryWeekend(missing, days));
}

function missingFinding(name: string, missing: readonly string[]): Finding {
  const more = missing.length > 5 ? ` and ${missing.length - 5} more days` : '';
  return compareRules['missing-days'].finding({
    message: `There is no outcome of ${name} on ${enumerate(missing.slice(0, 5))}${more}, between days with many.`,
    help: 'Export these days again. Where they are truly lost for both arms, compare the time before or after them.',
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function calendarOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** Nobody works on them: every Saturday and Sunday between the first and the last day is missing. */
function isEveryWeekend(missing: readonly string[], days: readonly Day[]): boolean {
  const all = calendarOf(days[0]?.day ?? '', days.at(-1)?.day ?? '');
  const free = all.filter((day) => [0, 6].includes(new Date(day).getUTCDay()));
  return missing.length === free.length;
}

/** Chance, over all days together, below which the split is said to have changed. */
const splitAlpha = 1e-4;

/** One day's new units against those of all days, for the day that is farthest off (Bonferroni over days). */
export function changedSplit({ days, arms }: CollectedOutcomes): Finding[] {
  if (arms.length !== 2 || days.length < 2) return [];
  const total = days.reduce((sum, day) => sum + sizeOf(day), 0);
  const share = days.reduce((sum, { newcomers }) => sum + (newcomers[1] ?? 0), 0) / total;
  const farthest = days
    .map((day) => ({ day, z: deviation(day, share, total) }))
    .toSorted((a, b) => b.z - a.z)[0];
  if (farthest === undefined || days.length * 2 * normalCdf(-farthest.z) > splitAlpha) return [];
  const { day, newcomers } = farthest.day;
  const own = (newcomers[1] ?? 0) / sizeOf(farthest.day);
  return [
    compareRules['changed-split'].finding({
      message: `On ${day} ${shown(arms[1]?.name ?? '')} got ${percent(own)} of the new units, on all days together ${percent(share)}: the split changed.`,
      help: 'Begin with the outcomes after the last change of the split, each step of a ramp being a test of its own.',
    }),
  ];
}

function sizeOf({ newcomers }: Day): number {
  return newcomers.reduce((sum, n) => sum + n, 0);
}

/** Standardised, with Yates' correction; 0 where the day is too small for a normal law. */
function deviation(day: Day, share: number, total: number): number {
  const size = sizeOf(day);
  const variance = size * share * (1 - share) * (1 - size / total);
  if (!(variance >= 3)) return 0;
  return Math.max(0, Math.abs((day.newcomers[1] ?? 0) - size * share) - 0.5) / Math.sqrt(variance);
}

/** Chance below which arms are said to lack outcomes unequally. */
const missingAlpha = 1e-4;

/** Units without a value of a goal, against each other (two-proportion z). */
export function unequalMissing(
  { arms, metrics }: CollectedOutcomes,
  goals: readonly string[],
  [before, after]: readonly [number, number],
): Finding[] {
  return metrics
    .filter(({ name }) => goals.includes(name))
    .flatMap(({ name, arms: values }) => {
      const lacking = (arm: number): [lacking: number, units: number] => {
        const units = arms[arm]?.units ?? 0;
        return [units - (values[arm]?.n ?? 0), units];
      };
      const [[a, n], [b, m]] = [lacking(before), lacking(after)];
      const pooled = (a + b) / (n + m);
      const z = Math.abs(a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
      if (!(2 * normalCdf(-z) < missingAlpha)) return [];
      return [
        compareRules['unequal-missing'].finding({
          message: `${percent(a / n)} of the units of ${shown(arms[before]?.name ?? '')} and ${percent(b / m)} of ${shown(arms[after]?.name ?? '')} have no ${shown(name)}.`,
          help: 'Give each unit its outcome, 0 where nothing came of it.',
        }),
      ];
    });
}
