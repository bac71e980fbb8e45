/** Names that are nearly those of watched packages: a slip of the pen, or somebody who waits for one. */
import { editDistance } from '../../kernel/near.ts';
import type { Finding } from '../../report/model.ts';
import type { Parsed } from '../model.ts';
import { watchedByDefault } from '../moves/watch.ts';
import { depsRules } from '../rules.ts';
import type { DependencySettings } from '../settings.ts';

type Watch = Pick<DependencySettings, 'watch' | 'alsoWatch'>;

/** One finding for each package that the file names from now on, and that is called nearly as a watched one. */
export function nearNameFindings(
  file: string,
  before: Parsed,
  after: Parsed,
  settings: Watch,
  isWatched: (name: string) => boolean,
): Finding[] {
  const known = new Set(namesIn(before).map(({ name }) => name));
  const fresh = namesIn(after).filter(({ name }) => !known.has(name) && !isWatched(name));
  const first = new Map(fresh.toReversed().map((one) => [one.name, one]));
  const nearName = nearNames(plainNames(settings));
  return [...first.values()].flatMap(({ name, line, column }) => {
    const meant = nearName(name);
    if (meant === undefined) return [];
    const message = `${name} is called nearly as ${meant}, which is watched: is it meant? Packages with such names are put up for whoever mistypes.`;
    const help = `Write ${meant}, or look at who publishes ${name} before you install it; a package that is meant goes into \`also-watch\`.`;
    return [depsRules['near-name'].finding({ message, file, line, column, help })];
  });
}

interface Named {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

function namesIn({ entries, statements }: Parsed): readonly Named[] {
  const isPackage = ({ name }: Named): boolean => name !== '*' && name !== '' && !name.includes(':');
  return [...entries.filter(({ own }) => !own), ...statements.filter(({ kind }) => kind !== 'option')].filter(
    isPackage,
  );
}

/** Without wildcards; of `opencv-python*` what stands before it, as that is a package too. */
function plainNames({ watch, alsoWatch }: Watch): readonly string[] {
  const names = [...watchedByDefault, ...(watch ?? []), ...alsoWatch];
  const stems = names.map((name) =>
    /^(?!nvidia-)[a-z][a-z-]*[a-z]\*$/.test(name) ? name.slice(0, -1) : name,
  );
  return [...new Set(stems)].filter((name) => !/[*:]/.test(name));
}

/** From a name to the watched one that it nearly is; `undefined` for a name of its own. What is watched is taken apart once. */
export function nearNames(watched: readonly string[]): (name: string) => string | undefined {
  const letters = watched.map((one) => ({ one, ...spelt(one) })).filter(({ key }) => key.length > 3);
  const keys = new Set(letters.map(({ key }) => key));
  return (name) => {
    if (wellKnown.has(name)) return undefined;
    const own = spelt(name);
    const isJoined = (key: string): boolean => own.key.startsWith(key) && keys.has(own.key.slice(key.length));
    const isDoubled = ({ key, single }: Spelt): boolean =>
      own.key.length >= key.length && own.single === single;
    const near =
      letters.find((one) => isDoubled(one) || isJoined(one.key)) ?? letters.find((one) => isSlip(own, one));
    return near?.one;
  };
}

interface Spelt {
  readonly key: string;
  /** Each doubled letter once. */
  readonly single: string;
  readonly withoutDigits: string;
}

function spelt(name: string): Spelt {
  const key = lettersOf(name);
  return { key, single: squeezed(key), withoutDigits: key.replaceAll(/\d/g, '') };
}

/** Each letter once where it is doubled: `vlllm`, `numppy`. */
function squeezed(letters: string): string {
  return letters.replaceAll(/(.)\1+/g, '$1');
}

/** One letter, or in a long name two; other figures are another package (`flash-attn-4`), other first letters too (`ctransformers`). */
function isSlip({ key: own, withoutDigits }: Spelt, { key, ...other }: Spelt): boolean {
  if (key.length < 5 || Math.abs(own.length - key.length) > 2 || withoutDigits === other.withoutDigits)
    return false;
  const startsAlike = own[0] === key[0] || (own[0] === key[1] && own[1] === key[0]);
  return startsAlike && editDistance(own, key) <= (key.length < 10 ? 1 : 2);
}

/** Without separators, and with letters for what looks like them. */
function lettersOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[-_.\p{M}]/gu, '');
  const letters = plain.replaceAll(/[^a-z0-9]/g, (letter) => looksLike.get(letter) ?? letter);
  return letters.replaceAll(/(?<=[a-z])[013](?=[a-z])/g, (digit) => looksLike.get(digit) ?? digit);
}

const looksLike: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    і: 'i',
    ѕ: 's',
    ο: 'o',
    α: 'a',
    ν: 'v',
    τ: 't',
    0: 'o',
    1: 'l',
    3: 'e',
  }),
);

/** Packages of their own, among the most downloaded or known to this field. */
const wellKnown: ReadonlySet<string> = new Set([
  'accelerator',
  'dataset',
  'datazets',
  'jax-triton',
  'jaxlie',
  'pedantic',
  'pydantic-ai',
  'pymantic',
  'pytorch-transformers',
  'scapy',
  'scipp',
  'scirpy',
  'tokenize-rt',
  'tokenizer',
  'torchac',
  'torchax',
  'torchaudio',
  'torchcde',
  'torchio',
  'torchode',
  'torchtext',
  'torchtnt',
  'torchvision',
  'torchx',
  'tryton',
  'vllm-flash-attn',
  'xformer',
]);
