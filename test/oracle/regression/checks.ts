/** For each kind of oracle case: what our code computes from its input, under the oracle's own names. */
import { exactF1Permutation, exactSignFlip, wilcoxon } from '../../support/statistics/permutation.ts';
import {
  bettingCapital,
  kellyStakes,
  mcNemarLogE,
  mixtureProcess,
  plugInStakes,
} from '../../support/statistics/anytime.ts';
import {
  benjaminiYekutieli,
  bonferroni,
  detectableDrop,
  millerClusteredError,
  pairedT,
} from '../../support/statistics/others.ts';
import { logBeta } from '../../../src/regression/statistics/beta.ts';
import {
  agrestiCoull,
  clopperPearson,
  inverseIncompleteBeta,
  mcNemar,
  wilson,
  wilsonCorrected,
} from '../../support/statistics/binomial.ts';
import { benjaminiHochberg, holm } from '../../../src/regression/statistics/multiplicity.ts';
import { normalCdf, normalQuantile } from '../../../src/regression/statistics/normal.ts';
import { samplesNeeded } from '../../../src/regression/statistics/power.ts';
import { obrienFlemingConstant } from '../../../src/regression/statistics/sequential.ts';
import { clusteredError, meanOf, plainError } from '../../../src/regression/statistics/standard-error.ts';
import { studentQuantile } from '../../../src/regression/statistics/student.ts';
import { normalizeAnswer, squadExactMatch, squadF1 } from '../../../src/regression/metrics/squad.ts';
import { cellsOf, fixedBca, fixedBootstrap, stochastic } from './bootstrap-checks.ts';
import { fromCounts, influence, multilabel, pairedF1, singleLabel } from './metric-checks.ts';
import type { OracleCase, OracleInput } from './oracles.ts';

export type Check = (one: OracleCase, all: readonly OracleCase[]) => Readonly<Record<string, unknown>>;

export const checks: Readonly<Record<string, Check>> = {
  f1: ({ input, expected }) => only(singleLabel(input), expected),
  f1_multilabel: ({ input }) => multilabel(input),
  f1_counts: ({ input }) => fromCounts(input),
  f1_paired: ({ input }) => pairedF1(input),
  f1_influence_se: (one, all) => influence(referred(one, all)),
  bootstrap_fixed: ({ input }) => fixedBootstrap(input),
  bca_fixed: (one, all) => fixedBca(one.input, one.input.ref === undefined ? one.input : referred(one, all)),
  bootstrap: (one, all) =>
    stochastic(one.input, one.input.ref === undefined ? one.input : referred(one, all)),
  mcnemar: ({ input }) => mcNemarValues(input),
  permutation: ({ input }) => signFlip(input),
  permutation_f1: ({ input }) => f1Permutation(input),
  binomial_ci: ({ input }) => limits(input),
  clustered_se: ({ input }) => clustered(input),
  multiplicity: ({ input, expected }) => only(multiplicity(input), expected),
  paired_t: ({ input }) => paired(input),
  power: ({ input }) => power(input),
  special: ({ input }) => ({ y: special[input.fn]?.(input) }),
  betting: ({ input }) => betting(input),
  eprocess: ({ input }) => eProcess(input),
  group_sequential: ({ input }) => ({
    C: input.looks.map((looks) => obrienFlemingConstant(input.alpha_one_sided, equalLooks(looks))),
  }),
  exact_match: ({ input: { pairs } }) => ({
    em: pairs.map(({ pred, gold }) => squadExactMatch(pred, gold) === 1),
    f1: pairs.map(({ pred, gold }) => squadF1(pred, gold)),
    normalized: pairs.map(({ pred }) => normalizeAnswer(pred)),
  }),
};

function referred(one: OracleCase, all: readonly OracleCase[]): OracleInput {
  const found = all.find(({ id }) => id === one.input.ref);
  if (found === undefined) throw new Error(`no case ${one.input.ref}`);
  return found.input;
}

/** The values that the oracle has too: a case asks for some of them. */
function only(
  values: Record<string, unknown>,
  expected: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(expected, name)));
}

function mcNemarValues(input: OracleInput): Record<string, unknown> {
  const test = mcNemar(input.base_right_cand_wrong, input.base_wrong_cand_right);
  return {
    exact_two_sided: test.exactTwoSided,
    exact_one_sided_drop: test.exactDrop,
    midp_one_sided_drop: test.midPDrop,
    chi2_cc_two_sided: test.correctedTwoSided,
  };
}

