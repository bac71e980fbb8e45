/** Which changes of identity somebody asked for by name. */
import { type Intent, changedStatements, isPlace, isSourceLike } from './statements.ts';
import { hostOf, withoutCommit } from '../source.ts';
import type { IdentityChange, Statement } from '../model.ts';
import type { Foreign } from './upstream.ts';

/** What neither the manifests nor a stated line name; `foreign`: addresses that no requirement line excuses. */
export function uncovered(
  changes: readonly IdentityChange[],
  intent: Intent,
  foreign: Foreign,
): readonly IdentityChange[] {
  if (changes.length === 0) return changes;
  const { now, gone } = changedStatements(intent);
  const sources = now.filter(isSourceLike);
  const dropped = gone.filter((statement) => isSourceLike(statement) && statement.name !== '*');
  return changes.flatMap((change) => {
    if (!isRequested(change, { now, sources, dropped })) return [change];
    const whose = change.kind === 'source' ? foreign.get(change.names[0] ?? '') : undefined;
    if (whose === undefined) return [];
    return [{ ...change, said: true, grade: whose === 'fork' ? change.grade : 'warning' }];
  });
}

interface Changed {
  readonly now: readonly Statement[];
  readonly sources: readonly Statement[];
  readonly dropped: readonly Statement[];
}

/** The content of a file is asked for by nobody's requirement. */
function isRequested({ kind, names }: IdentityChange, { now, sources, dropped }: Changed): boolean {
  const [name = ''] = names;
  if (kind === 'source')
    return (
      sources.some((said) => namesAddress(said, name)) ||
      (dropped.length > 0 && !sources.some((said) => said.name !== '*' && hasUrl(said)))
    );
  if (kind === 'host') return sources.some(({ text }) => urlsIn(text).some((url) => hostOf(url) === name));
  if (kind === 'build')
    return (
      sources.length > 0 || dropped.length > 0 || now.some(({ specifier }) => specifier.includes(`+${name}`))
    );
  return false;
}

/** A statement without an address (a folder, an index by its name) names what its tool looks up. */
function namesAddress(statement: Statement, address: string): boolean {
  const urls = urlsIn(statement.text);
  if (urls.length === 0) return statement.name !== '*';
  return urls.some((url) => address.includes(url) || url.includes(address));
}

function hasUrl({ text }: Statement): boolean {
  return urlsIn(text).length > 0;
}

function urlsIn(text: string): readonly string[] {
  return text
    .split(/[\s"']+/)
    .filter(isPlace)
    .map((word) => withoutCommit(word.replace(/^(?:[a-z]+=)?(?:git\+)?/, '')));
}
