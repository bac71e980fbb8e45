/** What an answer is not, and why. */
import { shownList } from '../regression/index.ts';
import { count } from '../kernel/text.ts';
import type { Finding } from '../report/model.ts';
import type { LocateFacts } from './facts.ts';
import { locateRules } from './rules.ts';
import type { Search, SearchInput } from './search.ts';
import { isGradual } from './verdict.ts';
import { wordsOf } from './words.ts';

type Asked = SearchInput & { readonly metric: string };

/** One finding for each reason for which less is seen than the samples could show. */
export function limitsOf(input: Asked, found: Search, facts: LocateFacts): Finding[] {
  const isOpen = facts.verdict === 'none' || facts.verdict === 'cannot-tell';
  return [
    ...otherSamples(input, found),
    ...(found.isMisfit === true
      ? [doesNotFit()]
      : found.isTotals
        ? [totalsAlone(input.evaluations.length)]
        : []),
    ...(isOpen && !found.isTotals && isGradual(found) ? [bitByBit(input, facts)] : []),
  ];
}

function otherSamples({ merges, evaluations }: Asked, { blind }: Search): Finding[] {
  if (blind.length === 0) return [];
  const places = blind.map((step) => merges[evaluations[step]?.at ?? 0]?.sha.slice(0, 8) ?? '');
  return [
    locateRules['no-shared-samples'].finding({
      message: `No sample was evaluated both before ${shownList(places)} and from there on: whether it fell there cannot be seen.`,
      help: 'Evaluate samples of one side also on the other, and the same ones at every merge from now on (regression.pool).',
    }),
  ];
}

function doesNotFit(): Finding {
  return locateRules['does-not-fit'].finding({
    message:
      'The samples change at more merges than single changes explain, or turn back at once as by noise: one total for each evaluation decides, so that only large falls are seen.',
  });
}

function bitByBit(input: Asked, { values }: LocateFacts): Finding {
  const { metric, fell } = wordsOf(input);
  const [good, bad] = [values?.good, values?.bad].map((value) =>
    String(Number((value ?? NaN).toPrecision(4))),
  );
  return locateRules['bit-by-bit'].finding({
    message: `${metric} ${fell} over the range, from ${good} to ${bad}, and no single merge explains it.`,
  });
}

function totalsAlone(evaluations: number): Finding {
  return locateRules['totals-alone'].finding({
    message: `The ${count(evaluations, 'evaluation')} have totals and no samples, so that only large falls are seen.`,
  });
}
