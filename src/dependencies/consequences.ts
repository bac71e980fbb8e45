import type { MoveClass } from './model.ts';
import { moveClasses } from './model.ts';
import { normaliseName } from './names.ts';
import type { Consequence, DependencySettings } from './settings.ts';

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

/** The policy's word for this package, else for the class, else the default. */
export function consequenceOf(
  name: string,
  moveClass: MoveClass,
  { classes, packages }: Policy,
): Consequence {
  const own = Object.entries(packages).find(([key]) => normaliseName(key) === name)?.[1];
  return (own && ownValue(own, moveClass)) ?? ownValue(classes, moveClass) ?? defaultConsequences[moveClass];
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Class names in the policy that mean nothing: a typing error there must not pass for a decision. */
export function unknownClasses({ classes, packages }: Policy): readonly string[] {
  const names = [...Object.keys(classes), ...Object.values(packages).flatMap((own) => Object.keys(own))];
  return [...new Set(names)].filter((name) => !moveClasses.some((known) => known === name));
}
