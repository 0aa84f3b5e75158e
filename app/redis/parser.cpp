// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redis/parser.h"

#include <QLatin1StringView>

#include <hiredis/hiredis.h>

#include <algorithm>

namespace oxp::redis {

namespace {

constexpr qsizetype FeedSize = 4'096, LargestFeed = 65'536;
/// Of a status, an error, a number or an announced length.
constexpr qsizetype LongestLine = 65'536;
constexpr int MostDepth = 7;

// hiredis builds a reply from the root down: each callback says where its piece goes and returns its address.
// An element's address is used until the element is complete, and siblings are appended only after that, so
// growing the parent's vector is safe.
Reply *place(const redisReadTask *task) {
  if (!task->parent)
    return new Reply;
  auto *parent = static_cast<Reply *>(task->parent->obj);
  return &parent->items.emplace_back();
}

/// Where the pieces of a reply go, and how much it may still hold.
struct Sink {
  FlatReplies *flat = nullptr; ///< for pieces that are not made into a tree
  ReplyBound left;
  QByteArray refused; ///< what was over the bound, as it was announced

  bool takesBytes(qint64 count) { return takes(left.bytes, count, '$'); }
  bool takesItems(qint64 count) { return takes(left.items, count, '*'); }

private:
  bool takes(qint64 &room, qint64 count, char kind) {
    if (count < 0 || count > room)
      refused = kind + QByteArray::number(count);
    else
      room -= count;
    return refused.isEmpty();
  }
};

Sink &sink(const redisReadTask *task) {
  return *static_cast<Sink *>(task->privdata);
}

/// Where the pieces go that are not made into a tree; null for a tree.
FlatReplies *flat(const redisReadTask *task) {
  return sink(task).flat;
}

/// No command answers deeper than a few arrays in arrays.
bool isTooDeep(const redisReadTask *task) {
  int depth = 0;
  for (; task->parent; task = task->parent)
    ++depth;
  return depth > MostDepth;
}

/// What hiredis holds as the reply then: only an address that is not null.
char flatMark = 0;

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

// A callback that gives nothing ends the reading.
void *makeText(const redisReadTask *task, char *text, size_t length) {
  if (!sink(task).takesBytes(static_cast<qint64>(length)))
    return nullptr;
  if (FlatReplies *out = flat(task)) {
    out->addText(textType(task->type), text, static_cast<qsizetype>(length));
    return &flatMark;
  }
  Reply *reply = place(task);
  reply->type = textType(task->type);
  reply->bytes = QByteArray(text, static_cast<qsizetype>(length));
  return reply;
}

// The announced count reserves nothing: a wrong peer may announce two thousand million items.
template <typename Count>
void *makeArray(const redisReadTask *task, Count count) {
  if (isTooDeep(task))
    sink(task).refused = "arrays in arrays in arrays";
  else
    sink(task).takesItems(static_cast<qint64>(count));
  if (!sink(task).refused.isEmpty())
    return nullptr;
  if (FlatReplies *out = flat(task)) {
    out->add(Reply::Type::Array, static_cast<qint64>(count));
    return &flatMark;
  }
  Reply *reply = place(task);
  reply->type = Reply::Type::Array;
  return reply;
}

void *makeInteger(const redisReadTask *task, long long value) {
  if (FlatReplies *out = flat(task)) {
    out->add(Reply::Type::Integer, value);
    return &flatMark;
  }
  Reply *reply = place(task);
  reply->type = Reply::Type::Integer;
  reply->integer = value;
  return reply;
}

void *makeNil(const redisReadTask *task) {
  if (FlatReplies *out = flat(task)) {
    out->add(Reply::Type::Nil);
    return &flatMark;
  }
  Reply *reply = place(task);
  reply->nilArray = task->type == REDIS_REPLY_ARRAY;
  return reply;
}

void *makeDouble(const redisReadTask *task, double, char *text, size_t length) {
  return makeText(task, text, length);
}

void *makeBool(const redisReadTask *task, int value) {
  return makeInteger(task, value);
}

void freeReply(void *reply) {
  if (reply != &flatMark)
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
  Sink sink;

  Reader() = default;
  Reader(const Reader &) = delete;
  Reader &operator=(const Reader &) = delete;
  ~Reader() { redisReaderFree(reader); }
};

Parser::Parser()
    : m_reader(std::make_unique<Reader>()) {}
Parser::~Parser() = default;

void Parser::feed(QByteArrayView bytes) {
  if (m_fed == m_waiting.size()) {
    m_waiting.resize(0);
    m_fed = 0;
  }
  m_waiting.append(bytes);
}

Error tooMuch(const QByteArray &announced) {
  return {ErrorKind::Protocol, "reply-bound", QString::fromLatin1(announced)};
}

/// The next whole reply's address, null while it is incomplete.
Result<void *> Parser::take(FlatReplies *into, const ReplyBound &bound) {
  redisReader *reader = m_reader->reader;
  reader->privdata = &m_reader->sink;
  if (reader->ridx < 0)
    m_reader->sink = {into, bound, {}};
  void *made = nullptr;
  for (qsizetype size = FeedSize;; size = std::min(2 * size, LargestFeed)) {
    const bool sound = redisReaderGetReply(reader, &made) == REDIS_OK;
    if (!m_reader->sink.refused.isEmpty())
      return fail(tooMuch(m_reader->sink.refused));
    if (!sound)
      return fail(ErrorKind::Protocol, QString::fromLatin1(reader->errstr));
    if (made)
      return made;
    if (const auto checked = checkPending(); !checked)
      return fail(checked.error());
    if (m_fed == m_waiting.size())
      return made;
    const auto piece = QByteArrayView(m_waiting).sliced(m_fed, std::min(size, m_waiting.size() - m_fed));
    redisReaderFeed(reader, piece.data(), static_cast<size_t>(piece.size()));
    m_fed += piece.size();
  }
}

/// Whether hiredis is at a text whose length is announced. It has taken the first byte, the kind, already.
template <typename Reader>
bool isAtBulk(const Reader *reader) {
  if (reader->ridx < 0)
    return false;
  if constexpr (requires { reader->rstack; }) // before hiredis 1.0
    return reader->rstack[reader->ridx].type == REDIS_REPLY_STRING;
  else
    return reader->task[reader->ridx]->type == REDIS_REPLY_STRING;
}

/// What hiredis waits for the rest of: a text whose length was announced, or a line without an end.
Result<void> Parser::checkPending() const {
  const redisReader *reader = m_reader->reader;
  const QByteArrayView pending(reader->buf + reader->pos, static_cast<qsizetype>(reader->len - reader->pos));
  const qsizetype end = pending.first(std::min(pending.size(), LongestLine)).indexOf("\r\n");
  if (end < 0)
    return pending.size() < LongestLine ? Result<void>{} : fail(tooMuch(pending.first(32).toByteArray()));
  const QByteArrayView length = pending.first(end);
  if (isAtBulk(reader) && length.toLongLong() > m_reader->sink.left.bytes)
    return fail(tooMuch('$' + length.toByteArray()));
  return {};
}

Result<std::optional<Reply>> Parser::next(const ReplyBound &bound) {
  const Result<void *> made = take(nullptr, bound);
  if (!made)
    return fail(made.error());
  if (!*made)
    return std::nullopt;
  const std::unique_ptr<Reply> reply(static_cast<Reply *>(*made));
  return std::move(*reply);
}

Result<qsizetype> Parser::takeFlat(qsizetype most, const ReplyBound &bound) {
  qsizetype count = 0;
  for (; count < most; ++count) {
    const Result<void *> made = take(&m_flat, bound);
    if (!made)
      return fail(made.error());
    if (!*made)
      break;
    freeReply(*made); // a tree when it was begun as one, which nobody wants any more
  }
  return count;
}

void Parser::swapFlat(FlatReplies &into) {
  into.clear();
  std::swap(into, m_flat);
}

Result<bool> Parser::skip() {
  const Result<void *> made = take(&m_flat, AnyReply);
  if (!made)
    return fail(made.error());
  if (!*made)
    return false;
  freeReply(*made);
  m_flat.clear();
  return true;
}

qsizetype Parser::memory() const {
  return m_waiting.capacity() + static_cast<qsizetype>(m_reader->reader->len) + m_flat.memory();
}

bool Parser::holdsMore() const {
  const redisReader *reader = m_reader->reader;
  return m_fed < m_waiting.size() || reader->ridx >= 0 || reader->pos < reader->len;
}

} // namespace oxp::redis
