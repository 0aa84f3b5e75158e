// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real worker that fails a job until its attempts are used up, or until it stalls.
//   --socket PATH --library bullmq4|bullmq5|bullmq6 --queue NAME [--prefix bull] [--limit stackTraceLimit]
//   [--end fail|stall; stall with bullmq4 and bullmq5]
// stdin: {data: the job's data, errors: [[class, message, [frame, …]], …]}, one an attempt; with `stall` one attempt more
//   is taken and its lock lost.
// Last line: {"id": text, "errors": [text]}
import { argument, client, connection, end, input, load } from './libraries.mjs';

const prefix = argument('prefix', 'bull');
const name = argument('queue');
const stalls = argument('end', 'fail') === 'stall';
const { data, errors: attempts } = input({});
const { Queue, Worker } = load(argument('library', 'bullmq5'));
const errors = [];

/** As a processor throws it: the class and the frames are the error's own. */
function failure([className, message, frames]) {
  const error = new Error(message);
  error.name = className;
  error.stack = [`${className}: ${message}`, ...frames.map(frame => `    at ${frame}`)].join('\n');
  return error;
}

const queue = new Queue(name, { connection, prefix });
const limit = argument('limit');
const job = await queue.add('checkout', data, {
  attempts: attempts.length + (stalls ? 1 : 0),
  ...(limit === undefined ? {} : { stackTraceLimit: Number(limit) }),
});
const worker = new Worker(name, null, { connection, prefix, maxStalledCount: 0, lockDuration: 30_000 });
worker.on('error', error => errors.push(error.message));
await worker.waitUntilReady();
for (const [index, attempt] of attempts.entries()) {
  const taken = await worker.getNextJob(`peer-${index}`, { block: false });
  if (!taken) errors.push(`attempt ${index + 1} was not to be had`);
  else await taken.moveToFailed(failure(attempt), `peer-${index}`, false);
}
if (stalls) {
  await worker.getNextJob('peer-last', { block: false });
  const redis = client();
  await redis.del(`${prefix}:${name}:${job.id}:lock`);
  for (let check = 0; check < 2; check++) {
    await redis.del(`${prefix}:${name}:stalled-check`);
    await worker.scripts.moveStalledJobsToWait(); // the first marks, the second finds
  }
}
end({ id: String(job.id), errors });
