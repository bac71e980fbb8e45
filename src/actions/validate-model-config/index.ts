import { runAction } from '#lib/action';
import { main } from './main.ts';

void runAction('validate-model-config', main);
