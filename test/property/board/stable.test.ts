import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsOf, teamDrafts, teamNow, teamTags } from '../../support/team-ledger.ts';
import { board, page } from '../../unit/board/support.ts';

const records = recordsOf(teamDrafts());

test('the same records give the same bytes, in whatever order they come', async () => {
  const expected = page(await board(records, { tags: teamTags, now: teamNow }));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(records, { minLength: records.length }),
      fc.shuffledSubarray(teamTags, { minLength: teamTags.length }),
      async (shuffled, tags) => {
        expect(page(await board(shuffled, { tags, now: teamNow }))).toBe(expected);
      },
    ),
    { numRuns: 30 },
  );
});

test('any part of the records gives a page, and each of its services is one that they name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(records), async (some) => {
      const shown = await board(some, { now: teamNow });
      const named = some.flatMap(({ outputs }) => outputs.map(({ id }) => id));
      expect(shown.services.shown.filter(({ current }) => !named.includes(current.id))).toEqual([]);
      expect(page(shown)).toMatch(/<\/html>\n$/);
    }),
    { numRuns: 50 },
  );
});
