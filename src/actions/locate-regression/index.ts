import { runAction } from '#lib/action';
import { main } from './main.ts';

void runAction('locate-regression', main);
