/** No watched package moves unless this change asked for it. */
import {
  type DependencyFacts,
  type DependencySettings,
  type Held,
  type Stated,
  byName,
  disagreements,
  formatOf,
  nothing,
  watcher,
} from '../index.ts';
import { inOrder } from '../../kernel/compare.ts';
import type { Finding, Report } from '../../report/model.ts';
import { makeReport } from '../../report/make.ts';
import { exportsOf } from './exports.ts';
import { type Sides, type Source, sourceOf } from './files.ts';
import { advisoryFindings } from './advisories.ts';
import { judgeEnvironment } from './environment.ts';
import { type Beside, type Judged, judgePair } from './judge-pair.ts';
import { globs } from './chosen.ts';
import { type ChangedLocks, type LockPair, includedPairs, lockPairs } from './locks.ts';
import { nothingMoved } from './untouched.ts';
import { isLasting } from '../formats/names.ts';
import { withImported } from './imported.ts';
import { linkFindings } from './link-findings.ts';
import { fitFindings } from './lock-fit.ts';
import { folderOf } from './paths.ts';
import { gateName, reportOf } from './report.ts';
import { statedIntent } from './stated.ts';
import type { ChangeSet, Gate } from '../../ports/index.ts';

/** Compares every changed lock and manifest of the merge base with the head, and judges each watched move. */
export const judgeDependencies: Gate<DependencySettings, DependencyFacts> = async (given, ports) => {
  const files = await twoFiles(ports.change);
  const written = [...(given.only ?? given.files), files?.before, files?.after];
  const named = new Set(written.filter((path) => path !== undefined));
  const reading = {
    memo: new Map(),
    isLock: globs(given.locks),
    named,
    isChosen: globs([...named]),
    isMeant: globs([...named].filter(namesFiles)),
    isSnapshot: files !== undefined,
  };
  const sides = { base: sourceOf(ports.change.base, reading), head: sourceOf(ports.change.head, reading) };
  const { pairs, submodules } =
    files === undefined
      ? await changedLocks(ports.change, given, sides.head)
      : { pairs: [files], submodules: [] };
  const isLive = given.environment || given.python !== undefined;
  if (pairs.length === 0 && submodules.length === 0 && !isLive) return noMove(sides.head, pairs);
  const stated = await statedIntent(given, ports, sides);
  const exports = await exportsOf(
    pairs.map(({ after }) => after),
    sides.head,
  );
  const known = { exports, submodules: submodules.map(({ path }) => path) };
  const first = await judgeAll(pairs, sides, given, stated, known);
  const more = files === undefined ? await withImported(given, first, ports.change.head) : undefined;
  const settings = more ?? given;
  const all = more === undefined ? first : await judgeAll(pairs, sides, more, stated, known);
  const judged = all.filter(({ installsNothing }) => !installsNothing);
  if (judged.length === 0 && submodules.length === 0 && !isLive) return noMove(sides.head, pairs);
  const environment = await judgeEnvironment(settings, ports, sides, stated);
  const extra = [
    ...linkFindings(pairs, submodules),
    ...(await fitFindings(pairs, sides, exports)),
    ...(await besides(heldBy(judged, settings), sides.head)),
    ...(await advisoryFindings(
      judged.flatMap(({ moves }) => moves),
      settings,
      ports,
    )),
  ];
  return reportOf(judged, environment, extra, settings, stated);
};

/** `deps/*.nix` and not `deps/**`. */
function namesFiles(pattern: string): boolean {
  return !pattern.startsWith('!') && /\w/.test(pattern.slice(pattern.lastIndexOf('/') + 1));
}

/** Lists that repeat a lock come after it: what they say is judged there. */
async function judgeAll(
  pairs: readonly LockPair[],
  sides: Sides,
  settings: DependencySettings,
  stated: Stated,
  known: Omit<Beside, 'judged'>,
): Promise<readonly Judged[]> {
  const judge = (pair: LockPair, judged: readonly Judged[]): Promise<Judged> =>
    judgePair(pair, sides, settings, stated, { ...known, judged });
  const isList = ({ after }: LockPair): boolean =>
    after !== undefined && formatOf(after)?.name === 'requirements.txt';
  const locks = await Promise.all(pairs.filter((pair) => !isList(pair)).map((pair) => judge(pair, [])));
  const lists = await Promise.all(pairs.filter(isList).map((pair) => judge(pair, locks)));
  const all = [...locks, ...lists];
  return pairs.flatMap((pair) => all.find((one) => one.pair === pair) ?? []);
}

async function changedLocks(
  change: ChangeSet,
  settings: DependencySettings,
  head: Source,
): Promise<ChangedLocks> {
  const { pairs, submodules } = lockPairs(change.files, settings);
  const included = await includedPairs(change.files, settings, head);
  const still = new Set(included.map(({ before }) => before));
  const others = pairs.filter(({ before, after }) => after !== undefined || !still.has(before));
  return { pairs: [...others, ...included], submodules };
}

/** Two single files that a person named, whatever their names: they are compared with each other. */
async function twoFiles({ base, head }: ChangeSet): Promise<LockPair | undefined> {
  if (base.sha !== undefined || head.sha !== undefined) return undefined;
  const [before, ...othersBefore] = await base.list();
  const [after, ...othersAfter] = await head.list();
  if (before === undefined || after === undefined || othersBefore.length + othersAfter.length > 0)
    return undefined;
  return before === after ? undefined : { before, after };
}

/** Watched packages that moved in a lock, or that a new one brought. */
function heldBy(judged: readonly Judged[], settings: DependencySettings): readonly Held[] {
  const isWatched = watcher(settings);
  return judged.flatMap(({ pair, moves, after }): readonly Held[] => {
    if (pair.before !== undefined) return moves.filter(({ watched }) => watched);
    const entries = (after?.entries ?? []).filter(
      ({ name, version }) => version !== undefined && isWatched(name),
    );
    return [...byName(entries)].map(([name, own]) => ({
      name,
      before: [],
      after: own.map(({ version }) => version ?? ''),
      file: pair.after ?? '',
    }));
  });
}

/** Locks in the folders of those, changed or not, that say otherwise. */
async function besides(held: readonly Held[], head: Source): Promise<Finding[]> {
  const folders = new Set(held.map(({ file }) => folderOf(file)));
  if (folders.size === 0) return disagreements(held, []);
  const all = await head.paths();
  const paths = inOrder([...folders].flatMap((folder) => all.inFolder(folder))).filter(isLasting);
  const locks = await Promise.all(
    paths.map(async (file) => {
      const { entries, generated } = (await head.parse(file)) ?? nothing;
      return { file, folder: folderOf(file), entries, generated };
    }),
  );
  return disagreements(held, locks);
}

/** Nothing that it reads changed, or what changed installs nothing. */
async function noMove(head: Source, pairs: readonly LockPair[]): Promise<Report<DependencyFacts>> {
  const gone = pairs.flatMap(({ before }) => before ?? []);
  return makeReport({ gate: gateName, ...nothingMoved(await head.paths(), gone) });
}
