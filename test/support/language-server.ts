import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

type Message = Readonly<Record<string, unknown>>;

/** A language server that is spoken to over its standard streams. */
export class LanguageServer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting: { wants: (message: Message) => boolean; take: (message: Message) => void }[] = [];
  private readonly received: Message[] = [];
  private unread = Buffer.alloc(0);
  private last = 0;

  constructor(program: string) {
    this.process = spawn(process.execPath, [program, '--stdio']);
    this.process.stdout.on('data', (chunk: Buffer) => this.read(chunk));
  }

  /** The result of a request. */
  async request(method: string, params: object): Promise<unknown> {
    const id = (this.last += 1);
    this.send({ id, method, params });
    return (await this.next((message) => message['id'] === id && !('method' in message)))['result'];
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  /** The parameters of the next notification of a method that was not taken yet. */
  async notification(method: string): Promise<Message> {
    const { params } = await this.next((message) => message['method'] === method);
    return params as Message;
  }

  close(): void {
    this.process.kill();
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private next(wants: (message: Message) => boolean): Promise<Message> {
    const index = this.received.findIndex(wants);
    const [there] = index < 0 ? [] : this.received.splice(index, 1);
    return there === undefined
      ? new Promise((take) => this.waiting.push({ wants, take }))
      : Promise.resolve(there);
  }

  private read(chunk: Buffer): void {
    this.unread = Buffer.concat([this.unread, chunk]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:[^]*?\r\n)?\r\n/.exec(
        this.unread.subarray(0, 200).toString('latin1'),
      );
      const length = Number(header?.[1]);
      const start = header?.[0].length ?? 0;
      if (header === null || this.unread.length < start + length) return;
      const body = this.unread.subarray(start, start + length).toString();
      this.unread = this.unread.subarray(start + length);
      this.take(JSON.parse(body) as Message);
    }
  }

  /** Whatever the server asks of its editor is answered with nothing. */
  private take(message: Message): void {
    if ('id' in message && 'method' in message) return this.send({ id: message['id'], result: [] });
    const index = this.waiting.findIndex(({ wants }) => wants(message));
    const [one] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (one === undefined) this.received.push(message);
    else one.take(message);
  }
}
