/**
 * How often the right merge is named, how often the 90 % set holds it, and how often a culprit is claimed where there is none: invented
 * trunks of 64 merges and 500 samples, evaluated at every merge. `--worlds N` for each kind (500), `--only TEXT` of the kinds alone.
 */
import { parseArgs } from 'node:util';
import { evidenceOf, leastBayesFactor } from '../src/locate/model/evidence.ts';
import { posteriorOf, smallestSet } from '../src/locate/posterior.ts';
import { worldOf, type WorldPlan } from '../test/support/locate/worlds.ts';

type Kind = Omit<WorldPlan, 'seed'>;

const churns = [0.02, 0.1, 0.3, 1];
const harder: readonly Partial<Kind>[] = [
  { churn: 0.02, retrains: 16 },
  { churn: 0.02, retrains: 64 },
  { churn: 0.3, retrains: 16 },
  { churn: 0.3, luck: 0.3 },
  { churn: 0.3, cluster: 5 },
  { churn: 0.02, cluster: 5 },
];
const effects = ['concentrated', 'diffuse', 'slight', 'none'] as const;

const kinds: readonly Kind[] = [
  ...effects.flatMap((kind) => churns.map((churn) => ({ kind, churn }))),
  ...effects.flatMap((kind) => harder.map((more) => ({ churn: 0.1, ...more, kind }))),
];

main();

function main(): void {
  const { values } = parseArgs({ options: { worlds: { type: 'string' }, only: { type: 'string' } } });
  const worlds = Number(values.worlds ?? 500);
  console.log(`${worlds} worlds a row; a share p is uncertain by 2·√(p(1−p)/${worlds})`);
  console.log(
    'world | right merge | 90 % set holds it | size of the set, median and p90 | claims | CPU a world',
  );
  for (const kind of kinds) {
    const name = Object.entries(kind)
      .map(([key, value]) => (key === 'kind' ? String(value) : `${key} ${value}`))
      .toSorted((a, b) => a.split(' ').length - b.split(' ').length)
      .join(', ');
    if (name.includes(values.only ?? '')) console.log(`${name} | ${rowOf(kind, worlds)}`);
  }
}

function rowOf(kind: Kind, worlds: number): string {
  const began = process.cpuUsage();
  let [right, covered, claimed] = [0, 0, 0];
  const sizes: number[] = [];
  for (let seed = 0; seed < worlds; seed++) {
    const { rows, culprit } = worldOf({ seed: 100_000 + seed, ...kind });
    const candidates = rows.slice(1).map((_, at) => ({ at: at + 1, step: at + 1, weight: 1 }));
    const { given, bayesFactor } = posteriorOf(candidates, evidenceOf({ values: rows }).down);
    const set = smallestSet(given).map((at) => at + 1);
    right += Number(set[0] === culprit);
    covered += Number(set.includes(culprit));
    claimed += Number(bayesFactor > leastBayesFactor);
    sizes.push(set.length);
  }
  sizes.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(began);
  const share = (count: number): string => `${((100 * count) / worlds).toFixed(1)} %`;
  const found = kind.kind === 'none' ? '– | –' : `${share(right)} | ${share(covered)}`;
  const spread = `${sizes[Math.floor(worlds / 2)]}, ${sizes[Math.floor(worlds * 0.9)]}`;
  return `${found} | ${spread} | ${share(claimed)} | ${((user + system) / 1e6 / worlds).toFixed(2)} s`;
}
