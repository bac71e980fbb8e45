/** Small locks and manifests as text. */

export interface Package {
  readonly name: string;
  readonly version?: string;
  readonly registry?: string;
  readonly needs?: readonly string[];
  readonly markers?: readonly string[];
  readonly hash?: string;
  readonly git?: string;
}

/** `torch 2.9.1` or a package with details. */
export function uvLock(...packages: readonly (string | Package)[]): string {
  return `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n${packages.map((item) => uvPackage(parsed(item))).join('')}`;
}

function parsed(item: string | Package): Package {
  if (typeof item !== 'string') return item;
  const [name = '', version = ''] = item.split(' ');
  return { name, version };
}

function uvPackage({
  name,
  version,
  registry = 'https://index.example/simple',
  needs = [],
  markers = [],
  hash,
  git,
}: Package): string {
  return [
    '\n[[package]]',
    `name = "${name}"`,
    version === undefined ? '' : `version = "${version}"`,
    git === undefined ? `source = { registry = "${registry}" }` : `source = { git = "${git}" }`,
    markers.length === 0 ? '' : `resolution-markers = [${markers.map((marker) => `"${marker}"`).join(', ')}]`,
    needs.length === 0 ? '' : `dependencies = [${needs.map((need) => `{ name = "${need}" }`).join(', ')}]`,
    hash === undefined
      ? ''
      : `sdist = { url = "https://files.example/${name}.tar.gz", hash = "sha256:${hash}" }`,
    '',
  ]
    .filter((line, index) => line !== '' || index > 6)
    .join('\n');
}

/** pyproject.toml with dependencies, and whatever else as text. */
export function pyproject(dependencies: readonly string[], rest = ''): string {
  const lines = dependencies.map((dependency) => `    "${dependency}",\n`).join('');
  return `[project]\nname = "model"\nversion = "1.0"\ndependencies = [\n${lines}]\n${rest}`;
}

/** poetry.lock: `name version` → constraints on others. */
export function poetryLock(packages: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const items = Object.entries(packages).map(([title, needs]) => {
    const [name = '', version = ''] = title.split(' ');
    const constraints = Object.entries(needs).map(([need, range]) => `${need} = "${range}"\n`);
    const table = constraints.length === 0 ? '' : `\n[package.dependencies]\n${constraints.join('')}`;
    return `[[package]]\nname = "${name}"\nversion = "${version}"\nfiles = []\n${table}\n`;
  });
  return `${items.join('')}[metadata]\nlock-version = "2.1"\ncontent-hash = "0"\n`;
}
