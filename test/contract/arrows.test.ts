import { describe, expect, test } from 'vitest';
import { circles, forbiddenImports, importsOf } from '../support/contract/arrows.ts';
import { filesUnder, sourceFile } from '../support/contract/sources.ts';

const manifest = JSON.parse(sourceFile('package.json').text) as { dependencies: Record<string, string> };
const dependencies = new Set(Object.keys(manifest.dependencies));
const sources = filesUnder('src', ['.ts']);

test('imports point down only', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap((source) => forbiddenImports(source, dependencies))).toEqual([]);
});

test('no file is in a circle, types included', () => {
  expect(circles(sources)).toEqual([]);
});

/** Threads load the first by the address that it says of itself; the CLI loads the bundles beside it with what it keeps of them. */
const placed: ReadonlySet<string> = new Set([
  'src/bundles/blake3.ts',
  'src/cli/index.ts',
  'src/cli/kept-code.ts',
]);

test('nothing in src depends on where the bundle lies', () => {
  const found = sources.filter(({ text }) => /\bimport\.meta\b|\b__dirname\b|\b__filename\b/.test(text));
  expect(new Set(found.map(({ file }) => file))).toEqual(placed);
});

describe('what is forbidden is found', () => {
  test.each([
    ['src/kernel/a.ts', "import { x } from '../report/model.ts';", 'kernel may not know report'],
    ['src/report/a.ts', "import type { Ports } from '../ports/index.ts';", 'report may not know ports'],
    ['src/ports/a.ts', "import type { Plan } from '../policy/index.ts';", 'ports may not know policy'],
    ['src/documents/a.ts', "import { x } from '../config/index.ts';", 'documents may not know config'],
    ['src/config/a.ts', "import { x } from '../runner/paths.ts';", 'config may not know runner'],
    ['src/config/a.ts', "import type { Ports } from '../ports/index.ts';", 'only its gate/ knows ports'],
    ['src/config/a.ts', "import { x } from './gate/select.ts';", 'config may not know config/gate'],
    ['src/config/a.ts', "import { x } from '../policy/index.ts';", 'config may not know policy'],
    ['src/policy/a.ts', "import { x } from '../branches/index.ts';", 'policy may not know branches'],
    [
      'src/policy/a.ts',
      "import { x } from '../dependencies/pairs/pairs.ts';",
      'a domain is known only through src/dependencies/index.ts',
    ],
    [
      'src/policy/deep/a.ts',
      "export * from '../../regression/metrics/spec.ts';",
      'a domain is known only through src/regression/index.ts',
    ],
    [
      'src/config/a.ts',
      "import { readFileSync } from 'node:fs';",
      'a domain takes data and returns data, without Node',
    ],
    ['src/policy/a.ts', "import * as core from '@actions/core';", 'a domain knows nothing of the runner'],
    [
      'src/check/a.ts',
      "import { x } from '../config/change/classify.ts';",
      'a domain is known only through src/config/index.ts',
    ],
    [
      'src/regression/gate/a.ts',
      "import { x } from '../../lineage/gate/reader.ts';",
      'regression/gate may not know lineage/gate',
    ],
    ['src/report/a.ts', "import { x } from '../config/index.ts';", 'report may not know config'],
    ['src/config/gate/a.ts', "import { exec } from '@actions/exec';", 'only src/git/ may'],
    ['src/config/gate/a.ts', "import { git } from '../../git/index.ts';", 'config/gate may not know git'],
    [
      'src/check/a.ts',
      "import { x } from '#lib/config';",
      'it is loaded when first needed, with await import()',
    ],
    ['src/cli/a.ts', "const { getOctokit } = await import('@actions/github');", 'only src/github/ may'],
    [
      'src/actions/a/main.ts',
      "import { connect } from '../../github/index.ts';",
      'actions may not know github',
    ],
    [
      'src/actions/a/main.ts',
      "import { connect } from '#lib/github';",
      'it is loaded when first needed, with await import()',
    ],
    ['src/git/a.ts', "import { check } from '../check/check.ts';", 'git may not know check'],
    ['src/git/a.ts', "import { x } from '../policy/index.ts';", 'git may not know policy'],
    ['src/git/a.ts', "import\n  ajv from 'ajv-formats';", 'not one of the dependencies in package.json'],
  ])('%s: %s', (file, text, problem) => {
    expect(forbiddenImports({ file, text }, dependencies)).toEqual([expect.stringContaining(problem)]);
  });

  test('a circle of three files, one arrow a type', () => {
    const files = [
      { file: 'src/config/a.ts', text: "import { b } from './b.ts';" },
      { file: 'src/config/b.ts', text: "import type { C } from './c.ts';" },
      { file: 'src/config/c.ts', text: "export * from './a.ts';" },
      { file: 'src/config/d.ts', text: "import { a } from './a.ts';" },
    ];
    expect(circles(files)).toEqual(['src/config/a.ts → src/config/b.ts → src/config/c.ts → src/config/a.ts']);
  });
});

describe('what is allowed is let through', () => {
  test.each([
    ['src/documents/yaml/a.ts', "import { load } from 'js-yaml';"],
    ['src/policy/a.ts', "import { x } from '../dependencies/index.ts';"],
    ['src/policy/a.ts', "import { x } from '../dependencies/settings.ts';"],
    ['src/config/gate/a.ts', "import { x } from '../judge.ts';"],
    ['src/config/gate/a.ts', "import type { Ports } from '../../ports/index.ts';"],
    ['src/git/a.ts', "import type { FileTree } from '../ports/index.ts';"],
    ['src/github/a.ts', "import { getOctokit } from '@actions/github';"],
    ['src/actions/a/main.ts', "const { connect } = await import('#lib/github');"],
    ['src/actions/a/main.ts', "import type { Connection } from '#lib/github';"],
    ['src/actions/a/main.ts', "import { openRepository } from '#lib/git';"],
    ['src/check/a.ts', "await import('#lib/config');"],
    ['src/config/a.ts', "// import { x } from '../runner/paths.ts';"],
  ])('%s: %s', (file, text) => {
    expect(forbiddenImports({ file, text }, dependencies)).toEqual([]);
  });
});

test('every form of import is seen', () => {
  const text = `import a from 'a';\nimport { b,\n  type B } from "b";\nimport * as c from 'c';\nimport 'd';\nexport * from 'e';\nexport type { F } from 'f';\nconst g = await import('g');\n`;
  expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
