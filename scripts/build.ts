/**
 * Builds dist/ from src/: tsc, our own schemas and the facts of frameworks as code, then one ncc bundle for each action, the CLI, and each shared library.
 * Shared libraries (`#lib/<name>`) are bundled once under dist/lib and loaded when first needed:
 * an action starts with only what its path uses, and the archive contains one copy of each. So do packages that many bundles use.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ncc from '@vercel/ncc';
import { minify } from 'terser';
import { bundledPackages, writeLicenses } from './licenses.ts';
import { dropDocTexts } from './doc-texts.ts';
import { loadWhenCalled } from './lazy-packages.ts';
import { packedFacts } from './packed-facts.ts';
import { ruleTexts } from './rule-texts.ts';

/** ncc calls Node functions in ways that Node 24 deprecates; nothing that a contributor could fix. */
process.noDeprecation = true;

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
/** Written beside dist and moved there whole: a build that fails, or still runs, leaves a dist that works. */
const made = path.join(root, 'build/dist');
const ownLibraries = readdirSync(path.join(root, 'src/bundles')).map((file) => file.replace(/\.ts$/, ''));

/** They do nothing on import but do not say so; once marked, webpack drops what of them is not called. */
const sideEffectFree = ['core', 'exec', 'github', 'http-client', 'io']
  .map((name) => `@actions/${name}`)
  .concat('tunnel');

/**
 * Modules that are bundled as a library of their package's name: those that more than one bundle uses, ajv, which is loaded only for a
 * team's own schema and for errors, and parsers of formats that few configs and results have.
 */
const sharedPackages: Readonly<Record<string, string>> = {
  '@lezer/python': "export { parser } from '@lezer/python';\n",
  hyparquet: `
export { parquetMetadata, parquetRead, parquetSchema, snappyUncompress } from 'hyparquet';
export * from 'hyparquet/src/column.js';
export * from 'hyparquet/src/schema.js';
`,
  'ajv/dist/2020.js': "exports.Ajv2020 = require('ajv/dist/2020.js').Ajv2020;\n",
  fflate: "export { Inflate } from 'fflate';\n",
  'js-yaml': "export * from 'js-yaml';\n",
  'toml-eslint-parser': "export { parseTOML, ParseError } from 'toml-eslint-parser';\n",
  picomatch: "module.exports = require('picomatch');\n",
  // Imported by @actions/github and @actions/http-client, a megabyte, and not called: requests leave by src/github/client/fetch.ts.
  undici: `
exports.ProxyAgent = class {};
exports.fetch = undefined;
`,
};

/** Further modules of theirs that are imported by their own names. */
const partsOfShared = ['hyparquet/src/column.js', 'hyparquet/src/schema.js'];

/** Libraries that load those of other domains instead of holding a copy of their modules. Nearly all stand on the policy too. */
const standing: Readonly<Record<string, readonly string[]>> = {
  'lib/compare': ['regression', 'lineage'],
  'lib/config': ['documents'],
  'lib/installs': ['documents'],
  'lib/locate': ['regression', 'lineage'],
  'lib/promotion': ['regression', 'lineage'],
};
/** Loaded at every start, with the few lines that it needs of a policy. */
const startsAll = 'lib/action';

interface Bundle {
  /** Relative to build/. */
  readonly entry: string;
  /** Folder in dist/. */
  readonly output: string;
}

await main();

async function main(): Promise<void> {
  for (const name of sideEffectFree) markSideEffectFree(name);
  if (!compile()) {
    process.exitCode = 1;
    return;
  }
  withoutType(path.join(root, 'build/package.json'));
  const facts = readFileSync(path.join(root, 'src/config/frameworks/facts.json'), 'utf8');
  writeFileSync(path.join(root, 'build/src/bundles/frameworks.js'), packedFacts(facts));
  writeFileSync(path.join(root, 'build/src/bundles/rules.js'), ruleTexts());
  loadWhenCalled(path.join(root, 'build/src'));
  const packages = new Set<string>();
  const add = async (bundle: Bundle) => (await write(bundle)).forEach((name) => packages.add(name));
  for (const bundle of bundles().filter(showsTexts)) await add(bundle);
  dropDocTexts(path.join(root, 'build/src'));
  for (const bundle of bundles().filter((one) => !showsTexts(one))) await add(bundle);
  writeFileSync(path.join(made, 'package.json'), '{ "type": "commonjs" }\n');
  await writeLicenses(root, packages, path.join(made, 'licenses.txt'));
  rmSync(dist, { recursive: true, force: true });
  renameSync(made, dist);
  console.log(`dist/licenses.txt ${packages.size} packages`);
}

/** False when the compiler has complaints; it prints them, and dist stays as it was. */
function compile(): boolean {
  rmSync(path.join(root, 'build'), { recursive: true, force: true });
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  return (
    spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
      .status === 0
  );
}

