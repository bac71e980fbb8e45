/** The regression gate: the candidate's results on disk against the baseline's at the merge base. */
import { uniqueBy } from '../../kernel/group.ts';
import {
  compareSets,
  idsAgain,
  idsOfRound,
  isPinned,
  columnsOf,
  questionsOf,
  sampleOrder,
  type Comparison,
  type RegressionFacts,
  type RegressionSettings,
  type ResultSet,
  drawnText,
  samplingFacts,
  type Sampling,
  type SamplingFacts,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { count } from '../../kernel/text.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { Gate, Ports } from '../../ports/index.ts';
import { askedAgain, withRerunCommit } from './again.ts';
import { mostAncestors, resultsAt, type TrunkResults } from './baseline.ts';
import { evaluateInRounds } from './evaluate.ts';
import { readPast, type ReadPast } from './past.ts';
import { judgeTrunk } from './trunk.ts';
import { leftOutFindings } from './left-out.ts';
import { samplingOf } from './sampling.ts';
import { noBaseline, noCandidate, noScratch } from './not-compared.ts';
import { placeOf } from './place.ts';
import { unlessStale } from './stale.ts';
import { hasOtherSetup, statedSetup } from './stated.ts';
import { matching, readPool, readSide } from './sides.ts';
import { unconfigured } from './unconfigured.ts';

/** Reads both sides, or runs the evaluation, and compares them; without a baseline the verdict is never a pass. */
export const judgeRegression: Gate<RegressionSettings, RegressionFacts> = async (settings, ports) => {
  const started = ports.now();
  const comparison = await closing(ports, judgeSides(settings, ports));
  return makeReport({ gate: 'regression-gate', ...comparison, durationMs: ports.now() - started });
};

/** Which samples a round evaluates, and how they were drawn where that is not by chance alone. */
export interface RoundIds {
  readonly ids: readonly string[];
  readonly sampling?: { readonly facts: SamplingFacts; readonly text: string };
}

/**
 * Ids that the runners of one round are to evaluate: those that the look at `samples` adds, without it those of the first look.
 * `again`: ids that were evaluated and not answered. They are asked beside those of `samples`, and alone where that is not given.
 * None where neither a baseline nor a pool names any sample.
 */
export async function samplesOfRound(
  settings: RegressionSettings,
  ports: Ports,
  { samples, again = [] }: { readonly samples?: number | undefined; readonly again?: readonly string[] } = {},
): Promise<RoundIds> {
  const order = await closing(ports, orderOf(settings, ports));
  const first = again.length > 0 && samples === undefined ? [] : idsOfRound(order.ids, settings, samples);
  const ids = [...new Set([...first, ...idsAgain(order.ids, again)])];
  const last = order.ids.indexOf(first.at(-1) ?? '') + 1;
  if (order.sampling === undefined) return { ids };
  const facts = samplingFacts(order.sampling, last);
  return { ids, sampling: { facts, text: drawnText(facts) } };
}

async function orderOf(
  settings: RegressionSettings,
  ports: Ports,
): Promise<{ readonly ids: readonly string[]; readonly sampling?: Sampling }> {
  const baseline = await baselineOf(settings, ports);
  const measured = await baseline.read();
  const sampling = await samplingOf(settings, measured, baseline, ports);
  if (sampling !== undefined) return { ids: sampling.order, sampling };
  return { ids: sampleOrder(await poolOf(settings, measured, ports), settings.seed) };
}

/** The ledger, where it was asked, is closed after the work. */
async function closing<T>({ evaluations }: Ports, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await evaluations?.close();
  }
}

async function judgeSides(settings: RegressionSettings, ports: Ports): Promise<Comparison> {
  if (settings.judge === 'trunk') return judgeTrunk(settings, ports);
  const nothing = unconfigured(settings);
  if (nothing !== undefined) return nothing;
  return isEvaluated(settings) ? evaluated(settings, ports) : compared(settings, ports);
}

function isEvaluated({ evaluate = '' }: RegressionSettings): boolean {
  return evaluate !== '';
}

/** Whether the merge base is evaluated beside the candidate where it has no results: never in place of what the policy pins. */
function evaluatesBase(settings: RegressionSettings): boolean {
  return isEvaluated(settings) && settings.pool !== undefined && !isPinned(settings.baseline);
}

/** Throws a UserError where the policy names a state of trunk that is not there. */
async function baselineOf(settings: RegressionSettings, ports: Ports): Promise<TrunkResults> {
  const place = await placeOf(settings.baseline, settings.candidate, ports);
  if (typeof place === 'string') throw noPlace(settings.baseline, place);
  // What can be evaluated at the merge base itself needs no older results.
  const ancestors = evaluatesBase(settings) ? 0 : mostAncestors;
  return resultsAt(place, ports, { ancestors, columns: columnsOf(settings) });
}

