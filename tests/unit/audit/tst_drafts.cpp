// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/auditstore.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace oxp;
using audit::Draft;
using audit::DraftPlace;

namespace {

const QByteArray Secret = R"({"secret":"hidden"})";

Draft draftOf(const QByteArray &text, const QByteArray &jobId = "7", const QString &profileId = u"p1"_qs) {
  Draft draft;
  draft.profileId = profileId;
  draft.queue = {"bull", "orders"};
  draft.jobId = jobId;
  draft.baseData = R"({"a":1})";
  draft.baseTimestamp = "17";
  draft.text = text;
  draft.savedAt = 5;
  return draft;
}

/// Four jobs that differ from draftOf()'s in one part of what names a job each.
std::vector<Draft> neighbours() {
  std::vector<Draft> all(4, draftOf("of another"));
  all[0].profileId = u"p2"_qs;
  all[1].queue.prefix = "other";
  all[2].queue.name = "others";
  all[3].jobId = "8";
  return all;
}

} // namespace

/// Where typed text lies, how, and which of it is found again.
class TstDrafts : public QObject {
  Q_OBJECT

private slots:
  void init();
  void sensitiveValuesNeverLieInTheClear_data();
  void sensitiveValuesNeverLieInTheClear();
  void theNewestOfAJobCounts_data();
  void theNewestOfAJobCounts();
  void eachJobHasItsOwn_data();
  void eachJobHasItsOwn();
  void aDroppedOneLeavesNothing_data();
  void aDroppedOneLeavesNothing();
  void listsThoseOfAProfile_data();
  void listsThoseOfAProfile();
  void memoryGoesBeforeTheDisk();
  void listsAllThatIsInMemory();
  void aSealedOneWaitsForItsKey();
  void aBaseThatWasSealedIsReadWithoutAKey();
  void putsBackWhatWasShortened();
  void looksAtEachBaseAnew();

private:
  AuditStore::Options options(bool key) const {
    AuditStore::Options made;
    made.folder = m_folder;
    made.sensitiveKey = [](const QByteArray &name) { return name == "secret"; };
    if (key)
      made.key.bytes = QByteArray(32, 'k');
    return made;
  }
  template <typename T, typename Ask>
  Result<T> answer(Ask ask) {
    std::optional<Result<T>> got;
    ask([&](Result<T> result) { got = std::move(result); });
    if (!QTest::qWaitFor([&] { return got.has_value(); }, 20'000))
      return fail(ErrorKind::Timeout, u"no answer"_qs);
    return std::move(*got);
  }
  DraftPlace save(AuditStore &store, const Draft &draft) {
    return answer<DraftPlace>([&](auto handler) { store.saveDraft(draft, this, handler); }).value();
  }
  std::optional<Draft> find(AuditStore &store, const Draft &of) {
    return answer<std::optional<Draft>>(
               [&](auto handler) { store.requestDraft(of.profileId, of.queue, of.jobId, this, handler); })
        .value();
  }
  std::vector<Draft> list(AuditStore &store, const QString &profileId) {
    return answer<std::vector<Draft>>([&](auto handler) { store.requestDrafts(profileId, this, handler); })
        .value();
  }
  void drop(AuditStore &store, const Draft &of) {
    QVERIFY(answer<void>(
        [&](auto handler) { store.dropDraft(of.profileId, of.queue, of.jobId, this, handler); }));
  }
  /// All files of the store, as somebody else reads them.
  QByteArray diskBytes() const {
    QByteArray all;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Files)) {
      QFile file(folder.filePath(name));
      if (file.open(QIODevice::ReadOnly))
        all += file.readAll();
    }
    return all;
  }
  int rows(const char *table) const {
    int count = -1;
    {
      QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"look"_qs);
      database.setDatabaseName(m_folder + u"/audit.sqlite"_qs);
      if (database.open()) {
        QSqlQuery query(u"SELECT count(*) FROM "_qs + QLatin1String(table), database);
        count = query.next() ? query.value(0).toInt() : -1;
      }
    }
    QSqlDatabase::removeDatabase(u"look"_qs);
    return count;
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  QString m_folder;
};

void TstDrafts::init() {
  m_dir = std::make_unique<QTemporaryDir>();
  m_folder = m_dir->filePath(u"data"_qs);
}

void TstDrafts::sensitiveValuesNeverLieInTheClear_data() {
  QTest::addColumn<QByteArray>("base");
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("typed") << QByteArray("{}") << Secret;
  QTest::newRow("half typed") << QByteArray("{}") << QByteArray(R"({"secret":"hidden)");
  QTest::newRow("in what it is based on") << Secret << QByteArray("{}");
  QTest::newRow("in a broken base") << QByteArray(R"({"secret":"hidden")") << QByteArray("{}");
  QTest::newRow("in both") << Secret << Secret;
}

