// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace oxp {

/// The folder that holds settings, records and drafts (0700), and the guard that only one process uses it: a
/// lock file and a private local socket, over which a second start hands its URL to the first.
class DataFolder : public QObject {
  Q_OBJECT

public:
  enum class Claim { Mine, Taken };

  /// `path` empty = the user's own place ($XDG_DATA_HOME/oxpecker).
  explicit DataFolder(const QString &path = {}, QObject *parent = nullptr);
  ~DataFolder() override;

  QString path() const { return m_path; }
  QString settingsFile() const;
  QString recordsFolder() const;
  QString queuesFolder() const; ///< of QueueCache
  QString recipesFolder() const;
  /// Makes the folder and takes it. Taken: another process has it. Does not wait.
  Result<Claim> claim();
  /// For a second start: hands text (a URL, may be empty: "come to the front") over. Asynchronous; false
  /// after 2 s without an answer.
  void handOver(const QString &text, QObject *context, std::function<void(bool)> handler);

signals:
  /// A second start handed this over (may be empty).
  void received(const QString &text);

private:
  void listen();
  void accept();
  void readFrom(QLocalSocket *socket);
  QString socketName() const;

  QString m_path;
  std::unique_ptr<QLockFile> m_lock;
  QLocalServer *m_server = nullptr;
};

} // namespace oxp
