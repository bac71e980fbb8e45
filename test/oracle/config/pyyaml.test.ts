import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/config/index.ts';
import { generateNumeric, generateYaml, type Random, randomOf, slipInto } from './generate.ts';
import { generateConfig } from './generate-omegaconf.ts';
import { compare } from './compare.ts';
import { hasModule } from './python.ts';
import { samples, seed } from '../../support/seed.ts';

const shared = join(process.cwd(), '..', 'shared');
const corpus = join(shared, 'corpus', 'configs');
const hasYaml = hasModule('yaml');
const hasOmegaConf = hasModule('omegaconf');
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log('skipped: the corpus is not here');

type Dialect = 'pyyaml' | 'omegaconf';

function corpusTexts(extension: RegExp): string[] {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
    extension.test(file),
  );
  return files.map((file) => readFileSync(join(corpus, file), 'utf8'));
}

const documents = samples(100_000);
const slips = samples(5000);

describe.skipIf(!hasYaml)('PyYAML', () => {
  test(`reads ${documents} generated documents as we do (seed ${seed})`, () => {
    const random = randomOf(seed);
    const { same, refused, different } = compare(
      'pyyaml',
      Array.from({ length: documents }, () => generateYaml(random)),
    );
    console.log(
      `PyYAML, seed ${seed}: ${documents} documents, ${same} read alike, ${refused} refused for safety, ${different.length} different`,
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect(same).toBeGreaterThan(documents * 0.4);
    expect(refused).toBeLessThan(documents * 0.01);
  });

  test.skipIf(!hasCorpus)(`reads slips in public configs as we do (seed ${seed})`, () => {
    const random = randomOf(seed + 2);
    const sources = corpusTexts(/\.ya?ml$/).filter((text) => text.length < 6000);
    const texts = Array.from({ length: slips }, (_, index) =>
      slipInto(random, sources[index % sources.length] ?? ''),
    );
    const { same, refused, different } = compare('pyyaml', texts);
    console.log(
      `PyYAML, slips in public configs: ${same} read alike, ${refused} refused, ${different.length} different`,
    );
    expect(different).toEqual([]);
    expect(refused).toBeLessThan(Math.max(2, slips / 200));
  });

  test.skipIf(!hasCorpus)('reads every YAML file of the corpus as we do', () => {
    const texts = corpusTexts(/\.ya?ml$/);
    const { same, refused, different } = compare('pyyaml', texts);
    console.log(
      `PyYAML, corpus: ${texts.length} files, ${same} read alike, ${refused} refused, ${different.length} different`,
    );
    expect({ refused, different }).toEqual({ refused: 0, different: [] });
    expect(same).toBeGreaterThan(60);
  });
});

describe.skipIf(!hasYaml)("Python's json", () => {
  test.skipIf(!hasCorpus)('reads every JSON file of the corpus as we do', () => {
    expect(compare('json', corpusTexts(/\.json$/))).toMatchObject({ refused: 0, different: [] });
  });

  test('reads odd JSON as we do', () => {
    const texts = [
      'NaN',
      '[Infinity, -Infinity]',
      '{"a": 1, "a": 2}',
      '1e400',
      '-0',
      '-0.0',
      '9007199254740993',
      '01',
      '1.',
      '.5',
      '+1',
      '"\\ud800"',
      '"\t"',
      '[1,]',
      '{"a":1,}',
      "{'a': 1}",
      '// c\n1',
      '',
      ' ',
      '\ufeff1',
      '"\\x41"',
      'nan',
      '[1 2]',
      '{"a" 1}',
      'tru',
      '1 2',
      '"a',
      '[[[]]]',
      '"\\u00E9\\/"',
      '1E5',
      '-',
      '\u00a01',
    ];
    expect(compare('json', texts)).toMatchObject({ refused: 0, different: [] });
  });
});

describe.skipIf(!hasYaml || !hasOmegaConf)('OmegaConf', () => {
  test.each([
    {
      what: 'scalars',
      count: samples(20_000),
      make: (random: Random) => `v: ${generateNumeric(random)}\n`,
      leastResolved: 0,
    },
    { what: 'documents', count: samples(10_000), make: generateYaml, leastResolved: 0 },
    {
      what: 'configs with interpolations',
      count: samples(2000),
      make: generateConfig,
      leastResolved: samples(2000) / 8,
    },
  ])(`reads generated $what as we do (seed ${seed})`, ({ what, count, make, leastResolved }) => {
    const random = randomOf(seed + 1);
    const texts = Array.from({ length: count }, () => make(random));
    const { same, refused, resolved, skipped, different } = compare('omegaconf', texts);
    console.log(
      `OmegaConf, seed ${seed + 1}: ${count} ${what}, ${same} read alike, ${refused} refused for safety, ${different.length} different; ` +
        `${resolved} interpolations resolved alike, ${skipped} left alone`,
    );
    expect(different.slice(0, 5)).toEqual([]);
    expect(same).toBeGreaterThan(count * 0.3);
    expect(resolved).toBeGreaterThanOrEqual(leastResolved);
  });

  test.skipIf(!hasCorpus)('reads every YAML file of the corpus as we do', () => {
    const texts = corpusTexts(/\.ya?ml$/);
    const { same, refused, resolved, different } = compare('omegaconf', texts);
    console.log(
      `OmegaConf, corpus: ${texts.length} files, ${same} read alike, ${refused} refused, ${different.length} different; ${resolved} interpolations resolved alike`,
    );
    expect({ refused, different }).toEqual({ refused: 0, different: [] });
    expect(same).toBeGreaterThan(60);
  });
});

const table = join(shared, 'research', 'yaml-scalars.tsv');

describe.skipIf(!existsSync(table))('the table of scalars', () => {
  const rows = existsSync(table) ? readFileSync(table, 'utf8').trimEnd().split('\n').slice(1) : [];

  test.each(rows.map((row) => row.split('\t')))('%s', (scalar = '', pyyaml = '', omegaconf = '') => {
    expect([told(scalar, 'pyyaml'), told(scalar, 'omegaconf')]).toEqual([normal(pyyaml), normal(omegaconf)]);
  });
});

/** A scalar as the table tells it: `str:"x"`, `float:1e-05`, `null`, `ERR`. */
function told(scalar: string, dialect: Dialect): string {
  const text = `v: ${scalar === '(empty)' ? '' : scalar}\n`;
  const { root } = readDocument(text, { file: 'x', dialect });
  const node = root?.type === 'dict' ? root.entries.get('v')?.value : undefined;
  if (node === undefined) return 'ERR';
  if (node.type === 'NoneType') return 'null';
  if (node.type === 'str') return `str:${JSON.stringify(node.value)}`;
  if (node.type === 'datetime') return `ts:${node.value}`;
  if (node.type === 'list' || node.type === 'dict' || node.type === 'bytes') return node.type;
  return `${node.type}:${String(node.value)}`;
}

function normal(cell: string): string {
  if (cell.startsWith('ERR')) return 'ERR';
  const float = /^float:(.*)$/.exec(cell)?.[1];
  if (float === undefined) return cell;
  return `float:${String(Number(float.replace('inf', 'Infinity')))}`;
}
