// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/codec.h"
#include "workspace/recipestore.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace oxp;
using recipes::Recipe;

namespace {

std::vector<Recipe> some(const QString &name) {
  return {{.name = name, .changes = *edits::fromJson(R"([{"change":"remove","path":"a"}])")}};
}

QByteArray bytesOf(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRecipeStore : public QObject {
  Q_OBJECT

private slots:
  void keepsThemForTheNextStart();
  void isForItsOwnerAlone();
  void keepsWhatWasSavedLast();
  void neverOverwritesWhatItCannotRead();
  void saysWhenItCannotBeWritten();
  void forgetsWithTheProfile();

private:
  static QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
  QString folder() const { return m_folder.filePath(u"recipes"_qs); }

  const QTemporaryDir m_folder;
};

void TestRecipeStore::keepsThemForTheNextStart() {
  const QString id = newId();
  {
    RecipeStore store(folder());
    store.load(id);
    QVERIFY(store.of(id).empty() && !store.fault(id));
    QSignalSpy changed(&store, &RecipeStore::changed);
    QVERIFY(store.save(id, some(u"one"_qs)));
    QCOMPARE(changed.size(), 1);
    QVERIFY(store.of(id) == some(u"one"_qs));
  }
  RecipeStore store(folder());
  store.load(id);
  QVERIFY(store.of(id) == some(u"one"_qs));
  QVERIFY2(store.of(newId()).empty(), "another profile has its own");
}

void TestRecipeStore::isForItsOwnerAlone() {
  const QString id = newId();
  RecipeStore store(folder());
  QVERIFY(store.save(id, some(u"one"_qs)));
  QTRY_VERIFY(QFile::exists(store.fileOf(id)));
  const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
  QVERIFY(!(QFileInfo(store.fileOf(id)).permissions() & others));
  QVERIFY(!(QFileInfo(folder()).permissions() & others));
  QCOMPARE(QFileInfo(store.fileOf(u"../../etc/x"_qs)).absolutePath(), QFileInfo(folder()).absoluteFilePath());
}

void TestRecipeStore::keepsWhatWasSavedLast() {
  const QString id = newId();
  {
    RecipeStore store(folder());
    for (int i = 0; i <= 20; ++i)
      QVERIFY(store.save(id, some(QString::number(i))));
  }
  RecipeStore store(folder());
  store.load(id);
  QVERIFY(store.of(id) == some(u"20"_qs));
}

void TestRecipeStore::neverOverwritesWhatItCannotRead() {
  const QString id = newId();
  QDir().mkpath(folder());
  const QByteArray later = R"({"oxpecker":"recipes","version":7,"recipes":"of another kind"})";
  {
    RecipeStore store(folder());
    QFile file(store.fileOf(id));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(later) == later.size());
  }
  RecipeStore store(folder());
  store.load(id);
  QVERIFY(store.fault(id));
  QCOMPARE(store.fault(id)->code, recipes::Fault::Code::NewerVersion);
  QVERIFY(!store.save(id, some(u"one"_qs)));
  QVERIFY(store.of(id).empty());
  QCOMPARE(bytesOf(store.fileOf(id)), later);
  const QString aside = store.setAside(id);
  QCOMPARE(bytesOf(aside), later);
  QVERIFY(!store.fault(id));
  QVERIFY(store.save(id, some(u"one"_qs)));
  QTRY_VERIFY(bytesOf(store.fileOf(id)).contains("one"));
  QCOMPARE(bytesOf(aside), later);
}

void TestRecipeStore::saysWhenItCannotBeWritten() {
  QFile inTheWay(m_folder.filePath(u"no-folder"_qs));
  QVERIFY(inTheWay.open(QIODevice::WriteOnly));
  RecipeStore store(inTheWay.fileName());
  QSignalSpy unwritten(&store, &RecipeStore::unwritten);
  const QString id = newId();
  QVERIFY(store.save(id, some(u"one"_qs)));
  QTRY_COMPARE(unwritten.size(), 1);
  QVERIFY(!unwritten[0][1].toString().isEmpty());
  QVERIFY2(store.of(id) == some(u"one"_qs), "it holds until the end of the program");
}

void TestRecipeStore::forgetsWithTheProfile() {
  const QString id = newId();
  RecipeStore store(folder());
  QVERIFY(store.save(id, some(u"one"_qs)));
  QTRY_VERIFY(QFile::exists(store.fileOf(id)));
  store.forget(id);
  QVERIFY(store.of(id).empty());
  QTRY_VERIFY(!QFile::exists(store.fileOf(id)));
}

QTEST_GUILESS_MAIN(TestRecipeStore)
#include "tst_workspace_recipestore.moc"
