// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Real producers and workers under load, until it is ended; for benchmarks.
//   --socket PATH [--library bullmq5] [--prefix bull] --queues a,b,c --rate JOBS_A_SECOND [--fail PERCENT]
// First line: {"ready":true}. A job makes four events: added, waiting, active, completed or failed.
import { argument, connection, load, say, sleep } from './libraries.mjs';

const { Queue, Worker } = load(argument('library', 'bullmq5'));
const prefix = argument('prefix', 'bull');
const names = argument('queues').split(',');
const rate = Number(argument('rate', 100));
const failing = Number(argument('fail', 5)) / 100;
const EveryMs = 100;
const keep = { removeOnComplete: 1000, removeOnFail: 1000 };

async function work(job) {
  if (Math.random() < failing) throw new Error(`order ${job.data.order} was refused`);
  return { done: job.data.order };
}

const queues = names.map(name => new Queue(name, { connection, prefix, defaultJobOptions: keep }));
const workers = names.map(name => new Worker(name, work, { connection, prefix, concurrency: 50 }));
for (const one of [...queues, ...workers]) one.on('error', error => console.error(error));
await Promise.all(workers.map(worker => worker.waitUntilReady()));
say({ ready: true });

const started = Date.now();
for (let made = 0; ; await sleep(EveryMs)) {
  const due = Math.floor(((Date.now() - started) / 1000) * rate) - made;
  const each = Math.ceil(due / queues.length);
  if (each <= 0) continue;
  const jobs = Array.from({ length: each }, (_, i) => ({ name: 'checkout', data: { order: made + i } }));
  await Promise.all(queues.map(queue => queue.addBulk(jobs)));
  made += each * queues.length;
}
