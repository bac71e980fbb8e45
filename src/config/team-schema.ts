import { configRules } from './rules/rules.ts';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { Finding } from '../report/model.ts';
import { type ConfigDocument, readDocument } from '../documents/document.ts';
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
  if (typeof value !== 'object' || value === null) return { findings: [invalid(file, 'it is no mapping')] };
  // ajv compiles schemas with prototypes only
  const schema: unknown = JSON.parse(JSON.stringify(value));
  if (typeof schema !== 'object' || schema === null) return { findings: [invalid(file, 'it is no mapping')] };
  const ajv = await createAjv();
  try {
    return { schema: { file, validate: ajv.compile(schema) }, findings: [] };
  } catch (error) {
    return {
      findings: [
        invalid(file, error instanceof Error ? error.message.slice(0, 300) : 'it cannot be compiled'),
      ],
    };
  }
}

function invalid(file: string, problem: string): Finding {
  return configRules['schema-invalid'].finding({
    file,
    message: `the JSON Schema cannot be used: ${problem}`,
    help: 'mend the schema (draft 2020-12)',
  });
}

/** What a config breaks of the team's schema. */
export function teamSchemaFindings(document: ConfigDocument, { validate, file }: TeamSchema): Finding[] {
  return schemaFindings(document, validate, configRules).map((finding) => ({
    ...finding,
    help: finding.help ?? `see ${file}`,
  }));
}
