import { sourceOf, type LockSource } from '../source.ts';
import { sourceUrl } from '../../kernel/redact.ts';

export interface CondaPackage {
  readonly name: string;
  readonly version: string;
  /** The build tells a CUDA build from one for the CPU. */
  readonly source: LockSource;
}

/** A conda package's URL is `…/channel/subdir/name-version-build.conda`. */
export function condaPackage(url: string): CondaPackage | undefined {
  const slash = url.lastIndexOf('/');
  const parts = url
    .slice(slash + 1)
    .replace(/\.(?:conda|tar\.bz2)$/, '')
    .split('-');
  const build = parts.pop();
  const version = parts.pop();
  if (slash < 0 || build === undefined || version === undefined || parts.length === 0) return undefined;
  return {
    name: parts.join('-'),
    version,
    source: sourceOf('conda', `${sourceUrl(url.slice(0, slash))} ${build}`),
  };
}
