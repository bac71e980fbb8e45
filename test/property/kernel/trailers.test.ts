import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trailersOf } from '../../../src/kernel/trailers.ts';
import { samples } from '../../support/seed.ts';

const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

function byGit(message: string): string[] {
  const output = execFileSync('git', ['interpret-trailers', '--parse'], {
    input: message,
    env,
    encoding: 'utf8',
  });
  return output.split('\n').filter((line) => line !== '');
}

const own = (message: string): string[] => trailersOf(message).map(({ key, value }) => `${key}: ${value}`);

const move = 'Dependency-Change: torch 2.9.1 -> 2.10.0';
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(move, 'Reviewed-by: grace', 'x:y', 'Signed-off-by: ada') },
  { weight: 4, arbitrary: fc.constantFrom('', '', ' ', '\t', '\r') },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      `  ${move}`,
      `> ${move}`,
      `\`${move}\``,
      `no ${move}`,
      `${move} `,
      `${move}\r`,
      'Dependency-Change : a b',
      'dependency-change:a',
      'Dependency Change: a',
      ': a',
      'a:',
      'just words',
      '```',
      '---',
      '--- a/file',
      '----',
      '# a comment',
      '#x: y',
      ' # x: y',
      '(cherry picked from commit 1a2b3c4d)',
      'Conflicts:',
      '\tuv.lock',
      '- a: b',
      'http://example.org',
      'Ünicode: a',
      'a\u00A0: b',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\0\n\u0080-\uffff]/g, ' ')),
  },
);
const message = fc
  .tuple(
    fc.array(line, { maxLength: 9 }),
    fc.constantFrom('', 'Move torch\n\n', 'Move torch\n'),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([lines, title, end]) => title + lines.join('\n') + end);

describe('trailers', () => {
  it('are those that git finds', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(own(text)).toEqual(byGit(text));
      }),
      { numRuns: samples(5000) },
    );
  });

  it('and some messages have some', () => {
    expect(own(`Move torch\n\n${move}\n`)).toEqual([move]);
    expect(byGit(`Move torch\n\n${move}\n`)).toEqual([move]);
  });
});
