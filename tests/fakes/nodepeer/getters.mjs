// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the libraries' own getters say of queues, in the order in which Oxpecker lists them. Their getters write
// (BullMQ 4 takes its markers away), so run it after what it is compared with.
//   --socket PATH
// stdin: [{library, prefix, name}, …]
// Last line: {"queues":[{library, prefix, name, version, paused, order: {state: [id, …]}, jobs: {id: fields}, logs: {id: [row, …]},
//   schedulers: [{key, next}]}]}
import { argument, client, connection, end, input, load } from './libraries.mjs';

const redis = client();
const states = {
  waiting: { types: ['wait', 'paused'], asc: true },
  active: { types: ['active'], asc: true },
  delayed: { types: ['delayed'], asc: true },
  prioritized: { types: ['prioritized'], asc: true },
  'waiting-children': { types: ['waiting-children'], asc: true },
  completed: { types: ['completed'], asc: false },
  failed: { types: ['failed'], asc: false },
};

function open({ library, prefix, name }) {
  const lib = load(library);
  if (library === 'bull4') return new lib(name, { redis: connection, prefix });
  // The constructor would write its version into a queue that has none.
  return new lib.Queue(name, { connection, prefix, skipMetasUpdate: true, skipVersionCheck: true });
}

const isBull4 = where => where.library === 'bull4';

async function orderOf(queue, where) {
  const order = {};
  for (const [state, { types, asc }] of Object.entries(states)) {
    if (isBull4(where) && ['prioritized', 'waiting-children'].includes(state)) continue;
    order[state] = [];
    for (const type of types) {
      const ids = await (isBull4(where) ? rangeOfBull4(queue, type, asc) : queue.getRanges([type], 0, -1, asc));
      order[state].push(...ids);
    }
  }
  return order;
}

async function rangeOfBull4(queue, type, asc) {
  const jobs = await queue.getJobs([type], 0, -1, asc);
  return jobs.map(job => String(job.id));
}

async function fieldsOf(queue, id) {
  const job = await queue.getJob(id).catch(() => null); // data that is no JSON makes it throw
  if (!job) return null;
  return {
    name: job.name,
    attemptsMade: job.attemptsMade,
    attempts: job.opts.attempts ?? 0,
    timestamp: job.timestamp,
    processedOn: job.processedOn ?? 0,
    finishedOn: job.finishedOn ?? 0,
    failedReason: job.failedReason ?? '',
    progress: JSON.stringify(typeof job.progress === 'function' ? job.progress() : job.progress),
    state: await job.getState(),
    parentKey: job.parentKey ?? '',
  };
}

async function schedulersOf(queue, where) {
  const list = queue.getJobSchedulers && where.library === 'bullmq6' ? await queue.getJobSchedulers(0, -1, true) : await queue.getRepeatableJobs(0, -1, true);
  return list.map(one => ({ key: one.key, next: one.next }));
}

async function askQueue(where) {
  const queue = open(where);
  queue.on('error', () => {});
  await (isBull4(where) ? queue.isReady() : queue.waitUntilReady());
  const order = await orderOf(queue, where);
  const jobs = {};
  const logs = {};
  for (const id of Object.values(order).flat()) {
    jobs[id] = await fieldsOf(queue, id);
    const rows = (await queue.getJobLogs(id, 0, -1, true)).logs;
    if (rows.length) logs[id] = rows;
  }
  return { ...where, paused: await queue.isPaused(), order, jobs, logs, schedulers: await schedulersOf(queue, where) };
}

const queues = [];
for (const where of input([])) queues.push(await askQueue(where));
end({ queues });
