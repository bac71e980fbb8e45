import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeHydra, configDefaults, explain } from '../../../../src/config/index.ts';
import { checkRules } from '../../../../src/config/rules/check.ts';
import { LineIndex } from '../../../../src/documents/source/lines.ts';

type Files = Readonly<Record<string, string>>;

const encoder = new TextEncoder();
const wordOf = (text: string) => ({
  text,
  source: { kind: 'override' as const, file: 'run.sh', lines: new LineIndex(text), name: text },
  start: 0,
  end: text.length,
});

function repository(files: Files) {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]));
  return { paths: new Set(bytes.keys()), read: (path: string) => Promise.resolve(bytes.get(path)) };
}

describe('runs that share words and mappings', () => {
  const conf = (rate: string): Files => ({
    'conf/main.yaml': `lr: ${rate}\na: {b: {c: 1, d: null, e: [1, 2]}, f: '\${lr}'}\ng: {h: {i: '\${a.b.c}'}, j: '???'}\n`,
  });
  const plain = [
    'lr=3',
    'a.b.c=4',
    'a.b.c=5',
    'a.b.d=null',
    'a.b.e=[3]',
    'a.b.e=6',
    'a.f=7',
    '+a.b.new=8',
    '+a.new.c=9',
    '+a.new.d=10',
    '++a.b.d=11',
    '+g.j=12',
    'g.h.i=13',
  ].map(wordOf);
  const others = ['g.h={i:14}', 'a.b.none=15', '+a.b.c=16', 'a.b.c.d=17', '~a.f'].map(wordOf);

  test('are composed as each would be alone, with one word after the other', async () => {
    const files = [repository(conf('1')), repository(conf('2'))];
    // what adds and takes out again keeps words from being applied together
    const alone = ['+zz=1', '~zz'].map(wordOf);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(plain, { minLength: 1 }),
        fc.subarray(others, { maxLength: 1 }),
        async (some, more) => {
          const overrides = [...some, ...more];
          for (const each of files) {
            const one = await composeHydra('conf/main.yaml', { overrides, files: each });
            const other = await composeHydra('conf/main.yaml', {
              overrides: [...alone, ...overrides],
              files: each,
            });
            expect(more.length > 0 || one.document.root !== undefined).toBe(true);
            expect(one.document.findings).toEqual(other.document.findings);
            expect(explain(one.document)).toEqual(explain(other.document));
          }
        },
      ),
      { numRuns: 300, seed: 20261130 },
    );
  });

  test('are judged by what a mapping is called in each of them', async () => {
    const files = repository({
      'conf/opt/z.yaml': 'offload_param: {device: cpu}\n',
      'conf/a.yaml': 'defaults:\n  - opt@plain: z\n',
      'conf/b.yaml': 'defaults:\n  - opt@zero_optimization: z\n',
    });
    const found = async (primary: string) => {
      const { document } = await composeHydra(primary, { overrides: [], files });
      return checkRules(document, [], configDefaults).map(({ rule }) => rule);
    };
    expect(await found('conf/a.yaml')).toEqual([]);
    expect(await found('conf/b.yaml')).toEqual(['config/zero-options']);
    expect(await found('conf/a.yaml')).toEqual([]);
  });
});
