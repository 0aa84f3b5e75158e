// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What real workers make of a job's options: adds jobs to many queues, then runs a worker on each.
//   --socket PATH --library bullmq4|bullmq5|bullmq6|bull4 --do add|work
// stdin of add: [{queue, jobs: [{data?, opts}], parent?, every?}, …]
//   parent: the job is the child of a flow; every: it is the next one of a scheduler, which is due in an hour
// Last line of add: {queue: [id, …], …}
// stdin of work: [{queue, does, most?}, …]; ends when nothing is left to run, or `most` runs were made
//   does: complete, fail, failFirst (its first attempt), log (five lines), slow (400 ms), age and ageAndFail (makes
//   what ended before a hundred seconds older)
// Last line of work: {queue: {ran: [id, …], waits: [s, …] (what was delayed until then, and was promoted), types:
//   [what its data are, …], jobs: {id: {state, logs, traces: [text]}}, delayed: [opts, …], parent: state}, …}
import { argument, client, connection, end, input, load, sleep } from './libraries.mjs';

const library = argument('library', 'bullmq5');
const isBull4 = library === 'bull4';
const lib = load(library);
const redis = client();
const prefix = 'bull';
const HourMs = 3600e3;
const deadline = Date.now() + 100_000;
const keyOf = (queue, suffix) => `${prefix}:${queue}:${suffix}`;

const opened = new Map();
async function open(name) {
  if (!opened.has(name)) {
    const queue = isBull4 ? new lib(name, { redis: connection, prefix }) : new lib.Queue(name, { connection, prefix });
    await (isBull4 ? queue.isReady() : queue.waitUntilReady());
    opened.set(name, queue);
  }
  return opened.get(name);
}

/** Of the job that is due next: only its worker makes the one behind it. */
async function addRepeated(queue, { data = {}, opts }) {
  if (queue.upsertJobScheduler) {
    const job = await queue.upsertJobScheduler('peer', { every: HourMs, startDate: Date.now() + HourMs }, { name: 'peer', data, opts });
    return job.id;
  }
  return (await queue.add('peer', data, { ...opts, repeat: { every: HourMs } })).id;
}

async function addChild(name, { data = {}, opts }) {
  const flow = new lib.FlowProducer({ connection, prefix });
  const child = { name: 'peer', queueName: name, prefix, data, opts };
  const tree = await flow.add({ name: 'parent', queueName: `${name}-parents`, prefix, data: {}, children: [child] });
  return tree.children[0].job.id;
}

async function add({ queue: name, jobs, parent, every }) {
  const queue = await open(name);
  const ids = [];
  for (const job of jobs) {
    const id = every ? await addRepeated(queue, job) : parent ? await addChild(name, job) : (await queue.add('peer', job.data ?? {}, job.opts)).id;
    ids.push(String(id));
  }
  return ids;
}

/** How many jobs there are to be run, and which of them. */
async function counts(name) {
  const [wait, active, delayed, prioritized] = await Promise.all([
    redis.llen(keyOf(name, 'wait')),
    redis.llen(keyOf(name, 'active')),
    redis.zcard(keyOf(name, 'delayed')),
    redis.zcard(keyOf(name, 'prioritized')),
  ]);
  return { running: wait + active + prioritized, active, delayed };
}

const deeds = {
  complete: async () => {},
  fail: async (_, attempt) => { throw new Error(`attempt ${attempt}`); },
  failFirst: async (_, attempt) => { if (attempt === 1) throw new Error('attempt 1'); },
  log: async job => { for (let line = 1; line <= 5; line++) await job.log(`line ${line}`); },
  slow: async () => sleep(400),
  age: async (_, attempt, name) => age(name),
  ageAndFail: async (_, attempt, name) => { await age(name); throw new Error('aged'); },
};

async function age(name) {
  for (const state of ['completed', 'failed'])
    for (const id of await redis.zrange(keyOf(name, state), 0, -1)) await redis.zincrby(keyOf(name, state), -100_000, id);
}

function startWorker(name, does, seen) {
  const attempts = new Map();
  const process = async job => {
    const id = String(job.id);
    attempts.set(id, (attempts.get(id) ?? 0) + 1);
    seen.ran.push(id);
    seen.types.push(typeof job.data);
    return deeds[does](job, attempts.get(id), name);
  };
  if (isBull4) opened.get(name).process('*', 1, process);
  else new lib.Worker(name, process, { connection, prefix, drainDelay: 1 }).on('error', error => console.error(error));
}

/** What is to run later runs now. */
async function hasten(name, seen) {
  const members = await redis.zrange(keyOf(name, 'delayed'), 0, -1, 'WITHSCORES');
  for (let i = 0; i < members.length; i += 2) {
    seen.waits.push(Math.round((Math.floor(members[i + 1] / 4096) - Date.now()) / 1000));
    await (await opened.get(name).getJob(members[i])).promote();
  }
}

async function stateOf(name, id) {
  for (const list of ['wait', 'active', 'paused']) if ((await redis.lpos(keyOf(name, list), id)) !== null) return list;
  for (const set of ['completed', 'failed', 'delayed', 'prioritized', 'waiting-children'])
    if ((await redis.zscore(keyOf(name, set), id)) !== null) return set;
  return (await redis.exists(keyOf(name, id))) ? 'lost' : 'removed';
}

async function jobsOf(name, seen) {
  const jobs = {};
  for (const id of new Set(seen.ran)) {
    const traces = JSON.parse((await redis.hget(keyOf(name, id), 'stacktrace')) ?? '[]');
    jobs[id] = { state: await stateOf(name, id), logs: await redis.llen(keyOf(name, id) + ':logs'), traces: traces.map(trace => trace.split('\n')[0]) };
  }
  return jobs;
}

async function work({ queue: name, does, most = 20 }) {
  await open(name);
  const seen = { ran: [], waits: [], types: [] };
  startWorker(name, does, seen);
  for (;;) {
    const now = await counts(name);
    const enough = seen.ran.length >= most && now.active === 0;
    if (enough || (now.running === 0 && now.delayed === 0)) break;
    if (Date.now() > deadline) throw new Error(`${name} does not end: ${JSON.stringify(seen)}`);
    if (now.running === 0 && now.delayed > 0) await hasten(name, seen);
    else await sleep(10);
  }
  const delayed = await redis.zrange(keyOf(name, 'delayed'), 0, -1);
  return {
    ...seen,
    jobs: await jobsOf(name, seen),
    delayed: await Promise.all(delayed.map(id => redis.hget(keyOf(name, id), 'opts'))),
    parent: await stateOf(`${name}-parents`, await parentOf(name, seen)),
  };
}

/** The parent's id, as the child keeps it. */
async function parentOf(name, seen) {
  const key = seen.ran.length ? await redis.hget(keyOf(name, seen.ran[0]), 'parentKey') : null;
  return key ? key.split(':').at(-1) : '';
}

const wanted = input([]);
const deed = argument('do') === 'add' ? add : work;
const answers = await Promise.all(wanted.map(async one => [one.queue, await deed(one)]));
end(Object.fromEntries(answers));
