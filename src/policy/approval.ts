import type { ReviewFacts } from '../kernel/pull-request.ts';
import { compareText } from '../kernel/compare.ts';
import { sameLogin, type IsEntitled } from './exemption.ts';

export interface Approval {
  readonly by: string;
  readonly at: string;
  readonly sha: string;
}

/**
 * The approval of the head SHA by someone entitled who is not the author; `undefined` where there is none.
 * Of each person the last decisive review counts: an approval that was dismissed or followed by requested changes is none.
 * Nor is one from before the pull request was pointed at another base: it was given for that one.
 */
export function approvalOf(
  reviews: readonly ReviewFacts[],
  headSha: string,
  author: string,
  isEntitled: IsEntitled,
  baseChangedAt?: string,
): Approval | undefined {
  const last = new Map<string, ReviewFacts>();
  for (const review of reviews.toSorted(byTime(headSha))) {
    if (review.state !== 'COMMENTED' && review.state !== 'PENDING') last.set(review.by.toLowerCase(), review);
  }
  const forThisBase = (review: ReviewFacts) =>
    baseChangedAt === undefined || time(review) > Date.parse(baseChangedAt);
  const found = [...last.values()]
    .filter(forThisBase)
    .find(
      ({ by, state, sha }) =>
        state === 'APPROVED' && sha === headSha && !sameLogin(by, author) && isEntitled(by),
    );
  return found === undefined ? undefined : { by: found.by, at: found.at ?? '', sha: headSha };
}

/** Of several in the same second an approval of the head comes first, so that any other counts: nothing tells which was last. */
function byTime(headSha: string) {
  const rank = ({ state, sha }: ReviewFacts): number =>
    state === 'APPROVED' ? (sha === headSha ? 0 : 1) : 2;
  return (a: ReviewFacts, b: ReviewFacts): number =>
    time(a) - time(b) || rank(a) - rank(b) || compareText(a.by.toLowerCase(), b.by.toLowerCase());
}

function time({ at }: ReviewFacts): number {
  const parsed = Date.parse(at ?? '');
  return Number.isNaN(parsed) ? 0 : parsed;
}
