// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills a private Redis with what BullMQ 6, 5, 4 and Bull 4 leave behind in practice: every state, odd payloads, flows,
// schedulers, prefixes of all kinds. The database is emptied first.
//   --socket PATH [--big BYTES of the largest payload, 5242880] [--only bullmq6,bullmq5,bullmq4,bull4]
// Last line: {"queues":[{library, prefix, name}]}
import { argument, client, connection, end, load, sleep } from './libraries.mjs';

const BigBytes = Number(argument('big', 5 * 1024 * 1024));
const only = String(argument('only', 'bullmq6,bullmq5,bullmq4,bull4')).split(',');
const HourMs = 3600e3;
const LockMs = 30 * 60e3; // active jobs stay locked for the whole test

const redis = client();
const made = new Map(); // base -> {library, prefix, name}
const note = (library, prefix, name) => made.set(`${prefix}:${name}`, { library, prefix, name });

const oddTexts = {
  cjk: '订单已完成 注文完了 주문 완료',
  emoji: '🦬🐦‍⬛ 👩‍👩‍👧‍👦',
  rtl: 'مرحبا بالعالم',
  combining: 'e\u0301 vs é',
  nul: 'a\u0000b',
  ls: 'x\u2028y\u2029z',
  quote: '"\\/\b\f\n\r\t',
  html: '<b>&amp;</b>',
};
const nested = { a: [1, [2, [3, [4, { deep: true }]]]], nullable: null, empty: {}, emptyArr: [], z: 1, y: 2, x: 3, 10: 'ten', 9: 'nine' };
// Numbers that no double holds: written straight into the hash, as JSON.stringify could not keep them.
const bigNumbers =
  '{"id64":9223372036854775807,"u64":18446744073709551615,"safe":9007199254740991,"unsafe":9007199254740993,' +
  '"dec":0.1000000000000000055511151231257827,"exp":1e400,"negz":-0.0,"trail":1.50,"dup":1,"dup":2}';

/** One BullMQ library under one prefix, with the queues that it opened. */
class Shop {
  constructor(library, prefix) {
    this.library = library;
    this.major = Number(library.at(-1));
    this.lib = load(library);
    this.prefix = prefix;
    this.open = [];
  }

  queue(name, prefix = this.prefix) {
    const queue = new this.lib.Queue(name, { connection, prefix });
    queue.on('error', () => {});
    this.open.push(queue);
    note(this.library, prefix, name);
    return queue;
  }

  /** Takes up to `count` jobs one by one, so that each stands where the handler leaves it. */
  async run(name, count, handle, options = {}) {
    const worker = new this.lib.Worker(name, null, { connection, prefix: this.prefix, lockDuration: LockMs, ...options });
    worker.on('error', () => {});
    await worker.waitUntilReady();
    const taken = [];
    while (taken.length < count) {
      const token = `tok-${taken.length}`;
      const job = await worker.getNextJob(token, { block: false });
      if (!job) break;
      await handle(job, token);
      taken.push(job.id);
    }
    await worker.close();
    return taken;
  }

  async close() {
    for (const one of this.open) await one.close();
  }
}

