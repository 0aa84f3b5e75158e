// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsoneditor.h"
#include "ui/window/windowtest.h"

#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

using namespace oxp;
using namespace oxp::test;

/// The local record of changes: what is the matter with it is told, and nothing is written until a person has
/// decided.
class TestRecords : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void foreignFileIsToldAndSetAside();
  void emptiedIsTold();
  void goesOnInAnotherFolder();
  void checksThem();
  void everythingIsPrivate();

private:
  QString file(const WindowTest &t) const {
    return t.folder.filePath(QStringLiteral("records/audit.sqlite"));
  }
  bool write(const QString &path, const QByteArray &bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
  }
  /// Changes the value and saves it, on a profile that asks nothing.
  bool saves(WindowTest &t, const QByteArray &id, const QString &from, const QString &to) {
    return t.person.retype(from, to) && t.person.press(QStringLiteral("Save")) &&
           t.person.waits("the new value", [&] { return t.shop.data(id).contains(to.toUtf8()); });
  }
};

void TestRecords::foreignFileIsToldAndSetAside() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"stage":"one"})");
  const QByteArray theirs(5'000, 'j');
  QVERIFY(write(file(t), theirs));
  QVERIFY(t.open("local"));
  QVERIFY(t.person.reads(
      QStringLiteral("The file in the place of the local record of changes is not one of Oxpecker's.")));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(t.person.retype(QStringLiteral("one"), QStringLiteral("two")));
  auto *save = t.person.see<QPushButton>(QStringLiteral("Save"));
  QVERIFY(save && !save->isEnabled()); // nothing is written that cannot be recorded
  QVERIFY(t.person.press(QStringLiteral("Set aside and begin anew")));
  QVERIFY(t.person.reads(QStringLiteral("A new record of changes has begun.")));
  QVERIFY(t.person.press(QStringLiteral("Save")));
  QVERIFY(t.person.waits("the new value", [&] { return t.shop.data(id) == R"({"stage":"two"})"; }));
  const QStringList aside = QFileInfo(file(t)).dir().entryList({QStringLiteral("set-aside-*.sqlite")});
  QCOMPARE(aside.size(), 1);
  QFile kept(QFileInfo(file(t)).dir().filePath(aside.front()));
  QVERIFY(kept.open(QIODevice::ReadOnly));
  QCOMPARE(kept.readAll(), theirs);
}

void TestRecords::emptiedIsTold() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"stage":"one"})");
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("one"), QStringLiteral("two")));
  t.person.leave();
  QVERIFY(write(file(t), {}));
  QVERIFY(t.open("local"));
  QVERIFY(t.person.reads(QStringLiteral("The local record of changes that was here is gone.")));
  QCOMPARE(QFileInfo(file(t)).size(), 0);
  QVERIFY(t.person.press(QStringLiteral("Begin anew")));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("two"), QStringLiteral("three")));
}

void TestRecords::goesOnInAnotherFolder() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"stage":"one"})");
  QVERIFY(write(file(t), QByteArray(5'000, 'j')));
  const QTemporaryDir elsewhere;
  const auto rights = QFileInfo(elsewhere.path()).permissions();
  QVERIFY(t.open("local"));
  QVERIFY(t.person.press(QStringLiteral("Choose another folder…")));
  QPointer<QFileDialog> dialog;
  QVERIFY(t.person.waits("the dialog", [&] {
    dialog = t.person.window()->findChild<QFileDialog *>();
    return dialog && dialog->isVisible();
  }));
  dialog->selectFile(elsewhere.path());
  dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(elsewhere.path());
  QTest::keyClick(dialog, Qt::Key_Return);
  QVERIFY(t.person.reads(QStringLiteral("The record of changes is now kept in")));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("one"), QStringLiteral("two")));
  QVERIFY(QFileInfo(elsewhere.filePath(QStringLiteral("oxpecker-records/audit.sqlite"))).size() > 0);
  QCOMPARE(QFileInfo(elsewhere.path()).permissions(), rights); // only the new folder is closed to others
  t.person.leave();
  QVERIFY(t.open("local")); // and it is remembered
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("two"), QStringLiteral("three")));
  QVERIFY(t.person.notices().filter(QStringLiteral("record of changes")).isEmpty());
}

void TestRecords::checksThem() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"stage":"one"})");
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("one"), QStringLiteral("two")));
  QVERIFY(t.person.command(QStringLiteral("Check local records")));
  QVERIFY(t.person.reads(QStringLiteral("The local records are whole.")));
  QVERIFY(t.person.reads(QStringLiteral("1 record was checked: it was not changed")));
}

void TestRecords::everythingIsPrivate() {
  WindowTest t;
  QVERIFY(t.shop.start());
  const QByteArray id = t.shop.add("waiting", R"({"stage":"one"})");
  QVERIFY(t.open("local"));
  QVERIFY(t.person.openJob(id, QStringLiteral("waiting")));
  QVERIFY(saves(t, id, QStringLiteral("one"), QStringLiteral("two")));
  const auto look = [&](int least) {
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    int seen = 0;
    for (QDirIterator all(t.folder.path(),
                          QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
         all.hasNext(); ++seen) {
      const QFileInfo entry(all.next());
      if (entry.permissions() & others)
        QFAIL(qPrintable(entry.filePath()));
    }
    QVERIFY(seen >= least);
  };
  // The settings, the lock, the socket, the queues that were found, and the records.
  QVERIFY(t.person.waits("the queues", [&] {
    return !QDir(t.folder.filePath(QStringLiteral("queues"))).entryList(QDir::Files).isEmpty();
  }));
  look(7);
  t.person.leave();
  look(5);
}

QTEST_MAIN(TestRecords)
#include "tst_records.moc"
