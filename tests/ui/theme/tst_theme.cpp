// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace oxp;

class ThemeTest : public QObject {
  Q_OBJECT

private slots:
  void settingDecides() {
    ThemeController controller(ThemeSetting::Dark);
    QVERIFY(Theme::current().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), tokensFor(Scheme::Dark).base);
    QVERIFY(qobject_cast<OxpStyle *>(QApplication::style()));
    QCOMPARE(QToolTip::palette().color(QPalette::ToolTipText), tokensFor(Scheme::Dark).text);

    QSignalSpy changed(&controller, &ThemeController::changed);
    controller.setSetting(ThemeSetting::Light);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!Theme::current().isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), tokensFor(Scheme::Light).base);
  }

  void desktopWishCountsOnlyForSystem() {
    ThemeController controller(ThemeSetting::Light);
    QSignalSpy changed(&controller, &ThemeController::changed);
    controller.applyDesktopWish(1);
    QVERIFY(!Theme::current().isDark());
    QCOMPARE(changed.count(), 0);
    controller.setSetting(ThemeSetting::System);
    QVERIFY(Theme::current().isDark());
    controller.applyDesktopWish(2);
    QVERIFY(!Theme::current().isDark());
    QCOMPARE(changed.count(), 2);
    controller.applyDesktopWish(2);
    QCOMPARE(changed.count(), 2);
  }

  void switchingBackAndForthLeavesNothingBehind() {
    ThemeController controller(ThemeSetting::Light);
    const QPalette before = QApplication::palette();
    controller.setSetting(ThemeSetting::Dark);
    controller.setSetting(ThemeSetting::Light);
    QCOMPARE(QApplication::palette(), before);
  }

  void labelsFollow() {
    ThemeController controller(ThemeSetting::Light);
    QWidget parent;
    parent.setBackgroundRole(QPalette::Base);
    auto *label = new TextLabel(QStringLiteral("412 found"), Tint::Text2, &parent);
    const auto colour = [label] { return label->palette().color(label->foregroundRole()); };
    QCOMPARE(colour(), tokensFor(Scheme::Light).text2);
    controller.setSetting(ThemeSetting::Dark);
    QTRY_COMPARE(colour(), tokensFor(Scheme::Dark).text2);
    label->setTint(Tint::Err);
    QCOMPARE(colour(), tokensFor(Scheme::Dark).err);
  }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
