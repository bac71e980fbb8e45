import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { billions, digits, type ModelSummary } from './summary.ts';

interface Expectation {
  readonly count: number;
  /** Largest difference, as a share. */
  readonly tolerance: number;
}

const units = new Map([
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);

/** `31.07B ± 0.5%`, `8B +- 1%`, `31,070,754,032`; without a tolerance, half of the last digit that is given, so `8B` is 7.5 to 8.5 B. */
export function parseExpectation(text: string): Expectation | undefined {
  const match = /^\s*([\d,_]+)(?:\.(\d+))?\s*([kmbt]?)\s*(?:(?:±|\+\/?-)\s*([\d.]+)\s*%)?\s*$/i.exec(
    text.slice(0, 60),
  );
  if (match === null) return undefined;
  const [, whole = '', fraction = '', unit = '', percent] = match;
  const scale = units.get(unit.toLowerCase()) ?? 1;
  const count = Number(`${whole.replaceAll(/[,_]/g, '')}.${fraction}`) * scale;
  if (!Number.isFinite(count) || count <= 0) return undefined;
  const half = unit === '' ? 0 : (scale * 10 ** -fraction.length) / 2;
  const tolerance = percent === undefined ? half / count : Number(percent) / 100;
  return Number.isNaN(tolerance) ? undefined : { count, tolerance };
}

/** Whether a model has the parameters that were expected. */
export function expectedCountFindings(
  file: string,
  expected: string,
  summary: ModelSummary | undefined,
): Finding[] {
  const finding = (message: string, help: string): Finding[] => [
    configRules['parameter-count'].finding({ message, help, file }),
  ];
  const wanted = parseExpectation(expected);
  if (wanted === undefined) {
    return finding(`expect-parameters cannot be read: ${expected.slice(0, 60)}`, 'write it as 31.07B ± 0.5%');
  }
  if (summary === undefined) {
    return finding(
      `${expected} parameters are expected, but this model's parameters cannot be counted`,
      'name the family in the policy, or complete the config',
    );
  }
  const { total } = summary.counts;
  const off = Math.abs(Number(total) - wanted.count) / wanted.count;
  if (off <= wanted.tolerance + 1e-12) return [];
  const percent = `${(off * 100).toPrecision(3)} % off`;
  return finding(
    `the model has ${digits(total)} parameters (${billions(total)}), not ${expected}: ${percent}`,
    'correct the config, or the number that is expected',
  );
}
