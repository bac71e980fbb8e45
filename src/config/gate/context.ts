import { configRules } from '../rules/rules.ts';
import {
  type Checkpoint,
  type ConfigSettings,
  readTeamSchema,
  type Registry,
  type TeamSchema,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import type { FileTree, Ports } from '../../ports/index.ts';
import { readCheckpoint } from './checkpoint.ts';
import { concerns } from './select.ts';
import { readRegistries } from './registries.ts';

/** What every config of a change is held against. */
export interface JudgeContext {
  readonly settings: ConfigSettings;
  readonly registry?: Registry;
  readonly baseRegistry?: Registry;
  readonly schema?: TeamSchema;
  /** The schema that holds is that of the merge base, not one that the change brings. */
  readonly isSchemaOfBase: boolean;
  readonly checkpoint?: Checkpoint;
}

export interface Gathered {
  readonly context: JudgeContext;
  /** What is wrong with the registry or the schema, or changes in them. */
  readonly findings: readonly Finding[];
}

/** Reads the registry at head and base, and the team's JSON Schema. */
export async function gatherContext(settings: ConfigSettings, ports: Ports): Promise<Gathered> {
  const registries = await readRegistries(settings.registry, ports);
  const { schema, isOfBase, findings } = await schemaOf(settings, ports);
  const context: JudgeContext = {
    settings,
    ...(registries.head === undefined ? {} : { registry: registries.head }),
    ...(registries.base === undefined ? {} : { baseRegistry: registries.base }),
    ...(schema === undefined ? {} : { schema }),
    isSchemaOfBase: isOfBase,
  };
  return { context, findings: [...registries.findings, ...findings] };
}

/** What belongs to a model folder has names of its own. */
export function withoutRegistry({ settings }: JudgeContext): JudgeContext {
  return { settings: { ...settings, expressions: [] }, isSchemaOfBase: false };
}

/** Checkpoints are large and seldom in git: they are looked for among the files on disk. */
export async function withCheckpoint(context: JudgeContext, { workspace }: Ports): Promise<JudgeContext> {
  const path = context.settings.checkpoint;
  return path === undefined ? context : { ...context, checkpoint: await readCheckpoint(workspace, path) };
}

/** The schema of the merge base, so that no change weakens it; that of the head where the base has none. */
async function schemaOf(
  { schema: file }: ConfigSettings,
  { change }: Ports,
): Promise<{ schema?: TeamSchema; isOfBase: boolean; findings: readonly Finding[] }> {
  if (file === undefined) return { isOfBase: false, findings: [] };
  const atBase = await change.base.read(file);
  const bytes = atBase ?? (await change.head.read(file));
  const isOfBase = atBase !== undefined;
  if (bytes === undefined) return { isOfBase, findings: [absent(file)] };
  const changed = isOfBase && change.files.some((each) => concerns(each, file));
  const { findings, ...read } = await readTeamSchema(bytes, file);
  const later = changed ? await laterFindings(file, change.head) : [];
  return { ...read, isOfBase, findings: [...findings, ...later] };
}

/** What the schema of the head means once it is merged: then it must be one. */
async function laterFindings(file: string, head: FileTree): Promise<readonly Finding[]> {
  const bytes = await head.read(file);
  const problems = bytes === undefined ? [removed(file)] : (await readTeamSchema(bytes, file)).findings;
  return [...problems, schemaChanged(file)];
}

function removed(file: string): Finding {
  return configRules['schema-invalid'].finding({
    file,
    message: 'this change removes the JSON Schema, and the policy of the merge base still names it',
    help: 'keep the schema; to remove or move it, change schema in the policy first',
  });
}

function absent(file: string): Finding {
  return configRules['schema-invalid'].finding({
    file,
    message: 'there is no such JSON Schema',
    help: 'correct schema in the policy, or add the file',
  });
}

function schemaChanged(file: string): Finding {
  return configRules['registry-changed'].finding({
    file,
    message: 'this change alters the JSON Schema; the configs were held against that of the merge base',
    help: 'have it approved by the owners of the schema',
  });
}
