import { type MoveClass, moveClasses } from '../model.ts';
import { nameMatcher } from '../../pep440/names.ts';
import type { Consequence, DependencySettings } from '../settings.ts';

/** What a class means for the verdict where the policy says nothing. */
export const defaultConsequences: Readonly<Record<MoveClass, Consequence>> = {
  requested: 'pass',
  allowed: 'pass',
  added: 'warn',
  forced: 'warn',
  'over-move': 'fail',
  unexplained: 'fail',
  'identity-change': 'fail',
  'fork-added': 'fail',
  'fork-collapsed': 'fail',
  removed: 'fail',
  downgraded: 'fail',
};

type Policy = Pick<DependencySettings, 'classes' | 'packages'>;

export interface Circumstances {
  /** At the end of its chain of causes stands something that this change asked for. */
  readonly asked: boolean;
  /** It is seen where the model runs. */
  readonly onTarget: boolean;
  /** What changed is surely the same file. */
  readonly mild?: boolean;
}

/**
 * The policy's word for this package, else for the class, else the default. A move that was forced by one that nobody
 * asked for is no better than that one; what is for another platform than the model's only warns.
 */
export function consequenceOf(
  name: string,
  moveClass: MoveClass,
  policy: Policy,
  { asked, onTarget, mild = false }: Circumstances,
): Consequence {
  const stated = statedConsequence(name, moveClass, policy);
  if (stated !== undefined) return stated;
  const usual = moveClass === 'forced' && !asked ? 'fail' : defaultConsequences[moveClass];
  const isLight = !onTarget || (moveClass === 'identity-change' && mild);
  return isLight && usual === 'fail' ? 'warn' : usual;
}

/** What a range means for the verdict that leaves more open than before, where no lock decides. */
export function floatConsequence(name: string, policy: Policy): Consequence {
  return statedConsequence(name, floats, policy) ?? 'warn';
}

/** Beside the classes of moves: nothing moved yet. */
const floats = 'floats';

function statedConsequence(name: string, moveClass: string, policy: Policy): Consequence | undefined {
  const own = Object.entries(policy.packages).find(([pattern]) => nameMatcher([pattern])(name))?.[1];
  return (own && ownValue(own, moveClass)) ?? ownValue(policy.classes, moveClass);
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Class names in the policy that mean nothing: a typing error there must not pass for a decision. */
export function unknownClasses({ classes, packages }: Policy): readonly string[] {
  const names = [...Object.keys(classes), ...Object.values(packages).flatMap((own) => Object.keys(own))];
  return [...new Set(names)].filter((name) => ![...moveClasses, floats].some((known) => known === name));
}
