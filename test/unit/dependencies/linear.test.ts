import { describe, expect, it } from 'vitest';

import { entryAt } from '../../../src/dependencies/formats/entry.ts';
import {
  type LockEntry,
  type Move,
  dependencyDefaults,
  moveFindings,
  movesOf,
  nothing,
  withMostMoves,
} from '../../../src/dependencies/index.ts';
import type { Need, Statement } from '../../../src/dependencies/model.ts';

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

  describe('of more than 5,000 changed packages', () => {
    const many = (version: string, size: number, needs: LockEntry['needs'] = []) =>
      Array.from({ length: size }, (_, index) =>
        entryAt(`p${index}`, { line: 1, column: 1 }, { version, needs }),
      );
    const states = (before: readonly LockEntry[], after: readonly LockEntry[]) => ({
      before: { ...nothing, entries: before, generated: true },
      after: { ...nothing, entries: after, generated: true },
    });
    const said = (name: string): Statement => ({
      name,
      kind: 'requirement',
      text: name,
      specifier: '',
      dialect: 'pep440',
      marker: '',
      file: 'pyproject.toml',
      line: 1,
      column: 1,
    });
    const isWatched = (name: string) => name === 'p7000';

    it('the watched come first, then the required, and that the rest was not judged is an error', () => {
      const all = states(many('1.0', 7001), many('2.0', 7001));
      const { before, after, findings } = withMostMoves(all, 'uv.lock', {
        isWatched,
        statements: [said('p6999')],
      });
      for (const { entries } of [before, after]) {
        expect(entries).toHaveLength(5000);
        expect(entries.slice(-2).map(({ name }) => name)).toEqual(['p6999', 'p7000']);
      }
      expect(findings).toMatchObject([{ rule: 'deps/too-many-moves', severity: 'error', file: 'uv.lock' }]);
      expect(findings[0]?.message).toMatch(/^7,001 packages .* 2,001 were not judged/);
    });

    it('requirements of a hostile manifest do not lift the bound', () => {
      const all = states([], many('2.0', 9000));
      const wanted = Array.from({ length: 9000 }, (_, index) => said(`p${index}`));
      const { after } = withMostMoves(all, 'uv.lock', { isWatched, statements: wanted });
      expect(after.entries).toHaveLength(5000);
    });

    it('a lock of any size of which few changed stays whole', () => {
      const before = many('1.0', 9000);
      const after = before.map((entry, at) => (at < 3 ? { ...entry, version: '2.0' } : entry));
      const all = states(before, after);
      expect(withMostMoves(all, 'uv.lock', { isWatched, statements: [] })).toEqual({ ...all, findings: [] });
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
