/** Logs of requests, from a file of any size or from an address. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../kernel/user-error.ts';
import type { Logger } from '../ports/index.ts';
import type { RequestLogs } from '../ports/request-logs.ts';
import { httpPort } from './http.ts';

/** Longest line, and largest document that is not written by lines, in characters. */
const longest = 256 * 1024 * 1024;

export function requestLogs(place: string, cwd: string, log: Logger): RequestLogs {
  return /^https?:\/\//i.test(place) ? logsAt(place, log) : logsIn(place, path.resolve(cwd, place));
}

function logsIn(name: string, file: string): RequestLogs {
  return {
    name,
    linesWith: async function* (texts) {
      const whole = await wholeDocument(name, file);
      if (whole !== undefined) {
        if (texts.some((text) => whole.includes(text))) yield { number: 1, text: whole };
        return;
      }
      let number = 0;
      for await (const text of linesOf(name, file)) {
        number += 1;
        if (texts.some((one) => text.includes(one))) yield { number, text };
      }
    },
  };
}

/** A file whose first line is a part of a JSON document; `undefined` for one with an entry a line. */
async function wholeDocument(name: string, file: string): Promise<string | undefined> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new UserError(`${name} cannot be read`, {
      help: 'Name a file with logs of requests, or an address.',
      cause,
    });
  });
  try {
    const { size } = await handle.stat();
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    const [first = ''] = buffer.subarray(0, bytesRead).toString('utf8').split(/\r?\n/, 1);
    if (!beginsDocument.test(first) || isJson(first) || first.length >= 64 * 1024) return undefined;
    if (size <= longest) return await handle.readFile('utf8');
    throw new UserError(`${name} is one document of ${size} bytes, and is not written by lines`, {
      help: "Write an entry a line: jq -c '.[]'.",
    });
  } finally {
    await handle.close();
  }
}

/** Not a line that begins with a time in brackets. */
const beginsDocument = /^\s*(?:\[\s*(?:$|[{["])|\{\s*(?:$|"))/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function* linesOf(name: string, file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest)
      throw new UserError(`${name} has a line of more than ${longest} characters`, {
        help: 'Write an entry a line.',
      });
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** One answer of at most 1 MiB, as the APIs of Langfuse and of collectors give it. */
function logsAt(address: string, log: Logger): RequestLogs {
  const url = new URL(address);
  const name = `${url.origin}${url.pathname}`;
  const authorization = process.env['TRACES_AUTHORIZATION'];
  return {
    name,
    linesWith: async function* (texts) {
      const outcome = await httpPort(log).send({
        method: 'GET',
        url,
        headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        timeoutMs: 30_000,
        attempts: 3,
        idempotent: true,
        told: () => `${name} did not answer`,
      });
      if (outcome.kind !== 'answer' || outcome.status !== 200)
        throw new UserError(
          `${name} ${outcome.kind === 'answer' ? `answered ${outcome.status}` : 'cannot be reached'}`,
          {
            help: 'Check the address, and the header Authorization in TRACES_AUTHORIZATION.',
          },
        );
      if (texts.some((text) => outcome.text.includes(text))) yield { number: 1, text: outcome.text };
    },
  };
}
