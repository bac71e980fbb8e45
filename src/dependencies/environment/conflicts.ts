/** Packages of one environment that do not fit each other, as `pip check` tells them. */
import { byName } from '../moves/compare.ts';
import { allows } from '../moves/ranges.ts';
import type { LockEntry } from '../model.ts';
import { normaliseName } from '../../pep440/names.ts';
import { parseRequirement, specifierText } from '../../pep440/requirement.ts';

export interface Conflict {
  /** One text for the same conflict in another environment: who needs what. */
  readonly key: string;
  readonly text: string;
}

/** Computed from what each package needs; empty where the environment does not say. */
export function conflictsOf(entries: readonly LockEntry[]): readonly Conflict[] {
  const installed = byName(entries);
  return entries.flatMap(({ name, version = '', needs }) =>
    needs.flatMap(({ name: needed, specifier = '', dialect = 'pep440' }) => {
      const there = installed.get(needed) ?? [];
      const isMet = there.some(
        (one) => one.version === undefined || allows({ specifier, dialect }, one.version) !== false,
      );
      if (isMet) return [];
      const has =
        there.length === 0 ? 'which is not installed' : `but you have ${needed} ${there[0]?.version ?? ''}`;
      const text = `${name} ${version} has requirement ${needed}${specifier}, ${has}.`;
      return [{ key: keyOf(name, version, needed, there.length === 0 ? '' : specifier), text }];
    }),
  );
}

/** From the output of `pip check`: one conflict a line. */
export function conflictsIn(output: string): readonly Conflict[] {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const match = /^(\S+) (\S+) (?:has requirement|requires) (.+?), (?:but you have|which is not)/.exec(line);
    const needed = parseRequirement(match?.[3] ?? '');
    const text = line.slice(0, 500);
    if (match === null || needed === undefined) return { key: text, text };
    const isMissing = line.includes(', which is not');
    return {
      key: keyOf(match[1] ?? '', match[2] ?? '', needed.name, isMissing ? '' : needed.specifier),
      text,
    };
  });
}

function keyOf(name: string, version: string, needed: string, specifier: string): string {
  return [normaliseName(name), version, needed, specifierText(specifier)].join(' ');
}
