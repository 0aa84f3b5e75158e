// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/rows/rows.h"

#include "bench/waiting.h"

#include <QTemporaryDir>

namespace oxp::bench {
namespace {

constexpr int SettleMs = 2'000;

/// The program in a process of its own, which says how far it is.
class Started {
public:
  Started(Stage &stage, const QString &dataFolder) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("oxpecker.ui.debug=true"));
    environment.insert(QStringLiteral("QT_MESSAGE_PATTERN"), QStringLiteral("%{message}"));
    environment.insert(QStringLiteral("QT_FORCE_STDERR_LOGGING"), QStringLiteral("1"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProgram(stage.program());
    m_process.setArguments({QStringLiteral("--new-instance"), QStringLiteral("--data-dir"), dataFolder,
                            QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("--size"),
                            QStringLiteral("1440x900"),
                            stage.server().url() + QStringLiteral("&name=Bench&environment=local")});
    m_time.start();
    m_process.start();
  }
  ~Started() {
    m_process.kill();
    m_process.waitForFinished();
  }

  /// ms from its start until it says this; nothing when it never does.
  Result<Sample> until(const QByteArray &word) {
    while (!m_said.split('\n').contains(word)) {
      if (!m_process.waitForReadyRead(PatienceMs))
        return fail(ErrorKind::Timeout, QStringLiteral("the program said: ") + QString::fromUtf8(m_said));
      m_said += m_process.readAllStandardOutput();
    }
    return Sample{msOf(m_time), {}, {{QStringLiteral("MB"), residentMB(m_process.processId())}}};
  }
  qint64 processId() const { return m_process.processId(); }

private:
  QProcess m_process;
  QElapsedTimer m_time;
  QByteArray m_said;
};

Result<Sample> startBoard(Stage &stage) {
  const QStringList queues = stage.queueNames();
  QElapsedTimer time;
  time.start();
  Board board;
  if (!board.start(stage.server().socketPath(), queues))
    return fail(ErrorKind::Disconnected, QStringLiteral("bull-board did not start"));
  if (board.get(QStringLiteral("/api/queues?page=1&jobsPerPage=10")).status != 200)
    return fail(ErrorKind::Server, QStringLiteral("bull-board did not answer"));
  return Sample{msOf(time), {}, {{QStringLiteral("MB"), residentMB(board.processId())}}};
}

Result<Sample> startProgram(Stage &stage, const QString &folder, const QByteArray &word) {
  const QTemporaryDir fresh;
  return Started(stage, folder.isEmpty() ? fresh.path() : folder).until(word);
}

Row startRow(Stage &stage, const QString &title, const QByteArray &word, bool again) {
  Row row;
  row.title = title;
  row.rounds = stage.sizes().rounds;
  const auto folder = std::make_shared<QTemporaryDir>();
  if (again)
    row.prepare = [&stage, folder]() -> Result<void> {
      Started first(stage, folder->path());
      const Result<Sample> shown = first.until("queues shown");
      rest(SettleMs); // what is remembered is written
      return shown ? Result<void>() : fail(shown.error());
    };
  row.sides = {{QStringLiteral("Oxpecker"), Kind::Ours, [&stage, word, folder, again] {
                  return startProgram(stage, again ? folder->path() : QString(), word);
                }}};
  return row;
}

Result<Sample> residentAfterRest(Stage &stage) {
  const QTemporaryDir folder;
  Started program(stage, folder.path());
  Result<Sample> sample = program.until("queues shown");
  rest(SettleMs);
  if (sample)
    sample->value = residentMB(program.processId());
  return sample;
}

Result<Sample> residentBoard(Stage &stage) {
  Result<Sample> sample = startBoard(stage);
  if (sample)
    sample->value = sample->more.value(QStringLiteral("MB"));
  return sample;
}

} // namespace

std::vector<Row> startRows(Stage &stage) {
  Row painted = startRow(stage, QStringLiteral("cold start to a painted, usable window"), "painted", false);
  painted.sides.push_back({QStringLiteral("bull-board, to its first answer"), Kind::Peer,
                           [&stage] { return startBoard(stage); }});
  Row memory;
  memory.title = QStringLiteral("memory with %1 queues open").arg(stage.sizes().queues);
  memory.unit = QStringLiteral("MB");
  memory.rounds = std::min(3, stage.sizes().rounds);
  memory.sides = {
      {QStringLiteral("Oxpecker, window and all"), Kind::Ours, [&stage] { return residentAfterRest(stage); }},
      {QStringLiteral("bull-board, its server alone"), Kind::Peer,
       [&stage] { return residentBoard(stage); }}};
  return {
      painted,
      startRow(stage,
               QStringLiteral("cold start to %1 queues in the tree, first time").arg(stage.sizes().queues),
               "queues shown", false),
      startRow(stage, QStringLiteral("the same on a server that is known"), "queues shown", true), memory};
}

} // namespace oxp::bench
