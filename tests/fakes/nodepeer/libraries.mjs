// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the scripts of this folder share: the pinned packages, the arguments, the connection.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = process.env.OXP_NODE_PACKAGES ?? path.join(here, '../../../resources/scripts/node_modules');

/** Loads a pinned package by its alias: bullmq4, bullmq5, bullmq6, bull4, ioredis. */
export const load = createRequire(path.join(packages, 'package.json'));

/** The value after `--name`, true for a bare flag, else the default. */
export function argument(name, otherwise) {
  const at = process.argv.indexOf('--' + name);
  if (at < 0) return otherwise;
  const value = process.argv[at + 1];
  return value === undefined || value.startsWith('--') ? true : value;
}

const server = argument('socket') ? { path: argument('socket') } : { host: '127.0.0.1', port: Number(argument('port', 6379)) };

/** ioredis options of the private redis-server: `--socket PATH`, or `--port N`; `--db N`. */
export const connection = { ...server, db: Number(argument('db', 0)), maxRetriesPerRequest: null };

/** A plain client. */
export function client() {
  const { Redis } = load('ioredis');
  return new Redis(connection);
}

export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

/** The JSON on stdin, or the default when nothing was sent. */
export function input(otherwise) {
  const text = fs.readFileSync(0, 'utf8');
  return text.trim() ? JSON.parse(text) : otherwise;
}

/** Prints one line of JSON, which the test reads. */
export const say = value => fs.writeSync(1, JSON.stringify(value) + '\n');

/** Ends at once: the libraries' connections would keep the process alive. */
export function end(value) {
  if (value !== undefined) say(value);
  process.exit(0);
}

process.on('unhandledRejection', error => {
  console.error(error);
  process.exit(1);
});
