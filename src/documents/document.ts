import { textRules } from './rules.ts';
import type { Finding, Fix } from '../report/model.ts';
import { readPython } from './python/read.ts';
import type { Framework } from './python/scope.ts';
import { readToml } from './toml/read.ts';
import { readJson } from './json/read.ts';
import { type ConfigNode, nodeAt, type Path } from './tree/node.ts';
import { readOmegaConf } from './omegaconf/read.ts';
import type { Reader } from './dialect.ts';
import { LineIndex, type SourcePlace } from './source/lines.ts';
import { decodeText } from './source/decode.ts';
import { expandedSize, plainValue } from './plain-value.ts';
import { maxValues, type Problem, tooManyValues } from './yaml/problem.ts';
import type { Reading } from './yaml/reading.ts';
import { readYaml } from './yaml/read.ts';
import { notSupported } from './unsupported.ts';

export type { SourcePlace } from './source/lines.ts';

export interface ConfigDocument {
  readonly file: string;
  readonly dialect: Reader;
  /** Python's values, each with its place; absent when the document could not be read. */
  readonly root: ConfigNode | undefined;
  /** Plain JavaScript projection of `root` for JSON Schema; `undefined` when the document could not be read. */
  readonly value: unknown;
  /** What is wrong with the text itself, at line and column. */
  readonly findings: readonly Finding[];
  /** Where the key or the value at a path stands; `undefined` where there is none. */
  place(path: Path, what: 'key' | 'value'): SourcePlace | undefined;
  /** An edit that writes `text` in place of the key or the value at a path; `undefined` where it stands in no text of this file. */
  edit(path: Path, what: 'key' | 'value', text: string): Fix | undefined;
  /** Problems found later in the text, as findings at line and column. */
  describe(problems: readonly Problem[]): Finding[];
}

export interface DocumentOptions {
  readonly file: string;
  readonly dialect: Reader;
  /** Of a run that is composed: interpolations stay as they are until all parts are there. */
  readonly isPart?: boolean;
  /** Of a Python config: what its framework adds. */
  readonly framework?: Framework;
}

/**
 * Reads a config as the training code will. Never throws for what stands in the text:
 * an unreadable document has `root` undefined and an error among its findings.
 */
export function readDocument(input: string | Uint8Array, options: DocumentOptions): ConfigDocument {
  const decoded = decodeText(input);
  if (!decoded.ok) return unreadableDocument(options, decoded.message, decoded.help);
  const reading = readText(decoded.text, options);
  const refused = reading.root?.type === 'dict' ? undefined : notSupported(options.file);
  return refused === undefined
    ? new ReadDocument(options, reading)
    : unreadableDocument(options, refused.message, refused.help);
}

/** A class: an object literal with a getter has a shape of its own, which keeps all of the document until the next full garbage collection. */
class ReadDocument implements ConfigDocument {
  readonly file: string;
  readonly dialect: Reader;
  readonly root: ConfigNode | undefined;
  readonly findings: readonly Finding[];
  private readonly reading: Reading;
  private made: { readonly value: unknown } | undefined;
  private index: LineIndex | undefined;

  constructor(options: { readonly file: string; readonly dialect: Reader }, reading: Reading) {
    this.file = options.file;
    this.dialect = options.dialect;
    this.root = reading.root;
    this.reading = reading;
    this.findings = this.describe(reading.problems);
  }

  /** Most documents are never asked for it, nor for a place. */
  get value(): unknown {
    this.made ??= { value: this.root === undefined ? undefined : plainValue(this.root) };
    return this.made.value;
  }

  private get lines(): LineIndex {
    return (this.index ??= new LineIndex(this.reading.text, this.reading.padding));
  }

  place(path: Path, what: 'key' | 'value'): SourcePlace | undefined {
    return placeOf(this.root, path, what, this.lines);
  }

  edit(path: Path, what: 'key' | 'value', text: string): Fix | undefined {
    const node = what === 'key' ? keyAt(this.root, path) : nodeAt(this.root, path);
    return node === undefined ? undefined : this.replaced(node.start, node.end, text);
  }

