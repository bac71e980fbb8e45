/** What is left open by a file that was deleted, or has a name now under which nobody reads it. */
import { depsRules } from '../rules.ts';
import {
  type DependencySettings,
  type Parsed,
  type RangeChange,
  type Stated,
  type Statement,
  floatFindings,
  formatOf,
  isIncidentalFile,
  rangeChanges,
  watcher,
} from '../index.ts';
import { groupBy } from '../../kernel/group.ts';
import type { Finding } from '../../report/model.ts';
import { asStatements } from './asked.ts';
import type { Sides, Source } from './files.ts';
import type { LockPair } from './locks.ts';
import { folderOf } from './paths.ts';
import { lockBeside } from './lock-beside.ts';

/** Files that are read to see whether what went is bounded elsewhere. */
const maxFiles = 500;

/** For a pair without an `after`; nothing for any other. */
export async function goneFindings(
  { before: file, after }: LockPair,
  before: Parsed | undefined,
  sides: Sides,
  settings: DependencySettings,
  stated: Stated,
): Promise<Finding[]> {
  if (file === undefined || after !== undefined || before === undefined) return [];
  if (before.generated) return lockRemoved(file, before, sides, settings);
  return [
    ...interpreterGone(file, before),
    ...(await boundsGone(file, before.statements, sides.head, settings, stated)),
  ];
}

/** A lock that went away with nothing in its place leaves every package free to move. */
async function lockRemoved(
  file: string,
  before: Parsed,
  sides: Sides,
  settings: DependencySettings,
): Promise<Finding[]> {
  const isWatched = watcher(settings);
  const own = before.entries.filter(({ name }) => isWatched(name));
  if (own.length === 0) return [];
  const other = await lockBeside(file, own, sides.head);
  if (other !== undefined) {
    const moved =
      other.moved.length === 0 ? 'in the same versions' : `but ${other.moved.slice(0, 8).join(', ')}`;
    const message = `${file} was deleted; ${other.file} beside it contains its watched packages, ${moved}.`;
    const help = `See that everything is installed from ${other.file} now.`;
    return [depsRules['lock-removed'].finding({ severity: 'warning', message, help })];
  }
  if (await isWholeFolderGone(file, sides)) {
    const message = `${file} was deleted with its whole folder: nothing is installed from it any more.`;
    return [depsRules['lock-removed'].finding({ severity: 'warning', message })];
  }
  const names = [...new Set(own.map(({ name }) => name))].slice(0, 8).join(', ');
  return [
    depsRules['lock-removed'].finding({
      message: `${file} was deleted and no other lock took its place: ${names} may now move with every install.`,
      help: 'Restore the lock, or add the one that replaces it in the same folder.',
    }),
  ];
}

/** And no lock of its name came elsewhere, where the folder may have gone. */
async function isWholeFolderGone(file: string, { base, head }: Sides): Promise<boolean> {
  const folder = folderOf(file);
  const name = file.slice(folder.length);
  const [old, now] = await Promise.all([base.paths(), head.paths()]);
  return (
    folder !== '' &&
    [...now].every((path) => !path.startsWith(folder) && (old.has(path) || !`/${path}`.endsWith(`/${name}`)))
  );
}

/** Without a `.python-version` that chooses, every tool takes the interpreter that it finds. `after`: absent where the file is. */
export function interpreterGone(file: string, before: Parsed, after?: Parsed): Finding[] {
  const chosen = interpreterOf(before);
  if (chosen === undefined || formatOf(file)?.installs !== 'python-version') return [];
  if (after !== undefined && interpreterOf(after) !== undefined) return [];
  const how =
    after === undefined ? 'was deleted, which chose Python' : 'chooses no Python any more, and chose';
  const message = `${file} ${how} ${chosen.specifier}: the interpreter now floats.`;
  return [
    depsRules.floats.finding({ message, help: `Restore ${file}, or choose the interpreter elsewhere.` }),
  ];
}

function interpreterOf({ statements }: Parsed): Statement | undefined {
  return statements.find(({ name }) => name === 'interpreter:python');
}

async function boundsGone(
  file: string,
  before: readonly Statement[],
  head: Source,
  settings: DependencySettings,
  stated: Stated,
): Promise<Finding[]> {
  const asked = {
    file,
    before,
    after: [],
    constrains: /constraint/i.test(file),
    installs: formatOf(file)?.installs !== undefined,
  };
  const mayFloat = (scope: readonly Statement[]) =>
    rangeChanges({ ...asked, scope }, watcher(settings)).filter(({ floats }) => floats);
  if (mayFloat([]).length === 0) return [];
  const changes = oncePerName(mayFloat(await statedIn(head)));
  return floatFindings(changes, { settings, stated, isGone: true });
}

/** A file may ask for one version here and another there. */
function oncePerName(changes: readonly RangeChange[]): RangeChange[] {
  return [...groupBy(changes, ({ name }) => name).values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map((first) => ({ ...first, before: [...new Set(group.map(({ before }) => before))].join(' or ') })),
  );
}

/** What a tree asks for, or has locked, anywhere. */
async function statedIn(tree: Source): Promise<readonly Statement[]> {
  const paths = [...(await tree.paths())].filter(
    (path) => formatOf(path) !== undefined && !isIncidentalFile(path),
  );
  const found: Statement[] = [];
  for (const path of paths.slice(0, maxFiles)) {
    const parsed = await tree.parse(path);
    if (parsed !== undefined) found.push(...parsed.statements, ...asStatements(parsed, path));
  }
  return found;
}
