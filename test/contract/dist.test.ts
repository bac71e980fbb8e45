import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledPackages, type BundleStats } from '../../scripts/licenses.ts';
import { requiringWhenCalled } from '../../scripts/lazy-packages.ts';
import { withoutRuleTexts, withoutSettingTexts } from '../../scripts/doc-texts.ts';
import { regressionRules } from '../../src/regression/rules.ts';
import { filesUnder, root, type SourceFile } from '../support/contract/sources.ts';

const bundles = filesUnder('dist', ['.js']);

test('dist tells nothing of the machine that built it', () => {
  expect(bundles.length).toBeGreaterThan(5);
  expect(
    [...bundles, ...filesUnder('dist', ['.txt'])]
      .filter(({ text }) => text.includes(root))
      .map(({ file }) => file),
  ).toEqual([]);
});

test('every library that a bundle loads is there', () => {
  expect(bundles.flatMap(librariesOf).filter((library) => !existsSync(path.join(root, library)))).toEqual([]);
});

test('a library that a bundle loads is seen', () => {
  const text = 'module.exports = require("../lib/git/index.js"); require("node:fs");';
  expect(librariesOf({ file: 'dist/check/index.js', text })).toEqual(['dist/lib/git/index.js']);
  expect(bundles.flatMap(librariesOf)).toContain('dist/lib/git/index.js');
});

describe('licences', () => {
  const file = path.join(root, 'dist/licenses.txt');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const listed = [...text.matchAll(/^- ((?:@[\w.-]+\/)?[\w.-]+)@(\d\S*)$/gm)].map(
    (match) => `${match[1]}@${match[2]}`,
  );

  test('every package is listed once, and is one that may be shipped', () => {
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.filter((name, at) => listed.indexOf(name) !== at)).toEqual([]);
    expect(listed.filter((name) => !shipped.has(name))).toEqual([]);
  });

  test('no registry is named', () => {
    expect(text).not.toMatch(/registry\.[\w.]+/);
  });
});

describe('packages of a bundle', () => {
  const file = (name: string) => ({ resource: path.join(root, 'node_modules', name, 'index.js') });
  const stats = (
    ...modules: (BundleStats['compilation']['modules'] extends Iterable<infer M>
      ? M & { chunks: number }
      : never)[]
  ): BundleStats => ({
    compilation: {
      modules,
      chunkGraph: {
        getNumberOfModuleChunks: (module) => modules.find((item) => item === module)?.chunks ?? 0,
      },
    },
  });

  test('are those with a module in a chunk, alone or joined with others', () => {
    const found = bundledPackages(
      stats(
        { ...file('js-yaml'), chunks: 1 },
        { ...file('ajv'), chunks: 0 },
        { modules: [file('@actions/core')], chunks: 1 },
        { chunks: 1 },
      ),
    );
    expect([...found].map((name) => name.replace(/@[^@]*$/, ''))).toEqual(['js-yaml', '@actions/core']);
  });
});

/** `name@version` of everything that package-lock.json installs for production. */
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version: string; dev?: boolean }>;
};
const shipped = new Set(
  Object.entries(lock.packages)
    .filter(([, { dev }]) => dev !== true)
    .map(([folder, { version }]) => `${folder.split('node_modules/').at(-1)}@${version}`),
);

function librariesOf({ file, text }: SourceFile): string[] {
  return [...text.matchAll(/\brequire\("(\.\.\/[\w./-]+)"\)/g)].map((match) =>
    path.posix.join(path.posix.dirname(file), match[1] ?? ''),
  );
}

test.each([
  ["    description: 'It\\'s `x`.',\n    input: true,", '    \n    input: true,'],
  ['    input:\n        "the team\'s",\n    max: 1,', "    input: '',\n    max: 1,"],
  ["a: { kind: name, description: 'A.', required: true },", 'a: { kind: name,  required: true },'],
  ["option: { value: 'N', help: 'A number.' },", "option: { value: 'N',  },"],
  ["token: tokenInput('Token to read.'),", "token: tokenInput( ''),"],
  ["const note = ' description: x';", "const note = ' description: x';"],
])('what settings say of themselves is in no bundle but that of the CLI: %j', (code, rest) => {
  expect(withoutSettingTexts(code)).toBe(rest);
});

test('only the library of rules carries what rules say of themselves', () => {
  const table =
    "defineRules('a', {\n    b: {\n        severity: 'error',\n        summary: 'Why, \\'so\\'.',\n        fix: both,\n    },\n});\n";
  expect(withoutRuleTexts(table)).toBe(
    "defineRules('a', {\n    b: {\n        severity: 'error',\n    },\n});\n",
  );
  expect(withoutRuleTexts('        summary: 1,\n')).toBe('        summary: 1,\n');
  const { summary } = regressionRules.drop;
  const holders = bundles.filter(({ text }) => text.includes(summary.slice(0, 40)));
  expect(holders.map(({ file }) => file)).toEqual(['dist/lib/rules/index.js']);
});

test('a package that most runs do not need is loaded when it is called', () => {
  const code =
    "import glob from 'glob';\nconst a = glob('x');\nexport const b = (c) => new glob.Matcher(c);\n";
  expect(requiringWhenCalled(code, { name: 'glob', local: 'glob' })).toBe(
    "const a = (require('glob'))('x');\nexport const b = (c) => new (require('glob')).Matcher(c);\n",
  );
  expect(requiringWhenCalled("const globs = 'glob(';\n", { name: 'glob', local: 'glob' })).toBe(
    "const globs = 'glob(';\n",
  );
});

test.each(['const { Matcher } = glob;', 'match(glob, 1);', 'export const all = [1, glob];', 'return glob;'])(
  'a package that is named without being called is refused: %s',
  (line) => {
    const code = `import glob from 'glob';\n${line}\n`;
    expect(() => requiringWhenCalled(code, { name: 'glob', local: 'glob' })).toThrow('write glob.name');
  },
);
