#!/usr/bin/env node
import { optimiseLater } from '../kernel/v8.ts';
import { keepCompiled } from './compiled.ts';

keepCompiled(process.env);
optimiseLater();
// A file of its own: what is loaded before the lines above is compiled each time.
void import('./main.ts').then(({ main }) => main(process.argv.slice(2)));
