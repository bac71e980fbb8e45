import { allows } from '../moves/ranges.ts';
import type { LockEntry } from '../model.ts';
import type { Ask, Manifest } from './manifest.ts';
import { specifierText } from '../../pep440/requirement.ts';

/** Something that a manifest says and its lock does not. */
export interface Misfit {
  /** One text for the same misfit in another state of the files. */
  readonly key: string;
  /** A sentence. */
  readonly what: string;
  /** Tools may write the same in other words: it counts only where the base had none of its kind. */
  readonly isByText?: true;
  /** Only the tool itself says whether both are the same. */
  readonly isMaybe?: true;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Of the requirement: nothing that is locked satisfies it, or it is not locked at all. */
export function askMisfits(
  asks: readonly Ask[],
  locked: ReadonlyMap<string, readonly LockEntry[]>,
  { file, lock, isWhole }: { file: string; lock: string; isWhole: boolean },
): readonly Misfit[] {
  return asks.flatMap((ask) => {
    if (ask.marker !== '' || ask.isDirect) return [];
    const held = locked.get(ask.name) ?? [];
    const { line, column } = ask;
    const place = { key: `${file} ${ask.name} ${ask.specifier}`, file, line, column };
    if (held.length === 0)
      return isWhole
        ? [{ ...place, what: `${file} asks for ${ask.name}, which ${lock} does not contain` }]
        : [];
    const isOutside = held.every(({ version }) => version !== undefined && allows(ask, version) === false);
    if (!isOutside) return [];
    const versions = [...new Set(held.map(({ version = '' }) => version))].join(' and ');
    return [
      { ...place, what: `${file} asks for ${ask.name} ${ask.specifier}, but ${lock} contains ${versions}` },
    ];
  });
}

/** Of the Python that it is made for. */
export function pythonMisfit(
  { file, python }: Manifest,
  locked: string | undefined,
  lock: string,
): readonly Misfit[] {
  if (python === undefined || locked === undefined || specifierText(python) === specifierText(locked))
    return [];
  const what = `${file} requires Python ${python}, but ${lock} was made for ${locked}`;
  return [{ key: `python ${file}`, what, file, line: 1, column: 1, isByText: true }];
}
