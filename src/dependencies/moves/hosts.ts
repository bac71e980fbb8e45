/** Hosts that serve the files of a package. */
import type { Artifact, IdentityChange } from '../model.ts';
import { groupBy } from '../../kernel/group.ts';

type Change = Omit<IdentityChange, 'line' | 'column'>;

interface Known {
  readonly isAllowedHost: (host: string) => boolean;
}

/** Files that come from a host that served none of the package before; where the lock named no host nothing can be determined. */
export function hostChanges(
  old: readonly Artifact[],
  now: readonly Artifact[],
  { isAllowedHost }: Known,
): readonly Change[] {
  const known = new Set(old.flatMap(({ host }) => host ?? []));
  if (known.size === 0) return [];
  const strange = now.filter(({ host }) => host !== undefined && !known.has(host) && !isAllowedHost(host));
  const same = new Set(old.filter(({ hash }) => hash !== undefined).map(({ hash }) => hash));
  const byHost = groupBy(strange, ({ host }) => host ?? '');
  return [...byHost].map(([host, files]) => {
    const isSame = files.every(({ hash }) => hash !== undefined && same.has(hash));
    const isMild = isSame || [...known].some((one) => areSiblings(one, host));
    const what = `comes from ${host}, where it came from ${[...known].toSorted().join(' and ')}${isSame ? '; its hash is the same' : ''}`;
    return { kind: 'host', grade: isMild ? 'warning' : 'error', what, names: [host] };
  });
}

/** Hosts of a list in which `*.example` stands for every host below it. */
export function hostMatcher(hosts: readonly string[]): (host: string) => boolean {
  const patterns = hosts.map((host) => host.toLowerCase());
  return (host) =>
    patterns.some((one) => one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))));
}

/** Below one domain, which is not a public one such as `com` or `github.io`: by all appearances of one owner. */
export function areSiblings(a: string, b: string): boolean {
  const parent = a.slice(a.indexOf('.') + 1);
  return parent.includes('.') && b.endsWith(`.${parent}`) && !shared.test(parent);
}

const shared =
  /(?:^|\.)(?:github\.io|githubusercontent\.com|gitlab\.io|amazonaws\.com|cloudfront\.net|windows\.net|azureedge\.net|azurewebsites\.net|googleapis\.com|appspot\.com|run\.app|web\.app|pages\.dev|workers\.dev|r2\.dev|netlify\.app|vercel\.app|herokuapp\.com|hf\.space|digitaloceanspaces\.com|aliyuncs\.com|myqcloud\.com|jfrog\.io|(?:co|com|org|net|ac|gov|edu)\.[a-z]{2})$/;
