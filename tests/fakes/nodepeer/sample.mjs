// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a library makes of queues that somebody else wrote: their counts and the first jobs of each state, through
// its own getters. For queues with too many jobs for `getters.mjs`.
//   --socket PATH [--each 20]
// stdin: [{library, prefix, name}, …]
// Last line: {"queues":[{library, prefix, name, paused, counts: {state: n}, broken: [text, …], seen: n, schedulers: n,
//   flow: nodes of the first flow, 0 = none}]}; broken: jobs that are not what their state says.
import { argument, connection, end, input, load } from './libraries.mjs';

const each = Number(argument('each', 20));
const states = ['wait', 'paused', 'active', 'delayed', 'prioritized', 'waiting-children', 'completed', 'failed'];

/** What is wrong with a job of a state that does not change by itself, '' = nothing. */
async function fault(queue, state, job) {
  if (!job?.id || typeof job.name !== 'string' || !job.name) return 'no id or name';
  if (typeof job.data !== 'object' || job.data === null) return 'data is no object';
  if (!(job.timestamp > 0)) return 'no timestamp';
  if (state === 'failed' && !(job.failedReason && job.finishedOn > 0 && Array.isArray(job.stacktrace))) return 'no reason, end or stack';
  if (state === 'completed' && !(job.finishedOn >= job.processedOn && job.attemptsMade >= 1)) return 'no end or attempt';
  if (state === 'delayed' && !(job.delay > 0)) return 'no delay';
  if (['active', 'wait'].includes(state)) return ''; // they may have gone on
  const now = await job.getState();
  const expected = state === 'paused' ? 'waiting' : state;
  return now === expected || (state === 'prioritized' && now === 'active') ? '' : `its state is ${now}`;
}

const countNodes = tree => (tree ? 1 + (tree.children ?? []).reduce((sum, child) => sum + countNodes(child), 0) : 0);

async function flowOf(where, lib, parents) {
  if (!parents.length || !lib.FlowProducer) return 0;
  const flow = new lib.FlowProducer({ connection, prefix: where.prefix });
  const sizes = await Promise.all(parents.map(job => flow.getFlow({ id: job.id, queueName: where.name, prefix: where.prefix })));
  return Math.max(...sizes.map(countNodes));
}

async function askQueue(where) {
  const lib = load(where.library);
  const queue =
    where.library === 'bull4'
      ? new lib(where.name, { redis: connection, prefix: where.prefix })
      : new lib.Queue(where.name, { connection, prefix: where.prefix, skipMetasUpdate: true, skipVersionCheck: true });
  queue.on('error', () => {});
  const broken = [];
  let seen = 0;
  let parents = [];
  for (const state of states) {
    if (where.library === 'bull4' && ['prioritized', 'waiting-children'].includes(state)) continue;
    const jobs = await queue.getJobs([state === 'wait' && where.library === 'bull4' ? 'waiting' : state], 0, each - 1);
    for (const job of jobs.filter(Boolean)) {
      seen++;
      const text = await fault(queue, state, job);
      if (text) broken.push(`${where.name} ${state} ${job.id}: ${text}`);
    }
    if (state === 'waiting-children') parents = jobs;
  }
  const schedulers = queue.getJobSchedulers ? (await queue.getJobSchedulers(0, -1, true)).length : 0;
  const counts = await queue.getJobCounts();
  return { ...where, paused: await queue.isPaused(), counts, broken, seen, schedulers, flow: await flowOf(where, lib, parents) };
}

const queues = [];
for (const where of input([])) queues.push(await askQueue(where));
end({ queues });
