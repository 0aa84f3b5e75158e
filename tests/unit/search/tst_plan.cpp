// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queries.h"
#include "search/matcher.h"

#include <QTest>

#include <algorithm>

using namespace oxp;
using namespace oxp::search;

/// What a query asks of Redis before a job is judged: fields, states and stretches of a sorted set.
class TestPlan : public QObject {
  Q_OBJECT

private slots:
  void asksForWhatItNeeds_data();
  void asksForWhatItNeeds();
  void knowsStates_data();
  void knowsStates();
  void boundsScores_data();
  void boundsScores();
};

void TestPlan::asksForWhatItNeeds_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("fields");
  QTest::addColumn<bool>("size");
  const auto row = [](const char *text, const char *fields, bool size = false) {
    QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(fields) << size;
  };
  row("", "");
  row("id = 1 state = failed due < 10m", "");
  row("name : x data.a = 1", "data name");
  row("x", "data name failedReason");
  row("size > 1", "", true);
  row("size > 1 data.a = 1", "data");
  row("attempts > 1 created > -1h priority = 1", "attemptsMade atm timestamp priority");
  row("opts.a = 1 result.b = 1 opts.c = 1", "opts returnvalue");
  row("processed > -1h finished > -1h progress = 1 error : x",
      "processedOn finishedOn progress failedReason");
  row("failure = 3f9a2c1e7b04", "failedReason stacktrace");
  row("failure != x error : x failure : x", "failedReason stacktrace");
}

void TestPlan::asksForWhatItNeeds() {
  QFETCH(QString, text);
  QFETCH(QByteArray, fields);
  QFETCH(bool, size);
  const Matcher matcher(queryOf(text));
  QByteArrayList names(matcher.needs().fields.begin(), matcher.needs().fields.end());
  // Only data has a place of its own.
  const bool data = !names.isEmpty() && names.first() == "data";
  QCOMPARE(matcher.needs().data, data);
  QByteArrayList expected = fields.isEmpty() ? QByteArrayList() : fields.split(' ');
  QCOMPARE(data, expected.contains("data"));
  std::sort(names.begin(), names.end());
  std::sort(expected.begin(), expected.end());
  QCOMPARE(names, expected);
  QCOMPARE(matcher.needs().size, size);
}

void TestPlan::knowsStates_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QByteArray>("states");
  const auto row = [](const char *text, const char *states) {
    QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(states);
  };
  row("state = failed", "failed");
  row("state = failed data.a = 1", "failed");
  row("state = failed or state = completed", "completed failed");
  row("not state = failed and not state = completed", "waiting active delayed prioritized waiting-children");
  row("state = failed or name : x", "waiting active delayed prioritized waiting-children completed failed");
  row("not (state = failed and name : x)",
      "waiting active delayed prioritized waiting-children completed failed");
  row("not (state = failed or name : x)", "waiting active delayed prioritized waiting-children completed");
  row("due < 10m", "delayed");
  row("state = failed state = active", "");
  row("state : wait", "waiting waiting-children");
}

void TestPlan::knowsStates() {
  QFETCH(QString, text);
  QFETCH(QByteArray, states);
  const Matcher matcher(queryOf(text));
  QByteArrayList may;
  for (const JobState state : ShownStates) {
    if (matcher.mayMatch(state))
      may.append(stateWord(state));
  }
  QCOMPARE(may.join(' '), states);
}

