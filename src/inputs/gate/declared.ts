import { causeKinds, type Declared } from '../index.ts';
import { trailersOf } from '../../kernel/trailers.ts';
import type { Ports } from '../../ports/index.ts';

/** Longer messages state nothing. */
const longest = 200_000;

/** `Input-Change: pixel_values resampling` in the messages of the change's commits: one tensor and one kind of cause each. */
export async function declaredChanges({ change }: Pick<Ports, 'change'>): Promise<Declared[]> {
  const commits = await change.commits();
  return commits
    .filter(({ message }) => message.length <= longest)
    .flatMap(({ message, sha }) =>
      trailersOf(message)
        .filter(({ key }) => key.toLowerCase() === 'input-change')
        .flatMap(({ value }) => declaredIn(value, `commit ${sha.slice(0, 8)}`)),
    );
}

function declaredIn(value: string, where: string): Declared[] {
  const [tensor, kind, more] = value.trim().split(/\s+/);
  const known = causeKinds.some((one) => one === kind);
  return tensor === undefined || kind === undefined || more !== undefined || !known
    ? []
    : [{ tensor, kind, where }];
}
