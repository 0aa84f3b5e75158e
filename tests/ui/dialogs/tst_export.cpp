// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

/// Where a file is proposed, and what is said of its place.
class TestExportDialog : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_theme = std::make_unique<ThemeController>(ThemeSetting::Light); }
  void cleanupTestCase() { m_theme.reset(); }
  void proposesTheFirstFolderThatIsThere();
  void saysOfAPersonsOwnNameThatItCannotBe();

private:
  std::unique_ptr<ExportDialog> dialog(const QStringList &folders);
  QString missing() const { return m_folder.filePath(u"Documents"_s); }

  std::unique_ptr<ThemeController> m_theme;
  QTemporaryDir m_folder;
};

std::unique_ptr<ExportDialog> TestExportDialog::dialog(const QStringList &folders) {
  DialogSubject subject;
  subject.title = u"Export"_s;
  ExportChoice choice;
  choice.text = u"This state"_s;
  choice.fileName = u"orders-failed"_s;
  choice.parts.resize(1);
  return std::make_unique<ExportDialog>(subject, std::vector{choice}, 0, ExportDialog::Masks(),
                                        ExportAnswer(), folders);
}

/// Nothing is said to be wrong before the person has typed anything.
void TestExportDialog::proposesTheFirstFolderThatIsThere() {
  const auto shown = dialog({missing(), m_folder.path()});
  auto *file = shown->findChild<QLineEdit *>(u"File"_s);
  QStringList complaints;
  QVERIFY(QTest::qWaitFor([&] {
    complaints << file->accessibleDescription();
    return file->text().startsWith(m_folder.path() + u"/orders-failed"_s);
  }));
  complaints.removeAll(QString());
  QCOMPARE(complaints, QStringList());
  QCOMPARE(file->selectedText(), m_folder.path() + u"/orders-failed"_s);
}

void TestExportDialog::saysOfAPersonsOwnNameThatItCannotBe() {
  const auto shown = dialog({m_folder.path(), QDir::homePath()});
  auto *file = shown->findChild<QLineEdit *>(u"File"_s);
  file->setText(missing() + u"/own.csv"_s);
  QTRY_VERIFY(!file->accessibleDescription().isEmpty());
  QCOMPARE(file->text(), missing() + u"/own.csv"_s);
}

QTEST_MAIN(TestExportDialog)
#include "tst_export.moc"
