// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;

/// What Return does where something has to be typed: what was typed for, or nothing.
class TestConfirm : public QObject {
  Q_OBJECT

private slots:
  void init();
  void cleanup() { m_dialog.reset(); }
  void returnDoesItOnceTheTextMatches();
  void returnDoesNothingBefore();
  void escapeCancels();

private:
  std::unique_ptr<ConfirmDialog> m_dialog;
  QLineEdit *m_typed = nullptr;
};

void TestConfirm::init() {
  DialogSubject subject;
  subject.title = QStringLiteral("Remove");
  policy::Decision decision;
  decision.require({policy::Requirement::Kind::TypeText, "104203"});
  m_dialog = std::make_unique<ConfirmDialog>(subject, decision, true);
  m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
  m_dialog->show();
  m_typed = m_dialog->findChild<QLineEdit *>(QStringLiteral("Type to confirm"));
}

void TestConfirm::returnDoesItOnceTheTextMatches() {
  QSignalSpy agreed(m_dialog.get(), &ConfirmDialog::agreed);
  QTest::keyClicks(m_typed, QStringLiteral("104203"));
  QTest::keyClick(m_typed, Qt::Key_Return);
  QCOMPARE(agreed.size(), 1);
  QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void TestConfirm::returnDoesNothingBefore() {
  QSignalSpy agreed(m_dialog.get(), &ConfirmDialog::agreed);
  QTest::keyClicks(m_typed, QStringLiteral("10420"));
  QTest::keyClick(m_typed, Qt::Key_Return);
  QCOMPARE(agreed.size(), 0);
  QVERIFY2(m_dialog->isVisible(), "it did not cancel either");
}

void TestConfirm::escapeCancels() {
  QSignalSpy agreed(m_dialog.get(), &ConfirmDialog::agreed);
  QTest::keyClicks(m_typed, QStringLiteral("104203"));
  QTest::keyClick(m_typed, Qt::Key_Escape);
  QCOMPARE(agreed.size(), 0);
  QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestConfirm)
#include "tst_confirm.moc"
