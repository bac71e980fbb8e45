/** Runs the evaluation round by round, only while the gate cannot decide. */
import { regressionRules } from '../rules.ts';
import {
  Collector,
  columnsOf,
  compareSets,
  defaultLooks,
  roundSizes,
  sampleOrder,
  type Comparison,
  type Past,
  type RegressionSettings,
  type ResultSet,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports, Scratch } from '../../ports/index.ts';
import { inexactRound } from './exact-round.ts';
import { runSide, type RoundPlan, type Side } from './run-side.ts';

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
  /** A folder of the commit on which the baseline was measured, to ask there again what was not answered; absent where it is not the merge base. */
  readonly baseFolder?: () => Promise<string>;
}

/** The report after the first round that decides, or after the last one that the samples and the time allow. */
export async function evaluateInRounds(
  evaluation: Evaluation,
  ports: Ports,
  scratch: Scratch,
): Promise<Comparison> {
  const { settings, pool, past } = evaluation;
  const sizes = roundSizes(settings.looks ?? defaultLooks, pool.length);
  const order = past.sampling?.order ?? sampleOrder(pool, settings.seed);
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
    const asked = new Set(order.slice(0, size));
    const problem = await runRound(
      evaluation.command,
      { round, ids, asked, deadline },
      sides,
      ports,
      scratch,
    );
    report = withProblem(judged(evaluation, sides, sizes, problem), problem);
    if (problem === undefined)
      report = await again(evaluation, report, { round, ids, asked, deadline }, sides, sizes, ports, scratch);
    ports.log.info(`regression: after ${size} samples: ${report.verdict}: ${report.title}`);
    if (problem !== undefined || !wantsMore(report)) return report;
    if (2 * ports.now() - began > deadline) return stopped(report, budget);
  }
  return report;
}

/** Samples without an outcome that could turn the verdict are evaluated once more, exactly these. */
async function again(
  evaluation: Evaluation,
  report: Comparison,
  plan: RoundPlan,
  sides: Side[],
  sizes: readonly number[],
  ports: Ports,
  scratch: Scratch,
): Promise<Comparison> {
  const { rerun } = report.facts;
  const isOpen = (name: Side['name']): boolean => (rerun?.[name].length ?? 0) > 0;
  if (rerun === undefined || ports.now() > plan.deadline) return report;
  if (isOpen('baseline') && !sides.some(({ name }) => name === 'baseline'))
    sides.push(...(await askTrunkAgain(evaluation)));
  const open = sides.filter(({ name }) => isOpen(name));
  if (open.length === 0) return report;
  for (const side of open) {
    const ids = rerun[side.name];
    ports.log.info(
      `regression: ${ids.length} samples of the ${side.name} were not answered: evaluated again`,
    );
    side.collector.forget(ids);
    const problem = await runSide(
      evaluation.command,
      side,
      { ...plan, ids, attempt: '-again' },
      ports,
      scratch,
    );
    if (problem !== undefined && side.again !== true)
      return withProblem(judged(evaluation, sides, sizes, problem), problem);
    // What trunk has measured is there all the same: without those samples, as before.
    if (problem !== undefined) ports.log.warning(`regression: the merge base: ${problem.message}`);
  }
  return judged(evaluation, sides, sizes);
}

/** A side for what trunk has measured and not answered, where its commit can be had. */
async function askTrunkAgain({ settings, baseFolder }: Evaluation): Promise<Side[]> {
  if (baseFolder === undefined) return [];
  const collector = new Collector({ columns: columnsOf(settings) });
  return [{ name: 'baseline', collector, cwd: await baseFolder(), again: true }];
}

/** What could not be measured for it is not a finding of its own. */
function withProblem(report: Comparison, problem: Finding | undefined): Comparison {
  if (problem === undefined) return report;
  const consequences = new Set([
    regressionRules['metric-missing'].id,
    regressionRules['no-pairs'].id,
    regressionRules['unmatched-samples'].id,
  ]);
  return {
    ...report,
    title: problem.message,
    findings: report.findings.filter((finding) => finding === problem || !consequences.has(finding.rule)),
  };
}

function sidesOf({ baseline, settings }: Evaluation): Side[] {
  const collector = (): Collector => new Collector({ columns: columnsOf(settings) });
  const candidate: Side = { name: 'candidate', collector: collector() };
  return typeof baseline === 'string'
    ? [candidate, { name: 'baseline', collector: collector(), cwd: baseline }]
    : [candidate];
}

function wantsMore({ verdict, facts }: Comparison): boolean {
  return verdict === 'inconclusive' && facts.nextSamples > 0;
}

/** Compared with all that the baseline has: the domain knows which part of it the planned looks have reached. */
function judged(
  { baseline, settings, past, pool }: Evaluation,
  sides: readonly Side[],
  looks: readonly number[],
  problem?: Finding,
): Comparison {
  const evaluated = (name: Side['name']): ResultSet | undefined =>
    sides.find((side) => side.name === name)?.collector.result();
  const before = measuredOf(baseline, evaluated('baseline'));
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

/** Trunk's results, with what was answered when it was asked again; all of it from this run where only a folder is known. */
function measuredOf(measured: ResultSet | string, evaluated: ResultSet | undefined): ResultSet | undefined {
  if (typeof measured === 'string' || evaluated === undefined)
    return typeof measured === 'string' ? evaluated : measured;
  const { samples: answers } = evaluated;
  const samples = [...measured.samples].map(([id, sample]) => [id, answers.get(id) ?? sample] as const);
  return { ...measured, samples: new Map(samples) };
}

/** Evaluates the same samples on each side; stops at the first problem. */
async function runRound(
  command: string,
  plan: RoundPlan,
  sides: readonly Side[],
  ports: Ports,
  scratch: Scratch,
): Promise<Finding | undefined> {
  const whole = sides.filter(({ again }) => again !== true);
  for (const side of whole) {
    const problem = await runSide(command, side, plan, ports, scratch);
    if (problem !== undefined) return problem;
    // Trunk's own samples tell by themselves what is missing; two sides that are evaluated could both leave it out.
    const inexact =
      whole.length > 1
        ? inexactRound(side.name, { inRound: plan.ids, inAll: plan.asked }, side.collector.result())
        : undefined;
    if (inexact !== undefined) return inexact;
  }
  return undefined;
}

function stopped(report: Comparison, budget: number): Comparison {
  const finding: Finding = regressionRules['time-budget'].finding({
    message: `The time budget of ${budget} minutes does not allow another round, and the samples so far do not decide.`,
    help: 'Raise regression.time-budget, spread the evaluation over several runners (plan-gates), or let a person judge the change.',
  });
  return { ...report, findings: [...report.findings, finding] };
}
