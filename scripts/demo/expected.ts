/** For which reasons, and for no others, the degraded pull request must be blocked. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { placeOf, type Annotation } from './annotation.ts';
import { configFile, lockFile, resultsFile } from './overlays/degraded.ts';

export interface Reason {
  readonly what: string;
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Words that the message must hold. */
  readonly says: readonly string[];
}

/** The reasons, each at its place in this checkout of the degraded commit. */
export function reasonsToBlock(checkout: string): Reason[] {
  return blocking.map(({ at, ...reason }) => ({ ...reason, ...placeIn(checkout, reason.file, at) }));
}

interface Blocking extends Omit<Reason, 'line' | 'column'> {
  /** Text before the place and text at the place, both exactly once in the file. */
  readonly at: readonly [before: string, found: string];
}

const blocking: readonly Blocking[] = [
  {
    what: 'a misspelt parameter',
    rule: 'config/misspelt-parameter',
    file: configFile,
    at: ['', 'num_expert_per_tok'],
    says: ['num_expert_per_tok', 'num_experts_per_tok'],
  },
  {
    what: 'an unregistered parameter',
    rule: 'config/unregistered-parameter',
    file: configFile,
    at: ['', 'router_z_loss_coef'],
    says: ['router_z_loss_coef'],
  },
  {
    what: 'a learning rate that PyYAML reads as text',
    rule: 'config/number-as-text',
    file: configFile,
    at: ['  lr: ', '1e-5'],
    says: ['1e-5', '1.0e-5'],
  },
  {
    what: 'torch moved, unrequested',
    rule: 'deps/unexplained',
    file: lockFile,
    at: ['name = "torch"\nversion = ', '"2.10.0"'],
    says: ['torch', '2.9.1', '2.10.0'],
  },
  {
    what: 'transformers moved, unrequested',
    rule: 'deps/unexplained',
    file: lockFile,
    at: ['name = "transformers"\nversion = ', '"5.0.0"'],
    says: ['transformers', '4.57.1', '5.0.0'],
  },
  {
    // The place is the first of the samples that got worse.
    what: 'F1 dropped by 1.8 points',
    rule: 'regression/drop',
    file: resultsFile,
    at: ['', '{"id": "validation_Agriculture_12"'],
    says: ['F1', '1.8 points', '500'],
  },
];

function placeIn(
  checkout: string,
  file: string,
  [before, found]: Blocking['at'],
): { line: number; column: number } {
  const text = readFileSync(path.join(checkout, file), 'utf8');
  const pieces = text.split(before + found);
  if (pieces.length !== 2)
    throw new Error(`${file} contains ${before}${found} ${pieces.length - 1} times, expected once`);
  const lines = `${pieces[0]}${before}`.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Each reason that no error annotation gives, and each error that is not a reason; empty when all is as expected. */
export function differences(reasons: readonly Reason[], annotations: readonly Annotation[]): string[] {
  const errors = annotations.filter(({ level }) => level === 'error');
  const missing = reasons.filter((reason) => !errors.some((error) => gives(error, reason)));
  const surplus = errors.filter((error) => !reasons.some((reason) => gives(error, reason)));
  return [
    ...missing.map(
      (reason) =>
        `not reported: ${reason.what} (${reason.rule} at ${placeOf(reason)}, saying ${reason.says.join(', ')})`,
    ),
    ...surplus.map((error) => `not expected: ${error.title} at ${placeOf(error)}: ${error.message}`),
  ];
}

function gives(error: Annotation, reason: Reason): boolean {
  return (
    error.title === reason.rule &&
    placeOf(error) === placeOf(reason) &&
    reason.says.every((word) => error.message.includes(word))
  );
}
