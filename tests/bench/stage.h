// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench.h"
#include "fakes/nodepeer/nodepeer.h"
#include "fakes/redis/certificates.h"
#include "fakes/redis/redisserver.h"
#include "integration/workspace/shop.h"
#include "ui/window/person.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>

#include <map>
#include <optional>

namespace oxp::bench {

/// How large everything is.
struct Sizes {
  int queues = 208; ///< `big`, `million`, `payload` and small ones
  int jobsPerQueue = 500;
  qint64 search = 200'000; ///< jobs of `big`: a quarter waiting, a half completed, a quarter failed
  qint64 million = 1'000'000;
  qint64 failures = 200'000;                   ///< jobs of `failures`, which is there while its row runs
  std::vector<double> megabytes{0.001, 5, 30}; ///< jobs of `payload`, named by payloadId()
  int manyQueues = 1'000;
  qint64 foreignKeys = 5'000'000;
  qint64 longState = 10'000'000;
  int profiles = 100;
  int switches = 10'000;
  int idleMs = 10'000;
  int references = 500'000;    ///< requests of redis-benchmark
  qint64 bulk = 20'000;        ///< jobs of a run over many
  qint64 bulkWaiting = 60'000; ///< that wait in the same queue meanwhile, where a row says so
  qint64 longRun = 1'000'000;  ///< jobs of the run whose memory is looked at
  int rounds = 5;

  static Sizes small();
  qint64 waiting() const { return search / 4; }
  qint64 completed() const { return search / 2; }
  qint64 failed() const { return search - waiting() - completed(); }
};

QByteArray payloadId(double megabytes);
/// `1 KB`, `30 MB`
QString sizeText(double megabytes);

/// bull-board, running over a server's queues.
class Board {
public:
  /// `library`: a pinned BullMQ of resources/scripts by its alias; empty = that of peers/package.json.
  bool start(const QString &socketPath, const QStringList &queues, const QString &library = {});
  struct Answer {
    double ms = 0;
    int status = 0;
    QByteArray body;
  };
  Answer get(const QString &path) { return ask("GET", path, {}); }
  Answer patch(const QString &path, const QByteArray &json) { return ask("PATCH", path, json); }
  Answer put(const QString &path) { return ask("PUT", path, {}); }
  qint64 processId() const { return m_processId; }

private:
  Answer ask(const QByteArray &verb, const QString &path, const QByteArray &json);

  test::NodePeer m_node;
  QNetworkAccessManager m_network;
  int m_port = 0;
  qint64 m_processId = 0;
};

/// The ways to the server. All but the first are there for the rows that compare them.
enum class Road { UnixSocket, Tcp, Tls };

/// What the rows share: one seeded server and those who look at it, each made when a row first asks.
class Stage {
public:
  Stage(Sizes sizes, QString program);
  ~Stage();

  Result<void> start();
  const Sizes &sizes() const { return m_sizes; }
  /// The real program, for rows about a process of its own.
  const QString &program() const { return m_program; }
  test::RedisServer &server() { return m_server; }
  /// A command over a connection of the benchmark's own.
  Reply run(const std::vector<QByteArray> &words) { return m_server.run(words); }

  QStringList queueNames();
  /// A connected session that knows every queue and polls nothing.
  Result<ProfileSession *> session(Road road = Road::UnixSocket);
  /// The server's own certificate is trusted by way of its authority's file.
  Endpoint endpoint(Road road) const;
  QueueInfo queueInfo(const QByteArray &name);
  /// The window of the real program in this process, connected; nullptr when it did not come.
  test::Person *window();
  void closeWindow();
  Board *board();

private:
  Sizes m_sizes;
  QString m_program;
  test::Certificates m_certificates;
  test::RedisServer m_server{{.tcp = true, .arguments = {}, .tls = true}};
  test::Surroundings m_surroundings;
  std::map<Road, std::unique_ptr<ProfileSession>> m_sessions;
  std::unique_ptr<QTemporaryDir> m_windowFolder;
  std::unique_ptr<test::Person> m_window;
  std::unique_ptr<Board> m_board;
};

/// What something costs the server, from here on.
class Cost {
public:
  explicit Cost(test::RedisServer &server);
  /// Commands, without those that ask for the figures.
  double commands() const;
  double kilobytes() const; ///< sent by the server
  void tellInto(Sample &sample) const;

private:
  test::RedisServer &m_server;
  double m_sent = 0;
};

/// MB of memory of a process.
double residentMB(qint64 processId = 0);
/// The most memory that this process takes from here on, above what it has.
class PeakMemory {
public:
  PeakMemory();
  double megabytes() const;

private:
  double m_before = 0;
};

/// A task of peers/peers.mjs, done once.
Result<Sample> askNode(test::RedisServer &server, const QStringList &arguments);
/// Words of limit/main.cpp, done once; it is to say that it dealt with `count` jobs.
Result<Sample> askLimit(test::RedisServer &server, const QStringList &words, qint64 count);

/// A task of peers/peers.mjs.
Side nodeSide(Stage &stage, const QString &who, const QStringList &arguments);
/// Words of limit/main.cpp; `answer` is what the row expects, given for `count` jobs.
Side limitSide(Stage &stage, const QString &who, const QStringList &words, qint64 count,
               const QString &answer = {});
/// A request of bull-board; the answer is made from the body.
Side boardSide(Stage &stage, const QString &who, const QString &path,
               std::function<QString(const QByteArray &body)> answer);

} // namespace oxp::bench
