/** locate-regression: reads what trunk has measured, and says which merge made the metric fall. */
import { outcomesOf, totalOf, type ResultSet, type SideTotal } from '../../regression/index.ts';
import type { Finding, Report, Verdict } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { UserError } from '../../kernel/user-error.ts';
import {
  locate,
  locateRules,
  type Evaluated,
  type LocateFacts,
  type Measured,
  type Merge,
} from '../index.ts';
import type { Tag } from '../../ports/tags.ts';
import { searchFurther, type Budget, type Further, type FurtherPorts, type Known } from './further.ts';
import { Keeper } from './kept.ts';
import type { CommitResults } from './result-files.ts';
import { underOneTask, withoutShaOf } from './task-names.ts';
import { mergesOf, trunkRange, type Range, type TrunkGit } from './trunk.ts';

export const locateGate = 'locate-regression';

export interface LocateRequest extends Range, Budget {
  /** As the regression gate takes it: `f1_macro`, `latency:lower`. Default: what the results carry first. */
  readonly metric?: string | undefined;
}

export interface LocatePorts {
  readonly git: TrunkGit;
  /** Hands each evaluation of these commits over, in any order; returns what is to be said of them. Throws a UserError where they cannot be read. */
  results(shas: readonly string[], take: (results: CommitResults) => void): Promise<readonly Finding[]>;
  /** The same merges with what makes each likelier before any evaluation is looked at; absent: all count the same. `history`: full SHAs before them, oldest first. */
  weigh?(merges: readonly Merge[], history: readonly string[]): Promise<readonly Merge[]>;
  /** Tags of releases, the newest first; absent: the range begins with the first evaluation. */
  releases?(): Promise<readonly Tag[]>;
  /** Evaluates merges where that says something; absent: what was measured is all there is. */
  further?: Pick<FurtherPorts, 'evaluate' | 'pool' | 'progress'>;
  now(): number;
}

/** The report: `fail` where a fall is found, `inconclusive` where nothing can be said. */
export async function locateMerge(request: LocateRequest, ports: LocatePorts): Promise<Report<LocateFacts>> {
  const began = ports.now();
  const { shas, from } = await trunkRange(ports.git, request);
  const { evaluations, findings, metric } = await measured(request, shas, ports);
  const isOpen = ports.further !== undefined;
  const since = request.good === undefined ? await lastRelease(ports, shas, evaluations) : from;
  if (isOpen && since === undefined && evaluations.length === 0) throw noBeginning();
  // Then both ends are what to evaluate next.
  const isBare = evaluations.length === 0 && since !== undefined;
  const start = since ?? evaluations[0]?.at ?? 0;
  const range = within(evaluations, start, {
    ...((isOpen || isBare) && since !== undefined && { first: since }),
    ...(((isOpen && (request.bad !== undefined || evaluations.length < 2)) || isBare) && {
      last: shas.length - 1,
    }),
  });
  const merges = await mergesOf(ports.git, shas.slice(range.first, range.last + 1));
  const weighed = (await ports.weigh?.(merges, shas.slice(0, range.first + 1))) ?? merges;
  const known: Known = {
    merges: weighed,
    evaluations: range.evaluations.map(({ at, results: one }) => ({ at: at - range.first, results: one })),
  };
  const only = request.only === undefined ? undefined : await ports.git.resolve(request.only);
  const further = await evaluatedFurther(known, { ...request, only }, ports);
  const located = locate({ metric, ...further, findings: [...further.findings, ...findings] });
  const meaning = meanings[located.verdict];
  return makeReport({
    gate: locateGate,
    ...located,
    ...(meaning !== undefined && { meaning }),
    durationMs: ports.now() - began,
  });
}

/** It looks back on trunk: there is no merge to block. */
const meanings: Readonly<Partial<Record<Verdict, string>>> = {
  fail: 'It is merged already: take it back, or fix it.',
  inconclusive: 'What was measured does not decide it.',
};

async function evaluatedFurther(
  known: Known,
  request: LocateRequest,
  { further, now }: LocatePorts,
): Promise<Further> {
  if (further === undefined) return { ...known, run: 0, findings: [], skipped: [] };
  return searchFurther(known, request, { ...further, now });
}

