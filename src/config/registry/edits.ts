import type { Fix } from '../../report/model.ts';
import type { Reader } from '../../documents/dialect.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { respelled } from '../../documents/respelled.ts';
import { type ConfigNode, nodeAt, type Path, type PythonType } from '../../documents/tree/node.ts';
import { numberText } from '../text/hazards.ts';
import { missingLines } from './derive.ts';
import type { Registry } from './registry.ts';

/** Edits of a config, or of the registry, that make the one fit the other. */
export class RegistryEdits {
  private readonly document: ConfigDocument;
  private readonly registry: Registry;
  /** Made for the first parameter that is not registered. */
  private missing: ReadonlyMap<string, string> | undefined;

  constructor(document: ConfigDocument, registry: Registry) {
    this.document = document;
    this.registry = registry;
  }

  /** The lines that register a parameter and what is below it. */
  registering(path: Path): Fix | undefined {
    const { insertion, file } = this.registry;
    if (insertion === undefined) return undefined;
    const name = path.join('.');
    this.missing ??= missingLines(this.document, this.registry);
    const lines = [...this.missing].filter(([at]) => at === name || at.startsWith(`${name}.`));
    const text = lines.map(([, line]) => `${insertion.indent}${line}\n`).join('');
    const at = { line: insertion.line, column: 1, endLine: insertion.line, endColumn: 1, before: '' };
    return text === '' ? undefined : { file, at, text, states: true };
  }

  renamed(path: Path, to: string): Fix | undefined {
    return respelled(this.document, { path, what: 'key', from: path.at(-1), to });
  }

  /** Where the other name belongs to the same mapping, and is not set there. */
  replacing(path: Path, replacement: string): Fix | undefined {
    const steps = replacement.split('.');
    const [name = '', above] = [steps.at(-1), path.slice(0, -1)];
    const isBeside = above.map(String).join('.') === steps.slice(0, -1).join('.');
    const isFree = nodeAt(this.document.root, [...above, name]) === undefined;
    return isBeside && isFree ? this.renamed(path, name) : undefined;
  }
}

/** As the reader of the document takes it for a number: of plain `1e-4` PyYAML makes a text again. */
export function plainNumber(node: ConfigNode, types: ReadonlySet<PythonType>, dialect: Reader): string {
  const written = node.type === 'str' ? node.value : '';
  const isWhole = /^[-+]?(?:0|[1-9]\d*)$/.test(written);
  if (isWhole && (types.has('int') || types.has('float'))) return written;
  return dialect === 'pyyaml' ? numberText(written) : written;
}
