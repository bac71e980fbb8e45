import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { type ConfigNode, isScalar, type Path, pathText, scalarText } from '../../documents/tree/node.ts';
import { nearest } from '../../kernel/near.ts';
import { configRules } from '../rules/rules.ts';
import type { Declared, LoadedFields, Program } from './programs/model.ts';

/** Keys of a config that the classes which read it do not declare, and values that these refuse. */
export function checkKeys(config: ConfigDocument, { file, loaded = [] }: Program): Finding[] {
  return loaded.flatMap((fields) => {
    const node = sectionOf(config.root, fields.section);
    if (node?.type !== 'dict' || !isFor(node.entries.keys(), fields)) return [];
    return new Keys(config, file, fields).check(node, fields.section, '');
  });
}

/** Another document of the program may be read by the classes: then most of its names are not theirs. */
function isFor(keys: Iterable<string>, { declared }: LoadedFields): boolean {
  const names = new Set(declared.map(({ name }) => name));
  const all = [...keys];
  return all.filter((key) => names.has(key)).length * 2 > all.length;
}

function sectionOf(root: ConfigNode | undefined, section: readonly string[]): ConfigNode | undefined {
  let node = root;
  for (const step of section) node = node?.type === 'dict' ? node.entries.get(step)?.value : undefined;
  return node;
}

class Keys {
  private readonly config: ConfigDocument;
  private readonly program: string;
  private readonly fields: LoadedFields;
  private readonly byName: ReadonlyMap<string, Declared>;

  constructor(config: ConfigDocument, program: string, fields: LoadedFields) {
    this.config = config;
    this.program = program;
    this.fields = fields;
    this.byName = new Map(fields.declared.toReversed().map((declared) => [declared.name, declared]));
  }

  /** `prefix`: of the names that are declared here, with its point. */
  check(node: ConfigNode, path: Path, prefix: string): Finding[] {
    if (node.type !== 'dict') return [];
    const declared = this.namesBelow(prefix);
    if (declared.length === 0) return [];
    return [...node.entries.values()].flatMap(({ name, value }) => {
      const known = this.byName.get(prefix + name);
      const at = [...path, name];
      if (known === undefined) return this.unknown(name, at, declared);
      const wrong = this.wrong(value, known, at);
      return wrong.length > 0 ? wrong : this.check(value, at, `${prefix}${name}.`);
    });
  }

  private namesBelow(prefix: string): string[] {
    return [...this.byName.keys()]
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'))
      .map((name) => name.slice(prefix.length));
  }

  private unknown(name: string, path: Path, declared: readonly string[]): Finding[] {
    const { open, known } = this.fields;
    if (known.has(name)) return [];
    const meant = nearest(name, [...declared, ...(path.length === 1 ? known : [])]);
    if (open !== undefined && meant === undefined) return [];
    const place = this.byName.get(meant ?? '')?.place;
    const where = place === undefined ? '' : ` (${place.file}:${place.line})`;
    return [
      configRules['undeclared-argument'].finding({
        message: `${pathText(path)}: ${this.program} reads this config, and declares no such field`,
        help:
          meant === undefined
            ? `remove it, or declare it where ${this.program} reads it`
            : `did you mean ${meant}?${where}`,
        file: this.config.file,
        ...this.config.place(path, 'key'),
      }),
    ];
  }

  private wrong(node: ConfigNode, declared: Declared, path: Path): Finding[] {
    const wanted = wantedInstead(node, declared);
    if (wanted === undefined) return [];
    const { file, line } = declared.place;
    const got = isScalar(node) ? scalarText(node) : `a ${node.type}`;
    return [
      configRules['argument-value'].finding({
        message: `${pathText(path)} takes ${wanted}, not ${got} (${file}:${line})`,
        help: `write ${wanted}`,
        file: this.config.file,
        ...this.config.place(path, 'value'),
      }),
    ];
  }
}

/** What a field takes, where it refuses a value; text that could be a number is left to the rules of the text. */
function wantedInstead(node: ConfigNode, { type, choices }: Declared): string | undefined {
  if (node.type === 'NoneType' || node.type === 'unknown') return undefined;
  if (choices !== undefined)
    return node.type === 'str' && !choices.includes(node.value)
      ? `one of ${choices.slice(0, 12).join(', ')}`
      : undefined;
  if (type === undefined) return undefined;
  const isNested = node.type === 'dict' || node.type === 'list';
  const isWord = node.type === 'str' && !/^[-+.\d$]|^(?:auto|inf|nan)$/i.test(node.value);
  if (type === 'str') return isNested ? 'a text' : undefined;
  if (type === 'bool')
    return isNested || (isWord && !/^(?:true|false|yes|no|on|off|y|n|t|f)$/i.test(node.value))
      ? 'true or false'
      : undefined;
  if (isNested || isWord) return type === 'int' ? 'a whole number' : 'a number';
  return type === 'int' && node.type === 'float' && !Number.isInteger(node.value)
    ? 'a whole number'
    : undefined;
}
