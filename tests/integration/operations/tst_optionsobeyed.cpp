// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which options the workers of each library obey that were changed while the job waited. What is offered is
// changed as a person changes it, all else by HSET; then a real worker runs the job.
#include "integration/operations/operationsfixture.h"
#include "operations/objecttext.h"
#include "operations/optionvalue.h"

#include <QJsonDocument>
#include <QtTest>

#include <array>
#include <set>

using namespace oxp;
using namespace oxp::test;
Q_DECLARE_METATYPE(oxp::test::Library)

namespace {

/// What of the runs tells.
enum class Tell { Runs, Waits, Ends, Logs, Traces, Types, Parent };
enum class Which { All, Last };

struct Probe {
  const char *queue;
  const char *option;
  const char *added; ///< options of the producer
  Arguments fields;  ///< the change, where it is offered
  const char *raw;   ///< the same as JSON; "" takes the option away
  const char *does;  ///< what the worker does, in the words of options.mjs
  Tell tell;
  int obeyedBy; ///< FamilySet
  const char *obeyed, *ignored;
  const char *inBull4 = nullptr; ///< what is seen there, where it is not the same
  int jobs = 1;
  Which which = Which::All;
  bool child = false; ///< of a flow
  bool form = true;   ///< the fields write it so
};

constexpr const char *HourFixed = R"({"type":"fixed","delay":3600000})";
constexpr const char *HourExponential = R"({"type":"exponential","delay":3600000})";

std::vector<Probe> keepProbes(const char *option, const QByteArray &count, const QByteArray &age,
                              std::array<const char *, 6> queues, const char *does, const char *ages,
                              const char *kept) {
  const QByteArray id(option);
  const bool completed = id == "removeOnComplete";
  const char *removing = completed ? R"({"removeOnComplete":true})" : R"({"removeOnFail":true})";
  const char *three = completed ? "completed completed completed" : "failed failed failed";
  const char *last = completed ? "removed removed completed" : "removed removed failed";
  const char *two = completed ? "removed completed completed" : "removed failed failed";
  const auto probe = [&](const char *queue, const char *added, const Arguments &fields, const char *raw,
                         const char *deed, const char *obeyed, const char *ignored, int jobs) {
    Probe made{queue, option, added, fields, raw, deed, Tell::Ends, AnyFamily, obeyed, ignored};
    made.jobs = jobs;
    return made;
  };
  return {
      probe(queues[0], "{}", {{id, "remove"}}, "true", does, "removed", kept, 1),
      probe(queues[1], removing, {{id, "keep"}}, "false", does, kept, "removed", 1),
      probe(queues[2], removing, {{id, "worker"}}, "", does, kept, "removed", 1),
      probe(queues[3], "{}", {{id, "some"}, {count, "1"}}, "1", does, last, three, 3),
      probe(queues[4], "{}", {{id, "some"}, {age, "50"}}, R"({"age":50})", ages, last, three, 3),
      probe(queues[5], "{}", {{id, "some"}, {age, "50"}, {count, "2"}}, R"({"age":50,"count":2})", does, two,
            three, 3),
  };
}

std::vector<Probe> makeProbes() {
  std::vector<Probe> all = {
      {"attempts",
       "attempts",
       R"({"attempts":1})",
       {{"attempts", "3"}},
       "3",
       "fail",
       Tell::Runs,
       AnyFamily,
       "3",
       "1"},
      {"attempts-gone",
       "attempts",
       R"({"attempts":3})",
       {{"attempts", ""}},
       "",
       "fail",
       Tell::Runs,
       AnyFamily,
       "1",
       "3"},
      {"fixed",
       "backoff",
       R"({"attempts":3})",
       {{"backoff", "fixed"}, {"backoff.delay", "3600000"}},
       HourFixed,
       "fail",
       Tell::Waits,
       AnyFamily,
       "1h 1h",
       ""},
      {"exponential",
       "backoff",
       R"({"attempts":3})",
       {{"backoff", "exponential"}, {"backoff.delay", "3600000"}},
       HourExponential,
       "fail",
       Tell::Waits,
       AnyFamily,
       "1h 2h",
       "",
       "1h 3h"},
      {"at-once",
       "backoff",
       R"({"attempts":3,"backoff":3600000})",
       {{"backoff", "none"}},
       "",
       "fail",
       Tell::Waits,
       AnyFamily,
       "",
       "1h 1h"},
      {"logs", "keepLogs", "{}", {{"keepLogs", "2"}}, "2", "log", Tell::Logs, AnyMq, "2", "5"},
      {"traces-one",
       "stackTraceLimit",
       R"({"attempts":3})",
       {{"stackTraceLimit", "1"}},
       "1",
       "fail",
       Tell::Traces,
       AnyFamily,
       "attempt 3",
       "attempt 1, attempt 2, attempt 3"},
      {"lifo",
       "lifo",
       R"({"attempts":2})",
       {{"lifo", "1"}},
       "true",
       "failFirst",
       Tell::Runs,
       AnyFamily,
       "1 1 2 2",
       "1 2 1 2"},
      {"timeout",
       "timeout",
       "{}",
       {{"timeout", "50"}},
       "50",
       "slow",
       Tell::Ends,
       Bull4Only,
       "failed",
       "completed"},
      {"text",
       "preventParsingData",
       "{}",
       {{"preventParsingData", "1"}},
       "true",
       "complete",
       Tell::Types,
       Bull4Only,
       "string",
       "object"},
      {"fails-parent",
       "failParentOnFailure",
       "{}",
       {{"failParentOnFailure", "1"}},
       "true",
       "fail",
       Tell::Parent,
       Mq4,
       "failed",
       "waiting-children"},
      {"frees-parent",
       "removeDependencyOnFailure",
       "{}",
       {{"removeDependencyOnFailure", "1"}},
       "true",
       "fail",
       Tell::Parent,
       Mq4,
       "wait",
       "waiting-children"},
      {"ignored-by-parent",
       "ignoreDependencyOnFailure",
       "{}",
       {},
       "true",
       "fail",
       Tell::Parent,
       0,
       "",
       "waiting-children"},
      {"parent-goes-on",
       "continueParentOnFailure",
       "{}",
       {},
       "true",
       "fail",
       Tell::Parent,
       0,
       "",
       "waiting-children"},
      {"size", "sizeLimit", "{}", {}, "1", "complete", Tell::Ends, 0, "", "completed"},
      {"priority", "priority", "{}", {}, "1", "complete", Tell::Runs, 0, "", "1 2"},
      {"delay", "delay", "{}", {}, "3600000", "complete", Tell::Waits, 0, "", ""},
  };
  for (Probe &probe : all) {
    probe.child = probe.tell == Tell::Parent;
    if (QByteArray(probe.queue) == "lifo" || QByteArray(probe.queue) == "priority") {
      probe.jobs = 2;
      probe.which = QByteArray(probe.queue) == "priority" ? Which::Last : Which::All;
    }
  }
  for (const Probe &probe :
       keepProbes("removeOnComplete", "removeOnComplete.count", "removeOnComplete.age",
                  {"done-gone", "done-kept", "done-unsaid", "done-one", "done-young", "done-two"}, "complete",
                  "age", "completed"))
    all.push_back(probe);
  for (const Probe &probe :
       keepProbes("removeOnFail", "removeOnFail.count", "removeOnFail.age",
                  {"failed-gone", "failed-kept", "failed-unsaid", "failed-one", "failed-young", "failed-two"},
                  "fail", "ageAndFail", "failed"))
    all.push_back(probe);
  Probe bare{"number", "backoff",   R"({"attempts":3})", {},      "3600000",
             "fail",   Tell::Waits, AnyFamily,           "1h 1h", ""};
  bare.form = false;
  Probe noTraces{"traces-none",
                 "stackTraceLimit",
                 R"({"attempts":2})",
                 {},
                 "0",
                 "fail",
                 Tell::Traces,
                 Mq5Or6,
                 "",
                 "attempt 1, attempt 2"};
  noTraces.form = false;
  all.push_back(bare);
  all.push_back(noTraces);
  return all;
}

const std::vector<Probe> &probes() {
  static const std::vector<Probe> all = makeProbes();
  return all;
}

bool isFor(const Probe &probe, Family family) {
  return !probe.child || family != Family::Bull4; // which has no flows
}

/// What is to be seen of a probe.
QByteArray expected(const Probe &probe, Family family) {
  if (!(probe.obeyedBy & setOf(family)))
    return probe.ignored;
  if (probe.inBull4 && family == Family::Bull4)
    return probe.inBull4;
  return family == Family::BullMq4 && QByteArray(probe.queue) == "traces-one" ? "attempt 1" : probe.obeyed;
}

QStringList texts(const QJsonValue &list) {
  QStringList made;
  for (const QJsonValue &one : list.toArray())
    made << one.toVariant().toString();
  return made;
}

/// Of each job, in the order of their ids.
QStringList ofJobs(const QJsonObject &seen, const QStringList &ids, const QString &field) {
  QStringList made;
  for (const QString &id : ids)
    made << seen[u"jobs"_qs].toObject()[id].toObject()[field].toVariant().toString();
  return made;
}

QString tellOf(const Probe &probe, const QJsonObject &seen, const QStringList &ids) {
  switch (probe.tell) {
  case Tell::Runs:
    return probe.jobs == 1 ? QString::number(seen[u"ran"_qs].toArray().size())
                           : texts(seen[u"ran"_qs]).join(u' ');
  case Tell::Waits: {
    QStringList hours;
    for (const QJsonValue &seconds : seen[u"waits"_qs].toArray())
      hours << QString::number(qRound(seconds.toDouble() / 3'600)) + u'h';
    return hours.join(u' ');
  }
  case Tell::Ends:
    return ofJobs(seen, ids, u"state"_qs).join(u' ');
  case Tell::Logs:
    return ofJobs(seen, ids, u"logs"_qs).join(u' ');
  case Tell::Traces:
    return texts(seen[u"jobs"_qs].toObject()[ids.first()].toObject()[u"traces"_qs])
        .replaceInStrings(u"Error: "_qs, QString())
        .join(u", "_qs);
  case Tell::Types:
    return texts(seen[u"types"_qs]).join(u' ');
  case Tell::Parent:
    break;
  }
  return seen[u"parent"_qs].toString();
}

class TstOptionsObeyed : public QObject {
  Q_OBJECT

private slots:
  void everyOptionIsProven();
  void workersObeyWhatIsOffered_data();
  void workersObeyWhatIsOffered();
  void schedulersHandThemOn_data() { libraries(); }
  void schedulersHandThemOn();

private:
  static void libraries();
  QJsonObject peer(const Library &library, const QString &deed, const QJsonArray &wanted);
  void change(const Library &library, const Probe &probe, const QByteArray &id);

  std::unique_ptr<OperationsFixture> m_fixture;
};

} // namespace

void TstOptionsObeyed::libraries() {
  QTest::addColumn<Library>("library");
  for (const Library &library : Libraries)
    QTest::newRow(library.name) << library;
}

void TstOptionsObeyed::workersObeyWhatIsOffered_data() {
  libraries();
}

/// What is offered is what the workers below have obeyed, and nothing else.
void TstOptionsObeyed::everyOptionIsProven() {
  for (const Library &library : Libraries) {
    std::set<QByteArray> proven;
    for (const Probe &probe : probes()) {
      if (!isFor(probe, library.family) || !probe.form)
        continue;
      const bool obeyed = probe.obeyedBy & setOf(library.family);
      QVERIFY2(bool(findOption(probe.option, library.family)) == obeyed, probe.option);
      if (obeyed)
        proven.insert(probe.option);
    }
    for (const JobOption &option : jobOptions())
      if (findOption(option.id, library.family) == &option)
        QVERIFY2(proven.contains(option.id), option.id.constData());
  }
}

QJsonObject TstOptionsObeyed::peer(const Library &library, const QString &deed, const QJsonArray &wanted) {
  const NodeAnswer answer =
      NodePeer::run(QStringLiteral("options.mjs"), m_fixture->server->socketPath(),
                    {QStringLiteral("--library"), QLatin1String(library.name), QStringLiteral("--do"), deed},
                    QJsonDocument(wanted).toJson(QJsonDocument::Compact), 150'000);
  if (!answer.ok)
    qWarning("%s", qPrintable(answer.error));
  return answer.value;
}

void TstOptionsObeyed::change(const Library &library, const Probe &probe, const QByteArray &id) {
  const QueueInfo queue = m_fixture->queue(library, probe.queue);
  const JobSnapshot before = m_fixture->snapshot(queue, id, "opts");
  if (!probe.form || !findOption(probe.option, library.family)) {
    ObjectText opts(before.data);
    opts.set(probe.option, probe.raw);
    m_fixture->redis({"HSET", queue.id.key(id), "opts", opts.bytes()});
    return;
  }
  const auto after = withOptions(before.data, library.family, probe.fields);
  QVERIFY2(after, probe.queue);
  const Ended ended = m_fixture->run(editRequest(queue, before, *after, "job.editOptions"));
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(m_fixture->redis({"HGET", queue.id.key(id), "opts"}).bytes, *after);
}

void TstOptionsObeyed::workersObeyWhatIsOffered() {
  QFETCH(Library, library);
  m_fixture = std::make_unique<OperationsFixture>();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  QJsonArray added, worked;
  for (const Probe &probe : probes()) {
    if (!isFor(probe, library.family))
      continue;
    QJsonArray jobs;
    for (int i = 0; i < probe.jobs; ++i)
      jobs << QJsonObject{{u"opts"_qs, QJsonDocument::fromJson(probe.added).object()}};
    added << QJsonObject{
        {u"queue"_qs, QLatin1String(probe.queue)}, {u"jobs"_qs, jobs}, {u"parent"_qs, probe.child}};
    worked << QJsonObject{{u"queue"_qs, QLatin1String(probe.queue)}, {u"does"_qs, QLatin1String(probe.does)}};
  }
  const QJsonObject ids = peer(library, u"add"_qs, added);
  for (const Probe &probe : probes()) {
    const QStringList all = texts(ids[QLatin1String(probe.queue)]);
    for (const QString &id : probe.which == Which::Last ? all.mid(all.size() - 1) : all)
      change(library, probe, id.toUtf8());
    if (QTest::currentTestFailed())
      return;
  }
  const QJsonObject seen = peer(library, u"work"_qs, worked);
  QStringList faults;
  for (const Probe &probe : probes()) {
    if (!isFor(probe, library.family))
      continue;
    const QString queue = QLatin1String(probe.queue);
    const QString told = tellOf(probe, seen[queue].toObject(), texts(ids[queue]));
    if (told.toUtf8() != expected(probe, library.family))
      faults << queue + u": "_qs + told + u" and not "_qs +
                    QString::fromUtf8(expected(probe, library.family));
  }
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"; "_qs)));
}

