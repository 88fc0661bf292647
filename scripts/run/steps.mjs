import { spawn } from 'node:child_process';

const TICK_EVERY_MS = 1_000;
/** Where lines cannot be written over, as in CI, waiting is said less often. */
const REMIND_EVERY_MS = 15_000;
const MAX_TAIL_LINES = 60;

/** A step that did not work out, and why, for a person. */
export class StepError extends Error {
  name = 'StepError';
}

/**
 * Does something that takes a while, under one line that says what and for how long.
 * @template T
 * @param {string} label what is being done, in words
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} describe what to add to the line when it is done
 * @returns {Promise<T>}
 */
export async function showStep(label, work, describe = () => '') {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const stopTicking = startTicking(label, seconds);
  try {
    const result = await work();
    stopTicking();
    console.log(`  ✓ ${label}${describe(result)} (${seconds()})`);
    return result;
  } catch (error) {
    stopTicking();
    console.log(`  ✗ ${label} (${seconds()})`);
    throw error;
  }
}

function startTicking(label, seconds) {
  const isTerminal = process.stdout.isTTY === true;
  const write = isTerminal
    ? () => process.stdout.write(`\r  … ${label} (${seconds()}) `)
    : () => console.log(`  … ${label} (${seconds()})`);
  if (isTerminal) write();
  const timer = setInterval(write, isTerminal ? TICK_EVERY_MS : REMIND_EVERY_MS);
  return () => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write('\r\u001b[K');
  };
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param {readonly [string, ...string[]]} command the program and its arguments
 * @param {{ env?: Record<string, string | undefined>, echo?: boolean }} options `echo` also shows it as it comes
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function runQuietly([program, ...args], { env = {}, echo = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: withoutUndefined({ ...process.env, ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    // Programs that start others, as the browser tests do, put them away when they are interrupted.
    const interrupt = () => child.kill('SIGINT');
    process.once('SIGTERM', interrupt);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (echo) process.stdout.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', interrupt);
      resolve({ code, output });
    });
  });
}

/** Runs a program whose failure ends everything, with its last lines as the reason. */
export async function mustRun(command, why, options) {
  const { code, output } = await runQuietly(command, options);
  if (code !== 0) throw new StepError(`${why}\n\n${lastLines(output)}`);
  return output;
}

/** Hands the terminal to a program; signals reach it and its exit code becomes ours. */
export function runInForeground([program, ...args]) {
  const child = spawn(program, args, { stdio: 'inherit' });
  // Ctrl-C reaches the whole group: it is the program that stops in order, and we wait for it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

/** The command line of a program that an installed package brings, started without a shell. */
export function packageProgram(path, ...args) {
  return [process.execPath, `node_modules/${path}`, ...args];
}

export function lastLines(output) {
  return output.trim().split('\n').slice(-MAX_TAIL_LINES).join('\n');
}

function withoutUndefined(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
}
