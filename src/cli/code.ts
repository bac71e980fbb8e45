import type { Code } from '../check/trace-code.ts';
import type { TracePorts } from '../lineage/gate/traced.ts';
import { lineagePolicyOn, rightsOf } from '../runner/ledger/correction-rights.ts';
import { isUserError } from '../kernel/user-error.ts';
import { currentRepository } from './change.ts';
import type { Terminal } from './verb.ts';

type TracedCode = Code & Pick<Required<TracePorts>, 'rights'>;

/** What a trace asks of the code: the clone, else one that is made of the ledger's address for that. Nothing where there is neither. */
export async function currentCode(
  terminal: Terminal,
  remote: string | undefined,
): Promise<{ readonly code?: TracedCode; close(): Promise<void> }> {
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
    return {
      code: {
        ...codeOfClone(repository, await lineReader({ repository, log }), tools),
        rights: rightsOf(
          lineagePolicyOn(() => Promise.resolve(repository), undefined),
          {},
        ),
      },
      close: closeAll,
    };
  const address = remote === undefined ? undefined : addressOf(remote, cwd);
  if (address === undefined) return { close: closeAll };
  const open = async () => {
    const scratch = await openScratch(address, { log });
    close = scratch.close;
    return scratch.repository;
  };
  let opened: ReturnType<typeof open> | undefined;
  const scratch = () => (opened ??= open());
  const code = lazily(async () =>
    codeOfClone(await scratch(), await lineReader({ repository: await scratch(), log }), tools),
  );
  return { code: { ...code, rights: rightsOf(lineagePolicyOn(scratch, undefined), {}) }, close: closeAll };
}
