import { sameLogin, type IsEntitled } from './exemption.ts';

export interface ReviewFacts {
  readonly by: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  /** The head it was given on. */
  readonly sha?: string;
  /** ISO 8601. */
  readonly at?: string;
}

export interface Approval {
  readonly by: string;
  readonly at: string;
  readonly sha: string;
}

/**
 * The approval of the head SHA by someone entitled who is not the author; `undefined` where there is none.
 * Of each person the last decisive review counts: an approval that was dismissed or followed by requested changes is none.
 */
export function approvalOf(
  reviews: readonly ReviewFacts[],
  headSha: string,
  author: string,
  isEntitled: IsEntitled,
): Approval | undefined {
  const last = new Map<string, ReviewFacts>();
  for (const review of reviews.toSorted(byTime)) {
    if (review.state !== 'COMMENTED' && review.state !== 'PENDING') last.set(review.by.toLowerCase(), review);
  }
  const found = [...last.values()].find(
    ({ by, state, sha }) =>
      state === 'APPROVED' && sha === headSha && !sameLogin(by, author) && isEntitled(by),
  );
  return found === undefined ? undefined : { by: found.by, at: found.at ?? '', sha: headSha };
}

/** Of two in the same second the approval comes first, so that the other counts. */
function byTime(a: ReviewFacts, b: ReviewFacts): number {
  return time(a) - time(b) || Number(b.state === 'APPROVED') - Number(a.state === 'APPROVED');
}

function time({ at }: ReviewFacts): number {
  const parsed = Date.parse(at ?? '');
  return Number.isNaN(parsed) ? 0 : parsed;
}
