import { sourceOf } from '../../../src/dependencies/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import { collector } from '../../../src/dependencies/formats/statement.ts';
import {
  type LockEntry,
  type Statement,
  allowLines,
  dependencyDefaults,
  moveLine,
  movesOf,
  nothing,
} from '../../../src/dependencies/index.ts';

const spot = { line: 1, column: 1 };
const names = ['torch', 'transformers', 'tokenizers', 'numpy', 'vllm'] as const;
const entry = fc
  .record({
    name: fc.constantFrom(...names),
    version: fc.constantFrom('1.0', '2.0', '2.0+cu128', '2.1'),
    source: fc.constantFrom('a', 'b').map((address) => sourceOf('registry', address)),
    needs: fc.subarray([...names]),
  })
  .map(({ name, needs, ...rest }) =>
    entryAt(name, spot, { ...rest, needs: needs.map((need) => ({ name: need })) }),
  );
const lock = fc.array(entry, { maxLength: 8 });
const requirements = fc.subarray([
  'torch>=1',
  'torch==2.0',
  'transformers',
  'numpy<2.1',
  'vllm>1.0',
  'tokenizers>=3',
]);

function statements(lines: readonly string[]): readonly Statement[] {
  const to = collector('pyproject.toml');
  for (const line of lines) to.requirement(line, spot);
  return to.statements;
}

function moves(
  before: readonly LockEntry[],
  after: readonly LockEntry[],
  base: readonly string[],
  head: readonly string[],
  allow = '',
): ReturnType<typeof movesOf> {
  const parsed = (entries: readonly LockEntry[]): typeof nothing => ({
    ...nothing,
    entries,
    generated: true,
  });
  const change = {
    file: 'uv.lock',
    before: parsed(before),
    after: parsed(after),
    intentBase: statements(base),
    intentHead: statements(head),
  };
  return movesOf(change, dependencyDefaults, { moves: allowLines(allow, 'allow'), bot: undefined });
}

describe('judgement', () => {
  it('calls nothing requested while no requirement changed', () => {
    fc.assert(
      fc.property(lock, lock, requirements, (before, after, manifest) => {
        expect(
          moves(before, after, manifest, manifest).filter(({ class: kind }) => kind === 'requested'),
        ).toEqual([]);
      }),
    );
  });

  it('lets nothing pass while no requirement changed, but what a requirement that was not met forced', () => {
    fc.assert(
      fc.property(lock, lock, requirements, (before, after, manifest) => {
        const soft = moves(before, after, manifest, manifest).filter(
          ({ consequence, class: kind }) => consequence !== 'fail' && kind !== 'added',
        );
        const unmet = new Set(
          moves(before, after, manifest, manifest)
            .filter(({ because }) => because?.startsWith('pyproject.toml'))
            .map(({ name }) => name),
        );
        expect(soft.filter(({ class: kind }) => kind !== 'forced')).toEqual([]);
        expect(soft.length === 0 || unmet.size > 0).toBe(true);
      }),
    );
  });

  it('a requirement for one package asks for no other', () => {
    fc.assert(
      fc.property(lock, lock, (before, after) => {
        const others = moves(before, after, ['torch==1.0'], ['torch==2.0']).filter(
          ({ name }) => name !== 'torch',
        );
        expect(others.filter(({ class: kind }) => kind === 'requested')).toEqual([]);
      }),
    );
  });

  it('the line of a move lets exactly that move through', () => {
    fc.assert(
      fc.property(lock, lock, (before, after) => {
        for (const move of moves(before, after, [], [])) {
          const stated = moves(before, after, [], [], moveLine(move));
          expect(stated.filter(({ class: kind }) => kind === 'allowed').map(({ name }) => name)).toEqual([
            move.name,
          ]);
        }
      }),
    );
  });

  it('is the same whatever the order of the lock', () => {
    fc.assert(
      fc.property(lock, lock, requirements, (before, after, manifest) => {
        const told = (list: readonly LockEntry[], other: readonly LockEntry[]): unknown =>
          moves(list, other, [], manifest).map(
            ({ name, before: old, after: now, class: kind, consequence }) => [
              name,
              old,
              now,
              kind,
              consequence,
            ],
          );
        expect(told(before.toReversed(), after.toReversed())).toEqual(told(before, after));
      }),
    );
  });
});
