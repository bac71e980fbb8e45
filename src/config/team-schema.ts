import { configRules } from './rules/rules.ts';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../report/model.ts';
import { type ConfigDocument, readDocument } from '../documents/document.ts';
import { isRecord } from '../kernel/record.ts';
import { placeOfReference, referenceProblem } from '../documents/schema/references.ts';
import type { Path } from '../documents/tree/node.ts';
import { createAjv } from '../documents/schema/ajv.ts';
import { schemaFindings } from '../documents/schema/validate.ts';

/** A team's own JSON Schema, compiled. */
export interface TeamSchema {
  readonly file: string;
  readonly validate: ValidateFunction;
}

/** Reads a JSON Schema 2020-12 (JSON or YAML 1.2); a finding where it cannot be used. */
export async function readTeamSchema(
  input: string | Uint8Array,
  file: string,
): Promise<{ readonly schema?: TeamSchema; readonly findings: readonly Finding[] }> {
  const document = readDocument(input, { file, dialect: file.endsWith('.json') ? 'json' : 'yaml-1.2' });
  const { value, findings } = document;
  if (document.root === undefined)
    return { findings: findings.map((finding) => configRules['schema-invalid'].finding(finding)) };
  if (typeof value !== 'object' || value === null)
    return { findings: [invalid(file, 'it is not a mapping')] };
  // ajv compiles schemas with prototypes only
  const schema: unknown = JSON.parse(JSON.stringify(value));
  if (!isRecord(schema)) return { findings: [invalid(file, 'it is not a mapping')] };
  const problem = referenceProblem(schema);
  if (problem !== undefined) return { findings: [invalid(file, problem.message, document, problem.path)] };
  const ajv = await createAjv();
  try {
    return { schema: { file, validate: ajv.compile(schema) }, findings: [] };
  } catch (error) {
    return { findings: [uncompiled(error, file, document, schema)] };
  }
}

function uncompiled(
  error: unknown,
  file: string,
  document: ConfigDocument,
  schema: Readonly<Record<string, unknown>>,
): Finding {
  if (error instanceof RangeError) return invalid(file, tooDeep);
  if (!(error instanceof Error)) return invalid(file, 'it cannot be compiled');
  if (!('missingRef' in error)) return invalid(file, error.message.slice(0, 300));
  const reference = String(error.missingRef);
  const problem = reference.startsWith('#')
    ? `${reference.slice(0, 200)} is not in the file`
    : `${reference.slice(0, 200)} is not in the file, and no other is fetched`;
  return invalid(file, problem, document, placeOfReference(schema, reference));
}

const tooDeep = 'its references are nested too deeply, or never end';

function invalid(file: string, problem: string, document?: ConfigDocument, path: Path = []): Finding {
  return configRules['schema-invalid'].finding({
    file,
    ...(path.length === 0 ? {} : document?.place(path, 'value')),
    message: `the JSON Schema cannot be used: ${problem}`,
    help: 'fix the schema (draft 2020-12)',
  });
}

/** What a config breaks of the team's schema. */
export function teamSchemaFindings(document: ConfigDocument, { validate, file }: TeamSchema): Finding[] {
  try {
    return schemaFindings(document, validate, configRules).map((finding) => ({
      ...finding,
      help: finding.help ?? `see ${file}`,
    }));
  } catch (error) {
    // A loop that is seen only with a value: through an `$id`, or a dynamic reference.
    if (error instanceof RangeError) return [invalid(file, tooDeep)];
    throw error;
  }
}
