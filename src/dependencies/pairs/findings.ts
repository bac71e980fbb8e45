import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { asBefore } from '../../report/standing.ts';
import type { LockEntry, Move, Statement } from '../model.ts';
import { pypiName } from '../../pep440/names.ts';
import { type BrokenPair, brokenPairs, cudaMajorsOf } from './check.ts';
import { pairRows } from './pairs.ts';
import type { DependencySettings } from '../settings.ts';

interface Sides {
  readonly file: string;
  readonly before: readonly LockEntry[];
  readonly after: readonly LockEntry[];
}

/** Pairs that this change breaks or moves while broken; what stood broken and did not move is another day's work. */
export function pairFindings(
  { file, before, after }: Sides,
  moves: readonly Move[],
  settings: DependencySettings,
): Finding[] {
  const moved = new Set(moves.map(({ name }) => pypiName(name)));
  if (moved.size === 0) return [];
  const rows = pairRows(settings);
  const broken = brokenPairs(after, rows).filter(({ names }) => names.some((name) => moved.has(name)));
  const known = broken.length === 0 ? new Set() : new Set(brokenPairs(before, rows).map(({ pair }) => pair));
  const ignored = new Set(settings.ignorePairs);
  return [
    ...broken
      .filter(({ pair }) => !ignored.has(pair))
      .map((one) => (known.has(one.pair) ? asBefore(finding(file, one)) : finding(file, one))),
    ...cudaFinding({ file, before, after }, moves),
  ];
}

function finding(file: string, { pair, severity, what, source, line, column }: BrokenPair): Finding {
  return depsRules['broken-pair'].finding({
    severity,
    message: `These do not work together: ${what}.`,
    file,
    line,
    column,
    help: `Move both together (known from ${source}). If your combination is known to work, the policy can set it under \`pairs\`, or list "${pair}" under \`ignore-pairs\`.`,
  });
}

/** Kernels, drivers and compiled extensions all hang on the CUDA major. */
function cudaFinding({ file, before, after }: Sides, moves: readonly Move[]): Finding[] {
  const [old, now] = [cudaMajorsOf(before), cudaMajorsOf(after)];
  const fresh = [...now].filter((major) => !old.has(major));
  const place = moves.find(({ watched }) => watched);
  if (old.size === 0 || fresh.length === 0 || place === undefined) return [];
  const message = `CUDA ${[...old].join(' and ')} becomes CUDA ${[...now].join(' and ')} in this lock: drivers, base images and compiled extensions must follow.`;
  const help = 'Check that the machines and images that run the model have this CUDA.';
  return [
    depsRules['cuda-major'].finding({
      message,
      file,
      line: place.line,
      column: place.column,
      help,
    }),
  ];
}

/** Another range of Python versions lets the resolver choose everything anew: a cause worth naming, never an excuse. */
export function pythonFinding(
  base: readonly Statement[],
  head: readonly Statement[],
  moves: readonly Move[],
): Finding[] {
  const isPython = ({ name }: Statement): boolean => name === 'python';
  const old = new Set(base.filter(isPython).map(({ text }) => text));
  const changed = head.find((statement) => isPython(statement) && old.size > 0 && !old.has(statement.text));
  if (changed === undefined || !moves.some(({ watched, consequence }) => watched && consequence !== 'pass'))
    return [];
  const { file, line, column, specifier } = changed;
  const message = `The required Python changed to ${specifier}: locking for it may have moved packages that nobody meant to move.`;
  const help = 'Change the required Python in a change of its own, with the old versions kept.';
  return [depsRules['requires-python'].finding({ message, file, line, column, help })];
}