void TestPlan::boundsScores_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<int>("state");
  QTest::addColumn<QByteArray>("bounds");
  const auto row = [](const char *text, JobState state, const QByteArray &bounds) {
    QTest::addRow("%s (%s)", text, stateWord(state).constData())
        << QString::fromUtf8(text) << int(state) << bounds;
  };
  const QByteArray hourAgo = QByteArray::number(Now - 3'600'000);
  const auto due = [](qint64 ms) { return QByteArray::number(ms * 4096); };
  row("", JobState::Failed, "-inf +inf");
  row("finished >= -1h", JobState::Failed, hourAgo + " +inf");
  row("finished >= -1h", JobState::Completed, hourAgo + " +inf");
  row("finished >= -1h", JobState::Waiting, "-inf +inf");
  row("finished >= -1h", JobState::Delayed, "-inf +inf");
  const auto priority = [](qint64 value) { return QByteArray::number(value << 32); };
  row("priority = 5", JobState::Prioritized, priority(5) + " (" + priority(6));
  row("priority <= 5", JobState::Prioritized, "-inf (" + priority(6));
  row("priority > 5 priority < 9", JobState::Prioritized, priority(6) + " (" + priority(9));
  row("priority = 2097151", JobState::Prioritized, priority(2097151) + " (" + priority(2097152));
  row("priority : 5", JobState::Prioritized, "-inf +inf");
  row("priority < 2.5", JobState::Prioritized, "-inf +inf");
  row("priority = 5", JobState::Completed, "-inf +inf");
  row("finished < -1h name : x", JobState::Failed, "-inf (" + hourAgo);
  row("finished < -1h or name : x", JobState::Failed, "-inf +inf");
  row("not finished < -1h", JobState::Failed, "-inf +inf");
  row("finished = 2026-11-22T10:00", JobState::Failed, at(10, 0, 0) + " (" + at(10, 1, 0));
  row("finished <= 2026-11-22T10:00", JobState::Failed, "-inf (" + at(10, 1, 0));
  row("finished > 2026-11-22T10:00", JobState::Failed, at(10, 1, 0) + " +inf");
  row("finished >= 2026-11-22T10:00 and finished < 2026-11-22T11:00", JobState::Failed,
      at(10, 0, 0) + " (" + at(11, 0, 0));
  row("finished = 2026-11-22T10:00 or finished = 2026-11-22T11:00", JobState::Failed,
      at(10, 0, 0) + " (" + at(11, 1, 0));
  row("due < 10m", JobState::Delayed, "-inf (" + due(Now + 600'000));
  row("due >= 10m", JobState::Delayed, due(Now + 600'000) + " +inf");
  // The last moments that there are, and the last that a double tells apart: no bound rather than a wrong
  // one.
  for (const char *text :
       {"finished <= 9223372036854775807", "finished = 9223372036854775807", "finished > 9223372036854775807",
        "finished < 9223372036854775807", "finished >= -9223372036854775808",
        "finished < -9223372036854775808", "finished > -9223372036854775808", "finished >= 9007199254740993",
        "finished <= 9007199254740992"})
    row(text, JobState::Failed, "-inf +inf");
  row("finished <= 9223372036854775807 or finished < -1h", JobState::Failed, "-inf +inf");
  row("finished < 9007199254740992", JobState::Failed, "-inf (9007199254740992");
  row("finished >= 9007199254740992", JobState::Failed, "9007199254740992 +inf");
  row("finished <= 9007199254740991", JobState::Failed, "-inf (9007199254740992");
  row("finished >= -9007199254740992", JobState::Failed, "-9007199254740992 +inf");
  row("finished >= -9007199254740993", JobState::Failed, "-inf +inf");
  row("priority <= 9223372036854775807", JobState::Prioritized, "-inf +inf");
  row("priority >= -9223372036854775808", JobState::Prioritized, "-inf +inf");
  row("priority = 2097153", JobState::Prioritized, "-inf +inf");
  row("due <= 9223372036854775807", JobState::Delayed, "-inf +inf");
  row("due < 2199023255552", JobState::Delayed, "-inf (" + due(2199023255552));
  row("due < 2199023255553", JobState::Delayed, "-inf +inf");
}

void TestPlan::boundsScores() {
  QFETCH(QString, text);
  QFETCH(int, state);
  QFETCH(QByteArray, bounds);
  const ScoreBounds found = Matcher(queryOf(text)).scoreBounds(JobState(state));
  QCOMPARE(found.min + ' ' + found.max, bounds);
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
