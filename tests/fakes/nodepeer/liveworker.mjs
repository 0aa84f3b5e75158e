// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real worker that runs until it is ended, waiting as workers in production do.
//   --socket PATH [--library bullmq5] --queue NAME [--prefix bull] [--name WORKER]
// First line: {"ready":true}, when the server lists its waiting connection. Then a line a job: {id, data, raw}.
import { argument, client, connection, load, say, sleep } from './libraries.mjs';

const library = argument('library', 'bullmq5');
const name = argument('queue');
const prefix = argument('prefix', 'bull');
const redis = client();

async function work(job) {
  const raw = await redis.hgetBuffer(`${prefix}:${name}:${job.id}`, 'data');
  say({ id: String(job.id), data: JSON.stringify(job.data), raw: raw?.toString('base64') ?? null });
  return { done: job.id };
}

if (library === 'bull4') {
  const Bull = load('bull4');
  new Bull(name, { redis: connection, prefix }).process('*', 1, work);
} else {
  const { Worker } = load(library);
  new Worker(name, work, { connection, prefix, name: argument('name', undefined) }).on('error', error => console.error(error));
}
const listed = `name=${prefix}:${Buffer.from(name).toString('base64')}`;
while (!(await redis.client('LIST')).includes(listed)) await sleep(10);
say({ ready: true });
