/** The one place that knows how evaluation tools spell what became of a sample. */
import { isRecord } from '../../kernel/record.ts';
import type { Status } from '../samples/status.ts';
import { field, looksNumeric, scalarText, type Row } from './own-fields.ts';

/** Fields that contain the words of a failure, or nothing. */
const failureFields = [
  'error',
  'error_message',
  'errorMessage',
  'exception',
  'exc_info',
  'traceback',
  'inference_error',
  'api_error',
];

/** Fields in which an API says why the model stopped: `finish_reason: length`. */
const finishFields = [
  'finish_reason',
  'finishReason',
  'stop_reason',
  'stopReason',
  'native_finish_reason',
  'block_reason',
  'blockReason',
];

/** Fields that name a state: `status: timeout`. */
const stateFields = ['status', 'state', 'failure_mode', 'error_type', 'exception_type', 'outcome'];

/** Fields with a code of HTTP: 429, 504. */
const codeFields = ['status_code', 'statusCode', 'http_status', 'error_code', 'errorCode'];

/** Flags that say it by being true. */
const flagFields: Readonly<Record<string, Status>> = {
  timed_out: 'timeout',
  timedout: 'timeout',
  timeout: 'timeout',
  is_timeout: 'timeout',
  truncated: 'truncated',
  is_truncated: 'truncated',
  max_tokens_reached: 'truncated',
  is_error: 'error',
  has_error: 'error',
  failed_to_parse: 'unparsed',
  parse_error: 'unparsed',
  parsing_error: 'unparsed',
  filtered: 'filtered',
  content_filtered: 'filtered',
  blocked: 'filtered',
};

/** Flags that say by being false that no answer was found. */
const parsedFields = ['parsed', 'is_parsed', 'parse_success', 'parsed_ok'];

/** Objects of a row in which an API's whole answer is kept, or what is said about the sample; of a list the first counts. */
const containers = new Set([
  'response',
  'raw_response',
  'api_response',
  'model_response',
  'llm_response',
  'completion',
  'generation',
  'output',
  'model_output',
  'result',
  'sample',
  'metadata',
  'meta',
  'info',
  'choices',
  'candidates',
  'message',
  'promptFeedback',
  'prompt_feedback',
]);
const deepest = 3;

/** Words for a state, in lower case with single underscores. */
const states: readonly (readonly [Status, RegExp])[] = [
  ['timeout', /^(?:time_?out|timed_?out|time_limit|agent_timeout|test_timeout|deadline_exceeded|tle)$/],
  [
    'truncated',
    /^(?:length|max_tokens|max_output_tokens|max_length|token_limit|truncated|model_length|context_length_exceeded|model_context_window_exceeded|error_limit|incomplete)$/,
  ],
  [
    'filtered',
    /^(?:content_filter(?:ed)?|filtered|safety|blocked|blocklist|recitation|prohibited_content|guardrail_intervened|spii|image_safety|error_toxic)$/,
  ],
  [
    'unparsed',
    /^(?:unparsed|parse_error|parsing_error|parse_failed|invalid_format|invalid_output|unparsable|unparseable|malformed_function_call)$/,
  ],
  [
    'error',
    /^(?:error|errored|exception|crash(?:ed)?|cancell?ed|abort(?:ed)?|killed|oom|(?:cuda_)?out_of_memory|unknown_agent_error|api_error|rate_limited|infra_error|internal_error)$/,
  ],
];

const timeoutWords = /\btime(?:d|s)?[ -]?out\b|timeout|deadline exceeded/i;

/** What the row says became of its sample, in its own fields or in the answer of an API within it; `undefined` where it says nothing, or that all went well. */
export function statusOf(row: Row, depth = 0): Status | undefined {
  // OpenAI's responses: `status: incomplete` by itself does not say why.
  const why = Object.hasOwn(row, 'incomplete_details')
    ? statusOfFinish(field(field(row, 'incomplete_details'), 'reason'))
    : undefined;
  if (why !== undefined) return why;
  for (const name of Object.keys(row)) {
    const value = row[name];
    const status = readers.get(name)?.(value) ?? statusWithin(name, value, depth);
    if (status !== undefined) return status;
  }
  return undefined;
}

function statusWithin(name: string, value: unknown, depth: number): Status | undefined {
  if (typeof value !== 'object' || value === null || depth === deepest || !containers.has(name))
    return undefined;
  const part: unknown = Array.isArray(value) ? value[0] : value;
  if (!isRecord(part)) return undefined;
  return statusOf(part, depth + 1) ?? (isRefused(part) ? 'filtered' : undefined);
}

/** OpenAI's message in place of an answer. */
function isRefused(part: Row): boolean {
  const refusal = field(part, 'refusal');
  return typeof refusal === 'string' && refusal !== '';
}

