// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/outcometest.h"

#include <QPushButton>

#include <algorithm>

using namespace oxp;
using namespace oxp::test;

namespace {

/// Which run of a script it is: the edit's own, or the library's.
bool isSave(const QByteArrayList &words) {
  return words.value(0).startsWith("EVAL") && words.contains("{\"to\":\"7 Short Road\"}");
}
bool isRetry(const QByteArrayList &words) {
  return words.value(0).startsWith("EVAL") && words.contains("LPUSH");
}

} // namespace

/// What the window says of a write that was cut off or lied about, in its own words, against what Redis
/// holds.
class TestWindowOutcomes : public QObject {
  Q_OBJECT

private slots:
  void initTestCase();
  void cleanupTestCase();
  void olderNoticesHideNothing_data();
  void olderNoticesHideNothing();
  void saveAndRetryTellsOfBoth_data();
  void saveAndRetryTellsOfBoth();

private:
  bool openFailedJob();
  bool makeOlderNotice();
  bool isChanged();
  bool settles(bool afterSave = false);
  QString told() const;

  std::unique_ptr<WindowTest> m_test;
  std::unique_ptr<LyingProxy> m_proxy;
  QByteArray m_id;
};

void TestWindowOutcomes::initTestCase() {
  leaveSessionBus();
  m_test = std::make_unique<WindowTest>();
  QVERIFY(m_test->shop.start());
  m_proxy = std::make_unique<LyingProxy>(m_test->shop.server.socketPath());
  m_test->shop.add("failed", "{\"to\":\"nobody\"}");
  const QString url =
      QStringLiteral("unix://%1?name=Shop&environment=local").arg(m_proxy->endpoint().socketPath);
  QVERIFY(m_test->person.start(url, m_test->folder.path()));
  Person &person = m_test->person;
  QVERIFY(person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  // The server knows the scripts from here on: a hash that is passed on runs.
  QVERIFY(openFailedJob());
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  QVERIFY(person.press(u"Save and retry"_qs));
  QVERIFY(person.waits("both", [&] { return told().startsWith(u"Retried"); }));
}

void TestWindowOutcomes::cleanupTestCase() {
  m_test->person.leave();
  m_test.reset();
  m_proxy.reset();
}

/// A new failed job, open, with its data in the editor.
bool TestWindowOutcomes::openFailedJob() {
  static int last = 0;
  m_id = "job-" + QByteArray::number(++last);
  RedisServer &server = m_test->shop.server;
  server.run({"HSET", m_test->shop.key(m_id), "name", "checkout", "data", "{\"to\":\"12 Long Road\"}",
              "timestamp", QByteArray::number(1'700'000'000'000 + last), "opts", "{}", "finishedOn",
              "1700000000009", "processedOn", "1700000000008", "failedReason", "no"});
  server.run({"ZADD", "bull:orders:failed", QByteArray::number(1'700'000'000'000 + last), m_id});
  Person &person = m_test->person;
  const auto isOpen = [&] { return person.text().contains("12 Long Road") && person.sees(u"Job data"_qs); };
  return person.goTo(m_id) && person.waits("the job", isOpen) &&
         person.waits("its state", [&] { return person.see<QPushButton>(u"Retry"_qs)->isEnabled(); });
}

/// Of another job, and as grave as it can be.
bool TestWindowOutcomes::makeOlderNotice() {
  if (!openFailedJob())
    return false;
  m_proxy->lieAbout(isRetry, {Lie::BeforeBytes, Lie::Says, "-OOM command not allowed\r\n"});
  return m_test->person.press(u"Retry"_qs) &&
         m_test->person.reads(u"Redis has no memory left and refuses writes."_qs);
}

bool TestWindowOutcomes::isChanged() {
  return m_test->shop.data(m_id).contains("7 Short") || m_test->shop.waiting().contains(m_id);
}

/// The newest that is told of what was done to this job: what could not be read meanwhile is another matter,
/// and what is about another job names it.
QString TestWindowOutcomes::told() const {
  static const QStringList Words = {
      u"othing was changed"_qs, u"was not retried"_qs, u"did arrive"_qs,   u"Saved"_qs,
      u"waits again"_qs,        u"Retried"_qs,         u"not known yet"_qs};
  // What went well is told by the strip of the job's pane.
  const auto *deed = m_test->person.window()->findChild<QWidget *>(u"Deed"_qs);
  if (deed && deed->isVisible() && deed->accessibleDescription().startsWith(u"Retried"))
    return deed->accessibleDescription();
  for (const QString &notice : m_test->person.notices()) {
    const auto says = [&](const QString &words) { return notice.contains(words); };
    if (!notice.startsWith(u"Job ") && std::any_of(Words.begin(), Words.end(), says))
      return notice;
  }
  return {};
}

/// Until the window has said how it ended.
bool TestWindowOutcomes::settles(bool afterSave) {
  return m_test->person.waits("the end", [&] {
    const QString said = told();
    const bool firstHalf = afterSave && said.startsWith(u"Saved");
    return m_proxy->hasLied() && !said.isEmpty() && !firstHalf && !said.contains(u"not known yet");
  });
}

void TestWindowOutcomes::olderNoticesHideNothing_data() {
  QTest::addColumn<int>("lie");
  QTest::addColumn<bool>("saves");
  for (int i = 0; i < int(std::size(Lies)); ++i)
    QTest::addRow("%s, %s", i % 2 == 0 ? "Retry" : "Save", Lies[i].name) << i << (i % 2 != 0);
}

void TestWindowOutcomes::olderNoticesHideNothing() {
  QFETCH(int, lie);
  QFETCH(bool, saves);
  Person &person = m_test->person;
  QVERIFY(makeOlderNotice());
  QVERIFY(openFailedJob());
  QVERIFY(!saves || person.retype(u"12 Long"_qs, u"7 Short"_qs));
  m_proxy->lieAbout(saves ? isSave : isRetry, Lies[lie].lie);
  QVERIFY(person.press(saves ? u"Save"_qs : u"Retry"_qs));
  QVERIFY(settles());
  const QString said = told();
  const bool denies = said.contains(u"othing was changed");
  QVERIFY2(denies != isChanged(), qPrintable(said));
  QVERIFY2(isChanged() || Lies[lie].lie.point != Lie::AfterThem, "the script was to run");
  QVERIFY2(!said.contains(u"SPDX") && !said.contains(u"7 Short"), qPrintable(said));
}

void TestWindowOutcomes::saveAndRetryTellsOfBoth_data() {
  QTest::addColumn<int>("lie");
  QTest::addColumn<bool>("aboutTheSave");
  for (int i = 0; i < int(std::size(Lies)); ++i)
    for (const bool save : {true, false})
      if (save == (i % 2 == 0) || Lies[i].lie.point == Lie::HalfOfThem)
        QTest::addRow("%s: %s", save ? "the save" : "the retry", Lies[i].name) << i << save;
}

void TestWindowOutcomes::saveAndRetryTellsOfBoth() {
  QFETCH(int, lie);
  QFETCH(bool, aboutTheSave);
  Person &person = m_test->person;
  QVERIFY(openFailedJob());
  QVERIFY(person.retype(u"12 Long"_qs, u"7 Short"_qs));
  m_proxy->lieAbout(aboutTheSave ? isSave : isRetry, Lies[lie].lie);
  QVERIFY(person.press(u"Save and retry"_qs));
  QVERIFY(person.waits("the lie", [&] { return m_proxy->hasLied(); }));
  QVERIFY(settles(!aboutTheSave));
  const QString said = told();
  const bool saved = m_test->shop.data(m_id).contains("7 Short"),
             retried = m_test->shop.waiting().contains(m_id);
  QCOMPARE(saved, !aboutTheSave || Lies[lie].lie.point == Lie::AfterThem);
  if (said.contains(u"othing was changed"))
    QVERIFY2(!retried && saved != aboutTheSave, qPrintable(said));
  if (said.contains(u"was not retried"))
    QVERIFY2(!retried, qPrintable(said));
  if (said.contains(u"changes are saved"))
    QVERIFY2(saved, qPrintable(said));
}

QTEST_MAIN(TestWindowOutcomes)
#include "tst_outcomes.moc"
