import * as pep440 from '@renovatebot/pep440';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commitVersion,
  compareVersions,
  derivedNames,
  nextTag,
  parseVersion,
  precedence,
  type Version,
} from '../../../src/releases/index.ts';

const number = fc.integer({ min: 0, max: 12 });
const word = fc.constantFrom('alpha', 'beta', 'rc', 'dev', 'x-1', '0a', '7', '0', '11');
const preRelease = fc
  .array(word, { maxLength: 3 })
  .map((parts) => (parts.length === 0 ? '' : `-${parts.join('.')}`));
const build = fc.constantFrom('', '+b', '+cuda.126', '+001');
const tag = fc
  .tuple(number, number, number, preRelease, build)
  .map(([a, b, c, pre, meta]) => `v${a}.${b}.${c}${pre}${meta}`);

const parsed = (name: string): Version => {
  const version = parseVersion(name, '');
  if (version === undefined) throw new Error(`${name} is not a version`);
  return version;
};

describe('the order of versions', () => {
  test('is total: one of two different versions is lower, whichever is asked first', () => {
    fc.assert(
      fc.property(tag, tag, (a, b) => {
        const forth = Math.sign(compareVersions(parsed(a), parsed(b)));
        expect(forth).toBe(-Math.sign(compareVersions(parsed(b), parsed(a))) + 0);
        expect(forth === 0).toBe(a === b);
      }),
    );
  });

  test('is transitive', () => {
    fc.assert(
      fc.property(tag, tag, tag, (...tags) => {
        const [a, b, c] = tags.map(parsed).toSorted(compareVersions);
        expect(a && b && c && compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('derived names', () => {
  const sha = fc.stringMatching(/^[0-9a-f]{40}$/);
  const prefix = fc.constantFrom('', 'qwen3-vl/', 'team/model/', 'a'.repeat(150), '_x-');
  const derive = (name: string, commit: string, front: string) =>
    derivedNames(commitVersion(commit, [`${front}${name}`], front), {
      prefix: front,
      committedAt: '2026-11-22T10:00:00Z',
    });

  test('are valid for those who read them', () => {
    fc.assert(
      fc.property(fc.oneof(tag, fc.constant('none')), sha, prefix, (name, commit, front) => {
        const names = derive(name, commit, front);
        expect(names.dockerTag).toMatch(/^\w[\w.-]{0,127}$/);
        expect(names.jobName).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(pep440.valid(names.pep440)).toBe(names.pep440);
      }),
    );
  });

  test('keep the order in PEP 440 where both have the words for it', () => {
    const known = fc
      .tuple(number, number, number, fc.constantFrom('', '-alpha.1', '-beta.2', '-beta.11', '-rc.1'))
      .map(([a, b, c, pre]) => `v${a}.${b}.${c}${pre}`);
    fc.assert(
      fc.property(known, known, (a, b) => {
        const [left, right] = [a, b].map((name) => derive(name, '0'.repeat(40), '').pep440);
        expect(Math.sign(pep440.compare(left ?? '', right ?? ''))).toBe(
          Math.sign(precedence(parsed(a), parsed(b))),
        );
      }),
    );
  });
});

test('the next tag is free, and above every release that it follows', () => {
  const request = fc.oneof(
    fc.record({ line: fc.tuple(number, number).map(([a, b]) => `v${a}.${b}`) }),
    fc.record({ bump: fc.constantFrom('patch', 'minor', 'major') }),
    fc.record({
      bump: fc.constantFrom('patch', 'minor', 'major'),
      preRelease: fc.constantFrom('rc', 'alpha'),
    }),
  );
  fc.assert(
    fc.property(request, fc.array(tag, { maxLength: 20 }), (wanted, tags) => {
      const next = parsed(nextTag(wanted, tags, ''));
      expect(tags).not.toContain(next.tag);
      const followed = tags.map(parsed).filter((version) => version.preRelease.length === 0);
      const line = followed.filter(
        (version) => !('line' in wanted) || wanted.line === `v${version.major}.${version.minor}`,
      );
      for (const version of line) expect(precedence(next, version)).toBeGreaterThan(0);
    }),
  );
});
