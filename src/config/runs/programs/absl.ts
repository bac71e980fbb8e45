import type { SyntaxNode } from '../../../documents/python/syntax.ts';
import { namedTypes } from './click.ts';
import { type Declared, noWord, oneWord } from './model.ts';
import { argumentsOf, type Constants, lineAt, literalDefault, literalText, literalTexts } from './syntax.ts';

/** `flags.DEFINE_integer('name', …)` of absl. */
export function abslFlag(
  callee: string,
  list: SyntaxNode,
  text: string,
  file: string,
  constants: Constants,
): Declared | undefined {
  const args = argumentsOf(list, text, constants);
  const plain = args.filter((arg) => arg.name === undefined);
  const at = (name: string, position: number): SyntaxNode | undefined =>
    (args.find((arg) => arg.name === name) ?? plain[position])?.value;
  const flag = literalText(at('name', 0), text);
  if (flag === undefined) return undefined;
  const [, many, kind = ''] = /^DEFINE_(multi_)?(\w+)$/.exec(callee) ?? [];
  const type = namedTypes.get(kind);
  const dashed = (name: string): string[] => [`--${name}`, `-${name}`];
  const negative = type === 'bool' ? dashed(`no${flag}`) : [];
  const short = literalText(at('short_name', 3), text);
  const isText = /^(?:comma_sep|spacesep|list)/.test(kind);
  return {
    name: flag.replaceAll('-', '_'),
    flags: [...dashed(flag), ...(short === undefined ? [] : dashed(short)), ...negative],
    negative,
    by: 'absl',
    type,
    choices: kind === 'enum' ? literalTexts(at('enum_values', 2), text) : undefined,
    default: literalDefault(at('default', 1), text),
    list: many === undefined ? (isText ? 'text' : undefined) : 'times',
    takes: type === 'bool' ? noWord : oneWord,
    place: { file, line: lineAt(text, list.from) },
  };
}
