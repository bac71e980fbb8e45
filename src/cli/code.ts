import type { Code } from '../check/trace-code.ts';
import { isUserError } from '../kernel/user-error.ts';
import { currentRepository } from './change.ts';
import type { Terminal } from './verb.ts';

/** What a trace asks of the code: the clone, else one that is made of the ledger's address for that. Nothing where there is neither. */
export async function currentCode(
  terminal: Terminal,
  remote: string | undefined,
): Promise<{ readonly code?: Code; close(): Promise<void> }> {
  const { addressOf, commands, lineReader, openScratch } = await import('#lib/git');
  const { codeOfClone, lazily } = await import('#lib/lineage');
  const { cwd, log } = terminal;
  const tools = { log, commands, now: Date.now };
  let close = () => Promise.resolve();
  const closeAll = () => close();
  const repository = await currentRepository(terminal).catch((error: unknown) => {
    if (!isUserError(error)) throw error;
    return undefined;
  });
  if (repository !== undefined)
    return { code: codeOfClone(repository, await lineReader({ repository, log }), tools), close: closeAll };
  const address = remote === undefined ? undefined : addressOf(remote, cwd);
  if (address === undefined) return { close: closeAll };
  const code = lazily(async () => {
    const scratch = await openScratch(address, { log });
    close = scratch.close;
    return codeOfClone(scratch.repository, await lineReader({ repository: scratch.repository, log }), tools);
  });
  return { code, close: closeAll };
}
