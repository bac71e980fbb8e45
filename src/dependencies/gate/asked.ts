/** What a file asks for at both ends: its exact pins as moves where no lock is, and ranges that leave more open. */
import {
  type Asked,
  type DependencySettings,
  type Parsed,
  type RangeChange,
  type Stated,
  type Statement,
  constraintFindings,
  floatFindings,
  formatOf,
  indexFindings,
  optionFindings,
  pinnedEntries,
  rangeChanges,
  watcher,
} from '../index.ts';
import { pypiName } from '../../pep440/names.ts';
import type { Finding } from '../../report/model.ts';
import type { Sides } from './files.ts';
import { lockedNames } from './governing-locks.ts';
import { folderOf } from './paths.ts';
import { ownScopeOf } from './scope.ts';

export interface AskedChange {
  /** Of watched packages. */
  readonly ranges: readonly RangeChange[];
  readonly findings: readonly Finding[];
}

/** The file with an entry for each of its exact pins that no lock holds, if it is a manifest. */
export async function withPins(path: string, parsed: Parsed, { head }: Sides): Promise<Parsed> {
  if (formatOf(path)?.states !== true) return parsed;
  const locked = await lockedNames(path, head);
  return { ...parsed, entries: pinnedEntries(parsed.statements, (name) => locked.has(name)) };
}

/** Nothing for what a resolver writes: there the moves say it all. */
export async function askedChange(
  paths: { readonly before: string; readonly after: string },
  before: Parsed,
  after: Parsed,
  sides: Sides,
  settings: DependencySettings,
  stated: Stated,
): Promise<AskedChange> {
  if (after.generated) return { ranges: [], findings: [] };
  const file = paths.after;
  const watched = watcher(settings);
  // conda's pytorch-gpu only brings pytorch: what it asks for counts, its own moves do not.
  const isWatched = (name: string): boolean => watched(name) || watched(pypiName(name));
  const installs = formatOf(file)?.installs !== undefined;
  const [scopeBase, scopeHead] = await Promise.all([
    ownScopeOf(paths.before, sides.base, sides.head),
    ownScopeOf(file, sides.head, sides.base),
  ]);
  const asked = {
    file,
    before: before.generated ? asStatements(before, file) : before.statements,
    after: after.statements,
    scope: installs ? [] : scopeHead.statements,
    constrains: /constraint/i.test(file),
    installs,
  };
  const builds = (statements: Parsed['statements']) => statements.filter(({ kind }) => kind === 'build');
  const isEnvironment = formatOf(file)?.name === 'environment.yml' || formatOf(file)?.name === 'pixi.toml';
  const changesIn = (scope: readonly Statement[]) =>
    rangeChanges(
      withoutBuilds({ ...asked, scope }),
      (name) => isWatched(name) || (isEnvironment && name === 'python'),
    );
  const alone = changesIn(asked.scope);
  const isBoundLost = !installs && alone.some(({ floats, after: now }) => floats && now === 'none');
  const changes = isBoundLost ? changesIn([...asked.scope, ...(await comeBeside(file, sides))]) : alone;
  const isLockAsked =
    changes.some(({ floats }) => floats) || [...asked.before, ...asked.after].some(saysFromWhere);
  const locked: ReadonlySet<string> = isLockAsked ? await lockedNames(file, sides.head) : new Set();
  const built = { ...asked, before: builds(asked.before), after: builds(asked.after), scope: [] };
  const ranges = [
    ...changes.map((change) => ({
      ...change,
      floats: change.floats && !locked.has(change.name) && !(change.after === 'none' && locked.size > 0),
    })),
    ...rangeChanges(built, isWatched),
  ];
  const read = (parsed: Parsed, { statements }: typeof scopeBase) => ({
    includes: parsed.includes,
    scope: statements,
  });
  // What a lock contains comes from where the lock says.
  const unlocked = (statements: readonly Statement[]) =>
    statements.filter((one) => !saysFromWhere(one) || !locked.has(one.name));
  return {
    ranges,
    findings: [
      ...floatFindings(ranges, { settings, stated }),
      ...constraintFindings(file, read(before, scopeBase), read(after, scopeHead), settings, isWatched),
      ...optionFindings(file, { before: unlocked(asked.before), after: unlocked(asked.after) }, isWatched),
      ...indexFindings(file, before.statements, after.statements),
    ],
  };
}

/** What other manifests of its folder ask for from now on: a requirement that moved there is bound as before. */
async function comeBeside(file: string, { base, head }: Sides): Promise<readonly Statement[]> {
  const folder = folderOf(file);
  const paths = (await head.paths())
    .inFolder(folder)
    .filter((path) => path !== file && formatOf(path)?.states === true);
  const come = paths.map(async (path) => {
    const [before, after] = await Promise.all([base.parse(path), head.parse(path)]);
    const known = new Set(before?.statements.map(({ text }) => text));
    return (after?.statements ?? []).filter(({ text, kind }) => kind !== 'build' && !known.has(text));
  });
  return (await Promise.all(come)).flat();
}

/** A manifest's index for one package. */
function saysFromWhere({ option, name, installed }: Statement): boolean {
  return option === 'index' && name !== '*' && installed === undefined;
}

/** What is installed where the project is used. */
function withoutBuilds(asked: Asked): Asked {
  const used = (statements: readonly Statement[]) => statements.filter(({ kind }) => kind !== 'build');
  return { ...asked, before: used(asked.before), after: used(asked.after) };
}

/** What a resolver wrote before a person took the file over. */
export function asStatements({ entries }: Parsed, file: string): Parsed['statements'] {
  return entries.flatMap(({ name, version, line, column }) =>
    version === undefined
      ? []
      : [
          {
            name,
            kind: 'requirement',
            text: `${name}==${version}`,
            specifier: `==${version}`,
            dialect: 'pep440',
            marker: '',
            file,
            line,
            column,
          } as const,
        ],
  );
}
