import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../document.ts';
import { compilePattern } from '../pattern/compile.ts';
import { parameterAt, type Constraints, type Parameter, type Registry } from './model.ts';

type Check = (parameter: Parameter, registry: Registry) => string | undefined;

const checks: readonly Check[] = [
  (parameter) => rangeProblem(parameter),
  (parameter) => (parameter.items === undefined ? undefined : rangeProblem(parameter.items)),
  badEnum,
  badPattern,
  (parameter) => (parameter.items === undefined ? undefined : patternProblem(parameter.items)),
  (parameter) =>
    parameter.required && parameter.deprecated !== undefined
      ? 'it is required and deprecated at once'
      : undefined,
  unknownReplacement,
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
  return {
    rule: 'config/registry-invalid',
    severity: 'error',
    message: `${parameter.path}: ${problem}`,
    file: document.file,
    ...document.place(['parameters', parameter.path], 'key'),
    help: 'mend the registry',
  };
}

function rangeProblem({ min, max, minItems, maxItems }: Constraints): string | undefined {
  if (min !== undefined && max !== undefined && min > max) return `min ${min} is above max ${max}`;
  if (minItems === undefined || maxItems === undefined || minItems <= maxItems) return undefined;
  return `min-items ${minItems} is above max-items ${maxItems}`;
}

function badEnum({ enum: allowed, min, max, types }: Parameter): string | undefined {
  const outside = allowed?.find(
    (value) => typeof value === 'number' && (value < (min ?? value) || value > (max ?? value)),
  );
  if (outside !== undefined)
    return `its enum allows ${JSON.stringify(outside)}, which is outside min and max`;
  const other = allowed?.find(
    (value) => types !== undefined && !kindsOf(value).some((kind) => types.has(kind)),
  );
  return other === undefined
    ? undefined
    : `its enum allows ${JSON.stringify(other)}, which is not of its type`;
}

function kindsOf(value: unknown) {
  if (value === null) return ['NoneType'] as const;
  if (typeof value === 'number') return ['int', 'float'] as const;
  if (typeof value === 'boolean') return ['bool'] as const;
  if (Array.isArray(value)) return ['list'] as const;
  return typeof value === 'string' ? (['str', 'date', 'datetime'] as const) : (['dict'] as const);
}

function badPattern(parameter: Parameter): string | undefined {
  if (parameter.pattern !== undefined && parameter.types?.has('str') === false) {
    return 'a pattern applies to text, and its type is not str';
  }
  return patternProblem(parameter);
}

function patternProblem({ pattern }: Constraints): string | undefined {
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  return compiled === undefined || compiled.ok
    ? undefined
    : `its pattern cannot be used: ${compiled.problem}`;
}

function unknownReplacement(parameter: Parameter, registry: Registry): string | undefined {
  const { replacedBy } = parameter;
  if (replacedBy === undefined || parameterAt(registry, replacedBy.split('.')) !== undefined)
    return undefined;
  return `it is replaced by ${replacedBy}, which is not registered`;
}
