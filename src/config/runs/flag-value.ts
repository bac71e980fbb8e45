import type { ConfigNode, ScalarNode } from '../../documents/tree/node.ts';
import type { Flag } from './flags.ts';
import type { Declared } from './programs/model.ts';

/** What a flag with known words gives to its program. */
export function flagValue({ values, written }: Flag, declared: Declared | undefined): ConfigNode {
  const [first, ...more] = values;
  const list = declared?.list;
  if (first === undefined) {
    if (declared?.sets !== undefined) return scalar(declared.sets.text, undefined);
    return list === 'words' ? listOf([]) : boolean(declared === undefined || !switchesOff(written, declared));
  }
  if (list === 'text' && more.length === 0)
    return listOf(parts(first.text ?? '', declared).map((part) => scalar(part, declared)));
  const nodes = values.map(({ text }) => scalar(text ?? '', declared));
  return more.length === 0 && nodes[0] !== undefined && list === undefined ? nodes[0] : listOf(nodes);
}

/** `--no-x`, whether it is written with dashes or not. */
function switchesOff(written: string, { negative = [] }: Declared): boolean {
  const plain = (flag: string): string => flag.replaceAll('_', '-');
  return negative.some((flag) => plain(flag) === plain(written));
}

/** `1,2` and, but for absl, `[1, 2]` */
function parts(text: string, declared: Declared | undefined): string[] {
  if (declared?.by === 'absl') return text === '' ? [] : text.split(',').map((part) => part.trim());
  const inner = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1] ?? text;
  return inner
    .split(',')
    .map((part) => part.trim().replace(/^(["'])(.*)\1$/s, '$2'))
    .filter((part) => part !== '');
}

function listOf(items: readonly ConfigNode[]): ConfigNode {
  return { type: 'list', items: [...items], start: 0, end: 0 };
}

export function unknown(reason = 'it is known only when it runs'): ScalarNode {
  return { type: 'unknown', value: '', reason, start: 0, end: 0 };
}

function boolean(value: boolean): ScalarNode {
  return { type: 'bool', value, start: 0, end: 0 };
}

/** As the program converts the text; where its type is not known, as Python would write such a value. */
export function scalar(text: string, declared: Declared | undefined): ScalarNode {
  const at = { start: 0, end: 0, written: text };
  const { type, by, isOptional } = declared ?? {};
  if (type === 'bool' && by === 'argparse') return { type: 'bool', value: isTrue(text, by), ...at };
  const isNone = /^(?:None|null)$/.test(text);
  if (isNone && (type !== 'str' || (isOptional === true && by === 'tyro')))
    return { type: 'NoneType', value: null, ...at };
  if (type === 'bool' && by !== undefined) return { type: 'bool', value: isTrue(text, by), ...at };
  const choice =
    declared?.anyCase === true
      ? declared.choices?.find((each) => each.toLowerCase() === text.toLowerCase())
      : undefined;
  if (choice !== undefined) return { type: 'str', value: choice, ...at };
  if (type === 'str' || (declared?.choices !== undefined && type === undefined))
    return { type: 'str', value: text, ...at };
  const plain = type === undefined ? text : text.trim().replaceAll('_', '');
  if (/^[-+]?\d{1,30}$/.test(plain) && type !== 'float')
    return { type: 'int', value: BigInt(plain.replace('+', '')), ...at };
  if (type === 'int' && by !== undefined && Number.isSafeInteger(Number(plain)))
    return { type: 'int', value: BigInt(Number(plain)), ...at };
  if (
    /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain) ||
    (type === 'float' && /^0x/i.test(plain))
  )
    return { type: 'float', value: Number(plain), ...at };
  if (/^(?:true|false)$/i.test(text)) return { type: 'bool', value: text.toLowerCase() === 'true', ...at };
  return { type: 'str', value: text, ...at };
}

/** Any text but an empty one is true to `type=bool` of argparse. */
function isTrue(text: string, by: Declared['by']): boolean {
  return by === 'argparse' ? text !== '' : /^(?:true|t|yes|y|on|1)$/i.test(text.trim());
}
