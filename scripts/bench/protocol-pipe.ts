import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/** Chromium's DevTools protocol over the two pipes of `--remote-debugging-pipe`: JSON, each message ended by a null byte. */
export class ProtocolPipe implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;

  constructor(
    private readonly commands: Writable,
    answers: Readable,
  ) {
    let begun = '';
    answers.setEncoding('utf8');
    answers.on('data', (chunk: string) => {
      const messages = (begun + chunk).split('\0');
      begun = messages.pop() ?? '';
      for (const message of messages) this.onmessage?.(message);
    });
    answers.on('close', () => this.onclose?.());
  }

  send(message: string): void {
    this.commands.write(`${message}\0`);
  }

  close(): void {
    this.commands.end();
  }
}
