// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real worker that takes jobs and says what it received.
//   --socket PATH --library bullmq4|bullmq5|bullmq6|bull4 --queue NAME [--prefix bull] [--count 1]
//   [--timeout 20000] [--outcome complete|fail|hold] [--name WORKER]
// Last line: {"jobs":[{id, name, data, raw, attempt}], "errors":[text]}
//   data = JSON.stringify of what the library parsed, raw = base64 of the hash field as it lay in Redis.
import { argument, client, connection, end, load, sleep } from './libraries.mjs';

const library = argument('library', 'bullmq5');
const name = argument('queue');
const prefix = argument('prefix', 'bull');
const count = Number(argument('count', 1));
const outcome = argument('outcome', 'complete');
const deadline = Date.now() + Number(argument('timeout', 20_000));
const LockMs = 30 * 60_000; // longer than any test: a held job must stay locked

const redis = client();
const jobs = [];
const errors = [];

async function note(job) {
  const raw = await redis.hgetBuffer(`${prefix}:${name}:${job.id}`, 'data');
  jobs.push({
    id: String(job.id),
    name: job.name,
    data: JSON.stringify(job.data),
    raw: raw?.toString('base64') ?? null,
    attempt: job.attemptsMade,
  });
}

async function workBullMq() {
  const { Worker } = load(library);
  const worker = new Worker(name, null, { connection, prefix, lockDuration: LockMs, name: argument('name') });
  worker.on('error', error => errors.push(error.message));
  await worker.waitUntilReady();
  while (jobs.length < count && Date.now() < deadline) {
    const token = `peer-${jobs.length}`;
    const job = await worker.getNextJob(token, { block: false }).catch(error => void errors.push(error.message));
    if (errors.length) break; // the library could not read the job: it stays in active
    if (!job) await sleep(20);
    else {
      await note(job);
      if (outcome === 'complete') await job.moveToCompleted({ done: job.id }, token, false);
      if (outcome === 'fail') await job.moveToFailed(new Error(`peer failed ${job.id}`), token, false);
    }
  }
}

async function workBull4() {
  const Bull = load('bull4');
  const queue = new Bull(name, { redis: connection, prefix, settings: { lockDuration: LockMs } });
  queue.on('error', error => errors.push(error.message));
  queue.process('*', 1, async job => {
    if (jobs.length >= count) return new Promise(() => {});
    await note(job);
    if (outcome === 'fail') throw new Error(`peer failed ${job.id}`);
    if (outcome === 'hold') return new Promise(() => {});
    return { done: job.id };
  });
  const key = `${prefix}:${name}:`;
  const settled = async () => {
    const held = outcome === 'hold' ? jobs.length : 0;
    return jobs.length >= count && (await redis.llen(key + 'active')) <= held;
  };
  while (!(await settled()) && !errors.length && Date.now() < deadline) await sleep(20);
}

await (library === 'bull4' ? workBull4() : workBullMq());
end({ jobs, errors });
