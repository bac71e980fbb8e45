import type { Declared } from './programs/model.ts';

/** Whether the library that reads a word takes it; true where that is not known. */
export function accepts(text: string, declared: Declared): boolean {
  const { by, choices, type, list } = declared;
  if (isNone(text, declared)) return true;
  if (list === 'text') return by !== 'draccus' || text.trimStart().startsWith('[');
  if (choices !== undefined)
    return choices.includes(text) || choices.some((choice) => isSame(choice, text, declared));
  if (type === 'bool') return acceptsBool(text, declared);
  return type === undefined || type === 'str' || isNumber(text, declared);
}

/** What sets nothing, where that may be written. */
function isNone(text: string, { by, isOptional, choices }: Declared): boolean {
  if (by === 'draccus' && choices === undefined) return /^(?:null|Null|NULL|~)$/.test(text);
  if (by !== undefined && isOptional !== true) return false;
  return text === 'None'
    ? by === undefined || by === 'tyro' || by === 'pydantic'
    : text === 'null' && (by === undefined || by === 'pydantic' || by === 'draccus');
}

/** `01` is the choice 1 where it is read as a number. */
function isSame(choice: string, text: string, { type, anyCase }: Declared): boolean {
  if (type === 'int' || type === 'float')
    return text.trim() !== '' && Number(choice) === Number(text.replaceAll('_', ''));
  return anyCase === true && choice.toLowerCase() === text.toLowerCase();
}

const words: Readonly<Record<string, RegExp>> = {
  tyro: /^(?:True|False)$/,
  draccus: /^(?:true|false|yes|no|on|off)$/i,
  click: /^(?:true|false|t|f|yes|no|y|n|on|off|1|0|)$/i,
  absl: /^(?:true|false|t|f|1|0)$/i,
};

function acceptsBool(text: string, { by }: Declared): boolean {
  if (by === 'argparse' || by === undefined) return true;
  return (words[by] ?? /^(?:true|false|t|f|yes|no|y|n|on|off|1|0)$/i).test(text.trim());
}

/** Whether Python's `int()` or `float()` takes the text, or what the library reads numbers with. */
function isNumber(text: string, { by, type }: Declared): boolean {
  const plain = text.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  if (/^[-+]?\d+$/.test(plain)) return true;
  if (
    ((by === 'absl' && type === 'int') || by === 'draccus' || by === undefined) &&
    /^[-+]?0[xob]?[\da-f]+$/i.test(plain)
  )
    return true;
  if (by === 'draccus' && /^(?:true|false|yes|no|on|off)$/i.test(plain)) return true;
  if (type === 'int') return (by === 'typer' || by === 'pydantic') && /^[-+]?\d+\.0*$/.test(plain);
  return /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|inf(?:inity)?|nan)$/i.test(plain);
}