async function finishedOrders(shop, orders) {
  const results = [{ ok: true, total: 12.5 }, [1, 2, 3], 'done ✅', null, 42, undefined, { list: Array.from({ length: 200 }, (_, i) => ({ i, s: 'row ' + i })) }];
  for (let n = 0; n < results.length; n++)
    await orders.add('checkout', { n, customer: 'Zoë', ...(n ? {} : oddTexts) }, { attempts: 3, backoff: { type: 'exponential', delay: 1000 } });
  await shop.run('orders', results.length, async (job, token) => {
    await job.updateProgress(job.data.n % 2 ? 100 : { step: 'charged', pct: 100 });
    await job.log(`charging ${job.id}`);
    await job.log('日志 line 🪵\nsecond line \u001b[31mred\u001b[0m');
    await job.moveToCompleted(results[job.data.n], token, false);
  }, { name: 'seed-worker', metrics: { maxDataPoints: 60 } });

  await orders.add('refund', { reason: 'card expired' }, { attempts: 3, backoff: 0 });
  await orders.add('refund', { reason: 'unrecoverable' }, { attempts: 5 });
  await orders.add('refund', { reason: 'limited traces' }, { attempts: 4, stackTraceLimit: 2 });
  const boom = async (job, token) => {
    const error = new Error(`Boom ${job.data.reason} #${job.attemptsMade + 1} – ошибка`);
    if (job.data.reason === 'unrecoverable') error.name = 'UnrecoverableError';
    await job.moveToFailed(error, token, false);
  };
  for (let round = 0; round < 20 && (await shop.run('orders', 10, boom)).length; round++);
  await orders.addBulk(Array.from({ length: 60 }, (_, i) => ({ name: i % 2 ? 'sync' : 'import', data: { i, sku: 'SKU-' + i }, opts: { removeOnFail: { count: 1000 } } })));
  await shop.run('orders', 60, (job, token) => job.moveToFailed(new Error('Timeout after 3000ms'), token, false), { metrics: { maxDataPoints: 60 } });
}

async function openOrders(shop, orders) {
  for (const box of [1, 2, 3]) await orders.add('pack', { box });
  const active = await shop.run('orders', 3, async job => {
    await job.updateProgress(37.5);
    await job.log('packing…');
  }, { name: 'seed-worker' });
  await redis.del(`${shop.prefix}:orders:${active[2]}:lock`); // its worker died

  for (let i = 0; i < 25; i++) await orders.add('checkout', { i, note: 'waiting' }, { attempts: 1 + (i % 3) });
  await orders.add('lifo', { front: true }, { lifo: true });
  await orders.add('custom id', { a: 1 }, { jobId: 'order-2024/05 ünïcode' });
  await orders.add('three part id', { a: 1 }, { jobId: 'tenant:42:order' });
  await orders.add('__default__', {}, {});
  await orders.add('', { emptyName: true }, {});
  for (const scalar of ['just a string', 12345, null, [1, 'two', { three: 3 }]]) await orders.add('scalar', scalar);
  await orders.add('nested', nested);
  for (let i = 1; i <= 12; i++) await orders.add('reminder', { i }, { delay: i * HourMs, priority: i % 4 === 0 ? 7 : 0 });
  for (let i = 0; i < 2; i++) await orders.add('same ms', {}, { delay: 24 * HourMs, timestamp: 1900000000000 });
  for (const p of [1, 1, 5, 10, 100, 2097151]) await orders.add('vip', { p }, { priority: p });
}

async function payloads(shop) {
  const queue = shop.queue('payloads');
  const key = id => `${shop.prefix}:payloads:${id}`;
  await queue.add('huge', { blob: 'x'.repeat(BigBytes), tail: 'end' }, { jobId: 'huge' });
  await queue.add('wide', Object.fromEntries(Array.from({ length: 20000 }, (_, i) => ['key' + i, i])));
  let deep = 0;
  for (let i = 0; i < 400; i++) deep = { d: deep };
  await queue.add('deep', deep);
  await queue.add('unicode', oddTexts);
  const raw = { bignum: bigNumbers, nonjson: "{'not': json", binary: Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x41]), empty: '' };
  for (const [name, bytes] of Object.entries(raw)) await redis.hset(key((await queue.add(name, {})).id), 'data', bytes);
  await redis.hdel(key((await queue.add('no data', {})).id), 'data');
  await redis.rpush(key('wait'), 'ghost-id-without-hash');
}

