import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Fields that inputs of the cases have; each kind uses a few. */
export interface OracleInput {
  readonly ref: string;
  readonly y: readonly (string | number | readonly number[])[];
  readonly pred: readonly (string | number | readonly number[])[];
  readonly base: readonly number[];
  readonly cand: readonly number[];
  readonly diffs: readonly number[];
  readonly labels: readonly (string | number)[];
  readonly pos_label: string | number;
  readonly zero_division: number;
  readonly tp_fp_fn: readonly (readonly [number, number, number])[];
  readonly indices: readonly (readonly number[])[];
  readonly cells_y_a_b: readonly number[];
  readonly confidence: number;
  readonly method: string;
  readonly base_right_cand_wrong: number;
  readonly base_wrong_cand_right: number;
  readonly successes: number;
  readonly n: number;
  readonly scores: readonly number[];
  readonly clusters: readonly number[];
  readonly p: readonly number[];
  readonly alpha: number;
  readonly discordance: number;
  readonly alpha_one_sided: number;
  readonly power: number;
  readonly fn: string;
  readonly x: readonly number[];
  readonly abx: readonly (readonly [number, number, number])[];
  readonly qdf: readonly (readonly [number, number])[];
  readonly ab: readonly (readonly [number, number])[];
  readonly m: number;
  readonly N: number;
  readonly trunc_scale: number;
  readonly theta: number;
  readonly z: readonly number[];
  readonly lambdas: readonly number[];
  readonly a: number;
  readonly b: number;
  readonly looks: readonly number[];
  readonly pairs: readonly { readonly pred: string; readonly gold: string }[];
}

/** One case of the measured oracles: numbers from scipy, scikit-learn, statsmodels and confseq. */
export interface OracleCase {
  readonly id: string;
  readonly kind: string;
  /** Only what the kind needs is there. */
  readonly input: OracleInput;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const file = path.resolve(import.meta.dirname, '../../../../shared/research/regression-oracles.json');

/** The cases, or none where the file is not there. */
export function oracleCases(): readonly OracleCase[] {
  if (!existsSync(file)) {
    console.log(`skipped: no oracles at ${file}`);
    return [];
  }
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: OracleCase[] };
  return cases;
}
