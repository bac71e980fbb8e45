/** Where a requirement of uv comes from, in one text for manifests and locks. */
import { textAt } from './own-values.ts';
import { sourceUrl } from '../../kernel/redact.ts';

const revisions = ['rev', 'tag', 'branch'] as const;

/** Of a source in `tool.uv.sources`: `git https://host/name v1`, `url …`; `undefined` for a folder, or an index by its name. */
export function statedOrigin(source: unknown): string | undefined {
  const git = textAt(source, 'git');
  if (git === undefined) return addressed(source, 'url');
  return gitOrigin(git, revisions.flatMap((key) => textAt(source, key) ?? [])[0]);
}

/** Of an entry of `requires-dist`: `git = "https://host/name?rev=v1"`; `undefined` for what an index of all packages serves. */
export function recordedOrigin(item: unknown): string | undefined {
  const git = textAt(item, 'git');
  if (git === undefined) return addressed(item, 'index') ?? addressed(item, 'url');
  const [address = '', query = ''] = git.split('?', 2);
  const parameters = new URLSearchParams(query);
  return gitOrigin(address, revisions.flatMap((key) => parameters.get(key) ?? [])[0]);
}

function gitOrigin(url: string, revision: string | undefined): string {
  const address = sourceUrl(url.replace(/^git\+/, '')).replace(/\.git$/, '');
  return `git ${address}${revision === undefined ? '' : ` ${revision}`}`;
}

function addressed(item: unknown, key: 'index' | 'url'): string | undefined {
  const value = textAt(item, key);
  return value === undefined ? undefined : `${key} ${sourceUrl(value)}`;
}
