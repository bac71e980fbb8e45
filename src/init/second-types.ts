import { type AskedType, isWord, type SecondTypes, type Widening, wordPattern } from '../config/index.ts';
import { configDefaults } from '../config/settings.ts';
import { count, shown, someOf } from '../kernel/text.ts';

/** More questions than these are not read. */
const mostAsked = 10;

/** For the person who ran init: types that the repository's own runs added to the registry, and those that only a person can judge. */
export function typeNotes({ widened, asked }: SecondTypes): string[] {
  const added = Array.from(widened, ([path, { types, because }]) => {
    const how = [...types].join(' and ');
    return `${path} may be ${how} too, by the repository’s own runs: ${because.join('; ')}. Take it out of its line where that is a slip`;
  });
  const questions = asked.slice(0, mostAsked).map((question) => {
    const { paths, wanted, text, places } = question;
    const [name = '', ...more] = paths;
    const others = more.length === 0 ? '' : ` (and ${count(more.length, 'other')} of that name)`;
    return `${name}${others} is ${wanted} in configs and ${JSON.stringify(shown(text))} in ${someOf(places)}: a slip, or a second type? If it is meant, ${meant(question, widened.get(name))} its line of ${configDefaults.registry}`;
  });
  const left = asked.length - questions.length;
  return [
    ...added,
    ...questions,
    ...(left > 0 ? [`${count(left, 'more value')} of runs with another type than in configs`] : []),
  ];
}

/** What takes the value; `known`: what the line takes already. */
function meant({ wanted, type, text }: AskedType, known: Widening | undefined): string {
  const isBound = type === 'str' && known !== undefined && known.words.size > 0;
  const pattern = isBound && isWord(text) ? wordPattern(new Set([...known.words, text])) : undefined;
  if (pattern !== undefined) return `write ${pattern} in`;
  if (isBound) return 'take the pattern out of';
  return `write type: ${typesText([...wanted.split(' or '), ...(known?.types ?? [])], type)} in`;
}

/** As the registry writes it: a float takes an int. */
function typesText(known: readonly string[], type: string): string {
  const types = [...known, type === 'other' ? 'any' : type];
  const kept = new Set(types.includes('float') ? types.filter((each) => each !== 'int') : types);
  const words = [...kept].map((each) => (each === 'NoneType' ? "'null'" : each));
  return words.length === 1 ? words.join() : `[${words.join(', ')}]`;
}
