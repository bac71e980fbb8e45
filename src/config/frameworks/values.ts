import { type ConfigNode, pythonType, scalarText } from '../../documents/tree/node.ts';
import type { OptionFacts } from './options.ts';

/**
 * Who turns the text of a config into options, and so what it refuses: `python` passes values on as they are, `argparse` reads them
 * anew from their text, `pydantic` converts what is nearly right and refuses the rest.
 */
export type Reader = 'python' | 'argparse' | 'pydantic';

export interface Refusal {
  /** What is wrong: `is text, which takes a whole number`. */
  readonly message: string;
  readonly help: string;
  /** Nothing refuses it: it counts as something else. */
  readonly isTaken?: true;
}

/** Why the framework does not take a value; `undefined` where it does, or where nobody can know. */
export function refusalOf(node: ConfigNode, option: OptionFacts, reader: Reader): Refusal | undefined {
  if (node.type === 'unknown' || isFilledIn(node)) return undefined;
  return wrongType(node, option, reader) ?? outsideChoices(node, option) ?? outsideLimits(node, option);
}

/** What a shell, a template or a resolver puts in later. */
function isFilledIn(node: ConfigNode): boolean {
  return node.type === 'str' && (/[$]|\{\{|^\?\?\?$|^<.*>$/.test(node.value) || node.value === '');
}

function wrongType(node: ConfigNode, { types }: OptionFacts, reader: Reader): Refusal | undefined {
  if (types.includes('?')) return undefined;
  const taken = takes(node, types, reader);
  if (taken === true) return undefined;
  return {
    message: `is ${described(node)}, and takes ${wordsFor(types)}`,
    help: taken === 'truth' ? 'write true or false: any text counts as true' : `write ${wordsFor(types)}`,
    ...(taken === 'truth' ? { isTaken: true } : {}),
  };
}

const words: Readonly<Record<string, string>> = {
  i: 'a whole number',
  f: 'a number',
  s: 'a text',
  b: 'true or false',
  l: 'a list',
  d: 'a mapping',
};

function wordsFor(types: string): string {
  const letters = types.includes('f') ? types.replace('i', '') : types;
  return Array.from(letters, (letter) => words[letter] ?? '')
    .filter((word) => word !== '')
    .join(' or ');
}

function described(node: ConfigNode): string {
  const kind = pythonType(node);
  if (node.type === 'list' || node.type === 'dict') return node.type === 'list' ? 'a list' : 'a mapping';
  const text = scalarText(node).slice(0, 60);
  return node.type === 'str' ? `the text "${text}"` : `${text} (${kind})`;
}

const truths = /^(?:true|false|yes|no|on|off|t|f|y|n|1|0)$/i;
const whole = /^\s*[-+]?\d[\d_]*\s*$/;
const anyNumber = /^\s*[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$|^\s*[-+]?(?:inf|infinity|nan)\s*$/i;

type Taken = boolean | 'truth';

/** Whether a value is taken for one of the types; `truth`: as true, whatever it says. */
function takes(node: ConfigNode, types: string, reader: Reader): Taken {
  const has = (letters: string): boolean => Array.from(letters).some((letter) => types.includes(letter));
  switch (node.type) {
    case 'NoneType':
      // the same as leaving it out
      return true;
    case 'bool':
      return has('bif') || reader !== 'pydantic' || !has('s');
    case 'int':
      return has('if') || takesNumber(types, reader, node.value === 0n || node.value === 1n);
    case 'float':
      if (has('f') || (has('i') && Number.isInteger(node.value) && reader !== 'argparse')) return true;
      return !has('i') && takesNumber(types, reader, false);
    case 'str':
      return takesText(node.value, types, reader);
    case 'list':
      // what is one text may be several where nothing checks
      return has('l') || (has('s') && reader !== 'pydantic') || has('d');
    case 'dict':
      return has('d') || (has('s') && reader !== 'pydantic');
    case 'bytes':
    case 'date':
    case 'datetime':
    case 'time':
    case 'unknown':
      return true;
  }
}

function takesNumber(types: string, reader: Reader, isTruth: boolean): boolean {
  if (types.includes('s')) return reader !== 'pydantic';
  if (types.includes('b')) return reader === 'python' || isTruth;
  return reader === 'python' && !types.includes('i');
}

function takesText(value: string, types: string, reader: Reader): Taken {
  if (types.includes('s') || (types.includes('l') && reader !== 'pydantic')) return true;
  if (types.includes('d') && value.startsWith('{')) return true;
  if (reader === 'python') {
    if (types.replace('n', '') === 'b') return 'truth';
    return !/[if]/.test(types);
  }
  if (types.includes('n') && /^(?:none|null)$/i.test(value)) return true;
  if (types.includes('f') && anyNumber.test(value)) return true;
  if (types.includes('i') && whole.test(value)) return true;
  if (types.includes('b')) return truths.test(value.trim());
  return !/[ifl]/.test(types);
}

function outsideChoices(node: ConfigNode, { choices, types }: OptionFacts): Refusal | undefined {
  if (choices === undefined || (node.type !== 'str' && node.type !== 'int')) return undefined;
  // beside the choices, numbers or true and false may be allowed
  if (node.type === 'int' && !/^[in]+$/.test(types)) return undefined;
  const text = scalarText(node);
  if (choices.includes(text) || (types.includes('n') && /^none$/i.test(text))) return undefined;
  return {
    message: `is ${described(node)}, which is none of its choices`,
    help: `use one of ${choices.join(', ')}`,
  };
}

function outsideLimits(node: ConfigNode, { low, high }: OptionFacts): Refusal | undefined {
  const value = node.type === 'int' ? Number(node.value) : node.type === 'float' ? node.value : undefined;
  if (value === undefined) return undefined;
  const below = low !== undefined && (low.isOpen ? value <= low.value : value < low.value);
  const above = high !== undefined && (high.isOpen ? value >= high.value : value > high.value);
  if (!below && !above) return undefined;
  const limits = [
    ...(low === undefined ? [] : [`${low.isOpen ? 'above' : 'at least'} ${low.value}`]),
    ...(high === undefined ? [] : [`${high.isOpen ? 'below' : 'at most'} ${high.value}`]),
  ].join(' and ');
  return { message: `is ${value}, which is not ${limits}`, help: `use a number that is ${limits}` };
}
