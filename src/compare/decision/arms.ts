/** Which arm is judged against which, and which shares of units they were to have. */
import { UserError } from '../../kernel/user-error.ts';
import { shown, shownList } from '../../regression/index.ts';
import type { ArmCounts } from '../outcomes/collected.ts';
import type { CompareSettings } from '../settings.ts';
import type { Arms } from './metric.ts';

/** By name where they are named; of two the later by name is the candidate. Throws a UserError where that does not say it. */
export function armsOf(arms: readonly ArmCounts[], settings: CompareSettings): Arms {
  const named = (name: string | undefined, option: string): number | undefined => {
    if (name === undefined) return undefined;
    const at = arms.findIndex((arm) => arm.name === name);
    if (at >= 0) return at;
    throw new UserError(`There is no arm ${shown(name)}; there are ${listed(arms)}.`, {
      help: `Name one of them with ${option}.`,
    });
  };
  const candidate = named(settings.candidateArm, '--candidate-arm');
  const baseline = named(settings.baselineArm, '--baseline-arm');
  if (candidate !== undefined && candidate === baseline)
    throw new UserError(`${shown(settings.candidateArm ?? '')} is named as candidate and as baseline.`, {
      help: 'Name two arms.',
    });
  if (arms.length === 2) {
    const judged = candidate ?? (baseline === undefined ? 1 : 1 - baseline);
    return { candidate: judged, baseline: baseline ?? 1 - judged };
  }
  if (candidate !== undefined && baseline !== undefined) return { candidate, baseline };
  throw new UserError(`There are ${arms.length} arms: ${listed(arms)}.`, {
    help: 'Name the two that are compared with --baseline-arm and --candidate-arm.',
  });
}

function listed(arms: readonly ArmCounts[]): string {
  return shownList(
    arms.map(({ name }) => name),
    arms.length,
    10,
  );
}

/** Shares that add up to 1, in the order of the arms by name; equal ones where none are given. Throws a UserError. */
export function splitOf(arms: number, { split }: CompareSettings): number[] {
  if (split === undefined) return Array.from({ length: arms }, () => 1 / arms);
  const parts = split.split(/[:/,]/).map((part) => Number(part.trim() === '' ? Number.NaN : part));
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (parts.length === arms && parts.every((part) => part > 0) && Number.isFinite(total))
    return parts.map((part) => part / total);
  throw new UserError(`--split ${shown(split)} does not give a share above 0 to each of ${arms} arms.`, {
    help: 'Write them in the order of the arms by name, such as 90:10.',
  });
}