/** By the type of the manifest that tsc copies ncc would write ES modules, which start later. */
function withoutType(file: string): void {
  const { type: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify(manifest));
}

function bundles(): Bundle[] {
  const actions = readdirSync(path.join(root, 'src/actions'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return [
    ...Object.entries(sharedPackages).map(([request, text]) => packageBundle(packageOf(request), text)),
    ...ownLibraries.map((name) => ({ entry: `src/bundles/${name}.js`, output: `lib/${name}` })),
    ...actions.map(({ name }) => ({ entry: `src/actions/${name}/index.js`, output: name })),
    { entry: 'src/cli/index.js', output: 'cli' },
    { entry: 'src/cli/main.js', output: 'cli/main' },
  ];
}

/** The help of the CLI shows what settings say of themselves, SARIF what rules say. */
function showsTexts({ output }: Pick<Bundle, 'output'>): boolean {
  return output === 'cli/main' || output === 'lib/rules';
}

function packageBundle(name: string, text: string): Bundle {
  mkdirSync(path.join(root, 'build/shared'), { recursive: true });
  writeFileSync(path.join(root, 'build/shared', `${name}.js`), text);
  return { entry: `shared/${name}.js`, output: `lib/${name}` };
}

/** Its folder in dist/lib; of a package with a scope both names, joined. */
function packageOf(request: string): string {
  const [first = '', second = ''] = request.split('/');
  return first.startsWith('@') ? `${first.slice(1)}-${second}` : first;
}

/** What a bundle requires at run time instead of holding it: every library but itself. */
function externalsOf(output: string): Record<string, string> {
  if (output === 'cli') return { './main.js': './main/index.js' };
  const up = output.startsWith('lib/') ? '..' : `${output.replace(/[^/]+/g, '..')}/lib`;
  const names = [
    ...standsOn(output).flatMap(requestsOf),
    ...ownLibraries.map((name) => [`#lib/${name}`, name]),
    ...Object.keys(sharedPackages).map((request) => [request, packageOf(request)]),
    ...partsOfShared.map((request) => [request, packageOf(request)]),
  ];
  return Object.fromEntries(
    names
      .filter(([, name]) => output !== `lib/${name}`)
      .map(([request, name]) => [request, `${up}/${name}/index.js`]),
  );
}

function standsOn(output: string): readonly string[] {
  const policy = showsTexts({ output }) || output === startsAll ? [] : ['policy'];
  return [...policy, ...(standing[output] ?? [])];
}

/** The modules of a domain that its library exports whole, as files one to three folders beside it import them, and that library. */
function requestsOf(domain: string): [string, string][] {
  const library = readFileSync(path.join(root, `src/bundles/${domain}.ts`), 'utf8');
  const whole = library.matchAll(/^export \* from '\.\.\/(.*)\.ts';$/gm);
  return Array.from(whole, ([, file = '']) => file)
    .filter((file) => file.startsWith(`${domain}/`))
    .flatMap((file) =>
      ['..', '../..', '../../..'].map((up): [string, string] => [`${up}/${file}.js`, domain]),
    );
}

/** Writes one bundle and returns `name@version` of the packages in it. */
async function write(bundle: Bundle): Promise<Set<string>> {
  const { code, assets, stats } = await ncc(path.join(root, 'build', bundle.entry), {
    cache: false,
    quiet: true,
    externals: externalsOf(bundle.output),
  });
  const folder = path.join(made, bundle.output);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.js'), await minified(code));
  for (const [name, { source }] of Object.entries(assets))
    writeFileSync(path.join(folder, name), name.endsWith('.js') ? await minified(String(source)) : source);
  const { size } = statSync(path.join(folder, 'index.js'));
  console.log(`dist/${bundle.output}/index.js ${Math.round(size / 1024)} KiB`);
  return bundledPackages(stats);
}

/** In fewer words, which are a tenth less to load. Names of functions and classes stay, and each function where it is, for stack traces that can be read. */
async function minified(code: string): Promise<string> {
  const kept = { keep_classnames: true, keep_fnames: true };
  const compress = { ...kept, inline: false, reduce_funcs: false } as const;
  const { code: short = '' } = await minify(code, { compress, mangle: kept, ecma: 2020 });
  return inAscii(short);
}

/** One other character in a file doubles the room that V8 keeps for it, and Node reads it three times as slowly. Minified, they are in texts and patterns alone. */
function inAscii(code: string): string {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function markSideEffectFree(name: string): void {
  const file = path.join(root, 'node_modules', name, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  if (manifest['sideEffects'] === false) return;
  writeFileSync(file, `${JSON.stringify({ ...manifest, sideEffects: false }, null, 2)}\n`);
}
