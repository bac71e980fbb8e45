/** What a promotion is given, apart from the editor of manifests: light, for what only asks. */

/** What the team's command, or a comparison of outcomes, says of the version at its present weight. */
export type Judged = 'success' | 'failure' | 'inconclusive';

export const judgedWords = [
  'success',
  'failure',
  'inconclusive',
  'better',
  'no-difference',
  'worse',
  'keep-going',
  'void',
] as const;

/** A verdict of `compare` in the words of a judge. */
export function judgedAs(word: (typeof judgedWords)[number]): Judged {
  if (word === 'success' || word === 'better' || word === 'no-difference') return 'success';
  return word === 'failure' || word === 'worse' ? 'failure' : 'inconclusive';
}
