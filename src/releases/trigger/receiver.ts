/** What a workflow that is started by `workflow_dispatch` takes, and whether what it would be sent fits. */
import { isRecord } from '../../kernel/record.ts';

export interface ReceiverInput {
  readonly name: string;
  /** It must be given: it is required and has no default. */
  readonly needed: boolean;
  /** `string`, `boolean`, `number`, `choice`, `environment`. */
  readonly type: string;
  readonly options: readonly string[];
}

/** What is wrong and what to do about it. */
export interface InputProblem {
  readonly problem: string;
  readonly fix: string;
}

type Inputs = Readonly<Record<string, string>>;

/** GitHub's limits of a `workflow_dispatch`. */
const mostInputs = 25;
const mostCharacters = 65_535;

/** GitHub's limits of a `repository_dispatch`. */
const mostProperties = 10;
const mostTypeCharacters = 100;

/** The inputs that the file of a workflow declares, from its plain value; `undefined` where nothing can dispatch it. */
export function receiverInputs(workflow: unknown): ReceiverInput[] | undefined {
  const on = isRecord(workflow) ? workflow['on'] : undefined;
  const names = Array.isArray(on) ? on : [on];
  if (names.includes('workflow_dispatch')) return [];
  if (!isRecord(on) || !Object.hasOwn(on, 'workflow_dispatch')) return undefined;
  const trigger = on['workflow_dispatch'];
  const inputs = isRecord(trigger) ? trigger['inputs'] : undefined;
  return isRecord(inputs) ? Object.entries(inputs).map(([name, input]) => receiverInput(name, input)) : [];
}

function receiverInput(name: string, declared: unknown): ReceiverInput {
  const input = isRecord(declared) ? declared : {};
  const { type, options } = input;
  return {
    name,
    needed: input['required'] === true && (input['default'] ?? '') === '',
    type: typeof type === 'string' ? type : 'string',
    options: Array.isArray(options) ? options.map(String) : [],
  };
}

/** What of the inputs the receiver would refuse: names, what it needs, and types. GitHub compares names without case. */
export function unfitInputs(declared: readonly ReceiverInput[], sent: Inputs): InputProblem[] {
  const known = new Set(declared.map(({ name }) => name.toLowerCase()));
  const undeclared = Object.keys(sent).filter((name) => !known.has(name.toLowerCase()));
  const values = new Map(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
  const missing = declared.filter(
    ({ name, needed }) => needed && (values.get(name.toLowerCase()) ?? '') === '',
  );
  return [
    ...(undeclared.length === 0 ? [] : [notDeclared(undeclared)]),
    ...(missing.length === 0 ? [] : [notGiven(missing.map(({ name }) => name))]),
    ...declared.flatMap((input) => unfitValue(input, values.get(input.name.toLowerCase()) ?? '')),
  ];
}

function notDeclared(names: readonly string[]): InputProblem {
  return {
    problem: `it does not declare ${names.join(', ')}`,
    fix: `Add ${names.map((name) => `\`${name}: { type: string }\``).join(', ')} under \`on: workflow_dispatch: inputs:\` of the workflow.`,
  };
}

function notGiven(names: readonly string[]): InputProblem {
  const example = JSON.stringify(Object.fromEntries(names.map((name) => [name, '…'])));
  return {
    problem: `it requires ${names.join(', ')}, and nothing is given for ${names.length === 1 ? 'it' : 'them'}`,
    fix: `Give the action \`inputs: '${example}'\`, or give them a default in the workflow.`,
  };
}

/** An input that is left empty has the receiver's default. */
function unfitValue({ name, type, options }: ReceiverInput, value: string): InputProblem[] {
  const expected = value === '' ? undefined : expectedOf(type, options, value);
  if (expected === undefined) return [];
  const problem = `its input ${name} takes ${expected}, not "${value.slice(0, 100)}"`;
  return [{ problem, fix: `Give ${expected}, or declare ${name} with \`type: string\`.` }];
}

function expectedOf(type: string, options: readonly string[], value: string): string | undefined {
  if (type === 'choice' && !options.includes(value)) return `one of ${options.join(', ')}`;
  if (type === 'boolean' && !/^(?:true|false)$/.test(value)) return 'true or false';
  return type === 'number' && !Number.isFinite(Number(value)) ? 'a number' : undefined;
}

/** What is beyond the limits of a `workflow_dispatch`. */
export function tooManyInputs(sent: Inputs): InputProblem[] {
  const count = Object.keys(sent).length;
  return [
    ...(count > mostInputs
      ? [overLimit(`${count} inputs are more than the ${mostInputs} that GitHub takes`)]
      : []),
    ...tooLong(sent, 'inputs'),
  ];
}

/** What is beyond the limits of a `repository_dispatch`. */
export function tooLargeEvent(eventType: string, payload: Readonly<Record<string, unknown>>): InputProblem[] {
  const count = Object.keys(payload).length;
  return [
    ...(eventType.length > mostTypeCharacters
      ? [overLimit(`an event type of ${eventType.length} characters is longer than ${mostTypeCharacters}`)]
      : []),
    ...(count > mostProperties
      ? [
          overLimit(
            `${count} properties in the payload, the request among them, are more than the ${mostProperties} that GitHub takes`,
          ),
        ]
      : []),
    ...tooLong(payload, 'payload'),
  ];
}

function tooLong(sent: Readonly<Record<string, unknown>>, what: string): InputProblem[] {
  const { length } = JSON.stringify(sent);
  if (length <= mostCharacters) return [];
  return [overLimit(`${what} of ${length} characters are more than the ${mostCharacters} that GitHub takes`)];
}

function overLimit(problem: string): InputProblem {
  return { problem, fix: 'Put the values into one JSON object (`extra`), or send less.' };
}
