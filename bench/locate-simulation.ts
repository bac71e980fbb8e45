/**
 * How often the right merge is named, how often the 90 % set contains it, and how often a culprit is claimed where there is none: invented
 * trunks of 64 merges and 500 samples, evaluated at every merge or at every eighth. `--worlds N` for each kind (500), `--only TEXT` of the kinds alone,
 * `--shard 2/4` the second quarter of them. Fails where the 90 % set holds the culprit less than 88 %, or more than 5 % claims are false, beyond chance.
 */
import { parseArgs } from 'node:util';
import { leastBayesFactor } from '../src/locate/model/evidence.ts';
import { smallestSet } from '../src/locate/posterior.ts';
import type { Search } from '../src/locate/index.ts';
import { isOpen } from '../src/locate/verdict.ts';
import { searchEvery } from '../test/support/locate/evaluations.ts';
import { worldOf, type WorldPlan } from '../test/support/locate/worlds.ts';

interface Kind extends Omit<WorldPlan, 'seed'> {
  /** So manieth merges were evaluated; default: each. */
  readonly every?: number;
}

const churns = [0.02, 0.1, 0.3, 1];
const harder: readonly Partial<Kind>[] = [
  { churn: 0.02, retrains: 16 },
  { churn: 0.02, retrains: 64 },
  { churn: 0.3, retrains: 16 },
  { churn: 0.3, luck: 0.3 },
  { churn: 0.3, cluster: 5 },
  { churn: 0.02, cluster: 5 },
];
const sparse: readonly Partial<Kind>[] = [
  { churn: 0.1 },
  { churn: 0.3 },
  { churn: 0.3, luck: 0.3 },
  { churn: 0.3, cluster: 5 },
  { churn: 0.3, cluster: 5, merges: 128 },
  { churn: 0.02, cluster: 5 },
];
const effects = ['concentrated', 'diffuse', 'slight', 'none'] as const;

const kinds: readonly Kind[] = [
  ...effects.flatMap((kind) => churns.map((churn) => ({ kind, churn }))),
  ...churns.map((churn) => ({ kind: 'erosion' as const, churn })),
  ...effects.flatMap((kind) => harder.map((more) => ({ churn: 0.1, ...more, kind }))),
  ...effects.flatMap((kind) => sparse.map((more) => ({ churn: 0.1, ...more, every: 8, kind }))),
  // two merges that take one point each
  ...churns.map((churn) => ({ churn, drop: 0.01, isTwice: true, kind: 'concentrated' as const })),
];

function main(): void {
  const { values } = parseArgs({
    options: { worlds: { type: 'string' }, only: { type: 'string' }, shard: { type: 'string' } },
  });
  const worlds = Number(values.worlds ?? 500);
  const [part = 1, parts = 1] = (values.shard ?? '1/1').split('/').map(Number);
  console.log(`${worlds} worlds a row; a share p is uncertain by 2·√(p(1−p)/${worlds})`);
  console.log(
    'world | right merge | 90 % set contains it | size of the set, median and p90 | claims, of one merge | CPU a world | of two culprits: both shown, both named, alone named',
  );
  const named = kinds.map((kind) => ({ kind, name: nameOf(kind) }));
  const chosen = named.filter(
    ({ name }, at) => at % parts === part - 1 && (values.only === undefined || isMeant(name, values.only)),
  );
  for (const { kind, name } of chosen) {
    const row = rowOf(kind, worlds);
    console.log(`${name} | ${textOf(kind, row, worlds)}`);
    if (!isGood(kind, row, worlds)) process.exitCode = 1;
  }
}

function nameOf(kind: Kind): string {
  return Object.entries(kind)
    .map(([key, value]) => (key === 'kind' ? String(value) : `${key} ${value}`))
    .toSorted((a, b) => a.split(' ').length - b.split(' ').length)
    .join(', ');
}

/** The one of that name, else all of which it is a part. */
function isMeant(name: string, only: string): boolean {
  return kinds.some((kind) => nameOf(kind) === only) ? name === only : name.includes(only);
}

