// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/parser.h"

#include <QLatin1StringView>

#include <hiredis/hiredis.h>

namespace oxp::redis {

namespace {

// hiredis builds a reply from the root down: each callback says where its piece goes and returns its address.
// An element's address is used until the element is complete, and siblings are appended only after that, so
// growing the parent's vector is safe.
Reply *place(const redisReadTask *task) {
  if (!task->parent)
    return new Reply;
  auto *parent = static_cast<Reply *>(task->parent->obj);
  return &parent->items.emplace_back();
}

Reply::Type textType(int type) {
  switch (type) {
  case REDIS_REPLY_STATUS:
    return Reply::Type::Status;
  case REDIS_REPLY_ERROR:
    return Reply::Type::Error;
  default:
    return Reply::Type::Bytes;
  }
}

void *makeText(const redisReadTask *task, char *text, size_t length) {
  Reply *reply = place(task);
  reply->type = textType(task->type);
  reply->bytes = QByteArray(text, static_cast<qsizetype>(length));
  return reply;
}

// The announced count reserves nothing: a wrong peer may announce two thousand million items.
template <typename Count>
void *makeArray(const redisReadTask *task, Count) {
  Reply *reply = place(task);
  reply->type = Reply::Type::Array;
  return reply;
}

void *makeInteger(const redisReadTask *task, long long value) {
  Reply *reply = place(task);
  reply->type = Reply::Type::Integer;
  reply->integer = value;
  return reply;
}

void *makeNil(const redisReadTask *task) {
  return place(task);
}

void *makeDouble(const redisReadTask *task, double, char *text, size_t length) {
  return makeText(task, text, length);
}

void *makeBool(const redisReadTask *task, int value) {
  return makeInteger(task, value);
}

void freeReply(void *reply) {
  delete static_cast<Reply *>(reply);
}

// createArray takes an int before hiredis 1.0 and a size_t since.
template <typename Count>
void setArray(void *(*&slot)(const redisReadTask *, Count)) {
  slot = &makeArray<Count>;
}

// RESP3 types, which hiredis knows since 1.0. Nobody asks for them, but a wrong peer may send them.
template <typename Functions>
void setNewer(Functions &functions) {
  if constexpr (requires { functions.createDouble; }) {
    functions.createDouble = &makeDouble;
    functions.createBool = &makeBool;
  } else {
    Q_UNUSED(makeDouble)
    Q_UNUSED(makeBool)
  }
}

redisReplyObjectFunctions *functions() {
  static redisReplyObjectFunctions table = [] {
    redisReplyObjectFunctions made{};
    made.createString = &makeText;
    setArray(made.createArray);
    made.createInteger = &makeInteger;
    made.createNil = &makeNil;
    made.freeObject = &freeReply;
    setNewer(made);
    return made;
  }();
  return &table;
}

} // namespace

struct Parser::Reader {
  redisReader *reader = redisReaderCreateWithFunctions(functions());

  Reader() = default;
  Reader(const Reader &) = delete;
  Reader &operator=(const Reader &) = delete;
  ~Reader() { redisReaderFree(reader); }
};

Parser::Parser()
    : m_reader(std::make_unique<Reader>()) {}
Parser::~Parser() = default;

void Parser::feed(QByteArrayView bytes) {
  redisReaderFeed(m_reader->reader, bytes.data(), static_cast<size_t>(bytes.size()));
}

Result<std::optional<Reply>> Parser::next() {
  void *made = nullptr;
  if (redisReaderGetReply(m_reader->reader, &made) != REDIS_OK)
    return fail(ErrorKind::Protocol, QString::fromLatin1(m_reader->reader->errstr));
  if (!made)
    return std::nullopt;
  const std::unique_ptr<Reply> reply(static_cast<Reply *>(made));
  return std::move(*reply);
}

} // namespace oxp::redis
