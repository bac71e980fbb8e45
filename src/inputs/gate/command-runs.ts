/** inputs.command, for the head and where it is needed for the merge base. */
import {
  inputRules,
  learnNoise,
  noiseOf,
  type Fingerprints,
  type InputSettings,
  type Side,
} from '../index.ts';
import { enumerate, shown } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports, Scratch } from '../../ports/index.ts';
import type { Baseline } from './baseline.ts';
import { runCommand } from './run-command.ts';

export interface Running {
  readonly settings: InputSettings;
  readonly command: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly ports: Ports;
  readonly scratch: Scratch;
}

export async function headRun({ command, deadline, ports, scratch }: Running): Promise<Side | Finding> {
  ports.log.info('inputs: what the head feeds the model');
  return runCommand({ command, name: 'candidate', deadline }, ports, scratch);
}

/** The merge base in a folder of its own, twice where its noise is to be learned; `undefined` where no folder can be made. */
export async function baseRuns(running: Running): Promise<Baseline | Finding | undefined> {
  const { command, deadline, ports, scratch } = running;
  const cwd = await ports.baseFolder?.();
  if (cwd === undefined) return undefined;
  ports.log.info('inputs: what the merge base feeds it');
  const side = await runCommand({ command, name: 'baseline', cwd, deadline }, ports, scratch);
  if ('rule' in side) return side;
  return running.settings.noise === 'defaults'
    ? { side, learned: new Map(), findings: [] }
    : again(side, 'baseline-again', running, cwd);
}

/** The head once more: it is the next base, and of that nobody has yet learned how noisy it is. */
export async function headAgain(side: Side, running: Running): Promise<Baseline | Finding> {
  return again(side, 'candidate-again', running);
}

async function again(
  side: Side,
  name: string,
  { command, deadline, ports, scratch }: Running,
  cwd?: string,
): Promise<Baseline | Finding> {
  const how = { command, name, deadline, ...(cwd !== undefined && { cwd }) };
  const second = await runCommand(how, ports, scratch);
  if ('rule' in second) return second;
  const { learned, distances } = learnNoise(side.fingerprints, second.fingerprints);
  return { side, learned, noise: noiseOf(learned), findings: unsteadyFindings(distances) };
}

/** Beyond this two runs of one code are not a noise of rounding any more: something is drawn at random. */
const steady = 1e-3;

function unsteadyFindings(distances: ReadonlyMap<string, number>): Finding[] {
  const names = [...distances].filter(([, distance]) => distance > steady).map(([name]) => shown(name));
  return names.length === 0
    ? []
    : [
        inputRules.unsteady.finding({
          message: `Two runs of the merge base differ in ${enumerate(names)}: changes that are smaller are not seen.`,
          help: 'Set the seeds of all random numbers, and turn augmentations off, in inputs.command.',
        }),
      ];
}

/** What a fingerprint that is kept says of noise: what was learned now, else what is known of the base. */
export function withNoise(
  fingerprints: Fingerprints,
  noise: ReadonlyMap<string, number> | undefined,
): Fingerprints {
  return noise === undefined ? fingerprints : { ...fingerprints, noise };
}