function noBeginning(): UserError {
  return new UserError('No commit was evaluated yet, and there is no release: nothing says where to begin.', {
    help: 'Name the last state that was good: `--good REF`.',
  });
}

/** The place of the newest release after which at least two commits were evaluated, or any may be; `undefined` where there is none. */
async function lastRelease(
  ports: LocatePorts,
  shas: readonly string[],
  evaluations: readonly Evaluated<unknown>[],
): Promise<number | undefined> {
  const releases = (await ports.releases?.()) ?? [];
  const places = releases.map(({ sha }) => shas.indexOf(sha));
  const after = (place: number): number =>
    new Set(evaluations.filter(({ at }) => at > place).map(({ at }) => at)).size;
  const isOpen = ports.further !== undefined;
  return places.find((place) => place >= 0 && (isOpen ? place < shas.length - 1 : after(place) >= 2));
}

interface AllMeasured {
  readonly evaluations: readonly Evaluated<Measured>[];
  readonly findings: readonly Finding[];
  readonly metric: string;
}

async function measured(
  { metric }: LocateRequest,
  shas: readonly string[],
  ports: LocatePorts,
): Promise<AllMeasured> {
  const places = new Map(shas.map((sha, at) => [sha, at]));
  const findings: Finding[] = [];
  const keeper = new Keeper();
  const evaluations: Evaluated<Measured>[] = [];
  const totals: Evaluated<SideTotal>[] = [];
  const told = await ports.results(shas, ({ sha, set }) => {
    const at = places.get(sha) ?? 0;
    const outcomes = outcomesOf(set, metric);
    const total = totalOf(set, metric);
    if (total !== undefined) totals.push({ at, results: total });
    if (typeof outcomes !== 'string')
      evaluations.push({ at, results: keeper.keep(withoutShaOf(sha, outcomes)) });
    else if (total === undefined) findings.push(unmeasured(sha, set.files[0], brokenIn(set) ?? outcomes));
  });
  // Only where samples of fewer than two say nothing by themselves.
  if (new Set(evaluations.map(({ at }) => at)).size < 2 && totals.length > 1)
    evaluations.splice(0, Infinity, ...totals);
  const [one] = evaluations;
  return {
    evaluations: underOneTask(evaluations).toSorted((a, b) => a.at - b.at),
    findings: [...findings, ...told, ...(one?.results.isGuessed === true ? [guessed(one.results)] : [])],
    metric: metric ?? one?.results.title ?? 'the metric',
  };
}

function brokenIn({ findings }: ResultSet): string | undefined {
  const broken = findings.find(({ severity }) => severity === 'error');
  return broken === undefined ? undefined : [broken.message, broken.help ?? ''].join(' ').trim();
}

interface Within {
  readonly first: number;
  readonly last: number;
  readonly evaluations: readonly Evaluated<Measured>[];
}

/**
 * From `good` on; where it was not evaluated the last evaluation before it stands for it. From the first evaluation to the last, but for
 * ends that may still be evaluated.
 */
function within(
  evaluations: readonly Evaluated<Measured>[],
  good: number,
  ends: { readonly first?: number; readonly last?: number },
): Within {
  const inside = evaluations.filter(({ at }) => at >= good);
  const before = evaluations.filter(({ at }) => at < good).at(-1);
  const hasGood = inside[0]?.at === good || before === undefined;
  const all = hasGood ? inside : [{ at: good, results: before.results }, ...inside];
  return { first: all[0]?.at ?? good, last: all.at(-1)?.at ?? good, ...ends, evaluations: all };
}

function unmeasured(sha: string, file: string | undefined, reason: string): Finding {
  return locateRules.unmeasured.finding({
    message: `The results of ${sha.slice(0, 8)} do not count: ${reason}`,
    ...(file === undefined ? {} : { file }),
  });
}

function guessed({ title, higherIsBetter }: Measured): Finding {
  return locateRules['direction-guessed'].finding({
    message: `Nobody says whether more ${title} is better: ${higherIsBetter ? 'more' : 'less'} was taken as better.`,
    help: `Say so: \`--metric ${title}:higher\` or \`--metric ${title}:lower\`.`,
  });
}
