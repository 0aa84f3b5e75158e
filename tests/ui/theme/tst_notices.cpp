// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyplace.h"
#include "ui/widgets/environmentband.h"
#include "ui/widgets/noticeline.h"
#include "ui/widgets/statuspieces.h"
#include "ui/widgets/strip.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

Notice notice(const QByteArray &id, NoticeKind kind) {
  return {id, kind, QString::fromLatin1(id) + u" happened"_s, u"Nothing was changed."_s, {}, {}, true, {},
          {}, 0};
}

QPushButton *buttonNamed(QWidget *parent, const QString &text) {
  for (QPushButton *button : parent->findChildren<QPushButton *>()) {
    if (button->text() == text && !button->isHidden())
      return button;
  }
  return nullptr;
}

/// From the top to the bottom.
QStringList shownTexts(const Banner &banner) {
  QList<QWidget *> lines = banner.findChildren<QWidget *>(u"Notice"_s);
  std::sort(lines.begin(), lines.end(), [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
  QStringList texts;
  for (const QWidget *line : lines)
    if (!line->isHidden())
      texts << line->accessibleDescription();
  return texts;
}

} // namespace

class NoticesTest : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_controller = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_controller.reset(); }

  void theNewestShowsHoweverGraveAnotherIs() {
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.post(notice("err", NoticeKind::Err));
    banner.post(notice("ok", NoticeKind::Ok));
    QCOMPARE(banner.shownId(), "ok");
    QCOMPARE(shownTexts(banner), QStringList{u"ok happened Nothing was changed."_s});
    banner.withdraw("ok");
    QCOMPARE(banner.shownId(), "err");
    banner.withdraw("unknown");
    QCOMPARE(banner.shownId(), "err");
    banner.clear();
    QVERIFY(banner.isHidden());
  }

  /// And not while somebody is at it.
  void whatPassesLeavesByItself() {
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *banner = new Banner;
    column->addWidget(field);
    column->addWidget(banner);
    window.setGeometry(100, 100, 600, 100); // not under the pointer
    Notice good = notice("good", NoticeKind::Ok);
    good.passes = true;
    good.buttons = {{u"Show"_s, [] {}}};
    banner->post(notice("stays", NoticeKind::Ok));
    banner->post(good);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    buttonNamed(banner, u"Show"_s)->setFocus();
    auto *other = new Banner;
    column->addWidget(other);
    good.id = "later";
    other->post(good);
    QTRY_VERIFY_WITH_TIMEOUT(!other->holds("later"), NoticeLine::PassingMs + 5'000);
    QVERIFY(banner->holds("good"));
    field->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(!banner->holds("good"), NoticeLine::PassingMs + 5'000);
    QVERIFY(banner->holds("stays"));
  }

  void theOthersAreCountedAndCanBeSeen() {
    Banner banner;
    banner.resize(600, 36);
    for (const char *id : {"a", "b", "c"})
      banner.post(notice(id, NoticeKind::Warn));
    QCOMPARE(shownTexts(banner).size(), 1);
    QPushButton *more = buttonNamed(&banner, u"2 more"_s);
    QVERIFY(more);
    QCOMPARE(more->accessibleName(), u"2 more notice(s)"_s); // the plural comes with the translation
    more->click();
    QCOMPARE(shownTexts(banner),
             QStringList({u"c happened Nothing was changed."_s, u"b happened Nothing was changed."_s,
                          u"a happened Nothing was changed."_s}));
    QCOMPARE(banner.heightForWidth(600), 3 * 36);
    banner.withdraw("b");
    QCOMPARE(shownTexts(banner).size(), 2);
    buttonNamed(&banner, u"Show one"_s)->click();
    QCOMPARE(shownTexts(banner).size(), 1);
    QVERIFY(buttonNamed(&banner, u"1 more"_s));
  }

  void anAnswerReplacesItsQuestionAndNobodyElses() {
    Banner banner;
    const NoticeSubject mine{u"p"_s, {"bull", "orders"}, "5"}, other{u"p"_s, {"bull", "orders"}, "2"};
    Notice question = notice("outcome", NoticeKind::Warn);
    question.subject = mine;
    banner.post(question);
    Notice answer = notice("outcome", NoticeKind::Ok);
    answer.what = u"It arrived."_s;
    answer.subject = other;
    banner.post(answer);
    QCOMPARE(banner.count(), 2);
    answer.subject = mine;
    answer.what = u"This one too."_s;
    banner.post(answer);
    QCOMPARE(banner.count(), 2);
    QCOMPARE(shownTexts(banner), QStringList{u"This one too. Nothing was changed."_s});
    banner.withdraw("outcome", mine);
    QCOMPARE(shownTexts(banner), QStringList{u"It arrived. Nothing was changed."_s});
    banner.withdraw("outcome");
    QVERIFY(banner.isHidden());
  }

  void theSameWordsAgainAreNoNews() {
    Banner banner;
    banner.post(notice("paused", NoticeKind::Info));
    banner.post(notice("saved", NoticeKind::Ok));
    banner.post(notice("paused", NoticeKind::Info));
    QCOMPARE(banner.shownId(), "saved");
    Notice other = notice("paused", NoticeKind::Info);
    other.detail = u"By somebody else."_s;
    banner.post(other);
    QCOMPARE(banner.shownId(), "paused");
    QCOMPARE(banner.count(), 2);
  }

  void thereAreNeverManyAndWhatMayNotBeClosedStays() {
    Banner banner;
    Notice standing = notice("away", NoticeKind::Warn);
    standing.closable = false;
    banner.post(standing);
    for (int i = 0; i < 3 * Banner::MostNotices; ++i)
      banner.post(notice(QByteArray::number(i), NoticeKind::Info));
    QCOMPARE(banner.count(), Banner::MostNotices);
    QVERIFY(banner.holds("away"));
  }

  void saysItselfToAssistiveTools() {
    Banner banner;
    banner.post(notice("a", NoticeKind::Warn));
    const auto *line = banner.findChild<QWidget *>(u"Notice"_s);
    QVERIFY(line);
    QCOMPARE(line->accessibleName(), u"Notice"_s);
    QCOMPARE(line->accessibleDescription(), u"a happened Nothing was changed."_s);
  }

  void aButtonMayReplaceItsOwnNotice() {
    Banner banner;
    banner.show();
    Notice first = notice("first", NoticeKind::Info);
    first.buttons = {{u"Undo"_s, [&] { banner.post(notice("first", NoticeKind::Ok)); }}};
    banner.post(first);
    QPushButton *undo = buttonNamed(&banner, u"Undo"_s);
    QVERIFY(undo);
    undo->click();
    QCOMPARE(banner.count(), 1);
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
      if (auto *button = qobject_cast<QPushButton *>(at); button && button->isVisible())
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
      if (button->isHidden())
        continue;
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
