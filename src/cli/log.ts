import { terminalText } from '../report/escape.ts';
import type { Logger } from '../ports/index.ts';

/** Messages on stderr, so that stdout contains the answer alone. `before` makes room for each. */
export function stderrLog(verbose: boolean, before: () => void): Logger {
  const write = (message: string) => {
    before();
    process.stderr.write(`${message.split('\n').map(terminalText).join('\n')}\n`);
  };
  return {
    info: write,
    debug: verbose ? write : () => undefined,
    warning: (message) => write(`warning: ${message}`),
  };
}
