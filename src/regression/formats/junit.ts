/** JUnit's XML, as pytest, Vitest and most test runners write it: each test case is a sample that passes or fails. */
import type { Sink } from '../samples/collector.ts';
import type { Status } from '../samples/status.ts';
import { unreadable, wholeFile, type FileFormat } from './reader.ts';
import { statusOfFailure } from './status-fields.ts';
import { attribute, walkXml, type XmlHandler } from './xml.ts';

const largestReport = 256 * 1024 * 1024;

export const junit: FileFormat = {
  name: 'JUnit XML',
  supports: (path) => path.endsWith('.xml'),
  open: (path, sink) => wholeFile(path, sink, largestReport, (bytes) => readReport(path, bytes, sink)),
};

function readReport(path: string, bytes: Uint8Array, sink: Sink): void {
  const cases = new Cases(path, sink);
  const reason = walkXml(new TextDecoder().decode(bytes), cases) ?? cases.reason;
  if (reason !== undefined)
    sink.problem({
      ...unreadable(path, `This XML cannot be read: ${reason}${reason.endsWith('?') ? '' : '.'}`),
      help: 'Give a whole JUnit report (pytest: --junit-xml=report.xml), or results as JSON, JSONL or CSV (promptfoo: -o out.json).',
    });
}

interface Case {
  readonly id: string;
  passed: boolean;
  skipped: boolean;
  status: Status | undefined;
}

class Cases implements XmlHandler {
  readonly #path: string;
  readonly #sink: Sink;
  readonly #open: string[] = [];
  #case: Case | undefined;
  #suite = '';
  #root: string | undefined;

  constructor(path: string, sink: Sink) {
    this.#path = path;
    this.#sink = sink;
  }

  /** What is wrong with the document as a whole, if so. */
  get reason(): string | undefined {
    if (this.#open.length > 0) return 'it ends before its elements do; was the file cut?';
    return this.#root === 'testsuites' || this.#root === 'testsuite'
      ? undefined
      : 'it is not a report of tests (testsuites, testsuite)';
  }

  open(name: string, attributes: string): void {
    this.#root ??= name;
    this.#open.push(name);
    if (name === 'testsuite') this.#suite = attribute(attributes, 'name') ?? '';
    else if (name === 'testcase') this.#case = caseOf(attributes, this.#suite);
    else if (this.#case !== undefined) mark(this.#case, name, attributes);
  }

  text(): void {
    // What a test printed says nothing of how it ended.
  }

  close(name: string): void {
    this.#open.pop();
    if (name !== 'testcase' || this.#case === undefined) return;
    const { id, passed, skipped, status } = this.#case;
    this.#case = undefined;
    // A test that did not run is on this side not a sample.
    if (skipped) return;
    this.#sink.sample({
      id,
      scores: new Map([['pass_rate', Number(passed)]]),
      slices: [],
      ...(status !== undefined && { status }),
      file: this.#path,
    });
  }
}

function caseOf(attributes: string, suite: string): Case {
  const place = attribute(attributes, 'classname') ?? suite;
  const name = attribute(attributes, 'name') ?? '';
  return { id: place === '' ? name : `${place}::${name}`, passed: true, skipped: false, status: undefined };
}

/** A failure is an assertion that does not hold; an error is what kept the test from being made. */
function mark(test: Case, name: string, attributes: string): void {
  if (name === 'skipped') test.skipped = true;
  if (name !== 'failure' && name !== 'error') return;
  test.passed = false;
  if (name === 'error') test.status = statusOfFailure(attribute(attributes, 'message') ?? 'error') ?? 'error';
}