function differences({ base, cand }: OracleInput): number[] {
  return cand.map((value, i) => value - (base[i] ?? NaN));
}

function signFlip(input: OracleInput): Record<string, unknown> {
  const { pLess, pTwoSided } = exactSignFlip(input.diffs ?? differences(input));
  return { p_less: pLess, p_two_sided: pTwoSided };
}

function f1Permutation({ cells_y_a_b: counts }: OracleInput): Record<string, unknown> {
  const { pLess, pTwoSided } = exactF1Permutation(counts);
  const cells = cellsOf(counts);
  return { diff: cells.difference(cells.counts), p_less: pLess, p_two_sided: pTwoSided };
}

function limits({ successes, n, confidence }: OracleInput): Record<string, unknown> {
  return {
    clopper_pearson: clopperPearson(successes, n, confidence),
    wilson: wilson(successes, n, confidence),
    wilson_cc: wilsonCorrected(successes, n, confidence),
    agresti_coull: agrestiCoull(successes, n, confidence),
  };
}

function clustered({ scores, clusters }: OracleInput): Record<string, unknown> {
  const names = clusters.map(String);
  const { error, clusters: count } = clusteredError(scores, names);
  return {
    mean: meanOf(scores),
    se_naive: plainError(Float64Array.from(scores)),
    se_cluster_cr0: error,
    se_cluster_inspect: error * Math.sqrt(count / (count - 1)),
    se_miller_eq4: millerClusteredError(scores, names),
  };
}

function multiplicity({ p, alpha }: OracleInput): Record<string, unknown> {
  return {
    holm_adjusted: holm(p),
    bh_adjusted: benjaminiHochberg(p),
    by_adjusted: benjaminiYekutieli(p),
    bonferroni: bonferroni(p),
    holm_reject: holm(p).map((value) => value <= alpha),
    bh_reject: benjaminiHochberg(p).map((value) => value <= alpha),
  };
}

function paired(input: OracleInput): Record<string, unknown> {
  const moved = differences(input);
  const { t, pLess, pTwoSided } = pairedT(moved);
  const ranks = wilcoxon(moved);
  return { t, p_less: pLess, p_two_sided: pTwoSided, wilcoxon_w: ranks.w, wilcoxon_p: ranks.pTwoSided };
}

function power({ discordance, alpha_one_sided: alpha, power: wanted }: OracleInput): Record<string, unknown> {
  return {
    mde_n500: detectableDrop(discordance, 500, alpha, wanted),
    n_for_1_8pt: samplesNeeded(discordance, 0.018, alpha, wanted),
    n_for_0_5pt: samplesNeeded(discordance, 0.005, alpha, wanted),
  };
}

const special: Readonly<Record<string, (input: OracleInput) => number[]>> = {
  ndtri: ({ x }) => x.map(normalQuantile),
  ndtr: ({ x }) => x.map(normalCdf),
  betaincinv: ({ abx }) => abx.map(([a, b, p]) => inverseIncompleteBeta(p, a, b)),
  't.ppf': ({ qdf }) => qdf.map(([q, df]) => studentQuantile(q, df)),
  betaln: ({ ab }) => ab.map(([a, b]) => logBeta(a, b)),
};

function betting({ x, m, N, alpha, trunc_scale: truncation, theta }: OracleInput): Record<string, unknown> {
  const options = { mean: m, truncation, theta, ...(N !== undefined && { population: N }) };
  if (N === undefined) {
    const stakes = plugInStakes(x, alpha);
    return { lambda_predmix: stakes, hedged_capital: bettingCapital(x, stakes, options) };
  }
  const stakes = kellyStakes(x, { ...options, truncation: 1 });
  return { lambda_aKelly: stakes, capital: bettingCapital(x, stakes, options) };
}

function eProcess(input: OracleInput): Record<string, unknown> {
  if (input.z !== undefined) return { e_values: mixtureProcess(input.z, input.lambdas) };
  return { log_e: mcNemarLogE(input.base_right_cand_wrong, input.base_wrong_cand_right, input.a, input.b) };
}

function equalLooks(count: number): number[] {
  return Array.from({ length: count }, (_, k) => (k + 1) / count);
}
