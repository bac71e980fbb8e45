/** A line such as `::error file=a.yaml,line=3::message`, unescaped. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands in an output, read as the runner reads them (actions/runner, ActionCommand.cs), `stop-commands` heeded. */
export function readCommands(output: string): WorkflowCommand[] {
  const found: WorkflowCommand[] = [];
  let stopped: string | undefined;
  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = commandOf(line);
    if (command === undefined) continue;
    if (stopped !== undefined) {
      if (command.command === stopped) stopped = undefined;
    } else if (command.command === 'stop-commands') stopped = command.message;
    else found.push(command);
  }
  return found;
}

function commandOf(line: string): WorkflowCommand | undefined {
  const [, head, message] = /^\s*::(.*?)::(.*)$/.exec(line) ?? [];
  if (head === undefined || message === undefined || head.trim() === '') return undefined;
  const [command = '', ...rest] = head.split(' ');
  return { command, properties: propertiesOf(rest.join(' ')), message: unescapeData(message) };
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((property): [string, string][] => {
    const at = property.indexOf('=');
    return at > 0 ? [[property.slice(0, at).trim(), unescapeProperty(property.slice(at + 1))]] : [];
  });
  return Object.fromEntries(pairs);
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
