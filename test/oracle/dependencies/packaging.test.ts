import { describe, expect, it } from 'vitest';

import { evaluateMarker, parseMarker } from '../../../src/pep440/markers.ts';
import { parseSpecifiers, satisfies } from '../../../src/pep440/specifier.ts';
import { compareVersions, parseVersion, versionText } from '../../../src/pep440/version.ts';
import { generator, randomSpecifier, randomVersion } from './generate.ts';
import { samples } from '../../support/seed.ts';
import { askPython, canAsk } from './python.ts';

const oracle = canAsk('packaging.version') ? describe : describe.skip;

const majorProgram = `
import packaging
print(packaging.__version__.split('.')[0])
`;
const isCurrent = canAsk('packaging') && Number(askPython('packaging', majorProgram, [])) >= 26;

/** Phases of a release next to each other, builds whose local tags only look like numbers, and numbers beyond 2^53. */
const neighbours = [
  ...['1', '1.0', '1.1', '1!1.0'].flatMap((release) =>
    ['', 'a1', 'rc1', '.dev1', '.post1', '.post2', 'a1.dev1', 'rc1.post1', '.post1.dev1'].map(
      (phase) => release + phase,
    ),
  ),
  '1.0+cpu',
  '1.0+cu128',
  '1.0.dev1+cpu',
  '1.0+1e5',
  '1.0+100000',
  '1.0+0x10',
  '1.0+16',
  '1.0.20240101123045123456',
  '1.0.20240101123045123457',
];

oracle('against python-packaging', () => {
  it('orders and normalises pairs of versions alike', () => {
    const random = generator(1);
    const pairs = Array.from({ length: samples(12_000) }, () => {
      const a = randomVersion(random);
      return [a, random.next(4) === 0 ? `${a}.0` : randomVersion(random)] as const;
    });
    const wanted = askPython('packaging.version', orderProgram, pairs);
    expect(pairs.map(([a, b]) => order(a, b))).toEqual(wanted);
  });

  it('takes and refuses mangled versions alike', () => {
    const random = generator(2);
    const texts = Array.from({ length: samples(4000) }, () => mangled(randomVersion(random), random.next));
    const wanted = askPython('packaging.version', validProgram, texts);
    expect(texts.map((text) => parseVersion(text) !== undefined)).toEqual(wanted);
  });

  it('answers specifier checks alike', () => {
    const random = generator(3);
    const all = Array.from({ length: 2 * samples(8000) }, () => {
      const version = randomVersion(random);
      return [version, randomSpecifier(random, version)] as const;
    });
    const checks = all
      .filter(([version, specifier]) => isCurrent || !isDisputed(version, specifier))
      .slice(0, samples(8000));
    expect(checks).toHaveLength(samples(8000));
    const wanted = askPython('packaging.specifiers', specifierProgram, checks);
    expect(checks.map(([version, specifier]) => [version, specifier, contains(version, specifier)])).toEqual(
      wanted,
    );
  });

  /** What is next to each other, where every operator has its own rules. `@renovatebot/pep440` 5.0.1 answers 908 of these 16,740 otherwise. */
  it.runIf(isCurrent)('answers every operator alike for versions next to each other', () => {
    const specifiers = neighbours.flatMap((version) => [
      ...['==', '!=', '>=', '<=', '>', '<', '~=', '==='].map((operator) => operator + version),
      ...(/^[\d!.]+$/.test(version) ? [`==${version}.*`, `!=${version}.*`] : []),
    ]);
    const checks = specifiers.flatMap((specifier) =>
      neighbours.map((version) => [version, specifier] as const),
    );
    const wanted = askPython('packaging.specifiers', specifierProgram, checks);
    expect(checks.map(([version, specifier]) => [version, specifier, contains(version, specifier)])).toEqual(
      wanted,
    );
  });

  it('evaluates markers alike', () => {
    const random = generator(4);
    const cases = Array.from(
      { length: samples(3000) },
      () => [randomMarker(random, 2), environments[random.next(2)]] as const,
    );
    const wanted = askPython('packaging.markers', markerProgram, cases);
    expect(cases.map(([marker, environment]) => [marker, evaluate(marker, environment ?? {})])).toEqual(
      wanted,
    );
  });
});

function order(a: string, b: string): unknown {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  if (x === undefined || y === undefined) return 'invalid';
  return [versionText(x), versionText(y), Math.sign(compareVersions(x, y))];
}

function contains(version: string, specifier: string): boolean | string {
  const clauses = parseSpecifiers(specifier);
  const parsed = parseVersion(version);
  return clauses === undefined || parsed === undefined ? 'invalid' : satisfies(parsed, clauses, version);
}

