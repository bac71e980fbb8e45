/** A small deterministic generator of versions and specifiers, hard ones among them. */
export function generator(seed: number): {
  next: (below: number) => number;
  pick: <T>(items: readonly [T, ...T[]]) => T;
} {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return { next, pick: (items) => items[next(items.length)] ?? items[0] };
}

type Random = ReturnType<typeof generator>;

const numbers = ['0', '1', '2', '3', '9', '10', '01', '2024', '99999999999999999999'] as const;
const locals = [
  'cu118',
  'cu128',
  'cpu',
  'cu128torch2.10',
  'cu13torch2.10cxx11abitrue',
  'git02105d46c',
  '1e5',
  '12',
  '012',
  'Local-1_x',
  'abc.1.twelve',
] as const;

export function randomVersion(random: Random): string {
  const { next, pick } = random;
  const release = Array.from({ length: 1 + next(4) }, () => pick(numbers)).join('.');
  const parts = [
    next(12) === 0 ? `${pick(['0', '1', '2'])}!` : '',
    release,
    next(4) === 0
      ? pick(['a', '.a', '-alpha', 'b', 'beta', 'rc', 'c', '.pre', '_preview', 'RC']) +
        pick(['', '0', '1', '.2'])
      : '',
    next(5) === 0 ? pick(['.post', '-', 'post', '.rev', '-r', '_post']) + pick(['0', '1', '3']) : '',
    next(6) === 0 ? pick(['.dev', 'dev', '-dev']) + pick(['', '0', '1', '20240101']) : '',
    next(4) === 0 ? `+${pick(locals)}` : '',
  ];
  return (next(15) === 0 ? 'v' : '') + parts.join('');
}

const operators = ['==', '!=', '<=', '>=', '<', '>', '~=', '==', '>='] as const;

export function randomSpecifier(random: Random, version: string): string {
  const { next, pick } = random;
  const clauses = Array.from({ length: 1 + next(2) }, () => {
    const base = next(3) === 0 ? version : randomVersion(random);
    const operator = pick(operators);
    const isEquality = operator === '==' || operator === '!=';
    const text = isEquality ? base : (base.split('+', 1)[0] ?? base);
    const prefixed =
      isEquality && next(3) === 0 ? `${/^v?(?:\d+!)?\d+(?:\.\d+)*/i.exec(text)?.[0] ?? '1'}.*` : text;
    return `${operator}${next(4) === 0 ? ' ' : ''}${prefixed}`;
  });
  return clauses.join(',');
}
