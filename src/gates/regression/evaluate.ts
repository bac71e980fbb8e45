/** Runs the evaluation round by round, only while the gate cannot decide. */
import {
  Collector,
  compareSets,
  defaultLooks,
  openReader,
  roundSizes,
  sampleOrder,
  type Past,
  type RegressionSettings,
  type ResultSet,
} from '../../regression/index.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { Ports, Scratch } from '../ports.ts';
import { runEvaluation } from './run-evaluation.ts';

const minute = 60_000;
const defaultBudget = 60;

export interface Evaluation {
  readonly command: string;
  readonly settings: RegressionSettings;
  readonly past: Past;
  /** Ids of all samples that may be evaluated. */
  readonly pool: readonly string[];
  /** What trunk has measured on the pool, or the folder of the merge base, where it is evaluated side by side. */
  readonly baseline: ResultSet | string;
}

/** One of the two that are evaluated. */
interface Side {
  readonly name: 'candidate' | 'baseline';
  readonly collector: Collector;
  readonly cwd?: string;
}

/** The report after the first round that decides, or after the last one that the samples and the time allow. */
export async function evaluateInRounds(
  evaluation: Evaluation,
  ports: Ports,
  scratch: Scratch,
): Promise<Report> {
  const { settings, pool } = evaluation;
  const sizes = roundSizes(settings.looks ?? defaultLooks, pool.length);
  const order = sampleOrder(pool, settings.seed);
  const budget = settings.timeBudget ?? defaultBudget;
  const deadline = ports.now() + budget * minute;
  const sides = sidesOf(evaluation);
  let report = judged(evaluation, sides, sizes);
  for (const [round, size] of sizes.entries()) {
    const began = ports.now();
    const ids = order.slice(sizes[round - 1] ?? 0, size);
    ports.log.info(
      `regression: round ${round + 1} of ${sizes.length}: ${ids.length} samples, ${size} in all`,
    );
    const problem = await runRound(evaluation.command, { round, ids, deadline }, sides, ports, scratch);
    report = judged(evaluation, sides, sizes, problem);
    ports.log.info(`regression: after ${size} samples: ${report.verdict}: ${report.title}`);
    if (problem !== undefined || !wantsMore(report)) return report;
    if (2 * ports.now() - began > deadline) return stopped(report, budget);
  }
  return report;
}

function sidesOf({ baseline }: Evaluation): Side[] {
  const candidate: Side = { name: 'candidate', collector: new Collector() };
  return typeof baseline === 'string'
    ? [candidate, { name: 'baseline', collector: new Collector(), cwd: baseline }]
    : [candidate];
}

function wantsMore({ verdict, facts }: Report): boolean {
  return verdict === 'inconclusive' && typeof facts['nextSamples'] === 'number' && facts['nextSamples'] > 0;
}

/** Compared with all that the baseline has: the domain knows which part of it the planned looks have reached. */
function judged(
  { baseline, settings, past, pool }: Evaluation,
  sides: readonly Side[],
  looks: readonly number[],
  problem?: Finding,
): Report {
  const evaluated = (name: Side['name']): ResultSet | undefined =>
    sides.find((side) => side.name === name)?.collector.result();
  const before = typeof baseline === 'string' ? evaluated('baseline') : baseline;
  const after = evaluated('candidate');
  const nothing = new Collector().result();
  const findings = [...(past.findings ?? []), ...(problem === undefined ? [] : [problem])];
  return compareSets(
    before ?? nothing,
    after ?? nothing,
    { ...settings, looks },
    { ...past, findings, poolSize: pool.length },
  );
}

interface RoundPlan {
  readonly round: number;
  readonly ids: readonly string[];
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** Evaluates the same samples on each side; stops at the first problem. */
async function runRound(
  command: string,
  { round, ids, deadline }: RoundPlan,
  sides: readonly Side[],
  ports: Ports,
  scratch: Scratch,
): Promise<Finding | undefined> {
  for (const { name, collector, cwd } of sides) {
    const out = `${name}-${round + 1}.json`;
    const timeoutMs = Math.max(1, deadline - ports.now());
    const result = await runEvaluation(
      { command, ids, idFile: `ids-${round + 1}.txt`, out, timeoutMs, ...(cwd !== undefined && { cwd }) },
      ports,
      scratch,
    );
    if (!(result instanceof Uint8Array)) return result;
    const reader = openReader(out, collector);
    reader.push(result);
    reader.end();
  }
  return undefined;
}

function stopped(report: Report, budget: number): Report {
  const finding: Finding = {
    rule: 'regression/time-budget',
    severity: 'warning',
    message: `The time budget of ${budget} minutes does not allow another round, and the samples so far do not decide.`,
    help: 'Raise regression.time-budget, spread the evaluation over several runners (plan-gates), or let a person judge the change.',
  };
  return { ...report, findings: [...report.findings, finding] };
}
