/** The indexes and channels that a file asks, for all that it installs. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Statement } from '../model.ts';
import { listed } from '../findings/wording.ts';

/** One finding where a file asks other indexes than before, or conda's channels in another order. */
export function indexFindings(
  file: string,
  before: readonly Statement[],
  after: readonly Statement[],
): Finding[] {
  const [old, now] = [indexesOf(before), indexesOf(after)];
  const come = now.filter((one) => !old.some(({ text }) => text === one.text));
  const gone = old.filter((one) => !now.some(({ text }) => text === one.text));
  const moved = movedIndexes(before, after).map((one) => movedFinding(file, one));
  const isReordered = shown(old.filter(isOrdered)) !== shown(now.filter(isOrdered));
  if (come.length + gone.length > 0)
    return [...moved, finding(file, differenceText(come, gone), [...come, ...now][0])];
  return isReordered ? [...moved, finding(file, `in another order: ${shown(now)}`, now[0])] : moved;
}

interface MovedIndex {
  /** As it is called. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly at: Statement;
  /** Packages of the file that name it. */
  readonly serves: readonly string[];
}

/** Indexes that serve only what names them, at another address under the same name. */
function movedIndexes(before: readonly Statement[], after: readonly Statement[]): readonly MovedIndex[] {
  const old = new Map(before.filter(isExplicit).map((one) => [one.name, addressOf(one)]));
  return after.filter(isExplicit).flatMap((one) => {
    const [from, to] = [old.get(one.name), addressOf(one)];
    if (from === undefined || from === to) return [];
    const named = after.filter(({ option, specifier }) => option === 'index' && specifier === to);
    const serves = [...new Set(named.map(({ name }) => name))];
    return [{ name: one.name.slice(prefix.length), from, to, at: one, serves }];
  });
}

const prefix = 'index:';

function isExplicit({ kind, name }: Statement): boolean {
  return kind === 'index' && name.startsWith(prefix);
}

function addressOf({ text }: Statement): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

/** Addresses that a finding about the indexes of the file names: what each package comes from needs no other. */
export function reportedAddresses(
  before: readonly Statement[],
  after: readonly Statement[],
): ReadonlySet<string> {
  const [old, now] = [indexesOf(before), indexesOf(after)].map((all) => new Set(all.map(({ text }) => text)));
  const changed = [...indexesOf(before), ...indexesOf(after)].filter(
    ({ text }) => old?.has(text) !== now?.has(text),
  );
  const moved = movedIndexes(before, after).flatMap(({ from, to }) => [from, to]);
  return new Set([...changed.map(addressOf), ...moved]);
}

function movedFinding(file: string, { name, from, to, at, serves }: MovedIndex): Finding {
  const who = serves.length === 0 ? 'what names it' : listed(serves, 8);
  const { line, column } = at;
  return depsRules['index-changed'].finding({
    message: `The index ${name} of ${file} is another one: ${to}, no longer ${from}. From there ${serves.length > 1 ? 'come' : 'comes'} ${who}.`,
    file,
    line,
    column,
    help: 'The same version may be another build there. Name a build (torch==2.9.0+cu128) where it counts.',
  });
}

function indexesOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(
    ({ kind, name, text }) => kind === 'index' && name === '*' && !text.startsWith('* in a command'),
  );
}

/** pip asks all of its indexes alike; conda, uv, Poetry and Pipenv take the first that has the package. */
function isOrdered({ text }: Statement): boolean {
  return /^\* (?:channel|uv index|poetry source|source) /.test(text);
}

function shown(statements: readonly Statement[]): string {
  return listed(
    statements.map(({ text }) => text.slice(2)),
    8,
  );
}

function differenceText(come: readonly Statement[], gone: readonly Statement[]): string {
  const parts = [
    ...(come.length === 0 ? [] : [`${shown(come)} ${come.length === 1 ? 'is' : 'are'} new`]),
    ...(gone.length === 0 ? [] : [`${shown(gone)} ${gone.length === 1 ? 'is' : 'are'} gone`]),
  ];
  return parts.join(', ');
}

function finding(file: string, what: string, spot: Statement | undefined): Finding {
  const isConda = what.includes('channel ');
  const subject = isConda ? 'channels' : 'indexes';
  return depsRules['index-changed'].finding({
    message: `${file} asks other ${subject} than before: ${what}. Each ${isConda ? 'channel' : 'index'} that is asked may serve every package of the file, in builds of its own.`,
    file,
    ...(spot === undefined ? {} : { line: spot.line, column: spot.column }),
    help: isConda
      ? 'Put the channels back, or lock the environment.'
      : 'Ask one index for all, and name the packages that another one serves (uv: explicit = true and [tool.uv.sources]).',
  });
}
