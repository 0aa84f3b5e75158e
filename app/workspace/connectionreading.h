// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/connectionline.h"

namespace oxp::reading {

/// A text under work: what its parts are taken for goes into `line`. Pure.
struct Reading {
  explicit Reading(QString text)
      : text(std::move(text)) {}

  const QString text;
  ConnectionLine line;

  QStringView view(const TextRange &range) const {
    return QStringView(text).sliced(range.start, range.length);
  }
  /// Only the first problem counts: what comes behind it may be its consequence.
  void problem(LineProblem::Kind kind, const TextRange &where, const QString &word = {},
               const QString &repaired = {});
  void secret(const TextRange &range);
  void leaveOut(const QString &name, LeftOut::Why why, std::optional<LineField> field = std::nullopt);
  /// The whole text with another one in a place.
  QString with(const TextRange &range, const QString &replacement) const;

  void setHost(const QString &host);
  void setPort(const QString &port, const TextRange &where);
  void setDatabase(const QString &database, const TextRange &where);
  void setSocket(const QString &path, const TextRange &where);
  void setUser(const QString &user);
  void setPassword(const QString &password, const TextRange &where);
  void setTls(bool on);
  void setPrefix(const QString &prefix);
  void setName(const QString &name);
  /// Takes effect where TLS is asked for, see finish().
  void setTlsWord(LineField field, const QString &value);
  void setNodeEnvironment(const QString &value);

  void say(LineField field);
  /// When all is read.
  void finish();

private:
  TlsOptions m_tls; ///< what was said of TLS, before or after it was asked for
};

/// A URL at a place of the text, up to white space.
void readUrl(Reading &reading, const TextRange &range);
bool looksLikeUrl(QStringView text);
/// `host`, `host:port`, `[v6]:port`.
void readHostAndPort(Reading &reading, const TextRange &range);
/// The same, also with `/db`, `user:password@` or `,password=…` around it, or the path of a socket.
void readAddress(Reading &reading, const TextRange &range);
/// The words after `redis-cli`; false when the text has no such word.
bool readCli(Reading &reading);
/// `NAME=value` and `NAME: value`, in lines or in words; false when the text is none.
bool readSettings(Reading &reading);
/// An option object; false when the text has none.
bool readObject(Reading &reading);

} // namespace oxp::reading