void TstDrafts::sensitiveValuesNeverLieInTheClear() {
  QFETCH(const QByteArray, base);
  QFETCH(const QByteArray, text);
  Draft draft = draftOf(text);
  draft.baseData = base;
  {
    AuditStore store(options(false));
    QCOMPARE(save(store, draft), DraftPlace::Memory);
    QVERIFY(find(store, draft)->memoryOnly);
    QVERIFY(!diskBytes().contains("hidden"));
    QCOMPARE(rows("draft"), 0);
  }
  AuditStore store(options(true));
  QVERIFY2(!find(store, draft), "it ended with the program");
  QCOMPARE(save(store, draft), DraftPlace::Disk);
  QCOMPARE(find(store, draft), draft);
  QVERIFY(!diskBytes().contains("hidden"));
}

void TstDrafts::theNewestOfAJobCounts_data() {
  QTest::addColumn<QByteArray>("first");
  QTest::addColumn<QByteArray>("second");
  const QByteArray plain = R"({"a":2})";
  QTest::newRow("on the disk") << plain << QByteArray(R"({"a":3})");
  QTest::newRow("from memory to the disk") << Secret << plain;
  QTest::newRow("from the disk to memory") << plain << Secret;
  QTest::newRow("in memory") << Secret << QByteArray(R"({"secret":"other"})");
  QTest::newRow("nothing left") << plain << QByteArray("");
}

void TstDrafts::theNewestOfAJobCounts() {
  QFETCH(const QByteArray, first);
  QFETCH(const QByteArray, second);
  Draft newest = draftOf(second);
  newest.baseData = R"({"b":1})";
  newest.basePresent = false;
  newest.baseTimestamp = "18";
  newest.savedAt = 6;
  const bool inMemory = second.contains("secret");
  newest.memoryOnly = inMemory;
  {
    AuditStore store(options(false));
    save(store, draftOf(first));
    QCOMPARE(save(store, newest), inMemory ? DraftPlace::Memory : DraftPlace::Disk);
    QCOMPARE(find(store, newest), newest);
    QCOMPARE(list(store, u"p1"_qs).size(), 1u);
  }
  AuditStore store(options(false));
  QCOMPARE(find(store, newest), inMemory ? std::nullopt : std::optional(newest));
}

void TstDrafts::eachJobHasItsOwn_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::newRow("on the disk") << QByteArray("typed");
  QTest::newRow("in memory") << Secret;
}

void TstDrafts::eachJobHasItsOwn() {
  QFETCH(const QByteArray, text);
  AuditStore store(options(false));
  Draft mine = draftOf(text);
  mine.memoryOnly = save(store, mine) == DraftPlace::Memory;
  for (Draft other : neighbours()) {
    QVERIFY(!find(store, other));
    other.text = text + ' ';
    save(store, other);
    drop(store, other);
    QVERIFY(!find(store, other));
    QCOMPARE(find(store, mine), mine);
    save(store, other);
    QCOMPARE(find(store, other)->text, text + ' ');
  }
  drop(store, mine);
  QVERIFY(!find(store, mine));
  for (const Draft &other : neighbours())
    QCOMPARE(find(store, other)->text, text + ' ');
}

void TstDrafts::aDroppedOneLeavesNothing_data() {
  eachJobHasItsOwn_data();
}

void TstDrafts::aDroppedOneLeavesNothing() {
  QFETCH(const QByteArray, text);
  AuditStore store(options(false));
  save(store, draftOf(text));
  drop(store, draftOf(text));
  QVERIFY(list(store, u"p1"_qs).empty());
  for (const char *table : {"draft", "draft_base", "draft_text"})
    QCOMPARE(rows(table), 0);
  drop(store, draftOf(text)); // there is none: nothing to complain of
}

void TstDrafts::listsThoseOfAProfile_data() {
  eachJobHasItsOwn_data();
}

void TstDrafts::listsThoseOfAProfile() {
  QFETCH(const QByteArray, text);
  AuditStore store(options(false));
  Draft older = draftOf(text, "1"), newer = draftOf(text, "2"), other = draftOf(text, "3", u"p2"_qs);
  older.savedAt = 5;
  newer.savedAt = 6;
  for (Draft *draft : {&newer, &older, &other})
    draft->memoryOnly = save(store, *draft) == DraftPlace::Memory;
  std::vector<Draft> listed = list(store, u"p1"_qs);
  if (!older.memoryOnly)
    QCOMPARE(listed, (std::vector<Draft>{newer, older})); // the newest first
  QCOMPARE(listed.size(), 2u);
  for (const Draft &draft : {older, newer})
    QVERIFY(std::find(listed.begin(), listed.end(), draft) != listed.end());
  QCOMPARE(list(store, u"p2"_qs), std::vector<Draft>{other});
  QVERIFY(list(store, u"p3"_qs).empty());
}