  describe(problems: readonly Problem[]): Finding[] {
    return problems.map((problem) => {
      const { start, end, replacement } = problem;
      const found = findingOf(problem, { file: this.file, text: this.reading.text }, this.lines);
      const fix = replacement === undefined ? undefined : this.replaced(start, end, replacement);
      return fix === undefined ? found : { ...found, fix };
    });
  }

  /** Of one line: what is padded is the start of a line. */
  private replaced(start: number, end: number, text: string): Fix | undefined {
    const before = this.reading.text.slice(start, end);
    if (before === '' || /[\r\n]/.test(before)) return undefined;
    return { file: this.file, at: { ...this.lines.place(start, end), before }, text };
  }
}

function readSource(text: string, { dialect, isPart, framework }: DocumentOptions): Reading {
  if (dialect === 'json' || dialect === 'json5') return readJson(text, dialect);
  if (dialect === 'toml') return readToml(text);
  if (dialect === 'python') return readPython(text, framework);
  const reading = readYaml(text, dialect);
  // an alias bomb is not walked for its interpolations
  if (
    dialect !== 'omegaconf' ||
    isPart === true ||
    reading.root === undefined ||
    expandedSize(reading.root, maxValues) > maxValues
  ) {
    return reading;
  }
  const { root, problems } = readOmegaConf(reading.root);
  return { ...reading, root, problems: [...reading.problems, ...problems] };
}

function readText(text: string, options: DocumentOptions): Reading {
  const reading = readSource(text, options);
  if (reading.root === undefined || expandedSize(reading.root, maxValues) <= maxValues) return reading;
  const { problem } = tooManyValues();
  return { ...reading, root: undefined, problems: [problem] };
}

/** The document of a file that could not be read, for whatever reason. */
export function unreadableDocument(
  options: { readonly file: string; readonly dialect: Reader },
  message: string,
  help: string | undefined,
): ConfigDocument {
  const finding: Finding = textRules.unreadable.finding({
    message,
    file: options.file,
    ...(help === undefined ? {} : { help }),
  });
  return {
    ...options,
    root: undefined,
    value: undefined,
    findings: [finding],
    place: () => undefined,
    edit: () => undefined,
    describe: () => [],
  };
}

interface Named {
  readonly file: string;
  readonly text: string;
}

/** A template, or data in another language, lies beside configs now and then. */
function helpForAny({ file, text }: Named): string {
  const outside = `take it out of files in the policy ("!${file}")`;
  return isTemplate(text)
    ? `this looks like a Jinja template, which is not supported: name the file that is made of it, and ${outside}`
    : `fix the text; if it is not a config, ${outside}`;
}

/** `{% for … %}` or `{# … #}` at the beginning of a line, which no YAML, JSON or TOML has outside of a text. */
function isTemplate(text: string): boolean {
  return /^[ \t]*\{[%#]/m.test(text);
}

/** Offsets in a message (see `firstAt`) become lines here. */
function findingOf(problem: Problem, document: Named, lines: LineIndex): Finding {
  const { rule } = problem;
  const { file } = document;
  const help = problem.help ?? (rule === textRules.unreadable ? helpForAny(document) : undefined);
  const message = problem.message.replaceAll(/@\{(\d+)\}/g, (_, offset: string) => {
    const { line, column } = lines.point(Number(offset));
    return `in line ${line}, column ${column}`;
  });
  const place = lines.place(problem.start, problem.end);
  const severity = problem.severity ?? rule.severity;
  return rule.finding({ severity, message, file, ...place, ...(help === undefined ? {} : { help }) });
}

function placeOf(root: ConfigNode | undefined, path: Path, what: 'key' | 'value', lines: LineIndex) {
  const node = what === 'key' ? keyAt(root, path) : nodeAt(root, path);
  return node === undefined ? undefined : lines.place(node.start, node.end);
}

/** A list item has no key: its value stands for it. */
function keyAt(root: ConfigNode | undefined, path: Path): ConfigNode | undefined {
  const last = path.at(-1);
  const parent = nodeAt(root, path.slice(0, -1));
  if (last === undefined || parent?.type !== 'dict') return nodeAt(root, path);
  return parent.entries.get(String(last))?.key;
}
