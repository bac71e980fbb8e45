import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { atEnd, whenDone } from './cleanup.ts';
import { runSync } from './launcher.ts';

/** What every git of the tests heeds, and nothing of the host's. */
export const gitSettings = join(import.meta.dirname, 'gitconfig');

/** A git that no one's settings reach: the same author, dates and defaults on every machine. */
const hermetic: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_SYSTEM: join(tmpdir(), 'no-such-gitconfig'),
  GIT_CONFIG_GLOBAL: gitSettings,
  HOME: join(tmpdir(), 'no-such-home'),
  XDG_CONFIG_HOME: join(tmpdir(), 'no-such-home'),
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_TERMINAL_PROMPT: '0',
  NODE_DISABLE_COMPILE_CACHE: '1',
  LC_ALL: 'C',
};

/** Environment for git and for what runs git; no variable of a surrounding git or runner. */
export function hermeticEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) => value !== undefined && !/^(GIT_|GITHUB_|RUNNER_|INPUT_)/.test(name),
  );
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ''])), ...hermetic, ...more };
}

/** Text, bytes, or where a symlink points; `undefined` removes the file. */
export type Content = string | Uint8Array | { readonly link: string } | undefined;

export interface TestRepository {
  /** Real path of the working tree, or of the bare repository. */
  readonly root: string;
  /** Runs git; returns what it prints, without the last line break. Throws when it fails. */
  git(...args: readonly string[]): string;
  /** The same, with something to read. */
  feed(input: Uint8Array, ...args: readonly string[]): string;
  /** Writes files without committing them. */
  write(files: Readonly<Record<string, Content>>): void;
  /** Writes files, commits everything and returns the SHA. Each commit is a minute younger than the one before. */
  commit(files: Readonly<Record<string, Content>>, message?: string): string;
  /** Creates a branch here and switches to it. */
  branch(name: string): void;
  /** Creates a bare repository that contains all refs, and adds it as the remote `origin`. */
  publish(): TestRepository;
  /** Adds a repository as the remote `origin`. */
  track(origin: TestRepository): void;
  /** `git clone` of this repository through file://, with these options. */
  clone(...options: readonly string[]): TestRepository;
}

/** A folder that is removed when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'model-gates-')));
  whenDone(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** An empty repository without a working tree. */
export function createBareRepository(): TestRepository {
  const folder = temporaryFolder();
  cpSync(skeleton('bare'), folder, { recursive: true });
  return repositoryAt(folder);
}

/** An empty repository on branch main; pass `folder` to manage its life yourself. */
export function createRepository(folder: string = temporaryFolder()): TestRepository {
  cpSync(skeleton('work'), join(folder, '.git'), { recursive: true });
  return repositoryAt(folder);
}

type Kind = 'work' | 'bare';
const skeletons = new Map<Kind, string>();

/** What `git init` makes, made once: a copy costs less than a process. */
function skeleton(kind: Kind): string {
  const known = skeletons.get(kind);
  if (known !== undefined && existsSync(known)) return known;
  const made = realpathSync.native(mkdtempSync(join(tmpdir(), 'model-gates-git-')));
  atEnd(() => rmSync(made, { recursive: true, force: true }));
  runGit(made, [
    'init',
    '--quiet',
    '--initial-branch=main',
    '--template=',
    ...(kind === 'bare' ? ['--bare'] : []),
  ]);
  const folder = kind === 'bare' ? made : join(made, '.git');
  for (const name of ['hooks', 'info']) mkdirSync(join(folder, name));
  appendFileSync(join(folder, 'config'), settings[kind]);
  skeletons.set(kind, folder);
  return folder;
}

const settings: Readonly<Record<Kind, string>> = {
  work: '[core]\n\tautocrlf = false\n',
  bare: '[uploadpack]\n\tallowFilter = true\n\tallowReachableSHA1InWant = true\n',
};

/** A repository that is there already. */
export function repositoryAt(root: string): TestRepository {
  let minutes = 0;
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}, input?: Uint8Array) =>
    runGit(root, args, env, input);
  const write = (files: Readonly<Record<string, Content>>) => {
    for (const [path, content] of Object.entries(files)) writeContent(join(root, path), content);
  };
  return {
    root,
    git: (...args) => run(args),
    feed: (input, ...args) => run(args, {}, input),
    write,
    commit: (files, message = 'Change') => {
      write(files);
      run(['add', '--all']);
      const date = `${1_760_000_000 + (minutes += 1) * 60} +0000`;
      run(['commit', '--quiet', '--allow-empty', '--no-verify', `--message=${message}`], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      });
      return head(root) ?? run(['rev-parse', 'HEAD']);
    },
    branch: (name) => void run(['switch', '--quiet', '--create', name]),
    publish: () => publish(root, run),
    track: (origin) => track(root, origin.root),
    clone: (...options) => clone(root, options),
  };
}

/** The commit of the branch that HEAD names, where both are plain files: a process less for each commit. */
function head(root: string): string | undefined {
  const read = (name: string): string | undefined => {
    const file = join(root, '.git', name);
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  };
  const ref = existsSync(join(root, '.git/HEAD')) ? read('HEAD')?.replace(/^ref: /, '') : undefined;
  return ref === undefined ? undefined : read(ref);
}

/** Loose objects and refs are copied as they are; only what git has packed needs a push. */
function publish(root: string, run: (args: readonly string[]) => string): TestRepository {
  const { root: bare } = createBareRepository();
  track(root, bare);
  const git = join(root, '.git');
  if (existsSync(join(git, 'packed-refs')) || existsSync(join(git, 'shallow'))) {
    run(['push', '--quiet', '--mirror', 'origin']);
    run(['fetch', '--quiet', 'origin']);
    return repositoryAt(bare);
  }
  for (const name of ['objects', 'refs']) cpSync(join(git, name), join(bare, name), { recursive: true });
  cpSync(join(git, 'refs/heads'), join(git, 'refs/remotes/origin'), { recursive: true });
  return repositoryAt(bare);
}

function track(root: string, origin: string): void {
  const fetch = '+refs/heads/*:refs/remotes/origin/*';
  appendFileSync(
    join(root, '.git/config'),
    `[remote "origin"]\n\turl = ${fileUrl(origin)}\n\tfetch = ${fetch}\n`,
  );
}

function clone(root: string, options: readonly string[]): TestRepository {
  const folder = temporaryFolder();
  runGit(folder, ['-c', 'core.autocrlf=false', 'clone', '--quiet', ...options, fileUrl(root), '.']);
  return repositoryAt(folder);
}

/** `file://` and not a path: only so git honours depth and filters. */
export function fileUrl(path: string): string {
  return `file://${path.startsWith('/') ? '' : '/'}${path.replaceAll('\\', '/')}`;
}

function runGit(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array = new Uint8Array(),
): string {
  const all = ['-c', 'protocol.file.allow=always', ...args];
  const { code, stdout, stderr } = runSync({
    program: 'git',
    args: all,
    cwd,
    env: hermeticEnvironment(env),
    input,
  });
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed with ${code}: ${stderr.toString()}`);
  return stdout.toString().replace(/\r?\n$/, '');
}

function writeContent(path: string, content: Content): void {
  rmSync(path, { force: true, recursive: true });
  if (content === undefined) return;
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
  else symlinkSync(content.link, path);
}
