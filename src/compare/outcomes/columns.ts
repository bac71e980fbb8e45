/** Under which names files of outcomes keep what is needed: plain tables, OpenTelemetry, Langfuse, LiteLLM. */
import { field } from '../../regression/index.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Columns that the user names; a dot leads into an object: `metadata.variant`. */
export interface ColumnNames {
  readonly unit?: string;
  readonly arm?: string;
  readonly outcome?: string;
  readonly time?: string;
}

/** The first that a file has is taken. */
export const aliases = {
  unit: [
    'unit',
    'unit_id',
    // Of LiteLLM, where `user` is the owner of the key.
    'end_user',
    'user',
    'user_id',
    'userId',
    'userid',
    'enduser.id',
    'user.id',
    'trace.userId',
    'subject',
    'subject_id',
    'participant',
    'visitor_id',
    'client_id',
    'session',
    'session_id',
    'sessionId',
    'session.id',
    'trace.sessionId',
    'conversation_id',
    'gen_ai.conversation.id',
    'traceId',
    'trace_id',
    'request_id',
    'gen_ai.response.id',
    'id',
  ],
  arm: [
    'arm',
    'variant',
    'variation',
    'treatment',
    'group',
    'bucket',
    'experiment_arm',
    'experiment.variant',
    'feature_flag.result.variant',
    'feature_flag.variant',
    'metadata.arm',
    'metadata.variant',
    'trace.metadata.arm',
    'trace.metadata.variant',
    'metadata.requester_metadata.arm',
    'metadata.requester_metadata.variant',
    'trace.version',
    'version',
    'trace.release',
    'release',
    'service.version',
    'model_version',
    'gen_ai.response.model',
    'gen_ai.request.model',
    'model_id',
    'model',
  ],
  outcome: [
    'outcome',
    'converted',
    'conversion',
    'success',
    'reward',
    'gen_ai.evaluation.score.value',
    'gen_ai.evaluation.score.label',
    'score',
    'value',
    'result',
    'rating',
    'resolved',
    'correct',
    'passed',
  ],
  time: [
    'time',
    'timestamp',
    'ts',
    'at',
    'datetime',
    'date',
    'day',
    'event_time',
    'created_at',
    'createdAt',
    'startTime',
    'start_time',
    'observed_at',
  ],
  metric: ['metric', 'metric_name', 'gen_ai.evaluation.name'],
  cost: ['cost', 'cost_usd', 'response_cost', 'total_cost', 'totalCost', 'spend'],
  latency: ['latency', 'latency_ms', 'latency_s', 'response_time', 'duration', 'duration_ms'],
} as const;

/** An evaluation of OpenTelemetry has a score, a label, or both. */
const scoreAndLabel = ['gen_ai.evaluation.score.value', 'gen_ai.evaluation.score.label'] as const;

/** The column that says the same where the one of this name is empty. */
export function otherThan(name: string): string | undefined {
  const [value, label] = scoreAndLabel;
  return name === value ? label : name === label ? value : undefined;
}

/** The value under a name, or down a dotted path; an object may be the text of one, as in a CSV. */
export function valueAt(row: Row, name: string): unknown {
  const own = field(row, name);
  if (own !== undefined || !name.includes('.')) return own;
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const inner = objectIn(field(row, name.slice(0, dot)));
    if (inner !== undefined) return valueAt(inner, name.slice(dot + 1));
  }
  return undefined;
}

function objectIn(value: unknown): Row | undefined {
  const parsed = typeof value === 'string' && value.startsWith('{') ? parsedJson(value) : value;
  return isObject(parsed) ? parsed : undefined;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the names that the row has, as the row spells it: `Arm` is `arm`. */
export function nameIn(row: Row, names: readonly string[]): string | undefined {
  const keys = new Map(Object.keys(row).map((key) => [key.toLowerCase(), key]));
  for (const name of names) {
    if (valueAt(row, name) !== undefined) return name;
    const key = keys.get(name.toLowerCase());
    if (key !== undefined && row[key] !== undefined) return key;
  }
  return undefined;
}