async function specialQueues(shop) {
  const emails = shop.queue('emails');
  for (let i = 0; i < 8; i++) await emails.add('welcome', { to: `u${i}@example.com` });
  await emails.pause();
  for (let i = 8; i < 12; i++) await emails.add('welcome', { to: `u${i}@example.com`, whilePaused: true });
  await emails.add('vip welcome', {}, { priority: 3 });
  await shop.queue('empty').waitUntilReady();

  const limited = shop.queue('limited');
  await limited.add('x', {});
  await limited.setGlobalConcurrency?.(4);
  await limited.setGlobalRateLimit?.(100, 60000);
  if (limited.rateLimit) await limited.rateLimit(10 * 60e3);
  else await redis.set(`${shop.prefix}:limited:limiter`, Number.MAX_SAFE_INTEGER, 'PX', 600000);

  if (shop.major < 5) return;
  const dedup = shop.queue('dedup');
  const debounce = { delay: HourMs, deduplication: { id: 'deb:1', ttl: HourMs, extend: true, replace: true } };
  for (const n of [1, 2]) await dedup.add('simple', { n }, { deduplication: { id: 'simple-1' } });
  for (const n of [1, 2]) await dedup.add('throttle', { n }, { deduplication: { id: 'throttle-1', ttl: HourMs } });
  for (const n of [1, 2]) await dedup.add('debounce', { n }, debounce);
  const keep = { deduplication: { id: 'keep-1', keepLastIfActive: true } };
  await dedup.add('keeplast', { n: 1 }, { lifo: true, ...keep });
  await shop.run('dedup', 1, () => {});
  await dedup.add('keeplast', { n: 2 }, keep);
}

async function schedulers(shop) {
  const cron = shop.queue('cron');
  if (cron.upsertJobScheduler) {
    const now = Date.now();
    const report = { name: 'report', data: { kind: 'nightly', 名前: '夜間' }, opts: { attempts: 3, backoff: { type: 'fixed', delay: 5000 }, removeOnComplete: { count: 10 } } };
    await cron.upsertJobScheduler('nightly-report', { pattern: '0 0 3 * * *', tz: 'Asia/Tokyo' }, report);
    await cron.upsertJobScheduler('every-5-min', { every: 300000 }, { name: 'ping', data: { url: 'https://example.com' } });
    await cron.upsertJobScheduler('limited:with:colons', { every: HourMs, limit: 10, startDate: now + HourMs, endDate: now + 720 * HourMs }, { name: 'limited' });
    await cron.upsertJobScheduler('no-template', { pattern: '*/15 * * * *' });
  }
  if (shop.major > 5) return;
  await cron.add('legacy-repeat', { l: 1 }, { repeat: { pattern: '0 15 3 * * *' } });
  await cron.add('legacy-every', { l: 2 }, { repeat: { every: 600000, key: shop.major === 5 ? 'custom-key' : undefined } });
}

async function flows(shop) {
  const flow = new shop.lib.FlowProducer({ connection, prefix: shop.prefix });
  shop.open.push(flow);
  for (const name of ['album', 'tracks', 'encode']) await shop.queue(name).waitUntilReady();
  const encode = (i, t, opts) => [1, 2].map(e => ({ name: `encode-${e}`, queueName: 'encode', data: { i, t, e, fmt: e === 1 ? 'flac' : 'opus' }, opts }));
  const album = (i, opts = {}) => ({
    name: `album-${i}`, queueName: 'album', data: { title: `Альбом ${i}` }, opts: { jobId: `album-${shop.major}-${i}` },
    children: [1, 2].map(t => ({ name: `track-${t}`, queueName: 'tracks', data: { t }, opts: { ...opts }, children: encode(i, t, opts) })),
  });
  await flow.add(album(1));
  await flow.add(album(2, { ignoreDependencyOnFailure: true }));
  await flow.add(album(3, { failParentOnFailure: true }));
  await flow.add(album(4, shop.major >= 5 ? { removeDependencyOnFailure: true } : {}));
  if (shop.major >= 5) await flow.add(album(5, { continueParentOnFailure: true }));
  const other = `${shop.prefix}-other`;
  note(shop.library, other, 'tracks');
  await flow.add({ name: 'cross', queueName: 'album', data: {}, children: [{ name: 'other-prefix', queueName: 'tracks', prefix: other, data: {} }] });

  await shop.run('encode', 14, async (job, token) => {
    const { i, t, e } = job.data;
    if (i === 1) await job.moveToCompleted({ bytes: 1234, t }, token, false);
    else if (i !== 4 && e === 1) {
      job.opts.attempts = 1;
      await job.moveToFailed(new Error('codec crashed'), token, false);
    }
  });
  await shop.run('tracks', 2, async (job, token) => {
    try {
      await job.moveToCompleted({ track: job.id }, token, false);
    } catch (error) {
      await job.moveToFailed(error, token, false).catch(() => {});
    }
  });
}

