import { childrenOf, type SyntaxNode } from '../../../documents/python/syntax.ts';
import type { LoadedClass } from './model.ts';
import { argumentsOf, literalText } from './syntax.ts';

/** Calls that give what stands in a file. */
const loaders = String.raw`(?:yaml\.(?:safe_|full_|unsafe_)?load|json\.loads?|tomllib\.loads?|tomli\.loads?|toml\.loads?|OmegaConf\.(?:load|to_container))`;
const assigned = new RegExp(String.raw`^[ \t]*(\w+)(?:[ \t]*:[^=\n]+)?[ \t]*=[ \t]*${loaders}\(`, 'gm');
const loading = new RegExp(String.raw`^${loaders}\(`);
const readers = /\b(?:parse_(?:yaml|json)_file|parse_dict|TrlParser|H4ArgumentParser|draccus|pyrallis)\b/;

/** Whether the classes of a command line are read from a file too. */
export function readsFields(text: string): boolean {
  return readers.test(text);
}

/** Variables that contain what was read from a file, with the keys that the code itself takes out of them. */
export class Documents {
  private readonly text: string;
  private readonly names: ReadonlySet<string>;

  constructor(text: string) {
    this.text = text;
    this.names = new Set(Array.from(text.matchAll(assigned), ([, name = '']) => name));
  }

  /** `raw["lr"]`, `raw.get("lr")`, `raw.pop("lr")`. */
  get keys(): string[] {
    const taken = this.text.matchAll(/\b(\w+)(?:\[|\.(?:get|pop|setdefault)\()[ \t]*(["'])(\w+)\2/g);
    return Array.from(taken).flatMap(([, name = '', , key = '']) => (this.names.has(name) ? [key] : []));
  }

  /** The section of a file that an expression gives, `[]` for all of it; `undefined` of any other expression. */
  sectionIn(expression: string): readonly string[] | undefined {
    if (loading.test(expression)) return [];
    const [, name = '', steps = ''] =
      /^(\w+)((?:\[(["'])\w+\3\]|\.get\((["'])\w+\4(?:,[^()]*)?\))*)$/.exec(expression) ?? [];
    if (!this.names.has(name)) return undefined;
    return Array.from(steps.matchAll(/["'](\w+)["']/g), ([, step = '']) => step);
  }

  /** The class that a call makes of what was read: `Config(**raw)`, `Config.model_validate(raw)`, `from_dict(Config, raw)`. */
  loadedBy(callee: string, list: SyntaxNode): LoadedClass | undefined {
    const args = argumentsOf(list, this.text);
    const source = ({ from, to }: SyntaxNode): string => this.text.slice(from, to);
    const given = (name: string, at: number): string => {
      const plain = args.filter((arg) => arg.name === undefined && !arg.isStarred)[at];
      const found = args.find((arg) => arg.name === name) ?? plain;
      return found === undefined ? '' : source(found.value);
    };
    const of = (name: string, expression: string): LoadedClass | undefined => {
      const section = this.sectionIn(expression);
      return section === undefined || !isClass(name) ? undefined : { name, section };
    };
    const [, owner = '', method = callee] = /^(.*)\.(\w+)$/.exec(callee) ?? [];
    if (method === 'model_validate' || method === 'parse_obj') return of(owner, given('obj', 0));
    if (method === 'from_dict' && owner !== '' && isClass(owner)) return of(owner, given('data', 0));
    if (method === 'from_dict') return of(given('data_class', 0), given('data', 1));
    if (callee === 'OmegaConf.structured')
      return /\bOmegaConf\.load\(/.test(this.text)
        ? of(given('obj', 0).replace(/\(\)$/, ''), 'yaml.safe_load(')
        : undefined;
    if (/^parse_yaml_(?:file|raw)_as$/.test(method)) return of(given('model_type', 0), 'yaml.safe_load(');
    const starred = args.filter(({ isStarred }) => isStarred);
    const [only] = starred;
    return only !== undefined && starred.length === 1 && args.length === 1
      ? of(callee, source(only.value))
      : undefined;
  }
}

function isClass(name: string): boolean {
  return /^(?:\w+\.)*_?[A-Z]\w*$/.test(name);
}

/** Names that pydantic takes for a field: `alias="lr"`, `validation_alias=AliasChoices("lr", "rate")`. */
export function aliasesOf(list: SyntaxNode | undefined, text: string): string[] {
  const args = argumentsOf(list, text);
  const named =
    args.find(({ name }) => name === 'validation_alias') ?? args.find(({ name }) => name === 'alias');
  const one = literalText(named?.value, text);
  if (one !== undefined) return [one];
  const choices = named?.value.name === 'CallExpression' ? argumentsOf(childrenOf(named.value)[1], text) : [];
  return choices.map(({ value }) => literalText(value, text)).filter((each) => each !== undefined);
}
