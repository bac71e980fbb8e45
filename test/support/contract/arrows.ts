/** Which room of the house may import which: the arrows of docs/architecture.md, kept by test/contract/arrows.test.ts. */
import path from 'node:path';
import type { SourceFile } from './sources.ts';

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Loaded when first needed: `await import(…)`. */
  readonly lazy: boolean;
}

/** From the ground up: a room imports rooms that stand before it, never one after it. */
const ground = ['kernel', 'report', 'ports', 'pep440', 'documents'];
const domains = [
  'config',
  'dependencies',
  'inputs',
  'regression',
  'signatures',
  'lineage',
  'policy',
  'branches',
  'releases',
  'locate',
  'compare',
  'promotion',
  'board',
];
const adapters = ['git', 'github'];
const useCases = ['check', 'init'];
const starting = ['bundles', 'runner', 'actions', 'cli'];

/** A domain's use case, `src/<domain>/gate/`, stands above all domains; of two use cases the later may know the earlier. */
const floors: readonly (readonly string[])[] = [
  ...ground.map((room) => [room]),
  ...domains.map((room) => [room]),
  ...domains.map((room) => [`${room}/gate`]),
  adapters,
  useCases,
  ...starting.map((room) => [room]),
];

/** What is large and often not needed: imported with `await import()` only, octokit from everywhere, the gates from each other. */
const lazyOnly = (from: string, target: string): boolean =>
  target === 'src/bundles/github' ||
  (target.startsWith('src/bundles/') && (from.endsWith('/gate') || useCases.includes(from)));

/** npm packages that only some places may import. */
const guarded: readonly { readonly name: string; readonly places: readonly string[] }[] = [
  { name: '@actions/exec', places: ['src/git/'] },
  { name: '@actions/github', places: ['src/github/'] },
  { name: '@actions/core', places: ['src/runner/', 'src/actions/'] },
];

/** Each import of `source` that points up or sideways, as a sentence. `dependencies` are the packages that may be bundled. */
export function forbiddenImports(source: SourceFile, dependencies: ReadonlySet<string>): string[] {
  return importsOf(source.text).flatMap((item) => {
    const problem = isOwn(item)
      ? ownProblem(source.file, item)
      : packageProblem(source.file, item, dependencies);
    return problem === undefined ? [] : [`${source.file} imports ${item.specifier}: ${problem}`];
  });
}

/**
 * Files that import each other in a circle, types included: one sentence a circle. Libraries loaded with `await import('#lib/…')`
 * are bundles of their own and close none.
 */
export function circles(sources: readonly SourceFile[]): string[] {
  const files = new Set(sources.map(({ file }) => file));
  const graph = new Map(
    sources.map(({ file, text }): [string, string[]] => [
      file,
      importsOf(text)
        .filter((item) => isOwn(item) && !(item.lazy && item.specifier.startsWith('#lib/')))
        .map((item) => `${targetOf(file, item)}.ts`)
        .filter((target) => files.has(target)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

/** All imports and re-exports of a module, found in its text without its comments. */
export function importsOf(text: string): Import[] {
  const code = text.replaceAll(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '');
  const fixed = [
    ...code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?(['"])([^'"\n]+)\2/gm),
  ];
  const lazy = [...code.matchAll(/\bimport\(\s*(['"`])([^'"`\n]+)\1/g)];
  return [
    ...fixed.map((match) => ({ specifier: match[3] ?? '', typeOnly: match[1] !== undefined, lazy: false })),
    ...lazy.map((match) => ({ specifier: match[2] ?? '', typeOnly: false, lazy: true })),
  ];
}

function isOwn({ specifier }: Import): boolean {
  return specifier.startsWith('.') || specifier.startsWith('#lib/');
}

/** Path from the root, without `.ts`. */
function targetOf(file: string, { specifier }: Import): string {
  const target = specifier.startsWith('#lib/')
    ? specifier.replace('#lib/', 'src/bundles/')
    : path.posix.join(path.posix.dirname(file), specifier);
  return target.replace(/\.ts$/, '');
}

function ownProblem(file: string, item: Import): string | undefined {
  const target = targetOf(file, item);
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to || /^(?:schema\/.*|package)\.json$/.test(target)) return undefined;
  if (isDomain(from) && to === 'ports') return 'a domain takes data: only its gate/ knows ports';
  if (to === 'bundles') return bundleProblem(from, target, item);
  if (!isBelow(to, from)) return `${from} may not know ${to}`;
  if (isDomain(to) && domainOf(from) !== to && from !== 'bundles' && !doors(to).includes(target))
    return `a domain is known only through src/${to}/index.ts`;
  return undefined;
}

/** A library is loaded when first needed; git's is light, and what starts an action may have it at once. */
function bundleProblem(from: string, target: string, { typeOnly, lazy }: Import): string | undefined {
  if ([...ground, ...domains, ...adapters].includes(from) && !(from === 'github' && typeOnly))
    return `${from} may not know bundles`;
  return !lazy && !typeOnly && lazyOnly(from, target)
    ? 'it is loaded when first needed, with await import()'
    : undefined;
}

function isBelow(room: string, other: string): boolean {
  const [low, high] = [floorOf(room), floorOf(other)];
  // What starts an action is itself a library.
  if (other === 'bundles' && room === 'runner') return true;
  if (adapters.includes(other)) return ground.includes(room);
  return low >= 0 && low < high && !(adapters.includes(room) && other !== 'bundles');
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}

/** A domain's index, and the leaves that load nothing more: its settings and its rules. */
function doors(domain: string): string[] {
  return ['index', 'settings', 'rules'].map((name) => `src/${domain}/${name}`);
}

function packageProblem(
  file: string,
  { specifier }: Import,
  dependencies: ReadonlySet<string>,
): string | undefined {
  const pure = isDomain(roomOf(file)) || ['report', 'pep440', 'documents'].includes(roomOf(file));
  if (specifier.startsWith('node:'))
    return pure ? 'a domain takes data and returns data, without Node' : undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (!dependencies.has(name)) return 'not one of the dependencies in package.json';
  if (pure && name.startsWith('@actions/')) return 'a domain knows nothing of the runner';
  const guard = guarded.find((item) => item.name === name);
  return guard === undefined || guard.places.some((place) => file.startsWith(place))
    ? undefined
    : `only ${guard.places.join(' and ')} may`;
}

function isDomain(room: string): boolean {
  return domains.includes(room);
}

function domainOf(room: string): string {
  return room.replace('/gate', '');
}

/** `config`, or `config/gate` for the use case of a domain. */
function roomOf(file: string): string {
  const [, room = '', inner] = file.split('/');
  return inner === 'gate' && isDomain(room) ? `${room}/gate` : room;
}
