// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A library does to a queue what a person may do with Oxpecker.
//   --socket PATH --library bullmq4|bullmq5|bullmq6|bull4 --queue NAME [--prefix bull]
// stdin: [{operation: 'job.retry', id?}, …] with the ids of Oxpecker's operations, `job.addFlow` (a job by a
//   FlowProducer alone, which writes no version), or `drop` (deletes the lock of a job)
// Last line: {"steps":[{"keys":[[key, type], …]}, …]}: all keys of the queue after each step
import { argument, client, connection, end, input, load } from './libraries.mjs';

const library = argument('library', 'bullmq5');
const name = argument('queue');
const prefix = argument('prefix', 'bull');
const redis = client();
const lib = load(library);
const isBull4 = library === 'bull4';

let opened;
/** Opened when it is needed: opening one writes the version into meta. */
async function queue() {
  if (opened) return opened;
  opened = isBull4 ? new lib(name, { redis: connection, prefix }) : new lib.Queue(name, { connection, prefix });
  await (isBull4 ? opened.isReady() : opened.waitUntilReady());
  return opened;
}

const job = async id => (await queue()).getJob(id);

async function retry(id) {
  const known = await job(id);
  const state = (await known.isFailed()) ? 'failed' : 'completed';
  // Bull 4's own retry() is for failed jobs; its script takes both.
  return isBull4 ? load('bull4/lib/scripts').reprocessJob(known, { state }) : known.retry(state);
}

const operations = {
  'job.retry': retry,
  'job.promote': async id => (await job(id)).promote(),
  'job.remove': async id => (await job(id)).remove(),
  'job.updateData': async id => (isBull4 ? (await job(id)).update({ edited: true }) : (await job(id)).updateData({ edited: true })),
  'queue.pause': async () => (await queue()).pause(),
  'queue.resume': async () => (await queue()).resume(),
  'job.addFlow': async id => new lib.FlowProducer({ connection, prefix }).add({ name: 'peer', queueName: name, data: {}, opts: { jobId: id } }),
  drop: async id => redis.del(`${prefix}:${name}:${id}:lock`),
};

async function keys() {
  const all = (await redis.keys(`${prefix}:${name}:*`)).sort();
  return Promise.all(all.map(async key => [key, await redis.type(key)]));
}

const steps = [];
for (const { operation, id } of input([])) {
  await operations[operation](id);
  steps.push({ keys: await keys() });
}
end({ steps });
