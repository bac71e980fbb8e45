#!/usr/bin/env node
// What .pre-commit-hooks.yaml starts: pre-commit clones the repository and runs this file with the verb and the files.
import '../dist/cli/index.js';
