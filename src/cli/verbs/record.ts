import { createReadStream } from 'node:fs';
import path from 'node:path';
import { flag, text } from '../../runtime/fields.ts';
import { UserError } from '../../runtime/user-error.ts';
import { currentLedger } from '../change.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const recordVerb = defineVerb({
  name: 'record',
  positionals: 'FILE|-',
  summary: 'Writes lineage records: what a commit, image, job, weights or serving version was made of.',
  options: {
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    compact: {
      field: flag,
      help: 'Fold the inbox into the branch model-lineage, after writing FILE if one is given.',
    },
  },
  examples: [
    'model-gates record job.json',
    'echo \'{"inputs":[{"kind":"job","id":"job-7781"}],"outputs":[{"kind":"weights","id":"qwen3-vl-sft"}]}\' | model-gates record -',
    'model-gates record --compact',
  ],
  async run({ remote, compact }, [file], terminal) {
    if (file === undefined && compact !== true)
      throw new UserError('No file of records was named', {
        help: 'Give a JSON file, or - for standard input.',
      });
    const { appendRecords, compactInbox, prepareRecords } = await import('#lib/lineage');
    const { cwd, log } = terminal;
    const ledger = await currentLedger(terminal, remote);
    try {
      if (file === undefined) return { report: await compactInbox(ledger, { log }) };
      const prepared = prepareRecords(parse(await read(file, cwd), file), await surroundings(terminal));
      const report = await appendRecords(prepared, ledger);
      if (compact === true) await compactInbox(ledger, { log });
      return { report };
    } finally {
      await ledger.close();
    }
  },
});

const maxBytes = 16 * 1024 * 1024;

async function read(file: string, cwd: string): Promise<Buffer> {
  try {
    return await readAll(file === '-' ? process.stdin : createReadStream(path.resolve(cwd, file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be read: ${reason}`, {
      help: 'Give a JSON file, or - for standard input.',
      cause,
    });
  }
}

async function readAll(stream: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} is not JSON: ${reason.slice(0, 200)}`, {
      help: 'Give one record, or a list of them (schema/lineage.schema.json).',
      cause,
    });
  }
}

async function surroundings({ environment }: Terminal) {
  const { userInfo } = await import('node:os');
  const user = (): string => {
    try {
      return userInfo().username;
    } catch {
      return 'unknown';
    }
  };
  return { at: new Date().toISOString(), by: environment['GITHUB_ACTOR'] || user() };
}
