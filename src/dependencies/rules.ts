import { defineRules } from '../report/rule.ts';
import { installRules } from './installs/rules.ts';

const stateIt =
  'If it is meant, state the exact move as a trailer, in the last paragraph of a commit message (`Dependency-Change: torch 2.9.1 -> 2.10.0`), or as a line of `.github/dependency-moves.txt`; if not, put the old version back with the command that the finding names.';

const lockRules = defineRules('deps', {
  unexplained: {
    fixable: true,
    severity: 'error',
    summary:
      'A watched package moved although its own requirement did not change and the old version still satisfies it. Three of four such moves in real repositories are accidents of locking again.',
    example: 'pyproject.toml   "torch>=2.6"   (unchanged)\nuv.lock          torch 2.9.1 -> 2.10.0',
    fix: stateIt,
  },
  'over-move': {
    fixable: true,
    severity: 'error',
    summary:
      'The requirement changed, but what was locked before still satisfies it, and the new one is not named: the lock moved further than the change asked for.',
    example: 'pyproject.toml   "torch>=2.6" -> "torch>=2.8"\nuv.lock          torch 2.9.1 -> 2.10.0',
    fix: `Name the version that you want in the requirement, or lock again with the old one. ${stateIt}`,
  },
  'too-many-moves': {
    severity: 'error',
    summary:
      'More than 5,000 packages of one lock changed at once. Watched ones are judged first, then required ones, then others up to that number; the rest is not.',
    example: 'uv.lock          200,000 packages changed',
    fix: 'Lock again from the lock of the base, or split the environment into several locks.',
  },
  downgraded: {
    fixable: true,
    severity: 'error',
    summary: 'A watched package went to an older version that no requirement asks for.',
    example: 'uv.lock          torch 2.11.0 -> 2.10.0   (requirement unchanged)',
    fix: stateIt,
  },
  'identity-change': {
    fixable: true,
    severity: 'error',
    summary:
      'A package is another one than its version says: a fork, another index or host, another build (`+cpu` for `+cu128`), a file with another hash or with none any more, fewer hashes. Also where the version moved as it was asked to. A warning where nobody watches the package, or where the file is surely the same.',
    example:
      'uv.lock          torch 2.9.0+cu128 -> 2.9.0+cpu\nuv.lock          torch 2.9.1 -> 2.10.0 from https://index.example/simple',
    fix: `State the index or source in the manifest, name it behind the move (\`torch 2.9.1 -> 2.10.0 from https://index.example/simple\`), or allow a mirror in the policy (\`hosts\`). ${stateIt}`,
  },
  'fork-added': {
    fixable: true,
    severity: 'error',
    summary:
      'The lock contains more variants of a watched package than before: some platform or extra gets another one.',
    example: 'uv.lock          torch 2.9.0 -> 2.9.0 | 2.9.0+cu128',
    fix: stateIt,
  },
  'fork-collapsed': {
    fixable: true,
    severity: 'error',
    summary: 'The lock contains fewer variants of a watched package than before.',
    example: 'uv.lock          torch 2.7.1 | 2.7.1+cu128 -> 2.7.1',
    fix: stateIt,
  },
  removed: {
    fixable: true,
    severity: 'error',
    summary: 'A watched package left the lock although no requirement for it was removed.',
    example: 'uv.lock          flash-attn 2.8.3 -> none',
    fix: `Name it in the manifest if the model needs it. ${stateIt}`,
  },
  forced: {
    fixable: true,
    severity: 'warning',
    summary:
      'Another package that moved excludes the old version. A warning where that package was asked for, else an error: nothing asked for either.',
    example:
      'poetry.lock      transformers 4.55.0 -> 4.56.0   (asked for)\n                 tokenizers 0.21.4 -> 0.22.0',
    fix: 'Nothing, if you want the package that it follows. Read what changed in both.',
  },
  added: {
    severity: 'warning',
    summary:
      'A watched package is new in the lock and no requirement names it. Libraries use what they find installed.',
    example: 'uv.lock          none -> xformers 0.0.32',
    fix: 'Name it in the manifest if the model is meant to run with it.',
  },
  held: {
    severity: 'error',
    summary: 'The move was asked for, but the policy lets this package move only with an exemption.',
    example: 'packages: { torch: { requested: fail } }',
    fix: 'Ask for an exemption, or change the policy first, in a change of its own.',
  },
  'broken-pair': {
    severity: 'error',
    summary: 'Packages that only work together do not fit, even if the move was asked for.',
    example: 'torch 2.10.0 with torchvision 0.24.1 (needs 0.25.0)',
    fix: 'Move both together, or set the pair in the policy (`pairs`, `ignore-pairs`).',
  },
  'cuda-major': {
    severity: 'warning',
    summary: 'The lock brings another major version of CUDA than before.',
    example: 'torch 2.10.0 (cu12) -> 2.11.0 (cu13)',
    fix: 'Check drivers, base images and compiled extensions.',
  },
  'requires-python': {
    severity: 'notice',
    summary:
      'The required Python changed, and watched packages moved with it: locking for other Python versions chooses everything anew.',
    example: 'requires-python = ">=3.10" -> ">=3.11"',
    fix: 'Change the required Python in a change of its own, with the old versions kept.',
  },
  floats: {
    fixable: true,
    severity: 'warning',
    summary:
      'A bound of a watched package is gone and no lock decides: a pin became a range, an upper bound went, a constraint file is no longer read, a branch or `latest` took the place of a version, or pre-releases are let in. Every install may bring another version from now on.',
    example: 'requirements.txt   datasets>=2,<4   ->   datasets>=2',
    fix: 'Put the bound back, or lock what is installed. If it is meant, state it as a line of `.github/dependency-moves.txt` (`datasets <4,>=2 -> >=2`). The policy makes it an error with `classes: { floats: fail }`.',
  },
  'near-name': {
    severity: 'warning',
    summary:
      'A package that is new in a manifest or lock is called nearly as a watched one: a slip of the pen, or a package that waits for one.',
    example: 'requirements.txt   transfomers==4.57.0',
    fix: 'Write the name that is meant. A package of your own with such a name goes into `also-watch`.',
  },
  'index-changed': {
    severity: 'warning',
    summary:
      'Packages come from other indexes or channels than before: a second index that may serve any package, one that was for a single package only, channels in another order, a host that is not verified.',
    example: '--extra-index-url https://index.example/simple   (new in requirements.txt)',
    fix: 'Ask one index, and name the packages that another one serves.',
  },
  'no-deps': {
    severity: 'warning',
    summary:
      'A watched package is installed with `--no-deps` from now on: nothing sees to it that what it needs is there, and fits.',
    example: 'RUN pip install --no-deps vllm==0.11.0',
    fix: 'Leave `--no-deps` out, or pin what the package needs beside it.',
  },
  yanked: {
    severity: 'warning',
    summary:
      'A version that came was yanked: its publisher took it back. Asked only with `advisories` of the policy.',
    example: 'tokenizers 0.20.2   (yanked)',
    fix: 'Choose another version.',
  },
  advisory: {
    severity: 'warning',
    summary: 'A version that came has known advisories. Asked only with `advisories` of the policy.',
    example: 'pillow 9.5.0   (GHSA-…)',
    fix: 'Choose a version without them, or read what they are about.',
  },
  'advisories-unknown': {
    severity: 'notice',
    summary:
      'The index or the database of advisories could not be asked, or not in time. That changes no verdict.',
    example: 'osv.example could not be asked (ENOTFOUND)',
    fix: 'Look at the addresses under `advisories`, or run the job again.',
  },
  'locks-disagree': {
    severity: 'warning',
    summary:
      'Two locks of the same folder hold different versions of a watched package, and one of them moved or is new. A pin without a local tag goes with every build of its release.',
    example: 'uv.lock torch 2.10.0, requirements.txt torch 2.9.1',
    fix: 'Export or lock the other file again.',
  },
  'resolver-settings': {
    severity: 'notice',
    summary:
      'The lock was made with other settings of the resolver (`resolution`, `prerelease`, `exclude-newer`, constraints, overrides, platforms), and watched packages moved with it: locking with them chooses everything anew.',
    example: 'prerelease-mode = "allow"   (new under [options] of uv.lock)',
    fix: 'Change such settings in a change of its own, with the old versions kept.',
  },
  'stale-lock': {
    severity: 'error',
    summary:
      'A lock does not fit its manifest: it contains a version that the requirement excludes, lacks a package or a member of the workspace, or was made for another Python or with other settings. Whoever installs from it is stopped (`uv sync --locked`), or gets what it says in spite of the manifest. A warning where it lagged in the same way before.',
    example: 'pyproject.toml   "transformers>=4.57"\nuv.lock          transformers 4.56.2',
    fix: 'Lock again with the command that the finding names, and commit the result.',
  },
  'lock-removed': {
    severity: 'error',
    summary: 'A lock with watched packages was deleted and no other took its place.',
    example: 'deleted uv.lock',
    fix: 'Restore the lock, or add its replacement in the same folder.',
  },
  'linked-change': {
    severity: 'notice',
    summary: 'A lock or manifest is a symlink, or lies below one, and what it leads to is what changed.',
    example: 'requirements.txt -> locks/gpu.txt\n(locks/gpu.txt changes, and no requirements.txt)',
    fix: 'Nothing; the findings name the lock by the path that is installed from.',
  },
  'submodule-changed': {
    severity: 'warning',
    summary:
      'A submodule moved in which locks may lie, or through which one is read. Its content belongs to another repository and cannot be compared here.',
    example: 'vendor/trainer   (a submodule, 1a2b3c4d -> 5e6f7a8b)',
    fix: 'Run the gate in that repository. Where nothing is installed from the submodule, name the locks in `dependencies.files`.',
  },
  'unreadable-file': {
    severity: 'error',
    summary:
      'A lock or manifest cannot be read: cut in half, merge-conflict markers, no text, a link out of the repository, or too large.',
    example: '<<<<<<< HEAD in uv.lock',
    fix: 'Take the version of the base and lock again.',
  },
  'unsupported-format': {
    severity: 'error',
    summary: 'The version of the lock format is not known: nothing in it can be judged.',
    example: 'version = 2 in uv.lock',
    fix: 'Write it with a known version of the tool, or update the action.',
  },
  'newer-revision': {
    severity: 'warning',
    summary:
      'A uv.lock of a revision that is newer than this gate: it is judged, since uv keeps revisions readable for older readers (a new version is not).',
    example: 'version = 1, revision = 6 in uv.lock',
    fix: 'Update the action.',
  },
  'unreadable-line': {
    severity: 'error',
    summary: 'A line of a manifest is not a requirement. A warning where it stood there before.',
    example: 'torch===>2',
    fix: 'Write it as PEP 508 says: `torch>=2.6`.',
  },
  'include-escapes': {
    severity: 'error',
    summary:
      'A requirements file includes a file outside the repository, or an address, which is never read.',
    example: '-r ../../shared/requirements.txt',
    fix: 'Keep the included file in the repository.',
  },
  'include-cycle': {
    severity: 'error',
    summary: 'A requirements file includes itself, at once or through others.',
    example: '-r requirements.txt in requirements.txt',
    fix: 'Remove one of the includes.',
  },
  'environment-conflict': {
    severity: 'error',
    summary:
      '`pip check` finds that installed packages do not fit each other. A warning, once, for what did not fit in the snapshot of the base either.',
    example: 'transformers 4.57.1 requires tokenizers>=0.22, but you have tokenizers 0.21.0.',
    fix: 'Install from the lock in a fresh environment.',
  },
  'environment-drift': {
    severity: 'error',
    summary:
      'A watched package is installed in another version than the lock holds, or than in the snapshot of the base.',
    example: 'installed torch 2.9.1, uv.lock contains 2.10.0',
    fix: 'Install from the lock (`uv sync --frozen`, `pip install -r requirements.txt`).',
  },
  'unknown-class': {
    severity: 'error',
    summary: 'The policy gives a consequence to a class of moves that does not exist.',
    example: 'classes: { unexplaned: warn }',
    fix: 'Use a class of docs/dependencies.md.',
  },
});

/** Every rule of detect-dep-drift. */
export const depsRules = { ...lockRules, ...installRules };
