import { expect, test } from 'vitest';
import { vocabularyIn } from '../../../src/inputs/vocabulary.ts';

const added = [{ id: 9, content: '<|im_start|>', special: true }];
const text = (model: unknown): string => JSON.stringify({ model, added_tokens: added });

test.each<[string, unknown, readonly number[], string]>([
  [
    'byte-level BPE',
    { vocab: { the: 0, Ġinvoice: 1, 'Ã¼': 2, Ċ: 3 } },
    [9, 0, 1, 2, 3, 77],
    '<|im_start|>the invoiceü\n<77>',
  ],
  [
    'SentencePiece',
    {
      vocab: [
        ['<unk>', 0],
        ['▁the', -1],
        ['▁sum', -2],
      ],
    },
    [1, 2],
    ' the sum',
  ],
  ['WordPiece', { type: 'WordPiece', vocab: { play: 0, '##ing': 1 } }, [0, 1], ' playing'],
])('ids are text again by the vocabulary of %s', (_, model, ids, words) => {
  expect(vocabularyIn(text(model))?.(ids)).toBe(words);
});

test.each(['', '[]', '{"model": 3}', '['.repeat(5000)])('%s is not a vocabulary', (other) => {
  expect(vocabularyIn(other)).toBeUndefined();
});
