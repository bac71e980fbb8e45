/** Installs that bring another version of what an earlier command of the same place has pinned. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { tightnessOf } from '../floating/tightness.ts';
import type { InstalledBy, Parsed, Statement } from '../model.ts';
import { within } from '../pairs/pairs.ts';

/** Packages whose releases ask for one version, or one series, of another (their own metadata on PyPI, 2024 to 2026). */
const bringers: readonly (readonly [name: string, by: RegExp])[] = [
  [
    'torch',
    /^(?:vllm|sglang|xformers|torchvision|torchaudio|torchcodec|torchtext|lmdeploy|tensorrt-llm|outetts)$/,
  ],
  ['triton', /^(?:torch|vllm|sglang)$/],
  ['transformers', /^(?:vllm|sglang|lmdeploy)$/],
  ['xgrammar', /^(?:vllm|sglang)$/],
];

/** One for each pinned package that a later command may replace now and did not before. */
export function overriddenFindings(
  before: Parsed,
  after: Parsed,
  isWatched: (name: string) => boolean,
): Finding[] {
  const old = new Set(overridesIn(before.statements).map(keyOf));
  const known = new Set(before.statements.map(({ name }) => name));
  return overridesIn(after.statements)
    .filter((one) => isWatched(one.pinned.name) && known.has(one.pinned.name) && !old.has(keyOf(one)))
    .map((override) => {
      const { file, line, column } = override.by;
      return depsRules['install-order'].finding({ ...wordsOf(override), file, line, column });
    });
}

function wordsOf({ pinned, by, how }: Override): { message: string; help: string } {
  const listed = by.listedIn === undefined ? '' : ` of ${by.listedIn}`;
  const head = `${by.text}${listed} is installed after ${pinned.text}, in a command of its own`;
  if (how === 'excludes')
    return {
      message: `${head}, and does not allow that version: another one comes in its place.`,
      help: `Write the version that is meant once, in the last command that names ${pinned.name}.`,
    };
  if (how === 'upgrades')
    return {
      message: `${head} with --upgrade or --force-reinstall: the newest version comes in its place.`,
      help: `Leave the option out, or name the version there too (${pinned.text}).`,
    };
  return {
    message: `${by.name}${listed} is installed after ${pinned.text}, in a command of its own: it brings the ${pinned.name} that it needs, in place of this one.`,
    help: `Install both in one command (${pinned.text} ${by.text}), so that the installer must agree with both, or ${by.name} first and under a constraint file.`,
  };
}

/** A statement that a command brought. */
type Brought = Statement & { readonly installed: InstalledBy };

interface Override {
  readonly pinned: Brought;
  readonly by: Brought;
  readonly how: 'needs' | 'excludes' | 'upgrades';
}

function keyOf({ pinned, by, how }: Override): string {
  return `${how} ${pinned.name} ${by.name}`;
}

/** Of more pins of one package, or more replaced ones, the first say enough. */
const most = 50;

function overridesIn(statements: readonly Statement[]): readonly Override[] {
  const isFixed = fixedBy(statements);
  const pins = new Map<string, readonly Brought[]>();
  let found: readonly Override[] = [];
  for (const one of statements) {
    if (!isBrought(one)) continue;
    if (found.length < most) found = [...found, ...overriddenBy(one, pins, isFixed)];
    if (tightnessOf(one) !== 'exact') continue;
    // What is pinned again after it is the version that counts.
    if (found.length > 0) found = found.filter(({ pinned, by }) => pinned.name !== one.name || by === one);
    const others = (pins.get(one.name) ?? []).filter((pin) => !replaces(one, pin));
    pins.set(one.name, [...others, one].slice(-most));
  }
  return found;
}

function isBrought(one: Statement): one is Brought {
  return one.kind === 'requirement' && one.installed !== undefined;
}

/** Commands under a constraint file, and packages without what they need. */
function fixedBy(statements: readonly Statement[]): (by: Brought, how: Override['how']) => boolean {
  const [constrained, bare] = (['constraints', 'no-deps'] as const).map(
    (option) =>
      new Set(
        statements
          .filter((one) => one.option === option)
          .map(({ name, line, column }) => `${name} ${line}:${column}`),
      ),
  );
  return ({ name, installed: { at } }, how) =>
    [name, '*'].some(
      (key) => constrained?.has(`${key} ${at}`) || (how === 'needs' && bare?.has(`${key} ${at}`)),
    );
}

function overriddenBy(
  by: Brought,
  pins: ReadonlyMap<string, readonly Brought[]>,
  isFixed: (by: Brought, how: Override['how']) => boolean,
): Override[] {
  const own = pins.get(by.name) ?? [];
  const needed = bringers.flatMap(([name, brings]) => (brings.test(by.name) ? (pins.get(name) ?? []) : []));
  return [
    ...own.flatMap((pinned) => {
      const how = againstPin(pinned, by);
      return how === undefined ? [] : [{ pinned, by, how }];
    }),
    ...needed.map((pinned) => ({ pinned, by, how: 'needs' as const })),
  ].filter(({ pinned, how }) => follows(by, pinned) && !isFixed(by, how));
}

/** A pin that a command writes out itself is a person's, and listed as a move; one that a list brings is seen nowhere else. */
function againstPin(pinned: Brought, by: Brought): Override['how'] | undefined {
  const isExact = tightnessOf(by) === 'exact';
  if (isExact && by.listedIn === undefined) return undefined;
  const version = /^={2,3}([^,*]+)$/.exec(pinned.specifier)?.[1];
  const isPlain = by.dialect === 'pep440' && by.specifier !== '' && by.marker === '';
  if (version !== undefined && isPlain && !within(version, by.specifier)) return 'excludes';
  return by.installed.upgrades && !isExact ? 'upgrades' : undefined;
}

/** In the same place, in another command, and not as the other side of a condition. */
function follows({ installed: by }: Brought, { installed: pinned }: Brought): boolean {
  return by.at !== pinned.at && by.place.startsWith(pinned.place) && !(by.isMaybe && pinned.isMaybe);
}

function replaces({ installed: by }: Brought, { installed: pinned }: Brought): boolean {
  return by.at !== pinned.at && by.place === pinned.place && !by.isMaybe;
}
