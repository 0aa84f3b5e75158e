// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditstore.h"
#include "storetest.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <thread>

using namespace oxp;
using namespace oxp::test;
using audit::Outcome;
using audit::Record;

namespace {

mode_t modeOf(const QString &path) {
  struct stat facts {};
  return ::stat(QFile::encodeName(path).constData(), &facts) == 0 ? facts.st_mode & 0777 : 0;
}

} // namespace

class TstAuditStore : public StoreTest {
  Q_OBJECT

private slots:
  void init();
  void recordsRoundTrip();
  void lastOutcomeCounts();
  void listsPageAndFilter();
  void largePayloadsComeOneByOne();
  void unsettledAreFound();
  void historyCannotBeChanged();
  void modesArePrivate();
  void secretsAreNotOnTheDisk_data();
  void secretsAreNotOnTheDisk();
  void sealedRecordsNeedTheKey();
  void draftsRoundTrip();
  void sensitiveDraftsWithoutKeyStayInMemory();
  void keyThatComesLateSealsThem();
  void handlersRespectTheirContext();
  void closedByAHandlerItCallsNoOther();
  void manyThreadsWrite();

private:
  QByteArray diskBytes() const;
};

void TstAuditStore::init() {
  makeFolder();
}

QByteArray TstAuditStore::diskBytes() const {
  QByteArray all;
  for (const QString &name : QDir(m_folder).entryList(QDir::Files | QDir::Hidden)) {
    QFile file(m_folder + u'/' + name);
    if (file.open(QIODevice::ReadOnly))
      all += file.readAll();
  }
  return all;
}

void TstAuditStore::recordsRoundTrip() {
  Record given = sample("{\"a\":1}", "{\"a\":2}");
  qint64 id = 0;
  {
    AuditStore store(options());
    id = store.begin(given).value().id;
    const Error error{ErrorKind::Conflict, "changed", QStringLiteral("detail"), -1};
    Record detail;
    detail.arguments = "{\"client\":7,\"state\":\"failed\"}";
    QVERIFY(store.finish(id, Outcome::Conflict, &error, &detail));
  }
  AuditStore store(options());
  const Record read = record(store, id).value();
  QCOMPARE(read.who, given.who);
  QCOMPARE(read.profile, given.profile);
  QCOMPARE(read.environment, Environment::Staging);
  QCOMPARE(read.queue, given.queue);
  QCOMPARE(read.jobId, given.jobId);
  QCOMPARE(read.jobTimestamp, given.jobTimestamp);
  QCOMPARE(read.operation, given.operation);
  QCOMPARE(read.arguments, QByteArray("{\"client\":7,\"state\":\"failed\"}"));
  QCOMPARE(read.reason, given.reason);
  QCOMPARE(read.outcome, Outcome::Conflict);
  QCOMPARE(read.errorKind, QByteArray("Conflict"));
  QCOMPARE(read.errorCode, QByteArray("changed"));
  QCOMPARE(read.before->bytes, QByteArray("{\"a\":1}"));
  QCOMPARE(read.after->bytes, QByteArray("{\"a\":2}"));
  QVERIFY(read.endedAt >= read.at);
  QVERIFY(isWhole(store));
}

void TstAuditStore::lastOutcomeCounts() {
  AuditStore store(options());
  const qint64 id = store.begin(sample("1", "2")).value().id;
  QCOMPARE(record(store, id).value().outcome, Outcome::Intent);
  QVERIFY(store.finish(id, Outcome::Unknown, nullptr));
  QVERIFY(store.finish(id, Outcome::Done, nullptr));
  QCOMPARE(record(store, id).value().outcome, Outcome::Done);
  QCOMPARE(record(store, 999).error().kind, ErrorKind::NotFound);
}

void TstAuditStore::listsPageAndFilter() {
  AuditStore store(options());
  std::vector<qint64> ids;
  for (int i = 0; i < 6; ++i) {
    Record one = sample("1", "2");
    one.jobId = i % 2 ? "odd" : "even";
    if (i == 4)
      one.queue.name = "other";
    if (i == 5)
      one.profileId = QStringLiteral("p2");
    ids.push_back(store.begin(one).value().id);
  }
  QCOMPARE(list(store).value().size(), 6u);
  QCOMPARE(list(store).value().front().id, ids.back()); // newest first
  audit::RecordQuery query;
  query.profileId = QStringLiteral("p1");
  query.queue = QueueId{"bull", "orders"};
  query.jobId = "odd";
  QCOMPARE(list(store, query).value().size(), 2u);
  query.beforeId = ids[3];
  QCOMPARE(list(store, query).value().size(), 1u);
  Record same = sample("1", "2");
  same.queue.prefix = "other";
  const qint64 elsewhere = store.begin(same).value().id;
  query = {};
  query.queue = same.queue; // the same name under another prefix is another queue
  QCOMPARE(list(store, query).value().size(), 1u);
  QCOMPARE(list(store, query).value().front().id, elsewhere);
  query = {};
  query.limit = 2;
  QCOMPARE(list(store, query).value().size(), 2u);
}

