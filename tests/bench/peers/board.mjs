// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bull-board over some queues under the prefix `bull`, on a free port of the loopback.
//   --socket PATH [--library bullmq5: a pinned release of resources/scripts in the place of this folder's]
// stdin: their names, as a JSON array
// First line: {"ready":true, "port", "process"}
// The host application takes large bodies: by itself bull-board refuses data of more than 100 KB.
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import * as newest from 'bullmq';
import express from 'express';
import { Redis } from 'ioredis';
import { argument, connection, input, load, say } from '../../fakes/nodepeer/libraries.mjs';

const { Queue } = argument('library') ? load(argument('library')) : newest;
const redis = new Redis(connection);
const adapter = new ExpressAdapter();
adapter.setBasePath('/');
const options = { connection: redis, skipMetasUpdate: true, skipVersionCheck: true };
createBullBoard({ queues: input([]).sort().map(name => new BullMQAdapter(new Queue(name, options), { delimiter: '.' })), serverAdapter: adapter });
const app = express();
app.use(express.json({ limit: '256mb' }));
app.use('/', adapter.getRouter());
const server = app.listen(0, '127.0.0.1', () => say({ ready: true, port: server.address().port, process: process.pid }));
