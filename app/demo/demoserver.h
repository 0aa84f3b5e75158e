// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace oxp {

class DemoGuard;
class DemoWriter;

/// A job of the demo, by where it lies.
struct DemoPlace {
  QByteArray prefix;
  QByteArray queue;
  QByteArray jobId;
};

/// A private redis-server on a unix socket in a folder of its own, filled with a shop's queues and kept alive
/// by a trickle of jobs. Server and folder are gone when this object goes, and also when the whole program is
/// killed: a guard process waits at a pipe for its end. Nothing here waits; GUI thread.
class DemoServer : public QObject {
  Q_OBJECT

public:
  explicit DemoServer(QObject *parent = nullptr);
  ~DemoServer() override;

  /// Ends in ready() or failed(). Does nothing when it has been called before.
  void start();
  /// `unix:///…?db=0&name=Demo&…`, for Workspace::openUrl.
  QString url() const;
  QString socketPath() const;
  /// A failed job that shows much of what the editor can do; for the picture.
  static DemoPlace showcase();

signals:
  /// The server runs and all jobs are in it.
  void ready(const QString &url);
  /// One sentence for a person. Nothing is left behind.
  void failed(const QString &sentence);

private:
  QString prepareFolder();
  bool launchGuard(const QString &program);
  void lookAtWriter();
  void giveUp(const QString &sentence);
  void tearDown();

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<DemoGuard> m_guard;
  std::unique_ptr<DemoWriter> m_writer;
  bool m_told = false;
};

} // namespace oxp
