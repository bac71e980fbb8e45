import { describe, expect, it } from 'vitest';

import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import {
  type LockEntry,
  type Move,
  dependencyDefaults,
  moveFindings,
  movesOf,
  nothing,
} from '../../../src/dependencies/index.ts';
import type { Need } from '../../../src/dependencies/model.ts';

const size = 1000;

type Needs = (index: number) => readonly number[];

/** Each package needs the next; the first needs all; all need the last. */
const shapes: readonly (readonly [string, Needs])[] = [
  ['a chain', (index) => (index + 1 < size ? [index + 1] : [])],
  ['a star', (index) => (index === 0 ? Array.from({ length: size - 1 }, (_, at) => at + 1) : [])],
  ['a hub', (index) => (index + 1 < size ? [size - 1] : [])],
];

/** Counts how often a property is read. */
function counted<T extends object>(value: T, key: keyof T, counter: { reads: number }): T {
  const read = value[key];
  return Object.defineProperty({ ...value }, key, {
    enumerable: true,
    get: () => {
      counter.reads++;
      return read;
    },
  });
}

function lock(version: string, needs: Needs, counter: { reads: number }): readonly LockEntry[] {
  return Array.from({ length: size }, (_, index) => {
    const own = needs(index).map((at): Need =>
      counted({ name: `p${at}`, specifier: `==${version}` }, 'name', counter),
    );
    return entryAt(`p${index}`, { line: index + 1, column: 1 }, { version, needs: own });
  });
}

function moves(before: readonly LockEntry[], after: readonly LockEntry[]): readonly Move[] {
  const parsed = (entries: readonly LockEntry[]) => ({ ...nothing, entries, generated: true });
  const change = { file: 'uv.lock', before: parsed(before), after: parsed(after) };
  const settings = { ...dependencyDefaults, watch: ['*'] };
  return movesOf({ ...change, intentBase: [], intentHead: [] }, settings, { moves: [], bot: undefined });
}

describe('large locks', () => {
  it('tells a thousand moves one by one, and counts the rest', () => {
    const lockOf = (version: string): readonly LockEntry[] =>
      Array.from({ length: 1200 }, (_, index) => entryAt(`p${index}`, { line: 1, column: 1 }, { version }));
    const context = { allowFile: 'allow', tool: undefined, base: undefined, ungoverned: true };
    const findings = moveFindings(moves(lockOf('1.0'), lockOf('2.0')), context);
    expect(findings).toHaveLength(1001);
    expect(findings.at(-1)).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/^200 more watched/),
    });
  });

  it.each(shapes)('%s: each need is looked at a few times, however many there are', (_name, needs) => {
    const counter = { reads: 0 };
    const [before, after] = [lock('1.0', needs, counter), lock('2.0', needs, counter)];
    const found = moves(before, after);
    expect(found).toHaveLength(size);
    expect(found.filter(({ class: kind }) => kind === 'forced').length).toBeGreaterThan(0);
    expect(counter.reads).toBeLessThan(20 * size);
  });

  it.each(shapes)('%s that is new: each cause is followed a few times', (_name, needs) => {
    const counter = { reads: 0 };
    const found = moves([], lock('2.0', needs, counter)).map((move) => counted(move, 'because', counter));
    counter.reads = 0;
    const context = { allowFile: 'allow', tool: undefined, base: undefined, ungoverned: true };
    for (const kind of ['added', 'forced'] as const) {
      const told = found.map((move) => counted({ ...move, class: kind }, 'because', counter));
      expect(moveFindings(told, context).length).toBeGreaterThan(0);
    }
    expect(counter.reads).toBeLessThan(40 * size);
  });
});
