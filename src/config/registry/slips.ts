import type { PythonType } from '../../documents/tree/node.ts';
import { groupBy } from '../../kernel/group.ts';
import { isSlip } from '../../kernel/near.ts';
import { conceptsOf } from '../rules/names.ts';

/** A name that stands in configs and is taken for a slip of another. */
export interface Slip {
  readonly path: string;
  readonly meant: string;
  /** Files that write it so. */
  readonly files: readonly string[];
}

interface Sighting {
  /** Files that set it. */
  readonly files: readonly string[];
  readonly types: ReadonlySet<PythonType>;
}

/** Sightings of parameters by path. */
export type Sightings = ReadonlyMap<string, Sighting>;

/** A name is rare where another, nearly the same, is in that many times as many configs. */
const timesMore = 4;
const leastConfigs = 3;

/**
 * Names that a derived registry must not bless: rare ones beside another that is nearly the same, that takes such values, and that no
 * config sets together with it. `declared` are names that programs take: never a slip, and meant where one or two configs have nearly one of them.
 */
export function slipsIn(sightings: Sightings, declared: ReadonlySet<string> = new Set()): Slip[] {
  const siblings = groupBy([...sightings.keys()], (path) =>
    path.slice(0, Math.max(0, path.lastIndexOf('.'))),
  );
  return [...siblings.values()].flatMap((group) => slipsAmong(group, sightings, declared));
}

function slipsAmong(paths: readonly string[], sightings: Sightings, declared: ReadonlySet<string>): Slip[] {
  const filesOf = (path: string): readonly string[] => sightings.get(path)?.files ?? [];
  const byFirst = groupBy(paths, (path) => nameOf(path)[0] ?? '');
  return paths.flatMap((path): Slip[] => {
    const name = nameOf(path);
    const files = filesOf(path);
    if (name.length < 6 || declared.has(name)) return [];
    const common = (byFirst.get(name[0] ?? '') ?? []).filter(
      (other) =>
        (isCommon(filesOf(other), files) || isKnownBeside(nameOf(other), name, filesOf(other), files)) &&
        takesAlike(sightings.get(path), sightings.get(other)),
    );
    const fewNames = files.length < leastConfigs ? [...declared] : [];
    const meant =
      common.map(nameOf).find((other) => isMeant(name, other)) ??
      fewNames.find((other) => isMeant(name, other) && !(name !== path && isFormOf(name, other)));
    const isBoth =
      meant !== undefined &&
      filesOf(path.slice(0, -name.length) + meant).some((file) => files.includes(file));
    return meant === undefined || isBoth ? [] : [{ path, meant, files }];
  });
}

/** `device: cuda` is not a slip of `devices: 8`. */
function takesAlike(one: Sighting | undefined, other: Sighting | undefined): boolean {
  const [kinds, others] = [kindsOf(one), kindsOf(other)];
  return kinds.size === 0 || others.size === 0 || [...kinds].some((kind) => others.has(kind));
}

/** Kinds of values, numbers being one; null says nothing. */
function kindsOf(sighting: Sighting | undefined): Set<string> {
  const types = [...(sighting?.types ?? [])].filter((type) => type !== 'NoneType');
  return new Set(types.map((type) => (type === 'int' || type === 'float' ? 'number' : type)));
}

function isCommon(files: readonly string[], rare: readonly string[]): boolean {
  return files.length >= leastConfigs && files.length >= rare.length * timesMore;
}

/** Whether trainers take the one name, and not the other, which few configs have: then the known one need not be in many. */
function isKnownBeside(
  known: string,
  name: string,
  files: readonly string[],
  rare: readonly string[],
): boolean {
  const isKnown = conceptsOf.has(known) && !conceptsOf.has(name);
  return isKnown && rare.length < leastConfigs && files.length >= rare.length;
}

/** The same words but for a letter or two, begun alike; what differs in digits only is another name. */
function isMeant(name: string, other: string): boolean {
  if (name === other || name[0] !== other[0] || Math.abs(name.length - other.length) > 2) return false;
  return isSlip(name, other) && withoutDigits(name) !== withoutDigits(other);
}

/** `enable` and `enabled`: deep in a section, a name that programs take elsewhere says little of its other forms. */
function isFormOf(name: string, other: string): boolean {
  return name.startsWith(other) || other.startsWith(name);
}

function withoutDigits(name: string): string {
  return name.replaceAll(/\d+/g, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
