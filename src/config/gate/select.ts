import type { ConfigSettings } from '../index.ts';
import { UserError } from '../../kernel/user-error.ts';
import { globMatcher } from '../../kernel/globs.ts';
import type { Ports } from '../../ports/index.ts';

export interface SelectedFile {
  readonly path: string;
  /** Where it is at the merge base; absent when it is new. */
  readonly basePath?: string;
}

export interface Selection {
  readonly files: readonly SelectedFile[];
  /** Configs that the change deletes, or moves to where nothing judges them. */
  readonly deleted: readonly string[];
  /** Why these, for the report. */
  readonly reason: string;
}

/** The configs to judge: those that were named, else those that changed, else all when the registry or schema changed. */
export async function selectConfigs(settings: ConfigSettings, { change }: Ports): Promise<Selection> {
  if (settings.only !== undefined && settings.only.length > 0) return named(settings.only, change);
  const matches = globMatcher(settings.files);
  const rules = [settings.registry, settings.schema].filter((path) => path !== undefined);
  const isConfig = (path: string): boolean =>
    matches(path) && !rules.includes(path) && !path.endsWith('.safetensors.index.json');
  const deleted = change.files.flatMap(({ status, path, previousPath }) => {
    if (status === 'deleted') return isConfig(path) ? [path] : [];
    return previousPath !== undefined && isConfig(previousPath) && !isConfig(path) ? [previousPath] : [];
  });
  if (
    change.files.some(({ path, previousPath = path }) => rules.includes(path) || rules.includes(previousPath))
  ) {
    const all = (await change.head.list()).filter(isConfig);
    const files = all.map((path) => ({ path, ...basePath(change, path) }));
    return { files, deleted, reason: 'the registry changed' };
  }
  const changed = change.files.filter(({ status, path }) => status !== 'deleted' && isConfig(path));
  return {
    files: changed.map(({ path }) => ({ path, ...basePath(change, path) })),
    deleted,
    reason: 'changed',
  };
}

type Change = Ports['change'];

async function named(only: readonly string[], change: Change): Promise<Selection> {
  const present = new Set(await change.head.list());
  const paths = only.map((path) => path.replaceAll('\\', '/').replace(/^\.\//, ''));
  const files = await Promise.all(
    paths.map(async (path) => {
      // a file that is ignored by git is not listed, and yet can be judged when it is named
      if (!present.has(path) && (await change.head.read(path)) === undefined) throw missing(path, present);
      return { path, ...basePath(change, path) };
    }),
  );
  return { files, deleted: [], reason: 'named' };
}

function missing(path: string, present: ReadonlySet<string>): UserError {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const like = [...present].filter((other) => other.endsWith(`/${name}`) || other === name).slice(0, 3);
  const help =
    like.length > 0 ? `Did you mean ${like.join(' or ')}?` : 'Give paths relative to the repository root.';
  return new UserError(`There is no file ${path}.`, { place: { file: path }, help });
}

function basePath(change: Change, path: string): { basePath?: string } {
  const changed = change.files.find((file) => file.path === path);
  if (changed?.status === 'added') return {};
  return { basePath: changed?.previousPath ?? path };
}
