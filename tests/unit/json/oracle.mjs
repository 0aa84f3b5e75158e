// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads texts from standard input, each behind its length (32 bits, little endian), and answers with a
// byte for each: 1 where JSON.parse accepts it, 0 where it does not.
import { readFileSync } from 'node:fs';

const input = readFileSync(0);
const answers = [];
for (let at = 0; at < input.length;) {
  const length = input.readUInt32LE(at);
  const text = input.toString('utf8', at + 4, at + 4 + length);
  at += 4 + length;
  try {
    JSON.parse(text);
    answers.push('1');
  } catch {
    answers.push('0');
  }
}
process.stdout.write(answers.join(''));
