import type { Finding, Fix } from '../../report/model.ts';
import { nearest } from '../../kernel/near.ts';
import { configRules } from '../rules/rules.ts';
import { accepts } from './accepts.ts';
import { type Arguments, canonical, type Flag, type GivenValue, type OtherWord } from './flags.ts';
import { type Concepts, declarationOf, isFrameworkName, meantName } from './names.ts';
import type { Declared, Program } from './programs/model.ts';
import { respelledWord } from './word-fix.ts';

/** What a command may give to its program, as far as that is known. */
export interface KnownNames {
  readonly program: Program | undefined;
  /** Names of the registry, with underscores. */
  readonly registered: ReadonlySet<string>;
  readonly concepts: Concepts;
  /** `scripts/train.sh:14`, for messages. */
  readonly entry: string;
}

/** Flags that the program does not declare, and values that it refuses. */
export function checkFlags({ flags, others, open }: Arguments, known: KnownNames): Finding[] {
  const declared = declarationOf(known.program);
  const wrong = flags.flatMap((flag) => {
    const declaration = declared(flag.written);
    return declaration === undefined ? undeclared(flag, known) : wrongValues(flag, declaration);
  });
  return wrong.length > 0 || open.length > 0 ? wrong : surplusWord(others, known, declared);
}

function undeclared(flag: Flag, { program, registered, entry, concepts }: KnownNames): Finding[] {
  const { name, written, place } = flag;
  if (name === 'help' || name === 'h' || program?.known.has(name) === true) return [];
  const isClosed = program !== undefined && program.open === undefined;
  if (isBelowUnknown(name, program)) return [];
  if (!isClosed && (registered.has(name) || isFrameworkName(name, concepts))) return [];
  if (written.includes('.') && !isClosed) return [];
  const meant = meantName(name, program, registered, concepts);
  if (!isClosed && meant === undefined) return [];
  const declaration = program?.declared.find(
    (each) => each.name === meant || each.flags.includes(`--${meant}`),
  );
  const by =
    program === undefined
      ? 'no framework that is known takes it'
      : `${program.file} declares no such argument`;
  const flagOf =
    declaration?.flags.find((each) => canonical(each) === meant) ??
    declaration?.flags.find((each) => each.startsWith('--')) ??
    (meant === undefined ? undefined : styled(meant, written));
  const help =
    flagOf === undefined
      ? `remove it, or declare it in ${program?.file ?? 'the program'}`
      : `did you mean ${flagOf}?${placeText(declaration)}`;
  const message = `${written} of ${entry}: ${by}`;
  const fix = flagOf === undefined ? undefined : respelledFlag(flag, flagOf);
  return [configRules['undeclared-argument'].finding({ message, help, ...place, ...(fix && { fix }) })];
}

/** The word may be the flag alone, with its value behind `=`, or end at `=` where the value comes from a variable. */
function respelledFlag({ written, place, values: [value] }: Flag, to: string): Fix | undefined {
  const words = [written, `${written}=`, `${written}=${value?.text ?? ''}`];
  return words.map((word) => respelledWord(place, word, written, to)).find((fix) => fix !== undefined);
}

/** `--optim.lr` where `optim` is of a class whose fields are not seen. */
function isBelowUnknown(name: string, program: Program | undefined): boolean {
  if (!name.includes('.') || program === undefined) return false;
  const [first = ''] = name.split('.');
  const isNested = program.declared.some((each) => each.name.startsWith(`${first}.`));
  return !isNested && program.declared.some((each) => each.name === first && each.takes[1] > 1);
}

/** With the dashes or underscores of what was written. */
function styled(name: string, written: string): string {
  return `--${written.slice(2).includes('-') ? name.replaceAll('_', '-') : name}`;
}

function placeText(declared: Declared | undefined): string {
  return declared === undefined ? '' : ` (${declared.place.file}:${declared.place.line})`;
}

function wrongValues(flag: Flag, declared: Declared): Finding[] {
  const [wrong] = flag.values.flatMap((value) => wrongValue(flag, value, declared));
  return wrong === undefined ? wrongNumber(flag, declared) : [wrong];
}

function wrongValue({ written: name }: Flag, value: GivenValue, declared: Declared): Finding[] {
  const { text, place } = value;
  if (text === undefined || accepts(text, declared)) return [];
  const { choices, type } = declared;
  const taken =
    choices === undefined
      ? declared.list === 'text'
        ? 'a list in brackets'
        : typeNames[type ?? 'str']
      : choices.slice(0, 12).join(', ');
  const meant =
    choices === undefined
      ? type === 'int' && declared.list !== 'text'
        ? wholeNumber(text)
        : undefined
      : nearest(text, choices);
  const otherwise =
    choices === undefined
      ? `write ${taken}${type === 'int' && declared.list !== 'text' ? ', without a point or exponent' : ''}`
      : `write one of: ${taken}`;
  const message = `${name} takes ${taken}, not ${text} (${declared.place.file}:${declared.place.line})`;
  return [configRules['argument-value'].finding({ message, ...written(value, meant, otherwise), ...place })];
}

const typeNames = { int: 'a whole number', float: 'a number', bool: 'true or false', str: 'a text' };

/** More or fewer words than the flag takes. */
function wrongNumber(
  { written: name, values, isJoined, place }: Flag,
  { takes: [least, most], by, type, place: { file, line } }: Declared,
): Finding[] {
  const isSwitch = most === 0 && !(by === 'absl' && type === 'bool');
  const isTooMany = isJoined && isSwitch && values.length > 0;
  if (
    !isTooMany &&
    (values.length >= (isJoined ? 1 : least) || values.some(({ text }) => text === undefined))
  )
    return [];
  const taken = isTooMany ? 'no value' : least === 1 ? 'a value' : `${least} values`;
  const message = `${name} takes ${taken}, and gets ${isTooMany ? values[0]?.text : values.length === 0 ? 'none' : values.length} (${file}:${line})`;
  const help = isTooMany ? `write ${name} alone` : `write ${taken} behind ${name}`;
  return [configRules['argument-value'].finding({ message, help, ...place })];
}

/** A word that no flag takes, of a program that takes none of its own: it ends there. */
function surplusWord(
  others: readonly OtherWord[],
  { program, entry }: KnownNames,
  declared: (flag: string) => Declared | undefined,
): Finding[] {
  if (program === undefined || program.takesWords) return [];
  const word = others.find(({ text, isRest }) => text !== '' && isRest === undefined);
  const flag = word?.behind;
  if (word?.text === undefined) return [];
  const takes = flag === undefined ? undefined : declared(flag)?.takes[1];
  const message = `${word.text} of ${entry}: ${program.file} takes no word without a flag`;
  const help =
    takes === 0
      ? `remove it: ${flag} takes no value`
      : 'remove it, or write the flag that it belongs to in front of it';
  return [configRules['argument-value'].finding({ message, help, ...word.place })];
}

/** What to write for a value: the one that was meant, with its edit, where that is known. */
function written({ text = '', place }: GivenValue, meant: string | undefined, otherwise: string) {
  if (meant === undefined) return { help: otherwise };
  const fix = respelledWord(place, text, text, meant);
  return { help: `did you mean ${meant}? Else ${otherwise}`, ...(fix && { fix }) };
}

/** `1e3` and `10.0` as `int()` takes them. */
function wholeNumber(text: string): string | undefined {
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);
  return isNumber && Number.isSafeInteger(Number(text)) ? String(Number(text)) : undefined;
}
