/**
 * Writes dist/licenses.txt: the licence of every package whose code is in dist, and of no other.
 * Which packages those are is read from webpack's own module graph, so tree-shaken dependencies are not listed.
 * Works from node_modules alone (no network), and contains no path or address of the machine that built it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getProjectLicenses, type ILicense } from 'generate-license-file';

/** The part of webpack's statistics that is read here. */
export interface BundleStats {
  readonly compilation: {
    readonly modules: Iterable<BundleModule>;
    readonly chunkGraph: { getNumberOfModuleChunks(module: BundleModule): number };
  };
}

interface BundleModule {
  /** Absolute path of the file; absent for Node's own modules. */
  readonly resource?: string;
  /** The files that webpack joined into this one. */
  readonly modules?: Iterable<BundleModule>;
}

/** Packages that offer a choice of licences, and the file of the one that is taken. */
const choices: Readonly<Record<string, string>> = { '@renovatebot/pep440': 'LICENSE.APACHE' };

/** `name@version` of each package with code in the bundle. */
export function bundledPackages({ compilation }: BundleStats): Set<string> {
  const found = new Set<string>();
  for (const module of compilation.modules) {
    if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue;
    for (const { resource } of [module, ...(module.modules ?? [])]) {
      const name = resource === undefined ? undefined : packageOf(resource);
      if (name !== undefined) found.add(name);
    }
  }
  return found;
}

/** Writes the licences of `packages` to `file`; throws where one of them has none. */
export async function writeLicenses(
  root: string,
  packages: ReadonlySet<string>,
  file: string,
): Promise<void> {
  const replace = Object.fromEntries(
    Object.entries(choices).map(([name, license]) => [name, path.join(root, 'node_modules', name, license)]),
  );
  const licenses = await getProjectLicenses(path.join(root, 'package.json'), { replace });
  const blocks = licenses.flatMap((license) => licenseBlock(license, packages));
  const listed = new Set(blocks.flatMap((block) => block.packages));
  const missing = [...packages].filter((name) => !listed.has(name));
  if (missing.length > 0)
    throw new Error(
      `no licence found for ${missing.join(', ')}: a bundled package must be a dependency and carry a licence`,
    );
  const text = blocks
    .toSorted((a, b) => compare(a.packages.join(), b.packages.join()))
    .map((block) => block.text)
    .join(`\n${'-'.repeat(80)}\n\n`);
  writeFileSync(file, `Licences of the packages bundled in this folder.\n\n${text}`);
}

function licenseBlock(
  license: ILicense,
  wanted: ReadonlySet<string>,
): { packages: string[]; text: string }[] {
  const packages = license.dependencies.filter((name) => wanted.has(name)).toSorted(compare);
  if (packages.length === 0) return [];
  const paragraphs = [
    packages.map((name) => `- ${name}`).join('\n'),
    ...[license.content, ...license.notices].map(plain),
  ];
  return [{ packages, text: `${paragraphs.join('\n\n')}\n` }];
}

/** Line endings and trailing blanks differ from package to package, and git would change them on checkout. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/[ \t\f]*\r?\n/g, '\n')
    .trim();
}

/** The package that a file belongs to: the nearest folder under node_modules that is a package's own. */
function packageOf(resource: string): string | undefined {
  const parts = resource.replace(/[?#].*$/, '').split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at === -1) return undefined;
  const depth = parts[at + 1]?.startsWith('@') === true ? 3 : 2;
  const manifest = path.join(parts.slice(0, at + depth).join('/'), 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string; version: string };
  return `${name}@${version}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
