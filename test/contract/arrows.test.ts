import { describe, expect, test } from 'vitest';
import { forbiddenImports, importsOf } from '../support/contract/arrows.ts';
import { filesUnder, sourceFile } from '../support/contract/sources.ts';

const manifest = JSON.parse(sourceFile('package.json').text) as { dependencies: Record<string, string> };
const dependencies = new Set(Object.keys(manifest.dependencies));
const sources = filesUnder('src', ['.ts']);

test('imports point down only', () => {
  expect(sources.length).toBeGreaterThan(10);
  expect(sources.flatMap((source) => forbiddenImports(source, dependencies))).toEqual([]);
});

test('nothing in src depends on where the bundle lies', () => {
  const found = sources.filter(({ text }) => /\bimport\.meta\b|\b__dirname\b|\b__filename\b/.test(text));
  expect(found.map(({ file }) => file)).toEqual([]);
});

describe('what is forbidden is found', () => {
  test.each([
    ['src/config/a.ts', "import { x } from '../runtime/user-error.ts';", 'config may not know runtime'],
    ['src/config/a.ts', "import type { Ports } from '../gates/ports.ts';", 'config may not know gates'],
    [
      'src/config/a.ts',
      "import { x } from '../dependencies/pairs.ts';",
      'a domain is known only through src/dependencies/index.ts',
    ],
    [
      'src/config/deep/a.ts',
      "export * from '../../regression/metrics.ts';",
      'a domain is known only through src/regression/index.ts',
    ],
    [
      'src/config/a.ts',
      "import { readFileSync } from 'node:fs';",
      'a domain takes data and returns data, without Node',
    ],
    ['src/trunk/a.ts', "import * as core from '@actions/core';", 'a domain knows nothing of the runner'],
    [
      'src/gates/a.ts',
      "import { x } from '../config/diff.ts';",
      'a domain is known only through src/config/index.ts',
    ],
    ['src/report/a.ts', "import { x } from '../config/index.ts';", 'report may not know config'],
    ['src/gates/a.ts', "import { exec } from '@actions/exec';", 'only src/git/ may'],
    ['src/gates/a.ts', "import { git } from '../git/index.ts';", 'gates may not know git'],
    [
      'src/gates/a.ts',
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
    ['src/git/a.ts', "import { check } from '../gates/check.ts';", 'git may not know gates'],
    ['src/git/a.ts', "import\n  ajv from 'ajv-formats';", 'not one of the dependencies in package.json'],
  ])('%s: %s', (file, text, problem) => {
    expect(forbiddenImports({ file, text }, dependencies)).toEqual([expect.stringContaining(problem)]);
  });
});

describe('what is allowed is let through', () => {
  test.each([
    ['src/config/a.ts', "import { load } from 'js-yaml';"],
    ['src/config/a.ts', "import { x } from '../dependencies/index.ts';"],
    ['src/git/a.ts', "import type { FileTree } from '../gates/ports.ts';"],
    ['src/config/a.ts', "import { x } from '../dependencies/settings.ts';"],
    ['src/github/a.ts', "import { getOctokit } from '@actions/github';"],
    ['src/actions/a/main.ts', "const { connect } = await import('#lib/github');"],
    ['src/actions/a/main.ts', "import type { Connection } from '#lib/github';"],
    ['src/actions/a/main.ts', "import { openRepository } from '#lib/git';"],
    ['src/gates/a.ts', "await import('#lib/config');"],
    ['src/config/a.ts', "// import { x } from '../runtime/user-error.ts';"],
  ])('%s: %s', (file, text) => {
    expect(forbiddenImports({ file, text }, dependencies)).toEqual([]);
  });
});

test('every form of import is seen', () => {
  const text = `import a from 'a';\nimport { b,\n  type B } from "b";\nimport * as c from 'c';\nimport 'd';\nexport * from 'e';\nexport type { F } from 'f';\nconst g = await import('g');\n`;
  expect(importsOf(text).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});