function noPlace(baseline: readonly string[], reason: string): UserError {
  return new UserError(`There is no baseline ${baseline.join(', ')}: ${reason}`, {
    help: 'Correct regression.baseline in the policy: a ref of the remote before the colon, or a path alone for the merge base.',
  });
}

/** Ids of all samples that may be evaluated: those that trunk has measured, else those that are named. */
async function poolOf(
  { pool }: RegressionSettings,
  measured: ResultSet,
  { change }: Ports,
): Promise<readonly string[]> {
  return measured.samples.size > 0 ? [...questionsOf(measured.samples.keys())] : readPool(pool, change.base);
}

async function compared(settings: RegressionSettings, ports: Ports): Promise<Comparison> {
  const candidate = await matching(ports.workspace, settings.candidate);
  if (candidate.length === 0) return noCandidate(settings, await baselineOf(settings, ports), ports);
  const after = await readSide(ports.workspace, candidate, columnsOf(settings));
  const baseline = await baselineOf(settings, ports);
  ports.log.info(
    `regression: ${count(candidate.length, 'file')} of the candidate, ${baseline.files.length} of the baseline (${baseline.name})`,
  );
  if (baseline.files.length === 0) return noBaseline(settings, baseline, ports, candidate[0]);
  const again = await askedAgain(await baseline.read(), settings, ports);
  const before = again.results;
  const sampling = await samplingOf(settings, before, baseline, ports);
  const past = await pastOf(settings, baseline, ports, sampling, [
    ...again.findings,
    ...(await leftOutFindings(ports.workspace, settings.candidate)),
  ]);
  const plain = compareSets(before, after, settings, past);
  const stated = hasOtherSetup(plain) ? await statedSetup(ports) : [];
  const judged = stated.length === 0 ? plain : compareSets(before, after, settings, { ...past, stated });
  const comparison = await unlessStale(judged, settings, ports, {
    candidate,
    baseline,
  });
  return held(withRerunCommit(comparison, baseline), past);
}

/** The baseline is what trunk has measured on the same samples; without it the merge base is evaluated beside the candidate. */
async function evaluated(settings: RegressionSettings, ports: Ports): Promise<Comparison> {
  const { scratch } = ports;
  if (scratch === undefined) return noScratch();
  const baseline = await baselineOf(settings, ports);
  const measured = await baseline.read();
  const known = measured.samples.size > 0;
  const pool = await poolOf(settings, measured, ports);
  const folder =
    known || pool.length === 0 || isPinned(settings.baseline) ? undefined : await ports.baseFolder?.();
  if (!known && folder === undefined) return noBaseline(settings, baseline, ports, undefined);
  const sampling = await samplingOf(settings, measured, baseline, ports);
  const past = {
    ...(await pastOf(settings, baseline, ports, sampling)),
    stated: await statedSetup(ports),
  };
  const { baseFolder } = ports;
  const isMergeBase = known && !isPinned(settings.baseline) && (baseline.source?.merges ?? 0) === 0;
  const report = await evaluateInRounds(
    {
      command: settings.evaluate ?? '',
      settings,
      past,
      pool,
      baseline: folder ?? measured,
      ...(isMergeBase && baseFolder !== undefined && { baseFolder }),
    },
    ports,
    scratch,
  );
  return held(report, past);
}

/** The past as it is read, with what is to be said of the baseline itself. */
async function pastOf(
  settings: RegressionSettings,
  baseline: TrunkResults,
  ports: Ports,
  sampling: Sampling | undefined,
  ofCandidate: readonly Finding[] = [],
): Promise<ReadPast> {
  const { source } = baseline;
  const past = await readPast(settings, ports, source);
  return {
    ...past,
    ...(source !== undefined && { source }),
    ...(sampling !== undefined && { sampling }),
    // Both sides may leave out the same files; baseline, anchor and trend are read from one ledger.
    findings: uniqueBy(
      [...ofCandidate, ...baseline.findings, ...(past.findings ?? [])],
      ({ rule, message }) => `${rule} ${message}`,
    ),
  };
}

/** Erosion that was to be watched and could not be: nobody may take that for a pass. */
function held(comparison: Comparison, { unread }: ReadPast): Comparison {
  return unread !== undefined && comparison.verdict === 'pass'
    ? { ...comparison, verdict: 'inconclusive', title: unread }
    : comparison;
}
