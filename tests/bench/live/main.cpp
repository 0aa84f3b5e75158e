// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Prints, every ten seconds, how the whole window fares while real workers are busy: events a second, the
// longest stall of the GUI thread, memory.
//   bench_live [seconds 120] [events a second 5000] [queues 4]
//   bench_live idle [seconds 120] [queues 208]    commands a second, with one queue and one job open
#include "bench/heartbeat.h"
#include "fakes/nodepeer/nodepeer.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"
#include "workspace/livewatch.h"
#include "workspace/profilesession.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace oxp;
using namespace oxp::test;

namespace {

constexpr int StepMs = 10'000;
constexpr int EventsPerJob = 4;
constexpr int DefaultPollSeconds = 10;

QByteArray queueName(int number) {
  return number == 0 ? QByteArray("orders") : "queue-" + QByteArray::number(number);
}

double residentMb() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly))
    return 0;
  const QByteArray text = status.readAll();
  const qsizetype at = text.indexOf("VmRSS:") + 6;
  return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1000;
}

qint64 statOf(RedisServer &server, const char *section, const QByteArray &name) {
  const QByteArray info = server.run({"INFO", section}).bytes;
  const qsizetype at = info.indexOf(name) + name.size();
  return info.mid(at, info.indexOf('\r', at) - at).toLongLong();
}

/// Entries that all streams ever got.
qint64 eventsOf(RedisServer &server, int queues) {
  qint64 count = 0;
  for (int i = 0; i < queues; ++i) {
    const Reply info = server.run({"XINFO", "STREAM", "bull:" + queueName(i) + ":events"});
    for (size_t field = 0; field + 1 < info.items.size(); field += 2)
      if (info.items[field].bytes == "entries-added")
        count += info.items[field + 1].integer;
  }
  return count;
}

/// A queue at its busiest list, with a job open.
bool openOrders(WindowTest &t, const QString &state) {
  const QByteArray id = t.shop.add(state.toLatin1().constData(), R"({"order":1})");
  if (!t.open("local", DefaultPollSeconds) || !t.person.openJob(id, state))
    return false;
  const QueuePage *page = t.person.window()->page();
  return t.person.waits("the events", [&] { return page->session()->live().speaks(page->queue().id); });
}

int benchLoad(int seconds, int rate, int queues) {
  WindowTest t;
  if (!t.shop.start() || !openOrders(t, QStringLiteral("waiting")) ||
      !t.person.chooseState(QStringLiteral("completed")))
    return 1;
  QStringList names;
  for (int i = 0; i < queues; ++i)
    names << QString::fromLatin1(queueName(i));
  NodePeer peer;
  if (!peer.start(QStringLiteral("load.mjs"), t.shop.server.socketPath(),
                  {QStringLiteral("--queues"), names.join(u','), QStringLiteral("--rate"),
                   QString::number(rate / EventsPerJob)}))
    return 1;
  Heartbeat heart;
  QElapsedTimer clock;
  clock.start();
  qint64 before = eventsOf(t.shop.server, queues), beganAt = 0;
  double worst = 0, first = 0, last = 0;
  std::printf("%8s %12s %16s %10s\n", "seconds", "events/s", "longest stall ms", "RSS MB");
  while (clock.elapsed() < seconds * 1000LL) {
    heart.restart();
    QTest::qWait(StepMs);
    const double stall = heart.longestMs();
    const qint64 now = eventsOf(t.shop.server, queues);
    const double took = double(clock.elapsed() - beganAt) / 1000;
    beganAt = clock.elapsed();
    last = residentMb();
    first = first > 0 ? first : last;
    worst = std::max(worst, stall);
    std::printf("%8.0f %12.0f %16.1f %10.1f\n", double(beganAt) / 1000, double(now - before) / took, stall,
                last);
    std::fflush(stdout);
    before = now;
  }
  std::printf("longest stall %.1f ms, RSS %+.1f MB since the first line\n", worst, last - first);
  t.person.leave();
  return 0;
}

int benchIdle(int seconds, int queues) {
  WindowTest t;
  if (!t.shop.start())
    return 1;
  for (int i = 1; i < queues; ++i) {
    const QByteArray base = "bull:" + queueName(i);
    t.shop.server.run({"HSET", base + ":meta", "opts.maxLenEvents", "10000", "version", "bullmq:5.81.5"});
    t.shop.server.run({"XADD", base + ":events", "*", "event", "added", "jobId", "1"});
  }
  if (!openOrders(t, QStringLiteral("waiting")))
    return 1;
  QTest::qWait(StepMs); // what opening has left to do
  const QByteArray total = "total_commands_processed:";
  const qint64 before = statOf(t.shop.server, "stats", total);
  QElapsedTimer clock;
  clock.start();
  QTest::qWait(seconds * 1000);
  const qint64 commands = statOf(t.shop.server, "stats", total) - before - 1;
  std::printf("%d queues, one of them and a job open, idle for %d s: %.2f commands a second\n", queues,
              seconds, double(commands) * 1000 / double(clock.elapsed()));
  t.person.leave();
  return 0;
}

} // namespace

int main(int argc, char **argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
    qputenv("QT_QPA_PLATFORM", "offscreen");
  leaveSessionBus();
  QApplication app(argc, argv);
  QStringList words = app.arguments().mid(1);
  const bool idle = !words.isEmpty() && words.first() == u"idle";
  if (idle)
    words.removeFirst();
  const auto number = [&](int at, int otherwise) {
    return at < words.size() ? words.at(at).toInt() : otherwise;
  };
  return idle ? benchIdle(number(0, 120), number(1, 208))
              : benchLoad(number(0, 120), number(1, 5'000), number(2, 4));
}
