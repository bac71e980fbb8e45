import { describe, expect, test } from 'vitest';
import { sweepDefaults } from '../../../src/policy/index.ts';
import { deletedText, keepers, reminderText, sweepKey, type Candidate } from '../../../src/branches/index.ts';

const sha = 'ab'.repeat(20);
const goesAt = Date.parse('2026-11-24T05:23:00Z');

function candidate(branch: string, author: string): Candidate {
  const pull = {
    number: 7,
    author,
    branch,
    headSha: sha,
    closedAt: '2026-11-15T09:00:00Z',
    merged: true,
    labels: [],
  };
  return { branch, sha, pull, remindFrom: 0, endsAt: goesAt };
}

describe('the reminder', () => {
  test('mentions the author, and says when, how to keep it and how to bring it back', () => {
    expect(reminderText(candidate('feature/x', 'ada'), sweepDefaults, goesAt)).toBe(
      [
        "@ada, this pull request was merged 2026-11-15, and its branch `feature/x` is still there. It will be deleted after 2026-11-24 05:23 UTC (2 days' notice).",
        'To keep it, comment `/keep` or add the label `keep-branch`.',
        `Its tip is \`${sha}\`: \`model-gates sweep --restore feature/x\` brings it back.`,
      ].join('\n\n'),
    );
  });

  test.each([
    ['ghost', ''],
    ['dependabot[bot]', ''],
    ['x<img src=//e>', ''],
    ['a\n/keep', ''],
    ['octo-cat', '@octo-cat, '],
    ['ada_acme', '@ada_acme, '],
  ])('%j is mentioned as %j', (author, mention) => {
    const text = reminderText(candidate('x', author), sweepDefaults, goesAt);
    expect(text.slice(0, text.indexOf('this pull request'))).toBe(mention);
  });

  test.each(['$(id)', 'a;b', "a'b", '`id`', 'a&b', '-rf'])('%j stands in no command', (branch) => {
    for (const text of [
      reminderText(candidate(branch, 'ada'), sweepDefaults, goesAt),
      deletedText(candidate(branch, 'ada'), goesAt),
    ])
      expect(text).toContain('`model-gates sweep --restore NAME`');
  });

  test('is no /keep itself', () => {
    const body = reminderText(candidate('x', 'ada'), sweepDefaults, goesAt);
    expect(keepers([said('ada', body)], 'ada')).toEqual([]);
  });

  test('has a key that GitHub comments can carry', () => {
    expect(sweepKey(sha)).toMatch(/^[\w.-]+$/);
  });
});

describe('who asks to keep the branch', () => {
  test.each([
    ['/keep', true],
    ['Please\r\n/keep\r\nthank you', true],
    ['  /keep  ', true],
    ['> /keep', false],
    ['`/keep`', false],
    ['/keeper', false],
    ['/keep it', false],
    ['do not /keep', false],
  ])('%j: %s', (body, asks) => {
    expect(keepers([said('bob', body)], 'ada')).toEqual(asks ? ['bob'] : []);
  });

  test('the author is asked about first, each person once, and no app', () => {
    const comments = [
      said('bob', '/keep'),
      said('bot', '/keep', true),
      said('Ada', '/keep'),
      said('bob', '/keep'),
    ];
    expect(keepers(comments, 'ada')).toEqual(['Ada', 'bob']);
  });

  test('a comment of 64 KiB of blanks is read at once', () => {
    expect(
      keepers([said('eve', `${' '.repeat(65_000)}x`), said('eve', '/keep \t'.repeat(9000))], 'ada'),
    ).toEqual([]);
  });
});

function said(by: string, body: string, bot = false) {
  return { by, body, bot, createdAt: '2026-11-20T00:00:00Z', updatedAt: '2026-11-20T00:00:00Z' };
}
