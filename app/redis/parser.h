// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "redis/reply.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace oxp::redis {

/// Bytes in, replies out, over hiredis' redisReader (0.14 and 1.x). RESP2. Keeps no more memory than the
/// bytes that came: an announced length alone allocates nothing.
class Parser {
public:
  Parser();
  ~Parser();
  Parser(const Parser &) = delete;
  Parser &operator=(const Parser &) = delete;

  void feed(QByteArrayView bytes);
  /// The next whole reply, nothing while one is incomplete. Protocol once the stream makes no sense, and from
  /// then on.
  Result<std::optional<Reply>> next();

private:
  struct Reader;
  std::unique_ptr<Reader> m_reader;
};

} // namespace oxp::redis
