import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from './driver.ts';

/** Preferences of a Firefox that asks nothing, fetches nothing, and keeps a popup open when the focus goes elsewhere. */
const QUIET = {
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'termsofuse.acceptedVersion': 999,
  'app.update.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'ui.popup.disable_autohide': true,
};

type Reply = { readonly value: unknown } & Readonly<Record<string, unknown>>;
interface Pending {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

export interface MarionetteOptions {
  readonly binary: string;
  readonly headless: boolean;
  readonly profile: string | undefined;
  readonly preferences: Readonly<Record<string, string | number | boolean>>;
}

/**
 * A client of Marionette, Firefox's own automation server (what geckodriver speaks): each message is `length:[type,id,command,parameters]`
 * in JSON. No dependency; `--remote-allow-system-access` lets scripts run in the browser's own window, where the toolbar is.
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;
  /** Resolves when Firefox has ended. */
  readonly ended: Promise<void>;

  private constructor(
    readonly process: ChildProcess,
    /** The profile's folder where it is to go with the browser. */
    private readonly passing: string | null,
    socket: Socket,
  ) {
    this.#socket = socket;
    this.ended = new Promise((resolve) => process.once('exit', () => resolve()));
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('Firefox closed the connection'));
      this.#pending.clear();
    });
    socket.on('error', () => socket.destroy());
  }

  /** Starts Firefox and opens a session. */
  static async launch(options: MarionetteOptions): Promise<Marionette> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'sourcelight-firefox-'));
    const preferences = Object.entries({ ...QUIET, ...options.preferences });
    writeFileSync(
      join(profile, 'user.js'),
      preferences.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`).join('\n'),
    );
    const args = ['-marionette', '--remote-allow-system-access', '-no-remote', '-profile', profile];
    const child = spawn(options.binary, options.headless ? [...args, '-headless'] : args, {
      stdio: 'ignore',
      env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
    });
    const portFile = join(profile, 'MarionetteActivePort');
    const read = async () => {
      if (child.exitCode !== null) throw new Error(`Firefox ended with status ${child.exitCode}`);
      return existsSync(portFile) && Number(readFileSync(portFile, 'utf8'));
    };
    const port = await waitUntil(read, { timeout: 120_000, message: 'Firefox did not open its automation port' });
    const socket = connect(Number(port), '127.0.0.1');
    const marionette = new Marionette(child, options.profile === undefined ? profile : null, socket);
    await marionette.send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
    return marionette;
  }

  /** Sends one command; the reply's errors become an `Error` with the command's name. */
  send(command: string, parameters: object = {}): Promise<Reply> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(58);
      const length = Number(this.#received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || this.#received.length < colon + 1 + length) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, colon + 1 + length).toString());
      this.#received = this.#received.subarray(colon + 1 + length);
      if (Array.isArray(message)) this.#settle(message);
    }
  }

  #settle([, id, error, result]: readonly unknown[]): void {
    const pending = this.#pending.get(Number(id));
    this.#pending.delete(Number(id));
    if (error) {
      const { error: kind, message } = error as { error: string; message: string };
      pending?.reject(new Error(`${kind}: ${message}`));
    } else pending?.resolve((result ?? { value: null }) as Reply);
  }

  /** Quits Firefox and removes a profile that was made for it. */
  async close(): Promise<void> {
    const quit = this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null);
    await Promise.race([quit, this.ended]);
    const patience = setTimeout(() => this.process.kill('SIGKILL'), 8000);
    await this.ended;
    clearTimeout(patience);
    this.#socket.destroy();
    if (this.passing !== null) rmSync(this.passing, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
