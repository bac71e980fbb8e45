import { configRules } from '../rules/rules.ts';
import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import { allConstraints, hair } from './constraints.ts';
import {
  parameterAt,
  type Constraints,
  type Parameter,
  type Registry,
  type RegistryNode,
} from './registry.ts';

type Check = (parameter: Parameter, registry: Registry) => string | undefined;

/** Of a parameter and of each item of a list. */
const constraintChecks: readonly ((constraints: Constraints) => string | undefined)[] = [
  rangeProblem,
  multipleProblem,
  enumProblem,
  patternProblem,
  misplaced,
];

const checks: readonly Check[] = [
  ...constraintChecks.flatMap((check): Check[] => [
    (parameter) => check(parameter),
    ({ items }) => (items === undefined ? undefined : check(items)),
  ]),
  ({ types, items }) =>
    items === undefined || types === undefined || types.has('list')
      ? undefined
      : 'items apply to a list, and its type is not list',
  (parameter) =>
    parameter.required && parameter.deprecated !== undefined
      ? 'it is required and deprecated at once'
      : undefined,
  unknownReplacement,
  belowValue,
  (parameter) => (parameter.steps.includes('') ? 'its path has an empty step' : undefined),
  (parameter) =>
    parameter.steps.slice(0, -1).includes('**') ? '** may stand only at the end of a path' : undefined,
];

/** What in a registry contradicts itself: no config could satisfy it, or it would never apply. */
export function contradictions(registry: Registry, document: ConfigDocument): Finding[] {
  return [...registry.parameters.values()].flatMap((parameter) =>
    checks.flatMap((check) => {
      const problem = check(parameter, registry);
      return problem === undefined ? [] : [findingOf(parameter, problem, document)];
    }),
  );
}

function findingOf(parameter: Parameter, problem: string, document: ConfigDocument): Finding {
  return configRules['registry-invalid'].finding({
    message: `${parameter.path}: ${problem}`,
    file: document.file,
    ...document.place(['parameters', parameter.path], 'key'),
    help: 'fix the registry',
  });
}

function rangeProblem({ min, max, minItems, maxItems }: Constraints): string | undefined {
  if (min !== undefined && max !== undefined && min > max) return `min ${min} is above max ${max}`;
  if (minItems === undefined || maxItems === undefined || minItems <= maxItems) return undefined;
  return `min-items ${minItems} is above max-items ${maxItems}`;
}

function multipleProblem({ min, max, multipleOf }: Constraints): string | undefined {
  if (min === undefined || max === undefined || multipleOf === undefined || min > max) return undefined;
  if (Math.floor(max / multipleOf + hair) >= Math.ceil(min / multipleOf - hair)) return undefined;
  return `no multiple of ${multipleOf} lies between min ${min} and max ${max}`;
}

function enumProblem(constraints: Constraints): string | undefined {
  for (const value of constraints.enum ?? []) {
    const fault = enumFault(value, constraints);
    if (fault !== undefined) return `its enum allows ${JSON.stringify(value)}, which is ${fault}`;
  }
  return undefined;
}

/** What the other constraints say of a value that an enumeration allows. */
function enumFault(value: unknown, constraints: Constraints): string | undefined {
  const { multipleOf, types } = constraints;
  if (types !== undefined && !kindsOf(value).some((kind) => types.has(kind))) return 'not of its type';
  const faults: { readonly [Key in keyof Constraints]?: string } = {
    min: 'outside min and max',
    max: 'outside min and max',
    multipleOf: `not a multiple of ${multipleOf}`,
    pattern: 'not matched by its pattern',
  };
  const broken = allConstraints.find(
    ({ key, breach }) => faults[key] !== undefined && breach(value, constraints, []) !== undefined,
  );
  return broken && faults[broken.key];
}

function kindsOf(value: unknown) {
  if (value === null) return ['NoneType'] as const;
  if (typeof value === 'number') return ['int', 'float'] as const;
  if (typeof value === 'boolean') return ['bool'] as const;
  if (Array.isArray(value)) return ['list'] as const;
  return typeof value === 'string' ? (['str', 'date', 'datetime'] as const) : (['dict'] as const);
}

function patternProblem({ pattern }: Constraints): string | undefined {
  return pattern === undefined || pattern.compiled.ok
    ? undefined
    : `its pattern cannot be used: ${pattern.compiled.problem}`;
}

/** A constraint that says nothing of any of the types would never apply. */
function misplaced(constraints: Constraints): string | undefined {
  const { types } = constraints;
  if (types === undefined) return undefined;
  for (const { key, appliesTo } of allConstraints) {
    if (constraints[key] === undefined || !appliesTo || appliesTo.types.some((type) => types.has(type)))
      continue;
    const name = key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `${name} applies to ${appliesTo.what}, and its type is ${[...types].join(' or ')}`;
  }
  return undefined;
}

function belowValue({ steps, types }: Parameter, registry: Registry): string | undefined {
  if (types === undefined || types.has('dict') || types.has('list')) return undefined;
  const node = steps.reduce<RegistryNode | undefined>(
    (above, step) => above?.children.get(step),
    registry.root,
  );
  const [below] = node?.children.keys() ?? [];
  return below === undefined
    ? undefined
    : `its type is ${[...types].join(' or ')}, and yet ${below} is registered below it: add dict`;
}

function unknownReplacement(parameter: Parameter, registry: Registry): string | undefined {
  const { replacedBy } = parameter;
  if (replacedBy === undefined || parameterAt(registry, replacedBy.split('.')) !== undefined)
    return undefined;
  return `it is replaced by ${replacedBy}, which is not registered`;
}
