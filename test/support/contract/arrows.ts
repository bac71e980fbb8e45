/** Which part of the house may import which: the arrows of docs/architecture.md, kept by test/contract/arrows.test.ts. */
import path from 'node:path';
import type { SourceFile } from './sources.ts';

export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Loaded when first needed: `await import(…)`. */
  readonly lazy: boolean;
}

const domains = ['board', 'config', 'dependencies', 'regression', 'versioning', 'lineage', 'trunk'];
const adapters = ['git', 'github', 'runtime'];

/** What each layer may import beside itself. */
const below: Readonly<Record<string, readonly string[]>> = {
  report: [],
  gates: ['report', 'runtime', 'lib', ...domains],
  lib: ['report', 'runtime', 'gates', 'git', 'github', ...domains],
  runtime: ['report', 'lib', ...domains],
  git: ['report', 'runtime'],
  github: ['report', 'runtime'],
  actions: ['report', 'gates', 'lib', 'runtime', ...domains],
  cli: ['report', 'gates', 'lib', 'runtime', ...domains],
  ...Object.fromEntries(domains.map((domain) => [domain, ['report', ...domains]])),
};

/** What is large and often not needed: imported with `await import()` only, octokit from everywhere, the gates from each other. */
const lazyOnly = (from: string, target: string): boolean =>
  target === 'src/lib/github' || (from === 'gates' && target.startsWith('src/lib/'));

/** npm packages that only some places may import. */
const guarded: readonly { readonly name: string; readonly places: readonly string[] }[] = [
  { name: '@actions/exec', places: ['src/git/'] },
  { name: '@actions/github', places: ['src/github/'] },
  { name: '@actions/core', places: ['src/runtime/', 'src/actions/'] },
];

/** Each import of `source` that points up or sideways, as a sentence. `dependencies` are the packages that may be bundled. */
export function forbiddenImports(source: SourceFile, dependencies: ReadonlySet<string>): string[] {
  return importsOf(source.text).flatMap((item) => {
    const problem =
      item.specifier.startsWith('.') || item.specifier.startsWith('#lib/')
        ? ownProblem(source.file, item)
        : packageProblem(source.file, item, dependencies);
    return problem === undefined ? [] : [`${source.file} imports ${item.specifier}: ${problem}`];
  });
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

function ownProblem(file: string, { specifier, typeOnly, lazy }: Import): string | undefined {
  const target = specifier.startsWith('#lib/')
    ? specifier.replace('#lib/', 'src/lib/')
    : path.posix.join(path.posix.dirname(file), specifier);
  const [from, to] = [layerOf(file), layerOf(target)];
  if (from === to || /^(?:schema\/.*|package)\.json$/.test(target)) return undefined;
  if (typeOnly && adapters.includes(from) && ['gates', 'github'].includes(to)) return undefined;
  if (!(below[from] ?? []).includes(to)) return `${from} may not know ${to}`;
  if (domains.includes(to) && !doors(to).includes(target))
    return `a domain is known only through src/${to}/index.ts`;
  if (!lazy && !typeOnly && lazyOnly(from, target))
    return 'it is loaded when first needed, with await import()';
  return undefined;
}

/** A domain's index, and the leaves that load nothing more: its settings, its rules, the nearest of some names. */
function doors(domain: string): string[] {
  return ['index', 'settings', 'near', 'rule-docs'].map((name) => `src/${domain}/${name}.ts`);
}

function packageProblem(
  file: string,
  { specifier }: Import,
  dependencies: ReadonlySet<string>,
): string | undefined {
  const inDomain = domains.includes(layerOf(file)) || layerOf(file) === 'report';
  if (specifier.startsWith('node:'))
    return inDomain ? 'a domain takes data and returns data, without Node' : undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (!dependencies.has(name)) return 'not one of the dependencies in package.json';
  if (inDomain && name.startsWith('@actions/')) return 'a domain knows nothing of the runner';
  const guard = guarded.find((item) => item.name === name);
  return guard === undefined || guard.places.some((place) => file.startsWith(place))
    ? undefined
    : `only ${guard.places.join(' and ')} may`;
}

function layerOf(file: string): string {
  return file.split('/')[1] ?? '';
}
