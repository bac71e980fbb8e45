/** What is said beside the clearest fall: other falls, and one more that may be. */
import { count } from '../kernel/text.ts';
import type { Finding } from '../report/model.ts';
import { effectBeside } from './effect.ts';
import type { ChangeFacts, EffectFacts, LocateFacts } from './facts.ts';
import { nameOf } from './names.ts';
import { smallestSet } from './posterior.ts';
import { locateRules } from './rules.ts';
import type { Search, SearchInput } from './search.ts';
import { isOpen } from './verdict.ts';
import { amountText, factor, percent, wordsOf } from './words.ts';

type Asked = SearchInput & { readonly metric: string };

/** One more fall, where one was found. */
export function furtherOf(
  { merges }: SearchInput,
  { further, candidates }: Search,
): Pick<LocateFacts, 'further'> {
  if (further === undefined) return {};
  const [first, ...rest] = smallestSet(further.given).map((index) => ({
    index,
    merge: merges[candidates[index]?.at ?? -1],
  }));
  if (first === undefined) return {};
  return {
    further: {
      bayesFactor: further.bayesFactor,
      sha: first.merge?.sha ?? '',
      pr: first.merge?.pr ?? null,
      probability: further.given[first.index] ?? 0,
      set: [first, ...rest].map(({ merge }) => merge?.sha ?? ''),
    },
  };
}

/** By how much it fell over the range, and of that beside all changes with evidence. */
export function effectsOf({
  pool,
  evidence: { changes, together },
}: Search): Pick<LocateFacts, 'whole' | 'beside'> {
  const steps = [...new Set(changes.map(({ step }) => step))].toSorted((a, b) => a - b);
  const whole = effectBeside([], pool, together);
  const beside = steps.length === 0 ? undefined : effectBeside(steps, pool, together);
  return {
    ...(whole !== undefined && { whole }),
    ...(beside !== undefined && { beside }),
  };
}

/** What follows the main answer where other merges are named too; else nothing. */
export function alsoText({ merges }: Asked, facts: LocateFacts): string {
  const others = othersOf(facts).map(({ sha, set }) => {
    const name = nameOf(merges, sha);
    return set.length === 1 ? name : `one of ${count(set.length, 'merge')}, most likely ${name}`;
  });
  return others.length === 0 ? '' : `; and it did so at ${others.join(', and at ')} too`;
}

/** Falls with evidence beside the clearest one, and what is known of one more. */
export function otherFalls(input: Asked, facts: LocateFacts): Finding[] {
  if (facts.verdict === 'none') return [];
  return [...othersOf(facts).map((change) => fellAgain(input, change)), ...mayHaveFallen(input, facts)];
}

function isClaimed({ verdict }: Pick<LocateFacts, 'verdict'>): boolean {
  return verdict === 'located' || verdict === 'set';
}

function othersOf({ verdict, merges: [main], changes = [] }: LocateFacts): ChangeFacts[] {
  return isClaimed({ verdict })
    ? changes.filter(({ direction, sha }) => direction === 'fell' && sha !== main?.sha)
    : [];
}

function fellAgain(input: Asked, { sha, set, probability, turned, effect }: ChangeFacts): Finding {
  const { metric, fell } = wordsOf(input);
  const where = set.length === 1 ? '' : `, one of ${count(set.length, 'merge')}`;
  const by = effect === undefined ? '' : `, by ${effectText(effect)}`;
  return locateRules['fell-again'].finding({
    message: `${metric} ${fell} at ${nameOf(input.merges, sha)} too (${percent(probability)}${where})${by}; ${count(turned.worse, 'sample')} turned worse there and stayed so.`,
    help: 'Look at what it changed as well: taking the other one back leaves this fall.',
  });
}

function mayHaveFallen(
  input: Asked,
  { merges: [main], changes = [], further, beside }: LocateFacts,
): Finding[] {
  if (further === undefined || !(isOpen(further) || (beside?.low ?? 0) > 0)) return [];
  const { metric, fell, fall } = wordsOf(input);
  const names = changes.filter(({ direction }) => direction === 'fell').map(({ sha }) => sha);
  const known = (names.length === 0 ? [main?.sha ?? ''] : names)
    .map((sha) => nameOf(input.merges, sha))
    .join(' and ');
  const one = nameOf(input.merges, further.sha);
  const of = further.set.length === 1 ? '' : `, one of ${count(further.set.length, 'merge')}`;
  const effect = changes.find(({ sha }) => sha === main?.sha)?.effect;
  const parts =
    effect === undefined || beside === undefined
      ? ''
      : ` It ${fell} by ${effectText(effect)} at ${main?.sha.slice(0, 8) ?? ''}, and by ${effectText(beside)} beside what is named.`;
  return [
    locateRules['may-have-fallen-again'].finding({
      message: `Whether ${metric} ${fell} at another merge too cannot be determined: beside ${known} a further ${fall} is ${factor(further.bayesFactor)} as likely as none, most likely at ${one} (${percent(further.probability)}${of}).${parts}`,
      help: 'Where taking back what is named does not restore it, look there first; more samples of each merge would tell, the same ones each time.',
    }),
  ];
}

/** Bounds that contain it with 90 %. */
function effectText({ by, low, high }: EffectFacts): string {
  return `${amountText(by)} (${amountText(low)} to ${amountText(high)})`;
}
