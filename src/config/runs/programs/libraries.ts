import {
  anyWords,
  type CliSettings,
  type Declared,
  type Library,
  maybeWord,
  noWord,
  oneWord,
  type Takes,
} from './model.ts';

/** What a field of a class, or a parameter of a function, is on the command line of a library. */
export function argumentOf(field: Declared, by: Library, settings?: CliSettings): Declared {
  if (by === 'typer') return field;
  const takes = takesOf(field, by, settings);
  const isText = by === 'pydantic' || by === 'draccus';
  const { flags, negative } = flagsOf(field, by, settings);
  const isSwitch = field.type === 'bool' && field.list === undefined;
  return {
    ...field,
    by,
    flags: [...new Set(isSwitch ? [...flags, ...negative] : flags)],
    negative,
    list: field.list && (isText ? 'text' : field.list),
    takes,
    sets: takes === maybeWord && !isSwitch ? { text: 'None', isText: false } : undefined,
  };
}

type Flags = Pick<Required<Declared>, 'flags'> & { readonly negative: readonly string[] };

function flagsOf(
  { name, flags, alias, default: counted }: Declared,
  by: Library,
  settings?: CliSettings,
): Flags {
  const dashed = name.replaceAll('_', '-');
  const at = name.lastIndexOf('.') + 1;
  const last = name.slice(at);
  if (by === 'hf')
    return {
      flags: [...flags, `--${dashed}`],
      negative: counted?.text === 'True' ? [`--no_${name}`, `--no-${dashed}`] : [],
    };
  if (by === 'simple_parsing')
    return { flags: [...flags, dashes(last), `--${last}`], negative: [`--no${last}`] };
  if (by === 'tyro') return { flags: [`--${name}`], negative: [`--${name.slice(0, at)}no-${last}`] };
  if (by === 'draccus') return { flags: [`--${name}`], negative: [] };
  const names = alias === undefined ? [name] : flags.map((flag) => flag.slice(2));
  const own = settings?.isKebab === true ? names.map((each) => each.replaceAll('_', '-')) : names;
  return {
    flags: own.map(dashes),
    negative: settings?.isImplicit === true ? own.map((each) => `--no-${each}`) : [],
  };
}

/** `-x` of one letter. */
function dashes(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function takesOf(field: Declared, by: Library, settings?: CliSettings): Takes {
  const { type, list, isOptional, hasDefault, default: counted, choices, takes } = field;
  if (list !== undefined) {
    if (by === 'hf') return [1, Number.POSITIVE_INFINITY];
    return by === 'pydantic' || by === 'draccus' ? oneWord : anyWords;
  }
  if (type === 'bool') {
    if (by === 'hf') return isOptional === true && counted === undefined ? oneWord : maybeWord;
    if (by === 'simple_parsing') return maybeWord;
    const isSwitch = by === 'tyro' ? hasDefault === true && isOptional !== true : settings?.isImplicit;
    return isSwitch === true ? noWord : oneWord;
  }
  if (by === 'simple_parsing' && isOptional === true) return maybeWord;
  if (type === undefined && choices === undefined) return by === 'hf' ? oneWord : anyWords;
  return takes === anyWords ? oneWord : takes;
}
