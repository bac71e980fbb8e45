/** From the configs that are there to the globs of a policy: wide enough for those to come, and for nothing else that is there. */
import { compareText } from '../kernel/compare.ts';

/** Folders that contain nothing but configs, as a rule. */
export const configFolders = ['config', 'configs', 'conf', 'recipes'];

/** Globs that mean these configs and none of the other `paths` of the repository; those that take out (`!…`) come last. */
export function globsOf(configs: readonly string[], paths: readonly string[]): string[] {
  const isConfig = new Set(configs);
  const covered = new Set<string>();
  const covers: Cover[] = [];
  for (const { folder, name } of groupsOf(configs)) {
    const files = paths.filter((path) => path.startsWith(folder) && hasName(path, name));
    const inside = files.filter((path) => isConfig.has(path));
    // a wide folder may contain the narrow ones that come after it
    if (inside.every((path) => covered.has(path))) continue;
    const outside = files.filter((path) => !isConfig.has(path));
    const tolerated = isOwnFolder(folder) ? 1 : 0.25;
    covers.push(...cover({ folder, name, inside, outside }, { tolerated, least: 1 }));
    for (const path of inside) covered.add(path);
  }
  const exceptions = covers.flatMap(exceptionsOf);
  return [...sorted(covers.map(({ glob }) => glob)), ...sorted(exceptions.map((glob) => `!${glob}`))];
}

interface Group {
  /** Ends in a slash; empty for the whole repository. */
  readonly folder: string;
  /** `*.yaml`, or the whole name. */
  readonly name: string;
}

interface Files extends Group {
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

interface Cover extends Files {
  readonly glob: string;
}

interface Limits {
  /** Files outside that a glob may mean, as a share of those inside. */
  readonly tolerated: number;
  /** Fewer files than this are named one by one. */
  readonly least: number;
}

/** Where configs stand together: below a folder for configs, else below the first folder of the path. Wide ones first. */
function groupsOf(configs: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const path of configs) {
    const group = groupOf(path);
    groups.set(`${group.folder}${group.name}`, group);
  }
  return [...groups.values()].toSorted(
    (a, b) => a.folder.split('/').length - b.folder.split('/').length || compareText(a.folder, b.folder),
  );
}

function groupOf(path: string): Group {
  const steps = path.split('/');
  const name = steps.pop() ?? '';
  const ending = `*${name.slice(name.lastIndexOf('.'))}`;
  const own = steps.findIndex((step) => configFolders.includes(step));
  if (own >= 0) return { folder: folderText(steps.slice(0, own + 1)), name: ending };
  return { folder: folderText(steps.slice(0, 1)), name: name === 'config.json' ? name : ending };
}

/** Whether a folder is there for configs: what will be in it is one, as a rule. */
function isOwnFolder(folder: string): boolean {
  return configFolders.includes(folder.split('/').at(-2) ?? '');
}

function folderText(steps: readonly string[]): string {
  return steps.map((step) => `${step}/`).join('');
}

function hasName(path: string, name: string): boolean {
  if (name.startsWith('*')) return path.endsWith(name.slice(1));
  return path === name || path.endsWith(`/${name}`);
}

/** The widest globs below a folder that mean few files outside. */
function cover(files: Files, limits: Limits): Cover[] {
  const { folder, name, inside } = files;
  if (inside.length === 0) return [];
  if (isClear(files, limits)) return [{ ...files, glob: `${escaped(folder)}**/${name}` }];
  const direct = part(files, (path) => !path.slice(folder.length).includes('/'));
  const below = [...new Set(inside.flatMap((path) => nextFolder(path, folder)))];
  return [
    ...coverDirect(direct, limits),
    ...below.flatMap((next) =>
      cover({ ...part(files, (path) => path.startsWith(next)), folder: next }, limits),
    ),
  ];
}

function coverDirect(files: Files, limits: Limits): Cover[] {
  const { folder, name, inside } = files;
  if (inside.length > 0 && isClear(files, limits)) return [{ ...files, glob: `${escaped(folder)}${name}` }];
  return inside.map((path) => ({ ...files, inside: [path], outside: [], glob: escaped(path) }));
}

function isClear({ folder, inside, outside }: Files, { tolerated, least }: Limits): boolean {
  return folder !== '' && inside.length >= least && outside.length <= inside.length * tolerated;
}

function exceptionsOf({ folder, name, inside, outside }: Cover): string[] {
  const found = cover({ folder, name, inside: outside, outside: inside }, { tolerated: 0, least: 2 });
  return found.map(({ glob }) => glob);
}

function part(files: Files, keep: (path: string) => boolean): Files {
  return { ...files, inside: files.inside.filter(keep), outside: files.outside.filter(keep) };
}

/** `examples/llama/` for `examples/llama/a/b.yaml` below `examples/`; none for a file that is directly there. */
function nextFolder(path: string, folder: string): string[] {
  const end = path.indexOf('/', folder.length);
  return end < 0 ? [] : [path.slice(0, end + 1)];
}

function escaped(path: string): string {
  return path.replaceAll(/[\\*?[\]{}()!+@]/g, String.raw`\$&`);
}

function sorted(globs: readonly string[]): string[] {
  return [...new Set(globs)].toSorted(compareText);
}
