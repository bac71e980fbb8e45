/** Rules about files that install what they name. */
import { defineRules } from '../../report/rule.ts';

export const installRules = defineRules('deps', {
  'base-image': {
    severity: 'warning',
    summary:
      'The base image of a Dockerfile moved: it brings its own Python packages, CUDA and cuDNN, which no lock shows.',
    example: 'FROM registry.example/nvidia/pytorch:26.03-py3 -> 26.04-py3',
    fix: 'Read the release notes of the image for the versions of torch and CUDA.',
  },
  'platform-moved': {
    severity: 'warning',
    summary:
      'The Python interpreter or a package of the operating system (CUDA, cuDNN, NCCL) is another one than before, in a file that installs it.',
    example: '.python-version   3.11 -> 3.13',
    fix: 'Nothing, if it is meant. Wheels and compiled extensions are built for one interpreter and one CUDA.',
  },
  'install-order': {
    severity: 'warning',
    summary:
      'A file installs a watched package more than once, and another of these installs is the last one now: the last one wins.',
    example: 'RUN pip install torch==2.6.0 && pip install torch==2.5.1   (the other way round before)',
    fix: 'Install it once, in the version that is meant.',
  },
  'unknown-version': {
    severity: 'warning',
    summary:
      'A watched package is installed in a version that is made while the script or the build runs: what comes cannot be determined from the file.',
    example: 'RUN V=$(cat cuda.txt) && pip install torch==2.5.1+cu${V}',
    fix: 'Write the version out, or set it with ENV or a default that the file gives.',
  },
  'unread-installs': {
    severity: 'warning',
    summary:
      'A script, workflow or values file is not read in full, so that what it installs may move unseen.',
    example: 'install.sh   (for zsh)',
    fix: 'Fix the text, or take the file out with `!install.sh` in `files`.',
  },
  uninstalled: {
    severity: 'warning',
    summary:
      'A command takes a watched package away that the file does not name otherwise, such as one of the base image, or does so no longer.',
    example: 'RUN pip uninstall -y transformer-engine',
    fix: 'Nothing, if it is meant. Libraries fall back to other kernels where a package is missing: run the regression gate on the built image.',
  },
  unpinned: {
    severity: 'warning',
    summary:
      'A Dockerfile, script or workflow installs a watched package without a version: every run may get another one.',
    example: 'RUN pip install flash-attn',
    fix: 'Pin it (`flash-attn==2.8.3`) or install from the lock.',
  },
});