/** What a row's state says of the words in use there: that runs complete, that one failed; `undefined` for anything else. */
export function runStateOf(row: Row): 'completed' | 'failed' | undefined {
  for (const name of runFields) {
    if (!Object.hasOwn(row, name)) continue;
    const word = scalarText(row[name])?.trim().toLowerCase() ?? '';
    if (/^(?:completed?|done|finished)$/.test(word)) return 'completed';
    if (/^(?:failed|failure)$/.test(word)) return 'failed';
  }
  return undefined;
}

const runFields = ['status', 'state'];

/** By the word of a state: `length`, `MAX_TOKENS`, `content-filter`, `timeout`; `undefined` for any other. */
export function statusOfWord(value: unknown): Status | undefined {
  if (Array.isArray(value)) return value.length === 1 ? statusOfWord(value[0]) : undefined;
  const word = scalarText(value)
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (word === undefined || word === '' || word.length > longestWord) return undefined;
  return states.find(([, words]) => words.test(word))?.[0];
}

/** By why the model stopped: as `statusOfWord`, and `refusal` of Anthropic's API. */
export function statusOfFinish(value: unknown): Status | undefined {
  return statusOfWord(value) ?? (scalarText(value)?.toLowerCase() === 'refusal' ? 'filtered' : undefined);
}

/** By the words of a failure: a timeout where they name one, else an error; `undefined` where there are none. */
export function statusOfFailure(value: unknown): Status | undefined {
  if (Array.isArray(value)) return value.length > 0 ? statusOfFailure(value[0]) : undefined;
  const text = isRecord(value) ? failureText(value) : scalarText(value)?.trim();
  // A fraction is how far off the answer is.
  if (text === undefined || /^-?\d*\.\d*[1-9]/.test(text)) return undefined;
  if (noFailure.has(text.toLowerCase()) || testFailure.test(text.slice(0, 200))) return undefined;
  return timeoutWords.test(text.slice(0, mostFailureText)) ? 'timeout' : 'error';
}

const longestWord = 40;
const mostFailureText = 2000;

/** Where code is judged, the words of a failed test are an answer that is wrong. */
const testFailure = /\bAssertion(?:Error)?\b|\bwrong answer\b|\btests? failed\b|\bfailed tests?\b/i;

/** How "there was none" is written. */
const noFailure = new Set(['', 'none', 'null', 'nan', 'false', '0', 'no', 'n/a', 'unset', '{}', '[]']);

function failureText(failure: Row): string | undefined {
  if (Object.keys(failure).length === 0) return undefined;
  return scalarText(field(failure, 'message') ?? field(failure, 'type') ?? field(failure, 'name')) ?? 'error';
}

/** By a code of HTTP from 400 on: 408 and 504 are timeouts. */
function statusOfCode(value: unknown): Status | undefined {
  const code = scalarText(value)?.trim() ?? '';
  if (!/^[45]\d\d$/.test(code)) return undefined;
  return code === '408' || code === '504' ? 'timeout' : 'error';
}

const readers: ReadonlyMap<string, (value: unknown) => Status | undefined> = new Map([
  ...codeFields.map((name) => [name, statusOfCode] as const),
  ...stateFields.map(
    (name) => [name, (value: unknown) => statusOfWord(value) ?? statusOfCode(value)] as const,
  ),
  ...finishFields.map((name) => [name, statusOfFinish] as const),
  ...parsedFields.map(
    (name) => [name, (value: unknown) => (value === false ? 'unparsed' : undefined)] as const,
  ),
  ...Object.entries(flagFields).map(
    // A timeout of 1 is a setting.
    ([name, status]) =>
      [
        name,
        (value: unknown) => (isTrue(value) && (name !== 'timeout' || value !== 1) ? status : undefined),
      ] as const,
  ),
  ...failureFields.map((name) => [name, statusOfFailure] as const),
  // A number of errors is a score.
  ['errors', (value: unknown) => (Array.isArray(value) ? statusOfFailure(value) : undefined)] as const,
]);

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || scalarText(value)?.toLowerCase() === 'true';
}

/** Whether it says how large an error is, and not that there was one. */
export function isErrorAmount(name: string, value: unknown): boolean {
  return (
    name === 'error' && typeof value !== 'boolean' && looksNumeric(value) && Number.isFinite(Number(value))
  );
}

/** Whether a column says what became of a sample, so that it is not a score and no setting. */
export function isStatusField(name: string): boolean {
  return name !== 'errors' && readers.has(name);
}

/** By the words that tools put in place of an answer where the call failed; `undefined` for an answer. */
export function statusOfAnswer(value: unknown): Status | undefined {
  if (typeof value !== 'string' || !/^[[(]?[EFR]/i.test(value)) return undefined;
  return failedAnswer.test(value.slice(0, 100)) ? (statusOfFailure(value) ?? 'error') : undefined;
}

/** VLMEvalKit, and what scripts write by habit. */
const failedAnswer =
  /^(?:failed to obtain answer\b|\[(?:api[ _-]?)?error\]|(?:api|http|request|rate ?limit) ?error\b|error(?: code)?: ?(?:\d{3}\b|http|api|request|timeout))/i;
