import { UserError } from '../../kernel/user-error.ts';
import type { GitResult } from './result.ts';

interface Advice {
  readonly when: RegExp;
  readonly message: string;
  readonly help: string;
}

/** `v1` and `v1/x` cannot both be refs. */
export const standsInTheWay = /exists; cannot create|cannot lock ref .*: '[^']*' exists/i;

/** What the remote says of its own locks begins with `remote:`, and is not meant. */
const inUse =
  /^(?:fatal|error): (?:cannot lock ref '[^']*': )?(?:Unable to create '[^']*\.lock': File exists|shallow file has changed|could not lock config file [^\n]*: File exists|is at [0-9a-f]+ but expected)/im;

/** What git prints, in the order of trust: the first match decides. */
const advices: readonly Advice[] = [
  {
    when: /dubious ownership|unsafe repository/i,
    message: 'the repository belongs to another user, so git refuses to read it',
    help: 'Run: git config --global --add safe.directory "$PWD"',
  },
  {
    when: /not a git repository/i,
    message: 'this is not a git repository',
    help: 'Run it inside a clone; in a workflow, add a step with actions/checkout before it.',
  },
  {
    when: /must be run in a work tree/i,
    message: 'this is a bare repository: it has no files',
    help: 'Run it inside a clone with a working tree.',
  },
  {
    when: inUse,
    message: 'another git is at work in this repository, or was killed in it',
    help: 'Wait for the other one, and run it again; where none is running, remove the .lock file that is named.',
  },
  {
    when: /Read-only file system|insufficient permission for adding|failed to write new configuration file|^(?:fatal|error): [^\n]*: Permission denied$/im,
    message: 'the repository cannot be written',
    help: 'Run it as the owner of the clone, on a disk that is neither full nor read-only.',
  },
  {
    when: /protected ref|rule violations|GH013|GH006|protected tag/i,
    message: 'a rule of the repository forbids this push',
    help: 'Let the workflow bypass the ruleset for these tags, or push with the token of an app that may.',
  },
  {
    when: /Authentication failed|could not read (Username|Password)|Permission denied|access denied|not granted|returned error: 40[13]|Invalid username|Host key verification failed/i,
    message: 'the remote refused the credentials',
    help: 'Give the job `permissions: contents: read` (write, to push tags) and pass the token, or keep `persist-credentials: true` in actions/checkout.',
  },
  {
    when: /Could not resolve host|unable to access|Could not read from remote|Connection (refused|timed out|reset)|Failed to connect|does not appear to be a git repository|early EOF|hung up|No such remote|unable to connect|repository '.*' not found/i,
    message: 'the remote could not be reached',
    help: 'Check the network and the remote (`git remote -v`); or fetch what is needed beforehand, with `fetch-depth: 0` in actions/checkout.',
  },
  {
    when: standsInTheWay,
    message: 'another branch or tag stands in the way of this name',
    help: 'Choose a name that does not begin with an existing one and a slash.',
  },
  {
    when: /No space left on device/i,
    message: 'the disk is full',
    help: 'Free some space and run it again.',
  },
  {
    when: /unknown (option|switch)|usage: git/i,
    message: 'this git is too old',
    help: 'Install git 2.31 or later.',
  },
  {
    when: /is corrupt|bad object|unable to read (?:tree|[0-9a-f]{40})|object file .* is empty|inflate:/i,
    message: 'an object of the repository is missing or damaged',
    help: 'Clone the repository again, or run: git fsck',
  },
];

/** What a failed git command means for a person, with git's own words behind it. */
export function failure(verb: string, result: Pick<GitResult, 'exitCode' | 'stderr'>): UserError {
  const advice = advices.find(({ when }) => when.test(result.stderr));
  const own = ownWords(result.stderr) || `exit code ${result.exitCode}`;
  if (advice === undefined) return new UserError(`git ${verb} failed: ${own}`);
  return new UserError(`${advice.message} (git ${verb}: ${own})`, { help: advice.help });
}

const brokenConnection =
  /early EOF|hung up unexpectedly|Connection (?:reset|timed out|closed)|RPC failed|returned error: 5\d\d|Operation timed out|TLS connection was non-properly/i;

/** The connection broke: the same command may well succeed a moment later. */
export function brokeOff(stderr: string): boolean {
  return brokenConnection.test(stderr);
}

/** Another git is at work in this repository: the same command succeeds when that one is done. */
export function isInUse(stderr: string): boolean {
  return inUse.test(stderr);
}

/** The line with the reason: `fatal:` where there is one, else the last. */
function ownWords(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const reason = lines.find((line) => /^(fatal|error|remote: error):/i.test(line)) ?? lines.at(-1) ?? '';
  return reason.replace(/^(fatal|error): /i, '').slice(0, 300);
}
