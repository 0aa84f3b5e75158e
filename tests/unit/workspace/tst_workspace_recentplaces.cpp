// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/recentplaces.h"
#include "workspace/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oxp;

namespace {

const RecentPlace Orders{u"p1"_qs, {"bull", "orders"}, {}};
const RecentPlace Odd{u"p1"_qs, {"{eu}:b u/ll", "l\xe4t \"x\""}, " 12 \xff"};

RecentPlace numbered(int number) {
  return {u"p1"_qs, {"bull", "q" + QByteArray::number(number)}, {}};
}

} // namespace

class TestRecentPlaces : public QObject {
  Q_OBJECT

private slots:
  void keepsAnyBytes();
  void putsTheLastOneFirst();
  void isBounded();
  void forgetsWhatEndsWithTheProgram();
  void leavesOutWhatItCannotRead();
};

void TestRecentPlaces::keepsAnyBytes() {
  const QTemporaryDir folder;
  {
    Settings settings(folder.filePath(u"s.ini"_qs));
    RecentPlaces recent(settings);
    recent.note(Orders, true);
    recent.note(Odd, true);
  }
  Settings settings(folder.filePath(u"s.ini"_qs));
  QCOMPARE(RecentPlaces(settings).places(), (std::vector<RecentPlace>{Odd, Orders}));
}

void TestRecentPlaces::putsTheLastOneFirst() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  RecentPlaces recent(settings);
  recent.note(Orders, true);
  recent.note(Odd, true);
  recent.note(Orders, true);
  QCOMPARE(recent.places(), (std::vector<RecentPlace>{Orders, Odd}));
}

void TestRecentPlaces::isBounded() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  RecentPlaces recent(settings);
  for (int i = 0; i < 30; ++i)
    recent.note(numbered(i), true);
  QCOMPARE(recent.places().size(), RecentPlaces::Limit);
  QCOMPARE(recent.places().front(), numbered(29));
  QCOMPARE(RecentPlaces(settings).places(), recent.places());
}

void TestRecentPlaces::forgetsWhatEndsWithTheProgram() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  RecentPlaces recent(settings);
  recent.note(Orders, true);
  recent.note({u"demo"_qs, {"bull", "mail"}, {}}, false);
  QCOMPARE(recent.places().size(), size_t(2));
  QCOMPARE(RecentPlaces(settings).places(), std::vector<RecentPlace>{Orders});
}

void TestRecentPlaces::leavesOutWhatItCannotRead() {
  const QTemporaryDir folder;
  Settings settings(folder.filePath(u"s.ini"_qs));
  settings.store().setValue(u"window/recent"_qs,
                            QStringList{u"nothing"_qs, u"p1 bull  "_qs, u"p1 bull orders "_qs});
  QCOMPARE(RecentPlaces(settings).places(), std::vector<RecentPlace>{Orders});
}

QTEST_GUILESS_MAIN(TestRecentPlaces)
#include "tst_workspace_recentplaces.moc"
