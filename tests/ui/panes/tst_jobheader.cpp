// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jobheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "ui/window/windowactions.h"

#include <QTest>

#include <algorithm>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Now = 1'700'000'000'000;

JobDetail detail() {
  JobDetail detail;
  detail.exists = true;
  detail.row.id = "104203";
  detail.row.name = "refund";
  detail.row.state = JobState::Active;
  detail.row.created = detail.row.processed = Now - 5'000;
  detail.row.progress = R"({"step":"authorise","of":4,"sent":12,"failed":3,"note":"waits for the bank"})";
  return detail;
}

/// The label with these words in it.
const TextLabel *labelWith(const QWidget &header, const QString &words) {
  const auto labels = header.findChildren<TextLabel *>();
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [&](const TextLabel *label) { return label->text().contains(words); });
  return found != labels.end() ? *found : nullptr;
}

} // namespace

class TestJobHeader : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_theme = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_theme.reset(); }
  void progressHasTheRoomThatThereIs();
  void saysWhichJobIsBeingOpened();

private:
  std::unique_ptr<ThemeController> m_theme;
};

void TestJobHeader::progressHasTheRoomThatThereIs() {
  ActionSet actions(windowActions());
  JobHeader header(actions);
  header.setJob(detail(), Now);
  header.resize(1'200, header.height());
  header.show();
  QVERIFY(QTest::qWaitForWindowExposed(&header));
  const TextLabel *words = labelWith(header, u"progress"_s);
  QVERIFY(words);
  QVERIFY2(words->text().contains(u"waits for the bank"_s), qPrintable(words->text()));
  QVERIFY(words->fontMetrics().horizontalAdvance(words->text()) <= words->width());
  const auto *recipes = header.findChild<QPushButton *>(u"Recipes"_s);
  QVERIFY(recipes && recipes->isVisible());
  QCOMPARE(recipes->text(), u"Recipes"_s);
  // Where there is less, name and id stay whole, and the button has its picture alone.
  header.resize(568, header.height());
  QTRY_COMPARE(header.width(), 568);
  QVERIFY(header.minimumSizeHint().width() <= 568);
  QTRY_VERIFY(recipes->text().isEmpty() && recipes->width() >= recipes->sizeHint().width());
  for (const QString &name : {u"refund"_s, u"#104203"_s}) {
    const TextLabel *label = labelWith(header, name);
    QVERIFY(label->fontMetrics().horizontalAdvance(label->text()) <= label->width());
  }
}

void TestJobHeader::saysWhichJobIsBeingOpened() {
  ActionSet actions(windowActions());
  JobHeader header(actions);
  header.setJob(detail(), Now);
  header.setOpening("capture", "7");
  QCOMPARE(header.accessibleDescription(), u"capture #7 loading…"_s);
  QVERIFY(!labelWith(header, u"progress"_s) && !labelWith(header, u"104203"_s));
  QVERIFY(header.toolTip().isEmpty());
  header.setUnread();
  QCOMPARE(header.accessibleDescription(), u"capture #7 could not be read"_s);
  header.setOpening({}, "8");
  QCOMPARE(header.accessibleDescription(), u"#8 loading…"_s);
  header.clear();
  QVERIFY(labelWith(header, u"No job selected"_s));
  QVERIFY(header.accessibleDescription().isEmpty());
}

QTEST_MAIN(TestJobHeader)
#include "tst_jobheader.moc"
