// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "redis/command.h"
#include "redis/replybound.h"

#include <QByteArray>
#include <QByteArrayView>

namespace oxp {

/// One read command whose key changes from call to call, such as HMGET <key> data name: all else is written
/// down once.
class ReadShape {
public:
  /// `command`: with any key in its second place. Must be isReadOnly().
  explicit ReadShape(const Command &command);
  bool isReadOnly() const { return m_readOnly; }

private:
  friend class ReadBatch;
  QByteArray m_head, m_tail; ///< before the key's length, after the key
  ReplyBound m_bound;
  bool m_readOnly;
};

/// Read commands in their RESP form, to be sent in one go.
class ReadBatch {
public:
  /// The shape's command for the key `head` + `rest`.
  void add(const ReadShape &shape, QByteArrayView head, QByteArrayView rest);
  void add(const Command &command);
  void clear();

  qsizetype count() const { return m_count; } ///< commands
  bool isReadOnly() const { return m_readOnly; }
  const QByteArray &bytes() const { return m_bytes; }
  /// What each of the replies may hold.
  const ReplyBound &bound() const { return m_bound; }

private:
  QByteArray m_bytes;
  qsizetype m_count = 0;
  ReplyBound m_bound;
  bool m_readOnly = true;
};

} // namespace oxp
