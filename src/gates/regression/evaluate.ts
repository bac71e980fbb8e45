/** Runs the evaluation round by round, only while the gate cannot decide. */
import {
  Collector,
  compareSets,
  defaultLooks,
  openReader,
  roundSizes,
  sampleOrder,
  shown,
  type Past,
  type RegressionSettings,
  type ResultSet,
} from '../../regression/index.ts';
import type { Finding, Report } from '../../report/model.ts';
import type { CommandResult, Ports, Scratch } from '../ports.ts';
import { commandLine } from './command-line.ts';

const minute = 60_000;
const defaultBudget = 60;

export interface Evaluation {
  readonly command: string;
  /** Its samples are the pool: each has a result to be compared with. */
  readonly baseline: ResultSet;
  readonly settings: RegressionSettings;
  readonly past: Past;
}

/** The report after the first round that decides, or after the last one that the samples and the time allow. */
export async function evaluateInRounds(
  evaluation: Evaluation,
  ports: Ports,
  scratch: Scratch,
): Promise<Report> {
  const { baseline, settings } = evaluation;
  const sizes = roundSizes(settings.looks ?? defaultLooks, baseline.samples.size);
  const order = sampleOrder(baseline.samples.keys(), settings.seed);
  const deadline = ports.now() + (settings.timeBudget ?? defaultBudget) * minute;
  const collector = new Collector();
  let report: Report | undefined;
  for (const [round, size] of sizes.entries()) {
    const began = ports.now();
    const ids = order.slice(sizes[round - 1] ?? 0, size);
    ports.log.info(
      `regression: round ${round + 1} of ${sizes.length}: evaluating ${ids.length} samples, ${size} in all`,
    );
    const problem = await runRound(
      evaluation.command,
      { round, ids, timeoutMs: deadline - began },
      collector,
      ports,
      scratch,
    );
    report = judged(evaluation, collector.result(), sizes, problem);
    ports.log.info(`regression: after ${size} samples: ${report.verdict}: ${report.title}`);
    if (problem !== undefined || !wantsMore(report)) return report;
    const took = ports.now() - began;
    if (ports.now() + took > deadline) return stopped(report, settings.timeBudget ?? defaultBudget);
  }
  return report ?? compareSets(baseline, collector.result(), settings, evaluation.past);
}

function wantsMore({ verdict, facts }: Report): boolean {
  return verdict === 'inconclusive' && typeof facts['nextSamples'] === 'number' && facts['nextSamples'] > 0;
}

/** Compared with the whole pool: the domain knows which part of it the planned looks have reached. */
function judged(
  { baseline, settings, past }: Evaluation,
  candidate: ResultSet,
  looks: readonly number[],
  problem: Finding | undefined,
): Report {
  const findings = [...(past.findings ?? []), ...(problem === undefined ? [] : [problem])];
  return compareSets(baseline, candidate, { ...settings, looks }, { ...past, findings });
}

interface RoundPlan {
  readonly round: number;
  readonly ids: readonly string[];
  readonly timeoutMs: number;
}

async function runRound(
  template: string,
  { round, ids, timeoutMs }: RoundPlan,
  collector: Collector,
  ports: Ports,
  scratch: Scratch,
): Promise<Finding | undefined> {
  const out = `results-${round + 1}.json`;
  const idFile = await scratch.write(`ids-${round + 1}.txt`, `${ids.join('\n')}\n`);
  const line = commandLine(template, { ids: idFile, out: scratch.pathOf(out) });
  if (typeof line === 'string') return failed(line);
  const result = await ports.commands.run(line.program, line.args, { timeoutMs: Math.max(1, timeoutMs) });
  const wrong = wrongExit(line.program, result);
  const bytes = wrong === undefined ? await scratch.read(out) : undefined;
  if (bytes === undefined) return failed(wrong ?? `${line.program} ended without writing {out}`);
  const reader = openReader(out, collector);
  reader.push(bytes);
  reader.end();
  return undefined;
}

function wrongExit(program: string, result: CommandResult | undefined): string | undefined {
  if (result === undefined) return `the program ${program} is not there`;
  if (result.exitCode === 0) return undefined;
  const last = result.stderr.trimEnd().split('\n').at(-1) ?? '';
  return `${program} ended with exit code ${result.exitCode}${last === '' ? '' : `: ${shown(last)}`}`;
}

function failed(reason: string): Finding {
  return {
    rule: 'regression/evaluation-failed',
    severity: 'error',
    message: `The evaluation did not run: ${reason}.`,
    help: 'Run the command of regression.evaluate by hand with a file of ids; its log is in the step above.',
  };
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
