import { dialectOf } from '../../../documents/dialect.ts';
import { childrenOf, parsePython } from '../../../documents/python/syntax.ts';
import { Scope } from '../../../documents/python/scope.ts';
import { Expressions } from '../../../documents/python/expression.ts';
import { readDocument } from '../../../documents/document.ts';
import { LineIndex } from '../../../documents/source/lines.ts';
import { decodeText } from '../../../documents/source/decode.ts';
import type { Source } from '../../../documents/tree/origin.ts';
import { type ConfigNode, type DictNode, nodeAt } from '../../../documents/tree/node.ts';
import { isSlip, nearest } from '../../../kernel/near.ts';
import type { Finding } from '../../../report/model.ts';
import { composeRules } from '../rules.ts';
import { ComposedDocument, placeOfNode } from '../document.ts';
import { stamped, type ComposeFiles } from '../files.ts';
import { MergeError } from '../merge.ts';
import type { Composed } from '../hydra/compose.ts';
import { inherited, together } from './merge.ts';
import { Refused } from './refused.ts';
import { filled, filledText, substituted } from './templates.ts';
import { importedBases, joined, modulePath, valuesOf } from './read-base.ts';

/**
 * Composes a config with its base configs as mmengine 0.10's `Config.fromfile` does: `_base_` (a path or a list), `_delete_`, `{{_base_.x}}`,
 * and `with read_base():`, in .py, .yaml and .json. Never throws for what stands in the files.
 */
export async function composeMmengine(file: string, files: ComposeFiles): Promise<Composed> {
  const run = new Inheritance(files);
  const options = { file, dialect: dialectOf(file, { dialect: 'pyyaml' }) };
  try {
    const root = await run.config(file, []);
    return {
      document: new ComposedDocument(options, root, [], run.findings),
      files: [...run.read],
      order: [],
    };
  } catch (error) {
    if (error instanceof Refused)
      return {
        document: new ComposedDocument(options, undefined, [], [...run.findings, error.finding]),
        files: [...run.read],
        order: [],
      };
    if (error instanceof MergeError) {
      const finding = composeRules['not-composed'].finding({
        file,
        ...placeOfNode(error.node),
        message: error.message,
      });
      return {
        document: new ComposedDocument(options, undefined, [], [...run.findings, finding]),
        files: [...run.read],
        order: [],
      };
    }
    throw error;
  }
}

/** Longer chains are not a config. */
const maxDepth = 30;
const maxFiles = 300;

class Inheritance {
  readonly findings: Finding[] = [];
  readonly read = new Set<string>();
  private readonly files: ComposeFiles;
  private readonly known = new Map<string, Promise<DictNode>>();

  constructor(files: ComposeFiles) {
    this.files = files;
  }

  /** Each file is composed once, however many inherit from it. */
  async config(file: string, trail: readonly string[], by?: ConfigNode): Promise<DictNode> {
    if (trail.includes(file) || trail.length > maxDepth)
      throw refused(
        'not-composed',
        by,
        trail.at(-1) ?? file,
        `the base configs lead back to ${file}: ${[...trail, file].slice(-5).join(' → ')}`,
      );
    const known = this.known.get(file) ?? this.composed(file, trail, by);
    this.known.set(file, known);
    return known;
  }

  private async composed(
    file: string,
    trail: readonly string[],
    by: ConfigNode | undefined,
  ): Promise<DictNode> {
    const { text, source } = await this.text(file, trail, by);
    const bases: DictNode[] = [];
    for (const base of this.bases(text, source)) {
      const path = this.pathOf(base, file);
      if (path !== undefined) bases.push(await this.config(path, [...trail, file], base));
    }
    const base = together(bases, source);
    const read = await this.imported(text, source, [...trail, file]);
    return withoutBaseKey(inherited(this.own(text, source, base, read), base));
  }

  /** The configs of this repository that a Python config imports `with read_base():`, by their modules. */
  private async imported(
    text: string,
    source: Source,
    trail: readonly string[],
  ): Promise<ReadonlyMap<string, DictNode>> {
    const { file } = source;
    const found = new Map<string, DictNode>();
    if (!file.endsWith('.py')) return found;
    for (const { module, at } of importedBases(text, source)) {
      const path = modulePath(file, module);
      if (path !== undefined) found.set(module, await this.config(path, trail, at));
    }
    return found;
  }

