// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace oxp::test {

/// What a script of this folder answered: the JSON object on the last line of its output.
struct NodeAnswer {
  bool ok = false; ///< ended with 0 and a JSON object on the last line
  QJsonObject value;
  QByteArray out; ///< everything on stdout
  QString error;  ///< why it is not ok, with what it wrote on stderr

  /// The answer's text or array member, empty when missing.
  QJsonValue operator[](const QString &name) const { return value.value(name); }
};

/// The real libraries, run by node: a worker, a producer or a reader that Oxpecker is compared with.
/// Scripts are those of this folder, or named by a whole path: `seed.mjs`, `add.mjs`, `worker.mjs`,
/// `liveworker.mjs`, `getters.mjs`; the head of each says its arguments.
class NodePeer {
public:
  /// Runs a script to its end. `socket` is a private redis-server's unix socket; `input` goes to stdin.
  static NodeAnswer run(const QString &script, const QString &socket, const QStringList &arguments = {},
                        const QByteArray &input = {}, int timeoutMs = 60'000);

  NodePeer() = default;
  ~NodePeer();
  NodePeer(const NodePeer &) = delete;
  NodePeer &operator=(const NodePeer &) = delete;

  /// Starts a script that runs beside the test, and waits for its first line (such as `{"ready":true}`).
  bool start(const QString &script, const QString &socket, const QStringList &arguments = {},
             const QByteArray &input = {}, int timeoutMs = 30'000);
  /// What start() waited for.
  QJsonObject firstLine() const;
  /// The next line that it prints, as JSON; empty after the time-out or at its end.
  QJsonObject nextLine(int timeoutMs = 30'000);
  /// Waits for its end; the answer is its last line.
  NodeAnswer finish(int timeoutMs = 60'000);

private:
  void launch(const QString &script, const QString &socket, const QStringList &arguments,
              const QByteArray &input);

  QProcess m_process;
  QByteArray m_out;        ///< all lines so far
  QByteArray m_unfinished; ///< what came after the last line break
};

} // namespace oxp::test
