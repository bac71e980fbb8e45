/** Texts that would do something if they were read as anything but text. */

export interface Payload {
  readonly name: string;
  readonly text: string;
}

export const payloads: readonly Payload[] = [
  { name: 'a shell substitution', text: '$(touch inj-pwned)' },
  { name: 'shell backticks', text: '`touch inj-pwned`' },
  { name: 'a shell list', text: '; touch inj-pwned #' },
  { name: 'an option of git', text: '--upload-pack=touch inj-pwned' },
  { name: 'a setting of git', text: '-ccore.sshCommand=touch inj-pwned' },
  { name: 'an output of git', text: '--output=inj-pwned' },
  { name: 'a way out of the repository', text: '..\\..\\inj-pwned' },
  { name: 'a workflow command', text: '::error file=inj::inj' },
  { name: 'a workflow command behind spaces', text: '   ::add-mask::inj' },
  { name: 'a workflow command of old', text: 'x ##[set-output name=verdict;]inj' },
  { name: 'a workflow command on a new line', text: 'x\n::set-output name=verdict::inj' },
  { name: 'a workflow command after a carriage return', text: 'x\r::save-state name=inj::inj' },
  { name: 'an encoded new line', text: 'x%0A::set-env name=INJ::inj' },
  { name: 'an end of commands', text: 'x\n::stop-commands::inj' },
  { name: 'an output on a new line', text: 'x\nverdict=inj' },
  { name: 'the end of an output', text: 'x\nMODEL_GATES_END\nverdict=inj' },
  { name: 'a Markdown heading', text: 'x\n\n# inj heading' },
  { name: 'a Markdown link', text: '[inj](https://evil.example/inj)' },
  { name: 'a Markdown image', text: '![inj](https://evil.example/inj.png)' },
  { name: 'a reference', text: '[inj]: https://evil.example/inj' },
  { name: 'a bare address', text: 'https://evil.example/inj' },
  { name: 'a mention', text: '@acme/inj-everyone' },
  { name: 'an issue reference', text: 'fixes acme/inj#1' },
  { name: 'a table', text: '| inj | inj |' },
  { name: 'a fence', text: '```inj' },
  { name: 'a task list', text: '- [x] inj' },
  { name: 'a script', text: '<script>inj()</script>' },
  { name: 'an image of HTML', text: '<img src=x onerror=inj()>' },
  { name: 'the end of a fold', text: '</details><h1>inj</h1>' },
  { name: "another gate's comment marker", text: '<!-- model-gates:inj -->' },
  { name: 'math', text: '$$\\href{https://evil.example}{inj}$$' },
  { name: 'a colour of the terminal', text: '\u001B[31minj\u001B[0m' },
  { name: 'a right-to-left override', text: 'inj\u202Etxt.exe' },
  { name: 'an invisible joiner', text: 'in\u200Bj\u2060' },
  { name: 'a line separator', text: 'x\u2028::error::inj' },
  { name: 'a null', text: 'x\u0000inj' },
  { name: 'the prototype', text: '__proto__' },
  { name: 'a number of words', text: 'inj '.repeat(2000) },
];
