import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 120_000;
const STOP_MS = 40_000;

/** A Beep of one's own, started by the command that people use, on a directory that ends with it. */
export class Beep {
  /** Starts it for whoever asks first; the others wait for the same. */
  running() {
    this.first ??= this.start();
    return this.first;
  }

  /** Its place is chosen when it starts first, and kept when it starts again. Answers what it printed. */
  async start() {
    this.port ??= await freePort();
    this.data ??= await mkdtemp(join(tmpdir(), 'beep-e2e-'));
    const args = ['run', '--port', String(this.port), '--data', this.data, '--limits', 'off'];
    this.process = spawn(join(root, 'beep'), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let printed = '';
    const ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Beep did not start:\n${printed}`)), START_MS);
      const read = (chunk) => {
        printed += chunk;
        if (!printed.includes('Beep is running on')) return;
        clearTimeout(timer);
        resolve();
      };
      this.process.stdout.on('data', read);
      this.process.stderr.on('data', read);
      this.process.once('exit', (code) => reject(new Error(`Beep ended with ${code}:\n${printed}`)));
    });
    await ready;
    return printed;
  }

  get url() {
    return `http://localhost:${this.port}`;
  }

  /** As Ctrl-C does. */
  async stop() {
    const running = this.process;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    process.kill(-running.pid, 'SIGINT');
    const timer = setTimeout(() => process.kill(-running.pid, 'SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }

  async remove() {
    await this.stop();
    if (this.data) await rm(this.data, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
