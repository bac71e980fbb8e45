import { type ConfigNode, type Path, type ScalarNode, scalarText } from '../tree/node.ts';
import type { Piece } from './parse.ts';
import type { Token } from './tokens.ts';

/** Thrown where an interpolation cannot be resolved from this file alone; the message says why. */
export class Skipped extends Error {}

/** A node, and where it stands: what lies below it is resolved from there. A value that was made stands nowhere. */
export interface Found {
  readonly node: ConfigNode;
  readonly path: Path | undefined;
  /** Python's own list, mapping or scalar: OmegaConf gives it, and finds nothing in it (base.py InterpolationResultNode). */
  readonly isPlain?: true;
}

export function made(node: ConfigNode): Found {
  return { node, path: undefined, isPlain: true };
}

/** A list or mapping of OmegaConf's own, that was made: keys lead into it. */
export function madeConfig(node: ConfigNode): Found {
  return { node, path: undefined };
}

const place = { start: 0, end: 0 };

export function textNode(value: string): ScalarNode {
  return { type: 'str', value, ...place };
}

export const none: ScalarNode = { type: 'NoneType', value: null, ...place };

/** Python's `int()` refuses longer texts. */
const maxDigits = 4300;

/** What one word stands for, alone (grammar_visitor.py _createPrimitive). */
export function primitive(token: Token): ScalarNode {
  const { kind, text } = token;
  if (kind === 'null') return none;
  if (kind === 'bool') return { type: 'bool', value: /^true$/i.test(text), ...place };
  if (kind === 'int' && text.length <= maxDigits)
    return { type: 'int', value: BigInt(text.replaceAll(/[_+]/g, '')), ...place };
  if (kind === 'float') return { type: 'float', value: floatOf(text), ...place };
  if (kind === 'blank' || kind === 'int') throw new Skipped('there is a value that Python cannot hold');
  return textNode(written(token, undefined));
}

function floatOf(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const magnitude = text.replace(/^[-+]/, '').replaceAll('_', '').toLowerCase();
  return sign * (magnitude === 'inf' ? Number.POSITIVE_INFINITY : Number(magnitude));
}

/** A word as it reads in a text, its escapes taken away (grammar_visitor.py _unescape). */
export function written({ kind, text }: Token, next: Piece | undefined): string {
  if (kind === 'escaped-interpolation') return text.slice(-(Math.floor(text.length / 2) + 1));
  const beforeInterpolation = next?.kind === 'reference' || next?.kind === 'call';
  const escaped =
    kind === 'escape' ||
    (kind === 'top-escape' && beforeInterpolation) ||
    (kind === 'quoted-escape' && (beforeInterpolation || next === undefined));
  return escaped
    ? Array.from(text)
        .filter((_, index) => index % 2 === 1)
        .join('')
    : text;
}

/** Python's `str()` of a value. */
export function pythonText(node: ConfigNode): string {
  if (node.type === 'dict' || node.type === 'list' || node.type === 'bytes')
    throw new Skipped('a mapping or list stands inside of a text');
  if (node.type === 'bool') return node.value ? 'True' : 'False';
  return node.type === 'NoneType' ? 'None' : scalarText(node);
}
