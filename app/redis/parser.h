// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "redis/flatreplies.h"
#include "redis/reply.h"
#include "redis/replybound.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace oxp::redis {

/// Bytes in, replies out, over hiredis' redisReader (0.14 and 1.x). RESP2. Keeps no more memory than the
/// bytes that came, and no more of them than the bound of the reply that is read: an announced length alone
/// allocates nothing, and is refused where it is over the bound.
class Parser {
public:
  Parser();
  ~Parser();
  Parser(const Parser &) = delete;
  Parser &operator=(const Parser &) = delete;

  /// Takes bytes in. Large pieces are cut up: hiredis moves what it has not read yet at each reply, so what
  /// lies ahead should be little; they wait here and are fed as replies are taken.
  void feed(QByteArrayView bytes);
  /// The next whole reply, nothing while one is incomplete. Protocol once the stream makes no sense, and from
  /// then on; its code is `reply-bound` when a reply holds more than it may. A reply that was begun keeps its
  /// bound.
  Result<std::optional<Reply>> next(const ReplyBound &bound = AnyReply);
  /// Takes up to `most` whole replies in flat form; how many came, 0 = the next one is incomplete.
  Result<qsizetype> takeFlat(qsizetype most, const ReplyBound &bound = AnyReply);
  /// What takeFlat() took since the last time.
  void swapFlat(FlatReplies &into);
  /// Drops the next reply, whichever way it was begun. False while it is incomplete.
  Result<bool> skip();
  /// Bytes came that belong to no reply taken so far.
  bool holdsMore() const;
  /// Bytes of memory that are kept for what was not taken yet.
  qsizetype memory() const;

  /// For replies that nobody waits for any more.
  static constexpr ReplyBound AnyReply{LongestValue, 1'048'576};

private:
  Result<void *> take(FlatReplies *into, const ReplyBound &bound);
  Result<void> checkPending() const;

  struct Reader;
  std::unique_ptr<Reader> m_reader;
  QByteArray m_waiting; ///< not fed to hiredis yet
  qsizetype m_fed = 0;  ///< of m_waiting
  FlatReplies m_flat; ///< here and not with the caller: a reply that was begun may outlive the caller's wish
};

} // namespace oxp::redis