void TstAuditStore::largePayloadsComeOneByOne() {
  AuditStore store(options());
  const QByteArray big = '"' + QByteArray(100'000, 'x') + '"';
  const qint64 id = store.begin(sample(big, "2")).value().id;
  const Record listed = list(store).value().front();
  QVERIFY(!listed.before && listed.payloadBytes > 100'000);
  QCOMPARE(record(store, id).value().before->bytes, big);
}

void TstAuditStore::unsettledAreFound() {
  AuditStore store(options());
  const qint64 meant = store.begin(sample("1", "2")).value().id,
               unknown = store.begin(sample("1", "2")).value().id,
               done = store.begin(sample("1", "2")).value().id;
  QVERIFY(store.finish(unknown, Outcome::Unknown, nullptr));
  QVERIFY(store.finish(done, Outcome::Done, nullptr));
  const auto open = store.unsettled(QStringLiteral("p1")).value();
  QCOMPARE(open.size(), 2u);
  QCOMPARE(open[0].id, unknown);
  QCOMPARE(open[1].id, meant);
  QVERIFY(store.unsettled(QStringLiteral("p2")).value().empty());
}

void TstAuditStore::historyCannotBeChanged() {
  AuditStore store(options());
  const qint64 id = store.begin(sample("1", "2")).value().id;
  QVERIFY(store.finish(id, Outcome::Done, nullptr));
  for (const char *sql : {"UPDATE intent SET who='x'", "DELETE FROM intent", "UPDATE outcome SET outcome=2",
                          "DELETE FROM outcome"})
    QVERIFY2(execOutside(m_folder, QLatin1String(sql)).isValid(), sql);
  QVERIFY(isWhole(store));
  QCOMPARE(record(store, id).value().outcome, Outcome::Done);
}

void TstAuditStore::modesArePrivate() {
  AuditStore store(options());
  QVERIFY(store.begin(sample("1", "2")));
  QCOMPARE(modeOf(m_folder), mode_t(0700));
  const QStringList files = QDir(m_folder).entryList(QDir::Files);
  QVERIFY(files.contains(QStringLiteral("audit.sqlite-wal")) &&
          files.contains(QStringLiteral("audit.sqlite-shm")));
  for (const QString &name : files)
    QCOMPARE(modeOf(m_folder + u'/' + name), mode_t(0600));
}

void TstAuditStore::secretsAreNotOnTheDisk_data() {
  QTest::addColumn<bool>("key");
  QTest::newRow("sealed") << true;
  QTest::newRow("left out") << false;
}

void TstAuditStore::secretsAreNotOnTheDisk() {
  QFETCH(bool, key);
  AuditStore store(options(key));
  QCOMPARE(store.seals(), key);
  const audit::Begun begun = store
                                 .begin(sample(R"({"plain":"visible-1","secret":"hidden-1"})",
                                               R"({"plain":"visible-1","secret":"hidden-2"})"))
                                 .value();
  QCOMPARE(begun.holdsPreImage, key);
  QVERIFY(save(store, draftOf(R"({"secret":"hidden-3"})")));
  QVERIFY(save(store, draftOf(R"({"secret":"hidden-4)"))); // half typed
  QVERIFY(!diskBytes().contains("hidden-"));
  const Record read = record(store, begun.id).value();
  QCOMPARE(read.before->left, !key);
  QCOMPARE(audit::holdsPreImage(read), key);
  QCOMPARE(read.after->bytes, key ? QByteArray(R"({"plain":"visible-1","secret":"hidden-2"})")
                                  : QByteArray(R"({"plain":"visible-1","secret":"[left out]"})"));
}

void TstAuditStore::sealedRecordsNeedTheKey() {
  qint64 id = 0;
  {
    AuditStore store(options());
    id = store.begin(sample(R"({"secret":1})", "2")).value().id;
  }
  AuditStore store(options(false));
  const Record closed = record(store, id).value();
  QVERIFY(closed.before->left);
  QCOMPARE(closed.before->why, QByteArray("no-key"));
  store.setKey({QByteArray(32, 'k')});
  QCOMPARE(record(store, id).value().before->bytes, QByteArray(R"({"secret":1})"));
  QVERIFY(isWhole(store));
}

void TstAuditStore::draftsRoundTrip() {
  {
    AuditStore store(options());
    QVERIFY(!draft(store).value());
    QVERIFY(save(store, draftOf("{\"a\":")));
    QVERIFY(save(store, draftOf(QByteArray("{\"a\":2\0", 7)))); // the newest text counts
  }
  AuditStore store(options());
  QCOMPARE(draft(store).value().value(), draftOf(QByteArray("{\"a\":2\0", 7)));
  audit::Draft other = draftOf("x");
  other.baseData = "{\"b\":1}";
  other.basePresent = false;
  QVERIFY(save(store, other)); // on another base
  QCOMPARE(draft(store).value().value(), other);
  const auto all = answer<std::vector<audit::Draft>>(
      [&](auto context, auto handler) { store.requestDrafts(QStringLiteral("p1"), context, handler); });
  QCOMPARE(all.value().size(), 1u);
  QVERIFY(answer<void>([&](auto context, auto handler) {
    store.dropDraft(QStringLiteral("p1"), {"", "orders"}, "7", context, handler);
  }));
  QVERIFY(!draft(store).value());
}

void TstAuditStore::sensitiveDraftsWithoutKeyStayInMemory() {
  {
    AuditStore store(options(false));
    QCOMPARE(save(store, draftOf("{\"a\":2}")).value(), audit::DraftPlace::Disk);
    QVERIFY(!draft(store).value()->memoryOnly);
    QCOMPARE(save(store, draftOf(R"({"secret":"x"})")).value(), audit::DraftPlace::Memory);
    QVERIFY(draft(store).value()->memoryOnly);
    QCOMPARE(draft(store).value()->text, QByteArray(R"({"secret":"x"})"));
  }
  AuditStore store(options(false));
  QVERIFY(!draft(store).value()); // neither it nor the older text
}

void TstAuditStore::keyThatComesLateSealsThem() {
  {
    AuditStore store(options(false));
    QVERIFY(save(store, draftOf(R"({"secret":"x"})")));
    store.setKey({QByteArray(32, 'k')});
    QVERIFY(store.seals());
    QVERIFY(!draft(store).value()->memoryOnly);
  }
  AuditStore store(options());
  QCOMPARE(draft(store).value()->text, QByteArray(R"({"secret":"x"})"));
  QVERIFY(!diskBytes().contains("secret"));
}

void TstAuditStore::handlersRespectTheirContext() {
  AuditStore store(options());
  bool called = false;
  {
    QObject gone;
    store.requestRecord(1, &gone, [&](Result<Record>) { called = true; });
  }
  QVERIFY(list(store)); // comes behind it
  QVERIFY(!called);
  store.saveDraft(draftOf("x"), nullptr, {}); // nobody wants to know
  QVERIFY(draft(store).value());
}

void TstAuditStore::closedByAHandlerItCallsNoOther() {
  auto store = std::make_unique<AuditStore>(options());
  bool called = false;
  store->requestRecord(1, nullptr, [&](Result<Record>) { store.reset(); });
  store->requestRecord(1, nullptr, [&](Result<Record>) { called = true; });
  QVERIFY(store->unsettled(QStringLiteral("p1"))); // both answers are there
  QTRY_VERIFY(!store);
  QCoreApplication::processEvents();
  QVERIFY(!called);
}

void TstAuditStore::manyThreadsWrite() {
  AuditStore store(options());
  std::vector<std::thread> lanes;
  for (int lane = 0; lane < 4; ++lane) {
    lanes.emplace_back([&store] {
      for (int i = 0; i < 10; ++i) {
        if (const auto begun = store.begin(sample("1", "2")))
          (void)store.finish(begun->id, Outcome::Done, nullptr);
      }
    });
  }
  for (std::thread &lane : lanes)
    lane.join();
  const auto all = list(store).value();
  QCOMPARE(all.size(), 40u);
  QVERIFY(
      std::all_of(all.begin(), all.end(), [](const Record &one) { return one.outcome == Outcome::Done; }));
  QVERIFY(isWhole(store));
}

QTEST_GUILESS_MAIN(TstAuditStore)
#include "tst_auditstore.moc"
