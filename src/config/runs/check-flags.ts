import type { Finding, Fix } from '../../report/model.ts';
import { nearest } from '../../kernel/near.ts';
import { configRules } from '../rules/rules.ts';
import type { Arguments, Flag, GivenValue } from './flags.ts';
import { declarationOf, isFrameworkName, meantName } from './names.ts';
import type { Declared, Program } from './programs/model.ts';
import { respelledWord } from './word-fix.ts';

/** What a command may give to its program, as far as that is known. */
export interface KnownNames {
  readonly program: Program | undefined;
  /** Names of the registry, with underscores. */
  readonly registered: ReadonlySet<string>;
  /** `scripts/train.sh:14`, for messages. */
  readonly entry: string;
}

/** Flags that the program does not declare, and values that it refuses. */
export function checkFlags({ flags }: Arguments, known: KnownNames): Finding[] {
  const declared = declarationOf(known.program);
  return flags.flatMap((flag) => {
    const declaration = declared(flag.written);
    return declaration === undefined ? undeclared(flag, known) : wrongValues(flag, declaration);
  });
}

function undeclared(flag: Flag, { program, registered, entry }: KnownNames): Finding[] {
  const { name, written, place } = flag;
  if (name === 'help' || name === 'h' || program?.known.has(name) === true) return [];
  const isClosed = program !== undefined && program.open === undefined;
  if (isBelowUnknown(name, program)) return [];
  if (!isClosed && (registered.has(name) || isFrameworkName(name))) return [];
  if (written.includes('.') && !isClosed) return [];
  const meant = meantName(name, program, registered);
  if (!isClosed && meant === undefined) return [];
  const declaration = program?.declared.find(
    (each) => each.name === meant || each.flags.includes(`--${meant}`),
  );
  const by =
    program === undefined
      ? 'no framework that is known takes it'
      : `${program.file} declares no such argument`;
  const flagOf =
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
  return !isNested && program.declared.some((each) => each.name === first && each.takes === 'any');
}

/** With the dashes or underscores of what was written. */
function styled(name: string, written: string): string {
  return `--${written.slice(2).includes('-') ? name.replaceAll('_', '-') : name}`;
}

function placeText(declared: Declared | undefined): string {
  return declared === undefined ? '' : ` (${declared.place.file}:${declared.place.line})`;
}

function wrongValues(flag: Flag, declared: Declared): Finding[] {
  const { choices, type } = declared;
  const where = `${declared.place.file}:${declared.place.line}`;
  for (const value of flag.values) {
    const { text, place } = value;
    if (text === undefined) continue;
    if (choices !== undefined && !choices.includes(text) && type !== 'int' && type !== 'float') {
      const message = `${flag.written} takes ${choices.slice(0, 12).join(', ')}, not ${text} (${where})`;
      return [
        configRules['argument-value'].finding({
          message,
          ...written(value, nearest(text, choices), `write one of: ${choices.slice(0, 12).join(', ')}`),
          ...place,
        }),
      ];
    }
    if (type !== undefined && !fits(text, type)) {
      const message = `${flag.written} takes ${type === 'int' ? 'a whole number' : 'a number'}, not ${text} (${where})`;
      return [
        configRules['argument-value'].finding({
          message,
          ...(type === 'int'
            ? written(value, wholeNumber(text), 'write a whole number, without a point or exponent')
            : { help: 'write a number' }),
          ...place,
        }),
      ];
    }
  }
  return [];
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

/** Whether Python's `int()` or `float()` takes the text. */
function fits(text: string, type: string): boolean {
  const plain = text.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (type === 'int') return /^[-+]?\d+$/.test(plain) || /^(?:None|null)$/.test(plain);
  if (type !== 'float') return true;
  return (
    /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i.test(plain) ||
    /^(?:None|null)$/.test(plain)
  );
}