  private async text(
    file: string,
    trail: readonly string[],
    by: ConfigNode | undefined,
  ): Promise<{ text: string; source: Source }> {
    const bytes = this.files.paths.has(file) ? await this.files.read(file) : undefined;
    if (bytes === undefined) throw this.missing(file, trail, by);
    this.read.add(file);
    if (this.read.size > maxFiles)
      throw refused('not-composed', by, file, `the run reads more than ${maxFiles} files`);
    const decoded = decodeText(bytes);
    if (!decoded.ok) throw refused('not-composed', by, file, `${file}: ${decoded.message}`);
    const text = file.endsWith('.py') ? decoded.text : filledText(decoded.text, file);
    return { text, source: { kind: 'file', file, lines: new LineIndex(text) } };
  }

  /** The texts of `_base_`; where they are made by code, nothing is known of the run. */
  private bases(text: string, source: Source): (ConfigNode & { type: 'str' })[] {
    const node = source.file.endsWith('.py')
      ? pythonBase(text)
      : nodeAt(this.document(text, source.file).root, ['_base_']);
    if (node === undefined) return [];
    const items = node.type === 'list' && node.python === undefined ? node.items : [node];
    return items.map((item) => {
      const known = stamped(item, source);
      if (known.type !== 'str')
        throw refused(
          'not-composed',
          known,
          source.file,
          '_base_ must be a path or a list of paths',
          'notice',
        );
      return known;
    });
  }

  private document(text: string, file: string) {
    return readDocument(text, { file, dialect: dialectOf(file, { dialect: 'pyyaml' }) });
  }

  /** `undefined` where it lies in another package or outside of the repository. */
  private pathOf(base: ConfigNode & { type: 'str' }, file: string): string | undefined {
    const path =
      base.value.includes('::') || base.value.startsWith('/') ? undefined : joined(file, base.value);
    if (path === undefined) {
      const message = `the base config ${base.value.slice(0, 120)} does not lie in this repository: what it sets is not read`;
      this.findings.push(
        composeRules['search-path-outside'].finding({ file, ...placeOfNode(base), message }),
      );
      throw refused('not-composed', base, file, message, 'notice');
    }
    return path;
  }

  private own(
    text: string,
    source: Source,
    base: DictNode,
    imported: ReadonlyMap<string, DictNode>,
  ): DictNode {
    const { file } = source;
    const framework = {
      base,
      template: (words: string) => filled(words, file),
      read: (module: string) => valuesOf(imported.get(module)),
    };
    const { root, findings } = readDocument(text, {
      file,
      dialect: dialectOf(file, { dialect: 'pyyaml' }),
      framework,
    });
    if (root === undefined) {
      const [finding] = findings;
      if (finding?.rule === 'config/not-a-config')
        return { type: 'dict', entries: new Map(), start: 0, end: 0, source };
      throw new Refused(
        finding ?? composeRules['not-composed'].finding({ file, message: 'the file cannot be read' }),
      );
    }
    const stop = findings.find(({ rule }) => rule === 'config/unreadable');
    if (stop !== undefined) throw new Refused(stop);
    const known = stamped(root, source);
    if (known.type !== 'dict') throw refused('not-composed', known, file, `${file} must be a mapping`);
    return file.endsWith('.py') ? known : substituted(known, base, file);
  }

  private missing(file: string, trail: readonly string[], by: ConfigNode | undefined): Refused {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const name = file.slice(folder.length);
    const others = [...this.files.paths]
      .filter((path) => path.startsWith(folder))
      .map((path) => path.slice(folder.length));
    const near = nearest(
      name,
      others.filter((other) => isSlip(name, other)),
    );
    const place = by === undefined ? {} : placeOfNode(by);
    return new Refused(
      composeRules['missing-config'].finding({
        file: trail.at(-1) ?? file,
        ...place,
        message: `there is no base config ${file}`,
        ...(near === undefined ? {} : { help: `did you mean ${near}?` }),
      }),
    );
  }
}

function refused(
  rule: 'not-composed',
  at: ConfigNode | undefined,
  file: string,
  message: string,
  severity?: 'notice',
): Refused {
  const place = at === undefined ? {} : placeOfNode(at);
  return new Refused(composeRules[rule].finding({ file, ...place, message, ...(severity && { severity }) }));
}

/** The value of the first `_base_ = …` of a module, which mmengine evaluates on its own. */
function pythonBase(text: string): ConfigNode | undefined {
  const statement = childrenOf(parsePython(text).topNode).find(
    (node) =>
      node.name === 'AssignStatement' && text.slice(node.firstChild?.from, node.firstChild?.to) === '_base_',
  );
  const value = statement?.lastChild;
  return value === undefined || value === null
    ? undefined
    : new Expressions(text, new Scope(text, {})).evaluate(value);
}

function withoutBaseKey(node: DictNode): DictNode {
  const entries = new Map(node.entries);
  for (const name of entries.keys())
    if (name === '_base_' || name === '_deprecation_' || name.startsWith('__')) entries.delete(name);
  return { ...node, entries };
}
