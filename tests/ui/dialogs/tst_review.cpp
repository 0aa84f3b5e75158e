// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changesmodel.h"
#include "ui/dialogs/reviewdialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace oxp;

/// `Review changes`: what it shows, and when it lets go.
class TestReview : public QObject {
  Q_OBJECT

private slots:
  void masksSensitiveValuesUntilRevealed();
  void showsThemOnALocalProfile();
  void wantsAllThatTheDecisionWants();
  void returnInAFieldNeverCancels();
};

static std::vector<json::Change> changes() {
  json::Change secret{json::Change::Changed, json::Pointer::fromString("/apiKey"), "\"sk-old\"",
                      "\"sk-new\""};
  json::Change added{
      json::Change::Added, json::Pointer::fromString("/user"), {}, R"({"password":"hunter2"})"};
  return {secret, added};
}

static DialogSubject subjectIn(Environment environment) {
  DialogSubject subject;
  subject.title = QStringLiteral("Review changes");
  subject.environment = environment;
  return subject;
}

static QString allTexts(const QWidget &dialog) {
  QString all;
  const auto *table = dialog.findChild<QTableView *>();
  for (int row = 0; row < table->model()->rowCount(); ++row)
    for (int column = 0; column < table->model()->columnCount(); ++column) {
      const QModelIndex index = table->model()->index(row, column);
      all += index.data().toString() + index.data(Qt::AccessibleTextRole).toString();
    }
  for (const QWidget *child : dialog.findChildren<QWidget *>())
    all += child->accessibleDescription() + child->toolTip();
  return all;
}

void TestReview::masksSensitiveValuesUntilRevealed() {
  ReviewDialog dialog(subjectIn(Environment::Production), changes(), policy::builtInRules(), {}, {});
  for (const char *secret : {"sk-old", "sk-new", "hunter2"})
    QVERIFY2(!allTexts(dialog).contains(QLatin1StringView(secret)), secret);
  auto *reveal = dialog.findChild<QPushButton *>(QStringLiteral("Reveal"));
  QVERIFY(reveal);
  reveal->click();
  for (const char *secret : {"sk-old", "sk-new", "hunter2"})
    QVERIFY2(allTexts(dialog).contains(QLatin1StringView(secret)), secret);
}

void TestReview::showsThemOnALocalProfile() {
  ReviewDialog dialog(subjectIn(Environment::Local), changes(), policy::builtInRules(), {}, {});
  QVERIFY(allTexts(dialog).contains(QLatin1StringView("sk-new")));
  QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("Reveal")));
}

void TestReview::wantsAllThatTheDecisionWants() {
  policy::Decision decision;
  using Kind = policy::Requirement::Kind;
  decision.requirements = {{Kind::Confirm}, {Kind::Tick, "running"}, {Kind::TypeText, "42"}};
  ReviewDialog dialog(subjectIn(Environment::Production), changes(), policy::builtInRules(), decision, {});
  QSignalSpy agreed(&dialog, &ReviewDialog::agreed);
  QPushButton *save = nullptr;
  for (QPushButton *button : dialog.findChildren<QPushButton *>())
    if (button->text() == QLatin1StringView("Save changes"))
      save = button;
  QVERIFY(save && !save->isEnabled());
  dialog.findChild<QCheckBox *>(QStringLiteral("The job is running"))->click();
  QVERIFY(!save->isEnabled());
  auto *typed = dialog.findChild<QLineEdit *>(QStringLiteral("Type to confirm"));
  typed->setText(QStringLiteral("4"));
  QVERIFY(!save->isEnabled());
  typed->setText(QStringLiteral("42"));
  QVERIFY(save->isEnabled());
  save->click();
  QCOMPARE(agreed.size(), 1);
}

void TestReview::returnInAFieldNeverCancels() {
  policy::Decision decision;
  decision.require({policy::Requirement::Kind::TypeText, "104203"});
  decision.cancelIsDefault = true;
  ReviewDialog dialog(subjectIn(Environment::Production), changes(), policy::builtInRules(), decision, {});
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  QSignalSpy agreed(&dialog, &ReviewDialog::agreed);
  auto *typed = dialog.findChild<QLineEdit *>(QStringLiteral("Type to confirm"));
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(dialog.isVisible());
  QTest::keyClicks(typed, QStringLiteral("104203"));
  QTest::keyClick(typed, Qt::Key_Return);
  QCOMPARE(agreed.size(), 1);
}

QTEST_MAIN(TestReview)
#include "tst_review.moc"
