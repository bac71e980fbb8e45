#!/usr/bin/env node
import { keepCompiled } from './compiled.ts';

keepCompiled(process.env);
// A file of its own: what is loaded before the line above is compiled each time.
void import('./main.ts').then(({ main }) => main(process.argv.slice(2)));
