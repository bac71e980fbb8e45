import type { ConfigDocument } from '../../documents/document.ts';
import type { Reader } from '../../documents/dialect.ts';
import { expandedSize, plainValue } from '../../documents/plain-value.ts';
import type { SourcePlace } from '../../documents/source/lines.ts';
import { type ConfigNode, nodeAt, type Path } from '../../documents/tree/node.ts';
import { maxValues, type Problem, tooManyValues } from '../../documents/yaml/problem.ts';
import type { Finding } from '../../report/model.ts';

/** Runs of one repository share most of their mappings. */
const sizes = new WeakMap<ConfigNode, number>();

/** A composed run as a document: all rules judge it as they judge a file, and each place is that of the text that set the value. */
export class ComposedDocument implements ConfigDocument {
  readonly file: string;
  readonly dialect: Reader;
  readonly root: ConfigNode | undefined;
  readonly findings: readonly Finding[];
  private made: { readonly value: unknown } | undefined;

  /** `file`: the entry, where a node that no text set is said to stand. */
  constructor(
    options: { readonly file: string; readonly dialect: Reader },
    root: ConfigNode | undefined,
    problems: readonly Problem[],
    findings: readonly Finding[],
  ) {
    this.file = options.file;
    this.dialect = options.dialect;
    const isTooLarge = root !== undefined && expandedSize(root, maxValues, sizes) > maxValues;
    this.root = isTooLarge ? undefined : root;
    const all = isTooLarge ? [tooManyValues().problem] : problems;
    this.findings = [...findings, ...this.describe(all)];
  }

  get value(): unknown {
    this.made ??= { value: this.root === undefined ? undefined : plainValue(this.root) };
    return this.made.value;
  }

  place(path: Path, what: 'key' | 'value'): SourcePlace | undefined {
    const node = what === 'key' ? this.keyAt(path) : nodeAt(this.root, path);
    return node === undefined ? undefined : placeOfNode(node);
  }

  /** The text that set a value may be set by other runs too. */
  edit(): undefined {
    return undefined;
  }

  describe(problems: readonly Problem[]): Finding[] {
    return problems.map(({ rule, severity = rule.severity, message, help, start, end, source }) =>
      rule.finding({
        severity,
        message: message.replaceAll(/ @\{\d+\}/g, ''),
        file: this.file,
        ...(source && { file: source.file, ...source.lines.place(start, end) }),
        ...(help === undefined ? {} : { help }),
      }),
    );
  }

  private keyAt(path: Path): ConfigNode | undefined {
    const last = path.at(-1);
    const parent = nodeAt(this.root, path.slice(0, -1));
    if (last === undefined || parent?.type !== 'dict') return nodeAt(this.root, path);
    return parent.entries.get(String(last))?.key;
  }
}

/** The file of what stands in no file. */
export const commandLine = 'command line';

/** Where a node of a run stands; `undefined` where no text set it. */
export function placeOfNode({ source, start, end }: ConfigNode): SourcePlace | undefined {
  return source === undefined ? undefined : { ...source.lines.place(start, end), file: source.file };
}
