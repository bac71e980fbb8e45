/** The interpreter of this job: what is installed, whether it fits together, and whether it is what the lock says. */
import {
  type DependencySettings,
  type Move,
  type Parsed,
  type Stated,
  conflictFindings,
  conflictsIn,
  conflictsOf,
  formatOf,
  installedDrift,
  moveFindings,
  movesOf,
  parsePipJson,
  parseSnapshot,
  redact,
  watcher,
  withMostMoves,
} from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { UserError } from '../../kernel/user-error.ts';
import type { CommandResult, Ports } from '../../ports/index.ts';
import { decode } from './decode.ts';
import { type Sides, maxLockBytes } from './files.ts';
import { scopeOf } from './scope.ts';

export interface EnvironmentJudged {
  readonly moves: readonly Move[];
  readonly findings: readonly Finding[];
}

const pip = {
  restore: (name: string, version: string): string => `\`python -m pip install '${name}==${version}'\``,
  relock: 'install from it again',
};

const nothingJudged: EnvironmentJudged = { moves: [], findings: [] };

/** Does nothing unless the settings ask for it. Throws a UserError where there is no Python with pip. */
export async function judgeEnvironment(
  settings: DependencySettings,
  ports: Ports,
  sides: Sides,
  stated: Stated,
): Promise<EnvironmentJudged> {
  if (!settings.environment && settings.python === undefined) return nothingJudged;
  const python = settings.python ?? 'python';
  const installed = await inspect(python, ports);
  const before = settings.snapshot === undefined ? undefined : await snapshotOf(settings.snapshot, ports);
  const checked = await runPip(python, ['check'], ports);
  const conflicts = conflictFindings(
    checked.exitCode === 0 ? [] : conflictsIn(redact(checked.stdout)),
    conflictsOf(before?.entries ?? []),
  );
  const drift = await driftFromLocks(installed, settings, sides);
  const compared =
    settings.snapshot === undefined || before === undefined
      ? nothingJudged
      : await fromSnapshot(settings.snapshot, before, installed, settings, sides, stated);
  return { moves: compared.moves, findings: [...conflicts, ...drift, ...compared.findings] };
}

async function inspect(python: string, ports: Ports): Promise<Parsed> {
  const result = await runPip(python, ['inspect'], ports);
  const parsed = result.exitCode === 0 ? parsePipJson(result.stdout) : undefined;
  if (parsed !== undefined && parsed.problems.length === 0) return parsed;
  const reason =
    parsed?.problems[0]?.message ?? redact(result.stderr.trim().split('\n').at(-1) ?? '').slice(0, 300);
  throw new UserError(`${python} -m pip inspect gave nothing that can be read: ${reason}`, {
    help: 'Use pip 22.2 or newer (python -m pip install --upgrade pip), in the environment that the model runs in.',
  });
}

/** As `python -m pip`, but without the folder that it runs in: a pull request may contain a package called pip. */
const onlyInstalledPip = [
  'import runpy, sys',
  'sys.path[:] = [folder for folder in sys.path if folder]',
  "runpy.run_module('pip', run_name='__main__', alter_sys=True)",
].join('; ');

async function runPip(python: string, args: readonly string[], { commands }: Ports): Promise<CommandResult> {
  const env = {
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_INPUT: '1',
    PYTHONUTF8: '1',
    PYTHONPATH: '',
    PYTHONSAFEPATH: '1',
  };
  const result = await commands.run(python, ['-c', onlyInstalledPip, ...args], { timeoutMs: 300_000, env });
  if (result !== undefined) return result;
  throw new UserError(`There is no ${python} here, so the installed environment cannot be judged`, {
    help: 'Set up Python in an earlier step (actions/setup-python), or name the interpreter: python: .venv/bin/python.',
  });
}

/** Locks in the root of the repository are what should be installed. */
async function driftFromLocks(
  installed: Parsed,
  settings: DependencySettings,
  { head }: Sides,
): Promise<Finding[]> {
  const paths = (await head.paths())
    .inFolder('')
    .filter((path) => formatOf(path) !== undefined && formatOf(path)?.installs === undefined);
  const locks = await Promise.all(paths.map(async (file) => ({ file, parsed: await head.parse(file) })));
  return locks.flatMap(({ file, parsed }) =>
    parsed === undefined ? [] : installedDrift(installed.entries, parsed.entries, file, settings),
  );
}

/** The base's environment, from the base commit or, where an earlier step wrote it, from the workspace. */
async function snapshotOf(path: string, { change, workspace }: Ports): Promise<Parsed> {
  const bytes = (await change.base.read(path, maxLockBytes)) ?? (await workspace.read(path, maxLockBytes));
  const decoded = bytes === undefined ? undefined : decode(bytes);
  const parsed = decoded?.ok === true ? parseSnapshot(decoded.text, path) : undefined;
  if (parsed !== undefined && parsed.problems.length === 0) return parsed;
  const reason =
    parsed?.problems[0]?.message ?? (bytes === undefined ? 'there is no such file' : 'it is not text');
  throw new UserError(`The snapshot of the base's environment cannot be read: ${reason}`, {
    place: { file: path },
    help: 'Write it on trunk with: python -m pip inspect > snapshot.json',
  });
}

async function fromSnapshot(
  path: string,
  before: Parsed,
  installed: Parsed,
  settings: DependencySettings,
  sides: Sides,
  stated: Stated,
): Promise<EnvironmentJudged> {
  const asIfAtRoot: Parsed = { ...installed, governedBy: ['pyproject.toml'] };
  const [scopeBase, scopeHead] = await Promise.all([
    scopeOf('', asIfAtRoot, sides.base, sides.head),
    scopeOf('', asIfAtRoot, sides.head, sides.base),
  ]);
  const most = withMostMoves({ before, after: asIfAtRoot }, path, {
    isWatched: watcher(settings),
    statements: [...scopeBase.statements, ...scopeHead.statements],
  });
  const change = {
    file: path,
    before: most.before,
    after: most.after,
    intentBase: scopeBase.statements,
    intentHead: scopeHead.statements,
  };
  const spots = new Map(before.entries.map(({ name, line, column }) => [name, { line, column }]));
  const start = { line: 1, column: 1 };
  const moves = movesOf(change, settings, stated).map((move) => ({
    ...move,
    ...(spots.get(move.name) ?? start),
  }));
  const context = {
    allowFile: settings.allowFile,
    tool: pip,
    base: undefined,
    ungoverned: scopeHead.statements.length === 0,
  };
  return { moves, findings: [...most.findings, ...moveFindings(moves, context)] };
}
