// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real producer that brings jobs into given states.
//   --socket PATH --library bullmq4|bullmq5|bullmq6|bull4 --queue NAME [--prefix bull] [--pause]
// stdin: [{state, name?, id?, data?, raw?, opts?, error?}, …]
//   state: waiting, delayed, prioritized, active, failed, completed, waiting-children, scheduler (its pending job)
//   raw: base64, written over the field `data` after the job stands where it should
//   error: the failedReason of a failed job; template: false makes a scheduler without a template (BullMQ 5, 6)
// Last line: {"ids":[…in the order of the input]}
import { argument, client, connection, end, input, load } from './libraries.mjs';

const library = argument('library', 'bullmq5');
const name = argument('queue');
const prefix = argument('prefix', 'bull');
const HourMs = 3600e3;
const LockMs = 30 * 60_000;

const redis = client();
const isBull4 = library === 'bull4';
const lib = load(library);
const queue = isBull4 ? new lib(name, { redis: connection, prefix, settings: { lockDuration: LockMs } }) : new lib.Queue(name, { connection, prefix });
queue.on('error', error => { throw error; });
await (isBull4 ? queue.isReady() : queue.waitUntilReady());

/** Takes the job that is next: the one that was just put in front. */
async function takeNext(id) {
  if (isBull4) return { job: await queue.getNextJob(), token: undefined };
  const worker = new lib.Worker(name, null, { connection, prefix, lockDuration: LockMs });
  await worker.waitUntilReady();
  const token = `peer-${id}`;
  const job = await worker.getNextJob(token, { block: false });
  if (String(job?.id) !== String(id)) throw new Error(`expected job ${id} next, got ${job?.id}`);
  return { job, token };
}

const optsOf = {
  delayed: { delay: HourMs },
  prioritized: { priority: 5 },
  active: { lifo: true },
  failed: { lifo: true },
  completed: { lifo: true },
};

async function addScheduler(spec) {
  const { id = 'peer-scheduler', template = true } = spec;
  if (isBull4 || !queue.upsertJobScheduler) {
    const job = await queue.add(spec.name ?? 'peer', spec.data ?? {}, { repeat: { every: HourMs } });
    return job.id;
  }
  const made = template ? { name: spec.name ?? 'peer', data: spec.data ?? {} } : { name: spec.name ?? 'peer' };
  return (await queue.upsertJobScheduler(id, { every: HourMs, startDate: Date.now() + HourMs }, made)).id;
}

async function addParent(spec) {
  const flow = new lib.FlowProducer({ connection, prefix });
  const child = { name: 'child', queueName: `${name}-children`, data: {} };
  const opts = { ...spec.opts, ...(spec.id ? { jobId: spec.id } : {}) };
  const tree = await flow.add({ name: spec.name ?? 'peer', queueName: name, prefix, data: spec.data ?? {}, opts, children: [{ ...child, prefix }] });
  return tree.job.id;
}

async function addPlain(spec) {
  const opts = { ...optsOf[spec.state], ...spec.opts, ...(spec.id ? { jobId: spec.id } : {}) };
  const added = await queue.add(spec.name ?? 'peer', spec.data ?? {}, opts);
  if (['active', 'failed', 'completed'].includes(spec.state)) {
    const { job, token } = await takeNext(added.id);
    if (spec.state === 'failed') {
      job.opts.attempts = 1; // at once, whatever the producer allowed
      await (isBull4 ? job.moveToFailed({ message: spec.error ?? 'peer failed' }, true) : job.moveToFailed(new Error(spec.error ?? 'peer failed'), token, false));
    }
    if (spec.state === 'completed') await (isBull4 ? job.moveToCompleted({ done: true }, true, true) : job.moveToCompleted({ done: true }, token, false));
  }
  return added.id;
}

const ids = [];
for (const spec of input([])) {
  const add = spec.state === 'scheduler' ? addScheduler : spec.state === 'waiting-children' ? addParent : addPlain;
  const id = String(await add(spec));
  if (spec.raw !== undefined) await redis.hset(`${prefix}:${name}:${id}`, 'data', Buffer.from(spec.raw, 'base64'));
  ids.push(id);
}
if (argument('pause')) await queue.pause();
end({ ids });
