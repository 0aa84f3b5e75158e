// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What somebody writes today who has Node and no program of ours. Each task is done once, in a process of its own.
//   --socket PATH --do TASK [the task's own arguments, below] [--warm N: times that it is done before, unmeasured]
//   [--library bullmq5: a pinned release of resources/scripts in the place of this folder's]
// Last line: {"ms", "answer": text to compare with the other sides', "memory": MB at the most}
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as newest from 'bullmq';
import { Redis } from 'ioredis';
import { argument, connection, end, load } from '../../fakes/nodepeer/libraries.mjs';

const { Queue } = argument('library') ? load(argument('library')) : newest;
const redis = new Redis(connection);
const name = argument('queue', 'big');
const queue = new Queue(name, { connection: redis, skipMetasUpdate: true, skipVersionCheck: true });
const Slice = 1000;
const FinishedStates = ['completed', 'failed'];

const idsOf = (state, from, to) => (FinishedStates.includes(state) ? redis.zrange(`bull:${name}:${state}`, from, to) : redis.lrange(`bull:${name}:${state === 'waiting' ? 'wait' : state}`, from, to));
const answerOf = ids => ids.map(String).sort().join(' ');

/** The data (or another field) of every job of a state as buffers, read a thousand in a pipeline. */
async function* payloads(state, field = 'data') {
  for (let from = 0; ; from += Slice) {
    const ids = await idsOf(state, from, from + Slice - 1);
    if (!ids.length) return;
    const pipeline = redis.pipeline();
    for (const id of ids) pipeline.hgetBuffer(`bull:${name}:${id}`, field);
    const replies = await pipeline.exec();
    for (let i = 0; i < ids.length; i++) yield [ids[i], replies[i][1]];
  }
}

/** How many jobs failed with the same message, numbers apart. */
class Kinds {
  counts = new Map();
  add(reason) {
    const kind = reason.replace(/[0-9]+/g, '#');
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
  /** The largest first. */
  get answer() {
    return [...this.counts.values()].sort((a, b) => b - a).join(' ');
  }
}

/** Does `work` for every job of a state, all of a page at once; `stays`: in the state, so that the next page lies behind. */
async function forAll(state, stays, work) {
  for (let done = 0; ; ) {
    const from = stays ? done : 0;
    const jobs = await queue.getJobs([state], from, from + Slice - 1);
    await Promise.all(jobs.map(work));
    done += jobs.length;
    if (jobs.length < Slice) return String(done);
  }
}

const best = (jobs, count) => jobs.sort((a, b) => b.amount - a.amount).slice(0, count).map(job => String(job.id)).join(' ');

const tasks = {
  /** --states a,b --order X: BullMQ's own getter, page by page, and a look at data.orderId. */
  async findByGetJobs() {
    const hits = [];
    for (const state of argument('states').split(','))
      for (let from = 0; ; from += Slice) {
        const jobs = await queue.getJobs([state], from, from + Slice - 1);
        for (const job of jobs) if (job.data.orderId === argument('order')) hits.push(job.id);
        if (jobs.length < Slice) break;
      }
    return answerOf(hits);
  },
  /** The same by pipelined HGET, each one parsed: the straight way. */
  async findByParsing() {
    const hits = [];
    const order = argument('order');
    for (const state of argument('states').split(','))
      for await (const [id, data] of payloads(state)) if (JSON.parse(data.toString()).orderId === order) hits.push(id);
    return answerOf(hits);
  },
  /** The same again, but the text is looked for first, and only a hit is parsed. */
  async findByPipeline() {
    const hits = [];
    const order = argument('order');
    const needle = Buffer.from(order);
    for (const state of argument('states').split(','))
      for await (const [id, data] of payloads(state))
        if (data && data.indexOf(needle) >= 0 && JSON.parse(data.toString()).orderId === order) hits.push(id);
    return answerOf(hits);
  },
  /** --state S --first N: the N jobs with the largest data.amount. */
  async sortByGetJobs() {
    const jobs = await queue.getJobs([argument('state')]);
    return best(jobs.map(job => ({ id: job.id, amount: job.data.amount })), Number(argument('first')));
  },
  async sortByPipeline() {
    const jobs = [];
    for await (const [id, data] of payloads(argument('state'))) jobs.push({ id, amount: JSON.parse(data.toString()).amount });
    return best(jobs, Number(argument('first')));
  },
  /** --states a,b: every job a line of a file, with its data as they are stored. */
  async exportByPipeline() {
    const folder = mkdtempSync(join(tmpdir(), 'export-'));
    const file = createWriteStream(join(folder, 'jobs.ndjson'));
    let lines = 0;
    for (const state of argument('states').split(','))
      for (let from = 0; ; from += Slice) {
        const ids = await idsOf(state, from, from + Slice - 1);
        if (!ids.length) break;
        const pipeline = redis.pipeline();
        for (const id of ids) pipeline.hgetall(`bull:${name}:${id}`);
        const replies = await pipeline.exec();
        const text = ids.map((id, i) => {
          const { data, ...rest } = replies[i][1];
          return `${JSON.stringify({ id, state, ...rest }).slice(0, -1)},"data":${data}}\n`;
        });
        lines += ids.length;
        if (!file.write(text.join(''))) await once(file, 'drain');
      }
    file.end();
    await once(file, 'close');
    rmSync(folder, { recursive: true });
    return String(lines);
  },
  /** Failed jobs by what they failed with. */
  async groupByGetJobs() {
    const kinds = new Kinds();
    for (let from = 0; ; from += Slice) {
      const jobs = await queue.getJobs(['failed'], from, from + Slice - 1);
      for (const job of jobs) kinds.add(job.failedReason);
      if (jobs.length < Slice) return kinds.answer;
    }
  },
  async groupByPipeline() {
    const kinds = new Kinds();
    for await (const [, reason] of payloads('failed', 'failedReason')) kinds.add(reason.toString());
    return kinds.answer;
  },
  /** --state S: what a script does to many jobs, by the library's own calls for one. */
  editMany: () => forAll(argument('state'), true, job => job.updateData({ ...job.data, status: 'moved' })),
  removeMany: () => forAll(argument('state'), false, job => job.remove()),
  promoteMany: () => forAll('delayed', false, job => job.promote()),
  /** The library's one call for all failed jobs. */
  async retryJobs() {
    await queue.retryJobs({ state: 'failed' });
    return '';
  },
  /** --state S --from N --count N */
  async page() {
    const from = Number(argument('from'));
    const jobs = await queue.getJobs([argument('state')], from, from + Number(argument('count')) - 1);
    return jobs.map(job => String(job.id)).join(' ');
  },
  /** --queues a,b,c: all counts at once. */
  async counts() {
    const all = argument('queues').split(',').map(one => (queues[one] ??= new Queue(one, { connection: redis, skipMetasUpdate: true, skipVersionCheck: true })));
    const counts = await Promise.all(all.map(one => one.getJobCounts()));
    return String(counts.flatMap(count => Object.values(count)).reduce((sum, n) => sum + n, 0));
  },
};
const queues = {};

await queue.waitUntilReady();
const task = tasks[argument('do')];
for (let i = 0; i < Number(argument('warm', 0)); i++) await task();
await redis.config('RESETSTAT');
const start = process.hrtime.bigint();
const answer = await task();
const ms = Number(process.hrtime.bigint() - start) / 1e6;
end({ ms, answer, memory: process.resourceUsage().maxRSS / 1024 });