/// The options of a scheduler's next job are those of all later ones, with a template too.
void TstOptionsObeyed::schedulersHandThemOn() {
  QFETCH(Library, library);
  m_fixture = std::make_unique<OperationsFixture>();
  QVERIFY2(m_fixture->start(), qPrintable(m_fixture->server->error()));
  const QJsonObject job{{u"data"_qs, QJsonObject{{u"a"_qs, 1}}},
                        {u"opts"_qs, QJsonObject{{u"attempts"_qs, 2}}}};
  const QJsonObject added =
      peer(library, u"add"_qs,
           {QJsonObject{{u"queue"_qs, u"cron"_qs}, {u"jobs"_qs, QJsonArray{job}}, {u"every"_qs, true}}});
  const QueueInfo queue = m_fixture->queue(library, "cron");
  const JobSnapshot before = m_fixture->snapshot(queue, texts(added[u"cron"_qs]).value(0).toUtf8(), "opts");
  QVERIFY(isHandedOn(before.data, before.state));
  const auto after = withOptions(before.data, library.family, {{"attempts", "7"}});
  const Ended ended = m_fixture->run(editRequest(queue, before, *after, "job.editOptions"));
  QVERIFY2(ended.report, why(ended).constData());
  QCOMPARE(ended.report->note, QByteArray("scheduler-takes-over"));
  const QJsonObject seen =
      peer(library, u"work"_qs,
           {QJsonObject{{u"queue"_qs, u"cron"_qs}, {u"does"_qs, u"complete"_qs}, {u"most"_qs, 1}}});
  const QStringList later = texts(seen[u"cron"_qs].toObject()[u"delayed"_qs]);
  QCOMPARE(later.size(), 1);
  QCOMPARE(ObjectText(later.first().toUtf8()).value("attempts"), QByteArray("7"));
}

QTEST_GUILESS_MAIN(TstOptionsObeyed)
#include "tst_optionsobeyed.moc"
