// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/statuspieces.h"
#include "ui/widgets/strip.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

Notice notice(const QByteArray &id, NoticeKind kind) {
  return {id, kind, QString::fromLatin1(id) + u" happened"_s, u"Nothing was changed."_s, {}, {}, true};
}

QPushButton *buttonNamed(QWidget *parent, const QString &text) {
  for (QPushButton *button : parent->findChildren<QPushButton *>()) {
    if (button->text() == text && !button->isHidden())
      return button;
  }
  return nullptr;
}

} // namespace

class NoticesTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void theGravestShows() {
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.post(notice("info", NoticeKind::Info));
    QCOMPARE(banner.shownId(), "info");
    banner.post(notice("err", NoticeKind::Err));
    banner.post(notice("warn", NoticeKind::Warn));
    QCOMPARE(banner.shownId(), "err");
    banner.withdraw("err");
    QCOMPARE(banner.shownId(), "warn");
    banner.post(notice("warn2", NoticeKind::Warn));
    QCOMPARE(banner.shownId(), "warn2"); // of equals the newest
    banner.withdraw("unknown");
    QCOMPARE(banner.shownId(), "warn2");
    banner.clear();
    QVERIFY(banner.isHidden());
  }

  void saysItselfToAssistiveTools() {
    Banner banner;
    banner.post(notice("a", NoticeKind::Warn));
    QCOMPARE(banner.accessibleName(), u"Notice"_s);
    QCOMPARE(banner.objectName(), u"Notice"_s);
    QCOMPARE(banner.accessibleDescription(), u"a happened Nothing was changed."_s);
  }

  void aButtonMayReplaceItsOwnNotice() {
    Banner banner;
    banner.show();
    Notice first = notice("first", NoticeKind::Info);
    first.buttons = {{u"Undo"_s, [&] { banner.post(notice("second", NoticeKind::Ok)); }}};
    banner.post(first);
    QPushButton *undo = buttonNamed(&banner, u"Undo"_s);
    QVERIFY(undo);
    undo->click();
    QCOMPARE(banner.shownId(), "second");
    QVERIFY(!buttonNamed(&banner, u"Undo"_s));
  }

  void tabGoesFromLeftToRight() {
    QWidget window;
    auto *banner = new Banner(&window);
    auto *below = new QPushButton(u"Below"_s, &window);
    banner->setGeometry(0, 0, 600, 36);
    window.show();
    Notice two = notice("a", NoticeKind::Info);
    two.buttons = {{u"Compare"_s, {}}, {u"Reload"_s, {}}};
    banner->post(two);
    QStringList order;
    QWidget *at = buttonNamed(&window, u"Compare"_s);
    for (int i = 0; i < 40 && (i == 0 || at != buttonNamed(&window, u"Compare"_s));
         ++i, at = at->nextInFocusChain()) {
      if (auto *button = qobject_cast<QPushButton *>(at))
        order << (button->text().isEmpty() ? button->accessibleName() : button->text());
    }
    QCOMPARE(order, QStringList({u"Compare"_s, u"Reload"_s, u"Close"_s, below->text()}));
  }

  void wordsWrapAndNeverWidenThePlace_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("narrow pane") << 420;
    QTest::newRow("pane") << 568;
    QTest::newRow("window") << 1400;
  }
  void wordsWrapAndNeverWidenThePlace() {
    QFETCH(int, width);
    QWidget place;
    auto *column = new QVBoxLayout(&place);
    column->setContentsMargins(0, 0, 0, 0);
    auto *banner = new Banner;
    column->addWidget(banner);
    column->addStretch(1);
    Notice longOne = notice("a", NoticeKind::Err);
    longOne.what = u"The same places have been changed since, so this cannot be taken back."_s;
    longOne.detail = u"Nothing was changed. Compare both versions and edit by hand."_s;
    longOne.buttons = {{u"Restore draft"_s, {}}, {u"Discard draft"_s, {}}};
    banner->post(longOne);
    place.resize(width, 400);
    place.show();
    QVERIFY(place.minimumSizeHint().width() <= 420);
    QTRY_COMPARE(banner->height(), banner->heightForWidth(width));
    QCOMPARE(banner->width(), width);
    if (width == 1400)
      QCOMPARE(banner->height(), 36);
    QRect before;
    for (QPushButton *button : banner->findChildren<QPushButton *>()) {
      QVERIFY(banner->rect().contains(button->geometry()));
      QVERIFY(!before.intersects(button->geometry()));
      before = button->geometry();
    }
  }

  void closingIsTold() {
    Banner banner;
    QSignalSpy closed(&banner, &Banner::closed);
    banner.post(notice("a", NoticeKind::Info));
    for (QPushButton *button : banner.findChildren<QPushButton *>()) {
      if (button->accessibleName() == u"Close"_s)
        button->click();
    }
    QCOMPARE(closed.count(), 1);
    QCOMPARE(closed.first().first().toByteArray(), "a");
    QVERIFY(banner.isHidden());
  }

  void stripLink() {
    Strip strip;
    QSignalSpy link(&strip, &Strip::linkActivated);
    strip.setContent(NoticeKind::Err, u"CardError: card expired"_s, u"Stack"_s, true);
    QCOMPARE(strip.text(), u"CardError: card expired"_s);
    buttonNamed(&strip, u"Stack"_s)->click();
    QCOMPARE(link.count(), 1);
    strip.setContent(NoticeKind::Info, u"no link"_s);
    QVERIFY(!buttonNamed(&strip, u"Stack"_s));
  }

  void bandSaysWhereOneIs() {
    EnvironmentBand band;
    band.setEnvironment(Environment::Production, u"shop production"_s, u"redis-eu-1:6380"_s);
    QCOMPARE(band.sizeHint().height(), 24);
    QVERIFY(band.accessibleDescription().contains(u"PRODUCTION"_s));
    QVERIFY(band.accessibleDescription().contains(u"shop production"_s));
    band.resize(600, 24);
    QCOMPARE(band.grab().toImage().pixelColor(300, 2), tokensFor(Scheme::Light).production.band);
  }

  void statusPiecesDescribeThemselves() {
    StatusPiece piece(u"Connection"_s);
    piece.setContent(IconId::Plug, Tint::Ok, u"Connected"_s, u"0.3 ms"_s);
    QCOMPARE(piece.accessibleName(), u"Connection"_s);
    QCOMPARE(piece.accessibleDescription(), u"Connected 0.3 ms"_s);
    ActivityPiece activity;
    QVERIFY(activity.isHidden());
    QSignalSpy cancelled(&activity, &ActivityPiece::cancelled);
    activity.setRunning(u"Retrying"_s, 0.5, u"8 s left"_s, true);
    buttonNamed(&activity, u"Cancel"_s)->click();
    QCOMPARE(cancelled.count(), 1);
    activity.setRunning(u"Retrying"_s, -1, {}, false);
    QVERIFY(!buttonNamed(&activity, u"Cancel"_s));
    activity.setIdle();
    QVERIFY(activity.isHidden());
  }

  void emptyPlaceCanSaySomethingElse() {
    EmptyPlace place;
    place.setHeadline(u"No connection yet"_s);
    place.addButton(u"Add"_s, ButtonKind::Main);
    place.addShortcut(u"F1"_s, u"Help"_s);
    QVERIFY(buttonNamed(&place, u"Add"_s));
    place.clear();
    place.setHeadline(u"No failed jobs"_s);
    QVERIFY(!buttonNamed(&place, u"Add"_s));
    QCOMPARE(place.accessibleName(), u"No failed jobs"_s);
  }

private:
  std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
