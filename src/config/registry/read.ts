import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import { type ConfigDocument, readDocument } from '../../documents/document.ts';
import type { PythonType } from '../../documents/tree/node.ts';
import { compilePattern } from '../../kernel/pattern/compile.ts';
import { validateWithSchema } from '../../documents/schema/validate.ts';
import { contradictions } from './contradictions.ts';
import type { Constraints, Parameter, Registry, RegistryNode, StructuralReason } from './registry.ts';
import { registrySchema } from './schema.ts';

export interface RegistryResult {
  /** Absent when the registry cannot be used. */
  readonly registry: Registry | undefined;
  /** What is wrong with the registry itself. */
  readonly findings: readonly Finding[];
  readonly document: ConfigDocument;
}

/** Reads a registry (YAML 1.2 or JSON) and checks it against its schema and against itself. */
export async function readRegistry(input: string | Uint8Array, file: string): Promise<RegistryResult> {
  const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
  const findings = [
    ...document.findings,
    ...(await validateWithSchema(document, registrySchema, configRules)),
  ];
  const errors = findings.map((finding) => configRules['registry-invalid'].finding(finding));
  if (errors.some(({ severity }) => severity === 'error'))
    return { registry: undefined, findings: errors, document };
  const parameters = new Map(parametersOf(document.value).map((parameter) => [parameter.path, parameter]));
  const registry: Registry = {
    file,
    parameters,
    root: treeOf(parameters.values()),
    reasons: reasonsOf(document.value),
    ...insertionIn(document, [...parameters.keys()][0], input),
  };
  const wrong = contradictions(registry, document);
  return { registry: wrong.length > 0 ? undefined : registry, findings: [...errors, ...wrong], document };
}

/** Of parameters that stand below `parameters:`, each in a line of its own. */
function insertionIn(
  document: ConfigDocument,
  first: string | undefined,
  input: string | Uint8Array,
): Pick<Registry, 'insertion'> {
  const place = first === undefined ? undefined : document.place(['parameters', first], 'key');
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  const lines = text.split(/\r?\n/);
  const indent = /^ +(?=[\w"'])/.exec(lines[(place?.line ?? 0) - 1] ?? '')?.[0];
  const isBlock = lines.some((line) => /^parameters:\s*(?:#.*)?$/.test(line));
  const isFirst = place !== undefined && place.column === (indent?.length ?? 0) + 1;
  return isBlock && isFirst && indent !== undefined ? { insertion: { line: place.line, indent } } : {};
}

function reasonsOf(value: unknown): StructuralReason[] {
  const reasons = fields(value)['reasons'];
  return (Array.isArray(reasons) ? reasons : []).map((entry) => {
    const { parameter, to, reason } = fields(entry);
    return { parameter: String(parameter), to, reason: String(reason) };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function parametersOf(value: unknown): Parameter[] {
  const parameters = fields(fields(value)['parameters']);
  return Object.entries(parameters).map(([path, spec]) => parameterOf(path, fields(spec)));
}

function parameterOf(path: string, spec: Fields): Parameter {
  return {
    path,
    steps: path.split('.'),
    ...constraintsOf(spec),
    ...(spec['items'] === undefined ? {} : { items: constraintsOf(fields(spec['items'])) }),
    required: spec['required'] === true,
    ...number('seen', spec['seen']),
    kind: spec['kind'] === 'tuning' ? 'tuning' : 'structural',
    ...texts(spec),
  };
}

function texts(spec: Fields): Pick<Parameter, 'owner' | 'since' | 'deprecated' | 'replacedBy' | 'doc'> {
  const deprecated = spec['deprecated'] === true ? 'deprecated' : spec['deprecated'];
  return {
    ...text('owner', spec['owner']),
    ...text('since', spec['since']),
    ...text('deprecated', deprecated === false ? undefined : deprecated),
    ...text('replacedBy', spec['replaced-by']),
    ...text('doc', spec['doc']),
  };
}

function text<K extends string>(key: K, value: unknown): { [P in K]?: string } {
  const made: { [P in K]?: string } = {};
  if (typeof value === 'string' || typeof value === 'number') made[key] = String(value);
  return made;
}

function constraintsOf(spec: Fields): Constraints {
  return {
    types: typesOf(spec['type']),
    ...number('min', spec['min']),
    ...number('max', spec['max']),
    ...number('multipleOf', spec['multiple-of']),
    ...number('minItems', spec['min-items']),
    ...number('maxItems', spec['max-items']),
    ...(Array.isArray(spec['enum']) ? { enum: spec['enum'] } : {}),
    ...pattern(spec['pattern']),
  };
}

function number<K extends string>(key: K, value: unknown): { [P in K]?: number } {
  const made: { [P in K]?: number } = {};
  if (typeof value === 'number') made[key] = value;
  return made;
}

function pattern(source: unknown): Pick<Constraints, 'pattern'> {
  return typeof source === 'string' ? { pattern: { source, compiled: compilePattern(source) } } : {};
}

/** A type of the registry → Python's types. A float parameter may be written as an int: Python computes the same. */
const typeTable: Readonly<Record<string, readonly PythonType[]>> = {
  int: ['int'],
  float: ['float', 'int'],
  number: ['int', 'float'],
  str: ['str'],
  bool: ['bool'],
  null: ['NoneType'],
  list: ['list'],
  dict: ['dict'],
  date: ['date'],
  datetime: ['datetime'],
};

function typesOf(value: unknown): ReadonlySet<PythonType> | undefined {
  const names = [value].flat();
  if (value === undefined || names.includes('any')) return undefined;
  // a bare `null` in YAML is the type null
  return new Set(names.flatMap((name) => typeTable[typeof name === 'string' ? name : 'null'] ?? []));
}

function fields(value: unknown): Fields {
  const made: Record<string, unknown> = Object.create(null);
  return typeof value === 'object' && value !== null ? Object.assign(made, value) : made;
}

interface MutableNode {
  parameter?: Parameter;
  readonly children: Map<string, MutableNode>;
}

function treeOf(parameters: Iterable<Parameter>): RegistryNode {
  const root: MutableNode = { children: new Map() };
  for (const parameter of parameters) {
    let node = root;
    for (const step of parameter.steps) {
      const child = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, child);
      node = child;
    }
    node.parameter = parameter;
  }
  return root;
}