async function oddPrefixes(shop, tag) {
  const places = [['{ox}', 'tagged'], ['team:prod:eu', 'colons'], ['bull', '{braced}'], ['bull', 'Spaces & ünïcode 队列'], ['', 'emptyprefix']];
  for (const [prefix, name] of places) {
    const queue = shop.queue(name + tag, prefix);
    await queue.waitUntilReady();
    await queue.addBulk(Array.from({ length: 5 }, (_, i) => ({ name: 'j', data: { i }, opts: { delay: i % 2 ? HourMs : 0 } })));
  }
}

async function bullMq(library, prefix) {
  const shop = new Shop(library, prefix);
  const orders = shop.queue('orders');
  await orders.waitUntilReady();
  await finishedOrders(shop, orders);
  await openOrders(shop, orders);
  await payloads(shop);
  await specialQueues(shop);
  await schedulers(shop);
  await flows(shop);
  if (shop.major >= 5) await oddPrefixes(shop, shop.major === 5 ? '-v5' : '');
  await shop.close();
}

async function bull4() {
  const Bull = load('bull4');
  const open = [];
  const queue = (name, options = {}) => {
    open.push(new Bull(name, { redis: connection, ...options }));
    note('bull4', options.prefix ?? 'bull', name);
    return open.at(-1);
  };
  const videos = queue('videos', { metrics: { maxDataPoints: 60 } });
  await videos.isReady();
  for (let i = 0; i < 6; i++) await videos.add('transcode', { i, ...(i ? {} : oddTexts) }, { attempts: 2 });
  let n = 0;
  videos.process('transcode', 1, async job => {
    await job.progress(n % 2 ? 50 : { pct: 50 });
    await job.log('legacy log ' + job.id);
    if (n++ % 2) throw new Error('legacy boom ' + job.id);
    return { ok: job.id };
  });
  const done = async () => (await videos.getCompletedCount()) + (await videos.getFailedCount());
  for (let i = 0; i < 200 && (await done()) < 6; i++) await sleep(20);
  await videos.pause(true, true); // only here: what comes now stays
  for (const p of [0, 0, 3, 1, 2]) await videos.add({ unnamed: true, p }, { priority: p || undefined });
  for (let i = 1; i < 5; i++) await videos.add('transcode', { i }, { delay: i * HourMs });
  await videos.add('custom', {}, { jobId: 'video:1:2' });
  await videos.add('lifo', {}, { lifo: true });
  for (let i = 0; i < 2; i++) await videos.add('deb', {}, { debounce: { id: 'd1', ttl: HourMs } });
  await videos.add('cron', { c: 1 }, { repeat: { cron: '0 3 * * *', tz: 'Europe/Berlin' } });
  await videos.add('every', {}, { repeat: { every: 60000 } });

  const paused = queue('paused-legacy');
  for (let i = 0; i < 4; i++) await paused.add({ i });
  await paused.pause();
  await paused.add({ after: 1 });
  await queue('{tagged-legacy}', { prefix: 'leg' }).add({ a: 1 });
  for (const one of open) await one.close(true);
}

await redis.flushdb();
if (only.includes('bullmq6')) await bullMq('bullmq6', 'bull');
if (only.includes('bullmq5')) await bullMq('bullmq5', 'bull5');
if (only.includes('bullmq4')) await bullMq('bullmq4', 'bull4');
if (only.includes('bull4')) await bull4();
end({ queues: [...made.values()] });
