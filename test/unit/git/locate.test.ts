/** What is compared is found with the repository itself, and is what git says when it is asked for each by itself. */
import { describe, expect, test } from 'vitest';
import { rememberingLog } from '../../support/log.ts';
import { createRepository, type TestRepository } from '../../support/repository.ts';
import { advice, open } from './setup.ts';

interface Case {
  readonly base: string;
  readonly head?: string;
  /** Whether all is known at once. */
  readonly atOnce: boolean;
  readonly repository: () => TestRepository;
}

/** main and feature, each with a commit of its own. */
function parted(): TestRepository {
  const repository = createRepository();
  repository.commit({ a: '1' });
  repository.branch('feature');
  repository.commit({ b: '1' });
  repository.git('switch', '--quiet', 'main');
  repository.commit({ c: '1' });
  repository.git('tag', '--annotate', '--message=x', 'v1.0.0');
  repository.git('switch', '--quiet', 'feature');
  return repository;
}

/** Each of the two has merged what the other was. */
function crossed(): TestRepository {
  const repository = parted();
  const [mine, theirs] = [repository.git('rev-parse', 'feature'), repository.git('rev-parse', 'main')];
  repository.git('merge', '--quiet', '--no-edit', theirs);
  repository.git('switch', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-edit', mine);
  repository.git('switch', '--quiet', 'feature');
  return repository;
}

function unrelated(): TestRepository {
  const repository = parted();
  repository.git('switch', '--quiet', '--orphan', 'alone');
  repository.commit({ z: '1' });
  return repository;
}

function unborn(): TestRepository {
  const repository = parted();
  repository.git('switch', '--quiet', '--orphan', 'alone');
  return repository;
}

const cases: Record<string, Case> = {
  'a branch and what is checked out': { base: 'main', atOnce: true, repository: parted },
  'two branches': { base: 'feature', head: 'main', atOnce: true, repository: parted },
  'the same twice': { base: 'HEAD', head: 'HEAD', atOnce: true, repository: parted },
  'an annotated tag, and what comes before a commit': {
    base: 'v1.0.0',
    head: 'feature~1',
    atOnce: true,
    repository: parted,
  },
  'a branch of the remote': {
    base: 'origin/main',
    atOnce: true,
    repository: () => parted().publish().clone('--branch=feature'),
  },
  'a branch that only the remote has': {
    base: 'main',
    atOnce: false,
    repository: () => parted().publish().clone('--branch=feature'),
  },
  'a shallow clone': {
    base: 'origin/main',
    atOnce: false,
    repository: () => parted().publish().clone('--depth=1', '--no-single-branch', '--branch=feature'),
  },
  'two merge bases': { base: 'main', atOnce: false, repository: crossed },
  'no common history': { base: 'main', atOnce: false, repository: unrelated },
  'no commit yet': { base: 'main', atOnce: false, repository: unborn },
  'no commit yet, and a head': { base: 'main', head: 'feature', atOnce: false, repository: unborn },
  'a name that is not there': { base: 'mian', atOnce: false, repository: parted },
  'a head without a branch': {
    base: 'main',
    atOnce: true,
    repository: () => {
      const repository = parted();
      repository.git('switch', '--quiet', '--detach');
      return repository;
    },
  },
  'an option': { base: '--all', atOnce: false, repository: parted },
};

describe('what is compared', () => {
  test.each(Object.entries(cases))('%s', async (_, { base, head, atOnce, repository }) => {
    const clone = repository();
    const log = rememberingLog();
    const known = await open(clone, { log, compare: { base, head } });
    const plain = await open(clone);
    const before = log.lines.length;
    expect(known.checkedOut).toBe(plain.checkedOut);
    const branch = clone.git('branch', '--show-current') || undefined;
    for (const each of [known, plain])
      expect(await advice(each.head())).toBe(
        plain.checkedOut === undefined
          ? 'what is checked out has no commit yet | Make a first commit.'
          : `no error: ${JSON.stringify({ sha: plain.checkedOut, branch })}`,
      );
    const [fromKnown, fromPlain] = [await related(known, base, head), await related(plain, base, head)];
    expect(fromKnown).toEqual(fromPlain);
    const asked = log.lines
      .slice(before)
      .filter((line) => /^debug: git (?:rev-parse|merge-base) /.test(line));
    expect(asked.length === 0).toBe(atOnce);
  });

  test('of a whole SHA is not asked for at once: git would fetch what is not here', async () => {
    const repository = parted();
    const log = rememberingLog();
    const base = repository.git('rev-parse', 'main');
    const opened = await open(repository, { log, compare: { base, head: undefined } });
    expect(log.lines.join('\n')).not.toContain('...');
    expect(await opened.resolve(base)).toBe(base);
  });
});

type Opened = Awaited<ReturnType<typeof open>>;

async function related(repository: Opened, base: string, head = 'HEAD') {
  const shas = [await outcome(repository.resolve(base)), await outcome(repository.resolve(head))] as const;
  return [
    ...shas,
    await advice(repository.mergeBase(...shas)),
    await advice(repository.mergeBase(shas[1], shas[0])),
  ];
}

async function outcome(work: Promise<string>): Promise<string> {
  return work.catch(() => advice(work));
}
