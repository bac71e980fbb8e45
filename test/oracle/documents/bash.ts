import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A call of `run` that bash made. */
export interface Call {
  readonly line: number;
  readonly args: readonly string[];
}

/** `run` notes its line and arguments; each script has a shell of its own that is stopped where it goes on too long. */
const driver = `
run() { printf '\\x1e%s\\x1f' "\${BASH_LINENO[0]}" >&9; [ $# -eq 0 ] || printf '%s\\x1f' "$@" >&9; }
export -f run
cd "$1"; shift
for script in *.sh; do
  printf '\\x1d' >&9
  ( set --; ulimit -t 2; . "./$script" ) < /dev/null > /dev/null 2>&1
done
`;

export function hasBash(): boolean {
  const found = spawnSync('bash', ['--version']).status === 0;
  if (!found) console.log('skipped: bash is not here');
  return found;
}

/** What bash calls `run` with in each of the scripts. */
export function callsOf(scripts: readonly string[]): Call[][] {
  const folder = mkdtempSync(join(tmpdir(), 'shell-'));
  try {
    for (const [index, text] of scripts.entries())
      writeFileSync(join(folder, `${String(index).padStart(6, '0')}.sh`), text);
    writeFileSync(join(folder, 'driver'), driver);
    const { stdout } = spawnSync('bash', ['-c', `exec 9>&1; . "${folder}/driver"`, 'driver', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nowhere' },
    });
    return stdout
      .split('\u001d')
      .slice(1)
      .map((text) => text.split('\u001e').slice(1).map(callOf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function callOf(text: string): Call {
  const [line = '', ...args] = text.split('\u001f').slice(0, -1);
  return { line: Number(line), args };
}