interface Row {
  readonly right: number;
  readonly covered: number;
  readonly claimed: number;
  /** Claims of one merge. */
  readonly pointed: number;
  readonly sizes: readonly number[];
  /** Of worlds with two culprits: both are in a set that is shown; both are named; one is named, and nothing is said of another. */
  readonly shown: number;
  readonly named: number;
  readonly alone: number;
  /** CPU of one world. */
  readonly seconds: number;
}

/** Three standard errors beyond the bar are more than chance. */
function isGood({ kind }: Kind, { covered, claimed, pointed }: Row, worlds: number): boolean {
  const error = (p: number): number => 3 * Math.sqrt((p * (1 - p)) / worlds);
  const isOne = kind !== 'none' && kind !== 'erosion';
  // Where it falls bit by bit a fall may be claimed, and no merge.
  if (kind === 'erosion') return pointed / worlds <= 0.05 + error(0.05);
  return isOne ? covered / worlds >= 0.88 - error(0.88) : claimed / worlds <= 0.05 + error(0.05);
}

function rowOf(kind: Kind, worlds: number): Row {
  const began = process.cpuUsage();
  let [right, covered, claimed, pointed, shown, named, alone] = [0, 0, 0, 0, 0, 0, 0];
  const sizes: number[] = [];
  for (let seed = 0; seed < worlds; seed++) {
    const { rows, culprit, second } = worldOf({ seed: 100_000 + seed, ...kind });
    const found = searchEvery(kind.every ?? 1, rows);
    const { posterior, candidates } = found;
    const { given, bayesFactor } = posterior;
    const set = smallestSet(given).map((index) => candidates[index]?.at ?? 0);
    const culprits = second === undefined ? [culprit] : [culprit, second];
    right += Number(culprits.includes(set[0] ?? 0));
    covered += Number(culprits.some((one) => set.includes(one)));
    const sets = setsShown(found, set);
    shown += Number(culprits.every((one) => sets.some((each) => each.includes(one))));
    named += Number(culprits.every((one) => found.changes.some(({ sha }) => sha === String(one))));
    alone += Number(bayesFactor > leastBayesFactor && set.length === 1 && sets.length === 1);
    claimed += Number(bayesFactor > leastBayesFactor);
    pointed += Number(bayesFactor > leastBayesFactor && set.length === 1);
    sizes.push(set.length);
  }
  const { user, system } = process.cpuUsage(began);
  return {
    right,
    covered,
    claimed,
    pointed,
    shown,
    named,
    alone,
    sizes: sizes.toSorted((a, b) => a - b),
    seconds: (user + system) / 1e6 / worlds,
  };
}

/** Merges of the main answer, of other falls that are claimed, and of one that may be. */
function setsShown({ changes, further, candidates }: Search, set: readonly number[]): (readonly number[])[] {
  const others = changes.filter(({ direction, sha }) => direction === 'fell' && sha !== String(set[0]));
  const open = further === undefined || !isOpen(further) ? [] : [smallestSet(further.given)];
  return [
    set,
    ...others.map((one) => one.set.map(Number)),
    ...open.map((one) => one.map((index) => candidates[index]?.at ?? 0)),
  ];
}

function textOf(
  { kind, isTwice }: Kind,
  { right, covered, claimed, pointed, sizes, seconds, ...two }: Row,
  worlds: number,
): string {
  const share = (count: number): string => `${((100 * count) / worlds).toFixed(1)} %`;
  const found = kind === 'none' || kind === 'erosion' ? '– | –' : `${share(right)} | ${share(covered)}`;
  const spread = `${sizes[Math.floor(worlds / 2)]}, ${sizes[Math.floor(worlds * 0.9)]}`;
  const ofTwo =
    isTwice === true ? `${share(two.shown)}, ${share(two.named)}, ${share(two.alone)}` : share(two.alone);
  return `${found} | ${spread} | ${share(claimed)}, ${share(pointed)} | ${seconds.toFixed(2)} s | ${ofTwo}`;
}

main();
