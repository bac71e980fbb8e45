import { flag, integer, list, readFields, text, type Field } from '../../kernel/fields.ts';
import type { ActionContext } from '../../runner/run-action.ts';

/** One `name=value` a line. */
const pairs: Field<readonly (readonly [string, string])[]> = {
  expects: 'one name=value a line',
  parse: (raw) => {
    const read = linesOf(raw).map((line) => /^([^=]*[^=\s])\s*=\s*(.*)$/s.exec(line));
    return read.includes(null)
      ? undefined
      : read.map((match) => [match?.[1] ?? '', match?.[2] ?? ''] as const);
  },
};

/** One artifact a line: `kind id`, and its digest behind it. */
const artifacts: Field<readonly Artifact[]> = {
  expects: 'one `kind id [digest]` a line, such as `image qwen3-vl:pr-89 sha256:…`',
  parse: (raw) => {
    const read = linesOf(raw).map((line) => /^(\S+)\s+(\S+)(?:\s+(\S+:\S+))?$/.exec(line));
    return read.includes(null)
      ? undefined
      : read.map((match): Artifact => {
          const [, kind = '', id = '', digest] = match ?? [];
          return { kind, id, ...(digest === undefined ? {} : { digest }) };
        });
  },
};

function linesOf(raw: string): string[] {
  const lines = raw.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

export interface Artifact {
  readonly kind: string;
  readonly id: string;
  readonly digest?: string;
}

const fields = {
  record: text('JSON'),
  file: text('a path'),
  from: artifacts,
  to: artifacts,
  id: text('an id'),
  service: text('a name'),
  command: text('a command'),
  seed: integer({ min: 0 }),
  configs: list,
  locks: list,
  parameters: pairs,
  metrics: pairs,
  results: list,
  reports: list,
  compact: flag,
  remote: text('the name of a remote'),
  'working-directory': text('a folder'),
  'github-token': text('a token'),
};

export function readRecordInputs(context: ActionContext) {
  const values = readFields(fields, context.input);
  return {
    ...values,
    compact: values.compact ?? false,
    remote: values.remote ?? 'origin',
    workingDirectory: values['working-directory'] ?? '.',
    token: values['github-token'],
  };
}

export type RecordInputs = ReturnType<typeof readRecordInputs>;
