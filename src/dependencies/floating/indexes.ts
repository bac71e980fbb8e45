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
  if (come.length + gone.length > 0) return [finding(file, differenceText(come, gone), [...come, ...now][0])];
  const isReordered = shown(old.filter(isOrdered)) !== shown(now.filter(isOrdered));
  return isReordered ? [finding(file, `in another order: ${shown(now)}`, now[0])] : [];
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