/** Where releases before 26 differ from the specification, and from 26: epochs and spellings in prefixes, `<` and `>` next to pre-, post- and local releases. */
function isDisputed(version: string, specifier: string): boolean {
  const prefixes = specifier.includes('~=') || specifier.includes('*');
  const strict = /[<>](?!=)/.test(specifier);
  return (prefixes && /!\d|v|[a-z]\.?\d/i.test(specifier + version)) || (strict && /[a-z+-]/i.test(version));
}

function evaluate(marker: string, environment: Record<string, string>): boolean | string {
  const parsed = parseMarker(marker);
  return parsed === undefined ? 'invalid' : (evaluateMarker(parsed, environment) ?? 'unknown');
}

function mangled(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const insert = ['', '.', '-', '+', '_', 'x', ' ', '!', 'v', '*', 'post'][next(11)] ?? '';
  return text.slice(0, at) + insert + text.slice(at + next(2));
}

const environments: readonly Record<string, string>[] = [
  {
    python_version: '3.12',
    python_full_version: '3.12.4',
    os_name: 'posix',
    sys_platform: 'linux',
    platform_release: 'generic',
    platform_system: 'Linux',
    platform_version: 'SMP build',
    platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
    implementation_name: 'cpython',
    implementation_version: '3.12.4',
    extra: 'cu128',
  },
  {
    python_version: '3.9',
    python_full_version: '3.9.0rc1',
    os_name: 'nt',
    sys_platform: 'win32',
    platform_release: 'ten',
    platform_system: 'Windows',
    platform_version: 'build',
    platform_machine: 'AMD64',
    platform_python_implementation: 'PyPy',
    implementation_name: 'pypy',
    implementation_version: '7.3',
    extra: 'x',
  },
];

function randomMarker(random: ReturnType<typeof generator>, depth: number): string {
  const { next, pick } = random;
  if (depth > 0 && next(3) > 0) {
    const joined = [randomMarker(random, depth - 1), randomMarker(random, depth - 1)].join(
      pick([' and ', ' or ']),
    );
    return next(2) === 0 ? `(${joined})` : joined;
  }
  const [variable, values] = pick(comparisons);
  const isVersion = variable.includes('version');
  const operator = isVersion
    ? pick(['==', '!=', '<', '<=', '>', '>=', '~='])
    : pick(['==', '!=', 'in', 'not in']);
  const value = values[next(values.length)] ?? '';
  const quote = pick(["'", '"']);
  const text = `${quote}${operator === '~=' && !value.includes('.') ? '3.8' : value}${quote}`;
  return operator.endsWith('in') && next(2) === 0
    ? `${text} ${operator} ${variable}`
    : `${variable} ${operator} ${text}`;
}

const comparisons: readonly [
  readonly [string, readonly string[]],
  ...(readonly [string, readonly string[]])[],
] = [
  ['python_version', ['3.8', '3.9', '3.10', '3.12', '4']],
  ['python_full_version', ['3.9.0', '3.12.4', '3.12.4rc1', '3.13.0a1']],
  ['sys_platform', ['linux', 'win32', 'darwin', 'lin']],
  ['platform_machine', ['x86_64', 'aarch64', 'x86_64 amd64']],
  ['platform_system', ['Linux', 'Windows', 'Darwin']],
  ['platform_python_implementation', ['CPython', 'PyPy']],
  ['os.name', ['posix', 'nt']],
  ['implementation_name', ['cpython', 'pypy']],
];

const orderProgram = `
import json, sys
from packaging.version import Version
def one(a, b):
    try: x, y = Version(a), Version(b)
    except Exception: return 'invalid'
    return [str(x), str(y), (x > y) - (x < y)]
print(json.dumps([one(a, b) for a, b in json.load(sys.stdin)]))
`;

const validProgram = `
import json, sys
from packaging.version import Version
def one(text):
    try: Version(text)
    except Exception: return False
    return True
print(json.dumps([one(text) for text in json.load(sys.stdin)]))
`;

const specifierProgram = `
import json, sys
from packaging.version import Version
from packaging.specifiers import SpecifierSet
def one(version, specifier):
    try: return SpecifierSet(specifier).contains(Version(version), prereleases=True)
    except Exception: return 'invalid'
print(json.dumps([[v, s, one(v, s)] for v, s in json.load(sys.stdin)]))
`;

const markerProgram = `
import json, sys
from packaging.markers import Marker
def one(marker, environment):
    try: return Marker(marker).evaluate(environment)
    except Exception: return 'invalid'
print(json.dumps([[m, one(m, e)] for m, e in json.load(sys.stdin)]))
`;
