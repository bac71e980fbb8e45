/** Evaluates merges, one after the other, each time the one that says most, until the answer is sure or the budget is used up. */
import { outcomesOf, questionsOf, shownList, type ResultSet } from '../../regression/index.ts';
import type { Finding } from '../../report/model.ts';
import { count } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import {
  isSettled,
  locateRules,
  nameOf,
  search,
  wantedAgain,
  wantedAt,
  wantedEnds,
  wantedNext,
  type Evaluated,
  type Measured,
  type Merge,
  type Search,
  type Wanted,
} from '../index.ts';
import { asAsked } from './task-names.ts';

export interface Budget {
  readonly maxEvaluations?: number | undefined;
  readonly maxMinutes?: number | undefined;
  /** Full SHA: this merge is evaluated, once, and no other. */
  readonly only?: string | undefined;
}

export interface FurtherPorts {
  /** Evaluates these samples at a commit, by full SHA; a sentence where nothing came of it. `timeoutMs` at most. */
  evaluate(sha: string, ids: readonly string[], timeoutMs: number): Promise<ResultSet | string>;
  /** Ids of all samples that may be evaluated, for merges before any was; none where nobody names them. */
  pool(): Promise<readonly string[]>;
  progress(line: string): void;
  now(): number;
}

export interface Known {
  /** Oldest first. */
  readonly merges: readonly Merge[];
  readonly evaluations: readonly Evaluated<Measured>[];
}

export interface Further extends Known {
  /** Evaluations that were run and gave results. */
  readonly run: number;
  readonly findings: readonly Finding[];
  /** Full SHAs of what could not be evaluated. */
  readonly skipped: readonly string[];
}

const minute = 60_000;

/** Beyond this, without another budget, something is wrong. */
const mostAttempts = 200;

/** So many failures without a result are no longer those of single merges. */
const mostFailures = 3;

/** Throws a UserError where nothing says which samples there are. */
export async function searchFurther(
  known: Known,
  {
    metric,
    maxEvaluations = mostAttempts,
    maxMinutes = Infinity,
    only,
  }: Budget & { readonly metric?: string | undefined },
  ports: FurtherPorts,
): Promise<Further> {
  const deadline = ports.now() + maxMinutes * minute;
  const findings: Finding[] = [];
  const skipped = new Set<number>();
  let evaluations = known.evaluations;
  let [run, attempts, longest] = [0, 0, 0];
  for (;;) {
    if (only !== undefined && attempts > 0) break;
    const wanted =
      only === undefined
        ? await nextOf({ ...known, evaluations }, skipped, ports)
        : await named(only, { ...known, evaluations }, ports);
    if (wanted === undefined) break;
    const name = nameOf(known.merges, known.merges[wanted.at]?.sha ?? '');
    const began = ports.now();
    if (attempts >= maxEvaluations || began + longest > deadline) {
      findings.push(
        stopped(
          name,
          attempts >= maxEvaluations ? 'max-evaluations' : 'max-minutes',
          attempts,
          attempts - run,
        ),
      );
      break;
    }
    attempts++;
    ports.progress(`locate: evaluation ${attempts}: ${count(wanted.ids.length, 'sample')} at ${name}`);
    const outcomes = await evaluated(known.merges[wanted.at]?.sha ?? '', wanted.ids, metric, deadline, ports);
    longest = Math.max(longest, ports.now() - began);
    if (typeof outcomes !== 'string') {
      run++;
      evaluations = [...evaluations, { at: wanted.at, results: outcomes }].toSorted((a, b) => a.at - b.at);
      continue;
    }
    skipped.add(wanted.at);
    findings.push(passedOver(name, outcomes));
    if (run === 0 && skipped.size >= mostFailures) break;
  }
  return {
    ...known,
    evaluations,
    run,
    findings,
    skipped: [...skipped].flatMap((at) => known.merges[at]?.sha ?? []),
  };
}

/** The ends first, with all samples; then whatever says most; nothing where the answer is sure, or no evaluation would change it. */
async function nextOf(
  { merges, evaluations }: Known,
  skipped: ReadonlySet<number>,
  ports: FurtherPorts,
): Promise<Wanted | undefined> {
  const [end] = wantedEnds(merges.length, evaluations, skipped);
  if (end !== undefined) return { at: end, ids: await allIds(evaluations, ports) };
  const places = new Set(evaluations.map(({ at }) => at));
  if (places.size < 2) return undefined;
  const found = search({ merges, evaluations });
  if (found.pool.ids.length === 0 || isSettled(found)) return undefined;
  const [next] = [...wantedNext(found, evaluations, skipped), ...openAgain(found, evaluations, skipped)];
  return next === undefined ? undefined : { at: next.at, ids: [...questionsOf(next.ids)] };
}

/** One merge that was handed out, with the samples that say most of it; all where nothing is known of them. */
async function named(only: string, { merges, evaluations }: Known, ports: FurtherPorts): Promise<Wanted> {
  const at = merges.findIndex(({ sha }) => sha === only);
  if (at < 0)
    throw new UserError(`${only.slice(0, 12)} is not a merge of this range, and is not evaluated.`, {
      help: 'Name a merge that `facts.next` lists, with the `--good` and `--bad` of that search.',
    });
  const isMeasured = new Set(evaluations.map((one) => one.at)).size >= 2;
  const ids = isMeasured ? questionsOf(wantedAt(search({ merges, evaluations }), at).ids) : new Set<string>();
  return { at, ids: ids.size > 0 ? [...ids] : await allIds(evaluations, ports) };
}

function openAgain(found: Search, evaluations: Known['evaluations'], skipped: ReadonlySet<number>): Wanted[] {
  return wantedAgain(found, evaluations).filter(({ at }) => !skipped.has(at));
}

async function allIds(evaluations: Known['evaluations'], ports: FurtherPorts): Promise<readonly string[]> {
  const measured = evaluations.flatMap(({ results }) => results.samples.map(({ sample }) => sample.id));
  const ids = measured.length > 0 ? [...questionsOf(measured)] : await ports.pool();
  if (ids.length > 0) return ids;
  throw new UserError('Nothing says which samples to evaluate: no merge of the range was evaluated yet.', {
    help: 'Name a file with one sample id a line as regression.pool in the policy, or record the evaluation of one merge.',
  });
}

async function evaluated(
  sha: string,
  ids: readonly string[],
  metric: string | undefined,
  deadline: number,
  ports: FurtherPorts,
): Promise<Measured | string> {
  const timeoutMs = Math.min(Math.max(deadline - ports.now(), 1), 24 * 60 * minute);
  const set = await ports.evaluate(sha, ids, timeoutMs);
  if (typeof set === 'string') return set;
  const broken = set.findings.find(({ severity }) => severity === 'error');
  const outcomes = broken?.message ?? outcomesOf(set, metric);
  return typeof outcomes === 'string' ? outcomes : asAsked(ids, outcomes);
}

function passedOver(name: string, reason: string): Finding {
  return locateRules['passed-over'].finding({
    message: `${name} could not be evaluated and is passed over: ${reason.replace(/\.$/, '')}.`,
  });
}

function stopped(next: string, budget: string, attempts: number, failed: number): Finding {
  const failures = failed === 0 ? '' : `, ${failed} of which failed`;
  return locateRules['budget-used'].finding({
    message: `The search ended after ${count(attempts, 'evaluation')}${failures}, for ${budget} allows no more; the next would have been of ${shownList([next])}.`,
  });
}
