import type { Intent } from './statements.ts';
import type { LockChange } from './lock-change.ts';
import type { Statement } from '../model.ts';
import { pypiName } from '../../pep440/names.ts';

export type Intents = (name: string) => Intent;

/** Statements by name, under the PyPI name, with those about every package. */
export function intentIndex({ intentBase, intentHead, before, after, file }: LockChange): Intents {
  const base = statementsByName(intentBase);
  const head = statementsByName(intentHead);
  const pick = (index: Map<string, Statement[]>, name: string): Statement[] => [
    ...(index.get(pypiName(name)) ?? []),
    ...(index.get('*') ?? []),
  ];
  const own = before.generated || after.generated ? undefined : statementsByName(before.statements);
  return (name) => ({
    base: pick(base, name),
    head: pick(head, name),
    ...(own === undefined ? {} : { handWritten: { file, before: pick(own, name) } }),
  });
}

function statementsByName(statements: readonly Statement[]): Map<string, Statement[]> {
  const map = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = pypiName(statement.name);
    const list = map.get(key);
    if (list === undefined) map.set(key, [statement]);
    else list.push(statement);
  }
  return map;
}
