/** Risks of files that install what they name, and of interpreters and images wherever they are named. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Move, Parsed, RangeChange, Statement } from '../model.ts';
import { groupBy } from '../../kernel/group.ts';
import { displayName } from '../floating/findings.ts';
import { uninstalledFindings } from './uninstalled.ts';
import { arrow } from './wording.ts';

export interface InstallContext {
  readonly isWatched: (name: string) => boolean;
  /** The file installs what it names. */
  readonly installs: boolean;
}

/** What images and interpreters bring along, packages in whatever version is newest, and versions that nobody can tell. */
export function installFindings(
  before: Parsed,
  after: Parsed,
  moves: readonly Move[],
  ranges: readonly RangeChange[],
  { isWatched, installs }: InstallContext,
): Finding[] {
  if (after.generated) return [];
  const floats = new Set(ranges.filter((range) => range.floats).map(({ name }) => name));
  const changed = moves.filter((move) => move.class === 'requested' && !floats.has(move.name));
  return [
    ...changed.filter(isImageMove).map(imageFinding),
    ...changed.filter((move) => isPlatformMove(move, installs)).map(platformFinding),
    ...(installs ? reordered(before, after, isWatched).map(orderFinding) : []),
    ...fresh(before, after, isWatched).flatMap((one) => freshFinding(one, installs)),
    ...uninstalledFindings(before, after, moves, isWatched),
  ];
}

function isImageMove({ name, watched, after }: Move): boolean {
  return watched && name.startsWith('image:') && after.length > 0 && !after.includes('unknown');
}

function imageFinding(move: Move): Finding {
  const { file, line, column } = move;
  const message = `The base image ${displayName(move.name)} moved: ${arrow(move)}. It brings its own Python packages, CUDA and cuDNN, which no lock shows.`;
  const help =
    "Read the image's release notes for its torch and CUDA, and run the regression gate on the built image.";
  return depsRules['base-image'].finding({ message, file, line, column, help });
}

/** Another one in place of what was there: one more, as in a matrix, moves nothing. */
function isPlatformMove({ name, watched, before, after }: Move, installs: boolean): boolean {
  const isPlatform = name === 'python' || (watched && /^(?:os|interpreter):/.test(name));
  const [gone, come] = [
    before.filter((one) => !after.includes(one)),
    after.filter((one) => !before.includes(one)),
  ];
  return (
    isPlatform &&
    (installs || name === 'python') &&
    gone.length > 0 &&
    come.length > 0 &&
    !come.includes('unknown')
  );
}

function platformFinding(move: Move): Finding {
  const { file, line, column } = move;
  const isPython = move.name.endsWith('python');
  const what = isPython ? 'The Python interpreter' : `The system package ${displayName(move.name)}`;
  const why = isPython
    ? 'wheels, compiled extensions and what a resolver chooses are for one Python version'
    : 'what is compiled against it must fit';
  const message = `${what} moved: ${arrow(move)}; ${why}.`;
  return depsRules['platform-moved'].finding({ message, file, line, column });
}

/** The last install of packages whose installs into one place are the same ones in another order. */
function reordered(
  before: Parsed,
  after: Parsed,
  isWatched: (name: string) => boolean,
): readonly Statement[] {
  const [old, now] = [before, after].map(({ statements }) =>
    groupBy(
      statements.filter(({ kind, name }) => kind === 'requirement' && isWatched(name)),
      ({ name, installed }) => `${name} ${installed?.place}`,
    ),
  );
  return [...(now ?? [])].flatMap(([key, own]) => {
    const [last, lastBefore] = [own.at(-1), old?.get(key)?.at(-1)];
    const isSame = textsOf(own) === textsOf(old?.get(key) ?? []);
    return last !== undefined && isSame && last.text !== lastBefore?.text ? [last] : [];
  });
}

function textsOf(statements: readonly Statement[]): string {
  return statements
    .map(({ text }) => text)
    .toSorted()
    .join('\n');
}

function orderFinding({ name, text, file, line, column }: Statement): Finding {
  const message = `${displayName(name)} is installed more than once in ${file}, and the last install is another one now: ${text}.`;
  const help = 'Install it once, in the version that is meant.';
  return depsRules['install-order'].finding({ message, file, line, column, help });
}

/** What the file did not say before. */
function fresh(before: Parsed, after: Parsed, isWatched: (name: string) => boolean): readonly Fresh[] {
  const old = new Set(before.statements.map(({ text }) => text));
  const names = new Set(before.statements.filter(({ kind }) => kind !== 'option').map(({ name }) => name));
  return after.statements
    .filter(
      ({ kind, name, text }) => kind === 'requirement' && name !== '*' && isWatched(name) && !old.has(text),
    )
    .map((statement) => ({ statement, isNewName: !names.has(statement.name) }));
}

interface Fresh {
  readonly statement: Statement;
  readonly isNewName: boolean;
}

/** What was installed before in another version floats, and is reported as such. */
function freshFinding({ statement, isNewName }: Fresh, installs: boolean): Finding[] {
  const { name, text, file, line, column } = statement;
  const place = { file, line, column };
  const shown = displayName(name);
  if (statement.unknown === true) {
    const what = text.slice(name.length).trim();
    const message = `${shown} is installed in a version that is made while ${file} runs (${what}): which one cannot be determined from the file.`;
    const help = 'Write the version out, or set it with ENV or a default that the file gives.';
    return [depsRules['unknown-version'].finding({ message, ...place, help })];
  }
  if (!installs || !isNewName || text !== name) return [];
  const message = `${shown} is installed without a version: every run of ${file} may get another one.`;
  const help = `Pin it, for example ${shown}==1.2.3, or install it from the lock.`;
  return [depsRules.unpinned.finding({ message, ...place, help })];
}
