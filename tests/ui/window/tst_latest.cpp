// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcolumns.h"
#include "models/roles.h"
#include "ui/views/queuepage.h"
#include "ui/window/windowtest.h"

#include <QHeaderView>

using namespace oxp;
using namespace oxp::test;

/// The first list that anybody sees: the newest jobs of all states.
class TestLatest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void isInTheOrderOfTheTimeThatItShows();
  void isSortedByItsHeaders();
};

namespace {

QStringList column(const QTableView &table, JobColumn column) {
  QStringList texts;
  for (int row = 0; row < table.model()->rowCount(); ++row)
    texts << table.model()->index(row, int(column)).data().toString();
  return texts;
}

/// The only times that show, and whether they go down.
bool newestFirst(const QTableView &table) {
  qint64 last = std::numeric_limits<qint64>::max();
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    const qint64 time = table.model()->index(row, int(JobColumn::Changed)).data(SortValueRole).toLongLong();
    if (time <= 0 || time > last)
      return false;
    last = time;
  }
  return true;
}

bool clickHeader(QTableView &table, JobColumn column) {
  QHeaderView *header = table.horizontalHeader();
  if (header->isSectionHidden(int(column)))
    return false;
  const QPoint place(header->sectionViewportPosition(int(column)) + 8, header->height() / 2);
  QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
  return true;
}

} // namespace

void TestLatest::isInTheOrderOfTheTimeThatItShows() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray failed = t.shop.add("failed", "{\"n\":1}");
  const QByteArray done = t.shop.add("completed", "{\"n\":2}");
  const QByteArray waits = t.shop.add("waiting", "{\"n\":3}");
  // The one that finished last was added long ago.
  t.shop.server.run({"HINCRBY", t.shop.key(failed), "timestamp", "-3600000"});
  t.shop.server.run({"HINCRBY", t.shop.key(failed), "finishedOn", "60000"});
  t.shop.server.run({"ZINCRBY", "bull:orders:failed", "60000", failed});
  QVERIFY(t.open("local"));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  auto *jobs = t.person.see<QTableView>(u"Jobs"_qs);
  QVERIFY(jobs);
  QTRY_COMPARE_WITH_TIMEOUT(column(*jobs, JobColumn::Id).value(0).toUtf8(), failed, Patience);
  QVERIFY(newestFirst(*jobs));
  QVERIFY(!jobs->isColumnHidden(int(JobColumn::Changed)));
  for (const JobColumn other : {JobColumn::Created, JobColumn::Processed, JobColumn::Finished})
    QVERIFY2(jobs->isColumnHidden(int(other)), "two times side by side, and the order is one of them");
  QCOMPARE(jobs->horizontalHeader()->sortIndicatorSection(), int(JobColumn::Changed));
  QVERIFY(jobs->horizontalHeader()->isSortIndicatorShown());

  // It stays so while jobs move: this one fails again where it stood, with a newer time.
  QVERIFY(t.person.chooseJob(waits));
  t.shop.server.run({"HINCRBY", t.shop.key(done), "finishedOn", "120000"});
  t.shop.server.run({"ZINCRBY", "bull:orders:completed", "120000", done});
  QTRY_COMPARE_WITH_TIMEOUT(column(*jobs, JobColumn::Id).value(0).toUtf8(), done, Patience);
  QVERIFY(newestFirst(*jobs));
  QCOMPARE(jobs->currentIndex().siblingAtColumn(int(JobColumn::Id)).data().toString().toUtf8(), waits);
}

void TestLatest::isSortedByItsHeaders() {
  WindowTest t;
  QVERIFY(t.shop.start());
  QByteArrayList ids;
  for (const char *name : {"mail", "send", "capture"})
    ids << t.shop.add("waiting", "{}", {{u"name"_qs, QLatin1String(name)}});
  QVERIFY(t.open("local"));
  QVERIFY(t.person.chooseRow({u"Shop"_qs, u"orders"_qs}));
  auto *jobs = t.person.see<QTableView>(u"Jobs"_qs);
  QVERIFY(jobs);
  QTRY_COMPARE_WITH_TIMEOUT(jobs->model()->rowCount(), 3, Patience);
  QVERIFY(t.person.chooseJob(ids[1]));
  QVERIFY(clickHeader(*jobs, JobColumn::Name));
  QCOMPARE(column(*jobs, JobColumn::Name).join(u' '), u"capture mail send"_qs);
  QCOMPARE(jobs->horizontalHeader()->sortIndicatorSection(), int(JobColumn::Name));
  QVERIFY(clickHeader(*jobs, JobColumn::Name));
  QCOMPARE(column(*jobs, JobColumn::Name).join(u' '), u"send mail capture"_qs);
  // A job that comes stands where the order wants it.
  t.shop.add("waiting", "{}", {{u"name"_qs, u"pay"_qs}});
  QTRY_COMPARE_WITH_TIMEOUT(column(*jobs, JobColumn::Name).join(u' '), u"send pay mail capture"_qs, Patience);
  QVERIFY(clickHeader(*jobs, JobColumn::Name));
  QVERIFY2(newestFirst(*jobs), "a third click goes back to the list's own order");
  QVERIFY(clickHeader(*jobs, JobColumn::Changed));
  QCOMPARE(column(*jobs, JobColumn::Name).join(u' '), u"mail send capture pay"_qs);
  QVERIFY(t.person.command(u"Reverse the order"_qs));
  QCOMPARE(column(*jobs, JobColumn::Name).join(u' '), u"pay capture send mail"_qs);
  QCOMPARE(jobs->currentIndex().siblingAtColumn(int(JobColumn::Id)).data().toString().toUtf8(), ids[1]);
}

QTEST_MAIN(TestLatest)
#include "tst_latest.moc"
