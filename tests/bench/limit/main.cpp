// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hiredis alone needs for the same reads and writes: the limit that stands beside each row.
//   bench_limit SOCKET scan BASE FIELD KEY…     the field of every job in these lists and sorted sets,
//   pipelined bench_limit SOCKET get KEY FIELD            one field bench_limit SOCKET set KEY FIELD BYTES
//   one field, written bench_limit SOCKET swap BASE KEY HEAD VALUE the data of every job of a sorted set,
//   with what stands between
//                                               HEAD and the next quote replaced, if they still are as read
// Prints {"ms", "count", "bytes"}.
#include <hiredis/hiredis.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr long long Slice = 1000;

using Context = std::unique_ptr<redisContext, decltype(&redisFree)>;
using Answer = std::unique_ptr<redisReply, decltype(&freeReplyObject)>;
using Words = std::vector<std::string>;

struct Seen {
  long long count = 0, bytes = 0;
};

void give(redisContext *context, const Words &words) {
  std::vector<const char *> pointers;
  std::vector<size_t> lengths;
  for (const std::string &word : words) {
    pointers.push_back(word.data());
    lengths.push_back(word.size());
  }
  redisAppendCommandArgv(context, int(words.size()), pointers.data(), lengths.data());
}

Answer take(redisContext *context) {
  void *reply = nullptr;
  if (redisGetReply(context, &reply) != REDIS_OK) {
    std::fprintf(stderr, "%s\n", context->errstr);
    std::exit(1);
  }
  return {static_cast<redisReply *>(reply), &freeReplyObject};
}

Answer ask(redisContext *context, const Words &words) {
  give(context, words);
  return take(context);
}

Seen scan(redisContext *context, const std::string &base, const std::string &field, const Words &keys) {
  Seen seen;
  for (const std::string &key : keys) {
    const std::string type = ask(context, {"TYPE", key})->str;
    for (long long from = 0;; from += Slice) {
      const Answer ids = ask(context, {type == "list" ? "LRANGE" : "ZRANGE", key, std::to_string(from),
                                       std::to_string(from + Slice - 1)});
      for (size_t i = 0; i < ids->elements; ++i)
        give(context, {"HGET", base + ids->element[i]->str, field});
      for (size_t i = 0; i < ids->elements; ++i)
        seen.bytes += static_cast<long long>(take(context)->len);
      seen.count += static_cast<long long>(ids->elements);
      if (ids->elements < size_t(Slice))
        break;
    }
  }
  return seen;
}

/// Between HEAD and the next quote.
std::string changed(const std::string &data, const std::string &head, const std::string &value) {
  const size_t found = data.find(head);
  if (found == std::string::npos)
    return data;
  const size_t from = found + head.size();
  return std::string(data).replace(from, data.find('"', from) - from, value);
}

Seen swap(redisContext *context, const std::string &base, const std::string &key, const std::string &head,
          const std::string &value) {
  const std::string script =
      ask(context, {"SCRIPT", "LOAD",
                    "if redis.call('HGET', KEYS[1], 'data') ~= ARGV[1] then return 0 end "
                    "redis.call('HSET', KEYS[1], 'data', ARGV[2]) return 1"})
          ->str;
  Seen seen;
  for (long long from = 0;; from += Slice) {
    const Answer ids = ask(context, {"ZRANGE", key, std::to_string(from), std::to_string(from + Slice - 1)});
    for (size_t i = 0; i < ids->elements; ++i)
      give(context, {"HGET", base + ids->element[i]->str, "data"});
    Words before;
    for (size_t i = 0; i < ids->elements; ++i) {
      const Answer data = take(context);
      before.emplace_back(data->str, data->len);
    }
    for (size_t i = 0; i < ids->elements; ++i)
      give(context,
           {"EVALSHA", script, "1", base + ids->element[i]->str, before[i], changed(before[i], head, value)});
    for (size_t i = 0; i < ids->elements; ++i) {
      seen.count += take(context)->integer;
      seen.bytes += static_cast<long long>(before[i].size());
    }
    if (ids->elements < size_t(Slice))
      return seen;
  }
}

Seen work(redisContext *context, const Words &words) {
  if (words[0] == "scan" && words.size() > 3)
    return scan(context, words[1], words[2], Words(words.begin() + 3, words.end()));
  if (words[0] == "swap" && words.size() == 5)
    return swap(context, words[1], words[2], words[3], words[4]);
  if (words[0] == "get" && words.size() == 3)
    return {1, static_cast<long long>(ask(context, {"HGET", words[1], words[2]})->len)};
  if (words[0] == "set" && words.size() == 4) {
    const std::string value(size_t(std::atoll(words[3].c_str())), 'x');
    ask(context, {"HSET", words[1], words[2], value});
    return {1, static_cast<long long>(value.size())};
  }
  std::fprintf(stderr, "bench_limit: unknown words\n");
  std::exit(2);
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 3)
    return 2;
  const Context context(redisConnectUnix(argv[1]), &redisFree);
  if (!context || context->err)
    return 1;
  const auto start = std::chrono::steady_clock::now();
  const Seen seen = work(context.get(), Words(argv + 2, argv + argc));
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  std::printf(R"({"ms":%.3f,"count":%lld,"bytes":%lld})"
              "\n",
              took.count(), seen.count, seen.bytes);
  return 0;
}
