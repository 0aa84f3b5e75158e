// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/datanotices.h"
#include "ui/widgets/banner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace oxp;
using E = DataEvent;

/// Nothing that is said above a text outlives what it says.
class TestDataNotices : public QObject {
  Q_OBJECT

private slots:
  void eachHasAnEnd_data();
  void eachHasAnEnd();
  void noOtherIsPosted();
  void othersStay();
};

void TestDataNotices::eachHasAnEnd_data() {
  QTest::addColumn<QByteArray>("id");
  QTest::addColumn<QList<int>>("ends"); // and no others
  const auto row = [](const char *id, const std::vector<E> &ends) {
    QList<int> all;
    for (const E event : ends)
      all << int(event);
    QTest::newRow(id) << QByteArray(id) << all;
  };
  row("form", {E::Stored, E::Shown, E::Replaced});
  row("read", {E::Read, E::Shown});
  row("gone", {E::Back});
  row("changed", {E::Stored, E::Shown, E::Unchanged, E::Gone});
  row("draft", {E::Answered, E::Restored});
  row("kept", {E::Edited, E::SaveAsked, E::Stored, E::Shown, E::Gone});
  row("discarded", {E::Edited, E::SaveAsked, E::Stored, E::Restored, E::Replaced});
  row("invalid", {E::Edited, E::Valid, E::SaveAsked, E::Stored, E::Shown, E::Restored});
  row("refused", {E::Edited, E::CaretMoved, E::SaveAsked, E::Told, E::Stored, E::Shown});
  row("outcome", {E::SaveAsked});
}

void TestDataNotices::eachHasAnEnd() {
  QFETCH(const QByteArray, id);
  QFETCH(const QList<int>, ends);
  for (int event = int(E::Edited); event <= int(E::Back); ++event) {
    Banner banner;
    Notice notice;
    notice.id = id;
    notice.what = u"words"_qs;
    banner.post(notice);
    endNotices(banner, E(event));
    QCOMPARE(banner.shownId().isEmpty(), ends.contains(event));
    QCOMPARE(oxp::ends(E(event), id), ends.contains(event));
  }
}

/// The pane's own code: a notice that is not in the table would have no end.
void TestDataNotices::noOtherIsPosted() {
  QByteArrayList known;
  for (const DataNotice &notice : dataNotices()) {
    QVERIFY(!notice.ends.empty());
    known << notice.id;
  }
  QCOMPARE(known.size(), 10);
  static const QRegularExpression set(uR"-(notice\.id = "([a-z]+)"|Doing::\w+, "([a-z]+)"\))-"_qs);
  int found = 0;
  for (const char *part : {"", "actions", "conflict", "draft", "notices", "save"}) {
    QFile file(QStringLiteral(OXP_SOURCES "/ui/panes/datapane%1.cpp").arg(QLatin1StringView(part)));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    auto matches = set.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext()) {
      const QRegularExpressionMatch match = matches.next();
      const QString id = match.captured(1) + match.captured(2);
      QVERIFY2(known.contains(id.toUtf8()), qPrintable(id));
      ++found;
    }
  }
  QVERIFY(found >= 8);
}

void TestDataNotices::othersStay() {
  Banner banner;
  Notice notice;
  notice.id = "of somebody else";
  notice.what = u"words"_qs;
  banner.post(notice);
  for (int event = int(E::Edited); event <= int(E::Back); ++event)
    endNotices(banner, E(event));
  QCOMPARE(banner.shownId(), notice.id);
}

QTEST_MAIN(TestDataNotices)
#include "tst_datanotices.moc"
