import { expect, test } from 'vitest';
import { comparedWords } from '../../../../src/config/runs/programs/compared.ts';

const words = (text: string): string[] => comparedWords(text).map(({ name, word }) => `${name}=${word}`);

test.each([
  ['if self.config.test_freq == "each": pass', ['test_freq=each']],
  ["if 'each' == test_freq: pass", ['test_freq=each']],
  [
    'ok = cfg["test_freq"] == "each" or cfg.get("test_freq", 1) == "epoch"',
    ['test_freq=each', 'test_freq=epoch'],
  ],
  ['if freq in ("each", "epoch"): pass', ['freq=each', 'freq=epoch']],
  ['if freq in ["each", other]: pass', ['freq=each']],
  ['x = 1 if a.freq == "each" else 2', ['freq=each']],
  [
    'match cfg.freq:\n    case "each" | "epoch":\n        pass\n    case 1:\n        pass\n',
    ['freq=each', 'freq=epoch'],
  ],
  // it knows the word and refuses it
  ['if freq == "each":\n    raise ValueError(freq)\n', []],
  ['if (freq == "each" or freq == "epoch"):\n    raise ValueError(freq)\n', []],
  ['match freq:\n    case "each":\n        raise ValueError()\n', []],
  ['if freq == "each":\n    log.error("no")\n    why = 1\n    raise ValueError(why)\n', []],
  ['if a:\n    pass\nelif freq == "each":\n    print(freq); raise ValueError()\n', []],
  ['match freq:\n    case "each":\n        # no\n        print(freq)\n        raise ValueError()\n', []],
  ['if freq == "each":\n    for x in y:\n        return x\n    raise ValueError()\n', ['freq=each']],
  ['if freq == "each":\n    x = 1\nelse:\n    raise ValueError(freq)\n', ['freq=each']],
  ['assert freq != "each"', []],
  ['assert freq not in ("each", "epoch")', []],
  // it says something else of the name
  ['if "each" in freq: pass', []],
  ['freq = "each"', []],
  ['if len(freq) == "each": pass', []],
  ['if freq.lower() == "each": pass', []],
  ['if f(freq) == "each": pass', []],
  ['# freq == "each"\n"""freq == "each" """\n', []],
  ['if freq == f"{x}": pass', []],
  ['not python at all (', []],
])('%s', (text, found) => {
  expect(words(text)).toEqual(found);
});

test('at its line', () => {
  expect(comparedWords('\n\nif freq == "each":\n    pass\n')).toEqual([
    { name: 'freq', word: 'each', line: 3 },
  ]);
});