void TstDrafts::memoryGoesBeforeTheDisk() {
  AuditStore store(options(false));
  std::vector<Draft> all;
  for (const char *job : {"1", "2"})
    all.push_back(draftOf(job[0] == '1' ? QByteArray("typed") : Secret, job));
  Draft sameIdElsewhere = draftOf("typed", "2");
  sameIdElsewhere.queue.name = "others";
  all.push_back(sameIdElsewhere);
  for (Draft &draft : all)
    draft.memoryOnly = save(store, draft) == DraftPlace::Memory;
  const std::vector<Draft> listed = list(store, u"p1"_qs);
  QCOMPARE(listed.size(), 3u);
  QCOMPARE(listed.front(), all[1]);
  for (const Draft &draft : all)
    QVERIFY(std::find(listed.begin(), listed.end(), draft) != listed.end());
}

void TstDrafts::listsAllThatIsInMemory() {
  AuditStore store(options(false));
  save(store, draftOf("typed", "1"));
  for (const char *profile : {"p1", "p2"})
    save(store, draftOf(Secret, "2", QLatin1String(profile)));
  const auto inMemory = [&] {
    std::vector<QString> profiles;
    const auto drafts =
        answer<std::vector<Draft>>([&](auto handler) { store.requestMemoryDrafts(this, handler); });
    for (const Draft &draft : drafts.value())
      profiles.push_back(draft.profileId);
    return profiles;
  };
  QCOMPARE(inMemory(), (std::vector<QString>{u"p1"_qs, u"p2"_qs}));
  store.setKey({QByteArray(32, 'k')});
  QVERIFY(inMemory().empty());
  QVERIFY(!diskBytes().contains("hidden"));
}

/// It is neither offered nor thrown away while its key is not here, and hides no other.
void TstDrafts::aSealedOneWaitsForItsKey() {
  const Draft sealed = draftOf(Secret, "1"), plain = draftOf("typed", "2");
  {
    AuditStore store(options(true));
    save(store, sealed);
    save(store, plain);
  }
  {
    AuditStore store(options(false));
    QVERIFY(!find(store, sealed));
    QCOMPARE(list(store, u"p1"_qs), std::vector<Draft>{plain});
  }
  AuditStore store(options(true));
  QCOMPARE(find(store, sealed), sealed);
}

/// The text was sensitive once; when it no longer is, what it is based on must not stay behind a key.
void TstDrafts::aBaseThatWasSealedIsReadWithoutAKey() {
  {
    AuditStore store(options(true));
    save(store, draftOf(Secret));
    save(store, draftOf("typed"));
  }
  AuditStore store(options(false));
  QCOMPARE(find(store, draftOf("typed")), draftOf("typed"));
}

/// What is judged, and kept, is the text in full.
void TstDrafts::putsBackWhatWasShortened() {
  json::Elisions elisions;
  const QByteArray mark =
      json::Elisions::mark(elisions.add(R"({"secret":"hidden"})", json::Elision::Reason::Long));
  AuditStore store(options(false));
  const auto place = answer<DraftPlace>(
      [&](auto handler) { store.saveDraft(draftOf(R"({"a":)" + mark + '}'), this, handler, elisions); });
  QCOMPARE(place.value(), DraftPlace::Memory);
  QCOMPARE(find(store, draftOf({}))->text, QByteArray(R"({"a":{"secret":"hidden"}})"));
}

/// Bases that share their bytes, or once did.
void TstDrafts::looksAtEachBaseAnew() {
  AuditStore store(options(false));
  Draft draft = draftOf("typed");
  draft.baseData = R"({"public":"hidden"})";
  QCOMPARE(save(store, draft), DraftPlace::Disk);
  draft.text = "typed on";
  QCOMPARE(save(store, draft), DraftPlace::Disk);
  draft.baseData.replace("public", "secret"); // in its place, and as long
  QCOMPARE(save(store, draft), DraftPlace::Memory);
  drop(store, draft);
  draft.baseData.clear();
  QCOMPARE(save(store, draft), DraftPlace::Disk);
  draft.baseData = QByteArray(""); // there, and empty
  QCOMPARE(save(store, draft), DraftPlace::Disk);
  QCOMPARE(find(store, draft)->baseData, QByteArray(""));
}

QTEST_GUILESS_MAIN(TstDrafts)
#include "tst_drafts.moc"
