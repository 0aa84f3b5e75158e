// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/queuecache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QUuid>

using namespace oxp;
using namespace Qt::StringLiterals;

class TestQueueCache : public QObject {
  Q_OBJECT

private slots:
  void keepsEveryFact();
  void takesADamagedFileAsNothing();
  void forgets();
  void keepsToItsFolder();
  void leavesTheNewestFiles();

private:
  static QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
  static void save(const QueueCache &cache, const QString &id, const std::vector<QueueInfo> &queues) {
    cache.save(id, queues);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
  }
  QString folder() const { return m_folder.filePath(u"queues"_qs); }

  const QTemporaryDir m_folder;
};

void TestQueueCache::keepsEveryFact() {
  std::vector<QueueInfo> queues;
  for (const Family family : {Family::Unknown, Family::BullMq6, Family::BullMq5, Family::BullMq4,
                              Family::Bull4, Family::BullMqPro, Family::BullMqOld}) {
    QueueInfo queue;
    queue.id = {"team:\xe4\xff {eu}", "n\xc3\xb6" + QByteArray::number(int(family)) + "%20\n"};
    queue.family = family;
    queue.version = "5.81.5";
    queue.prefixGuessed = family == Family::Bull4;
    queue.readOnlyReason = family == Family::BullMqPro ? "pro" : "";
    queues.push_back(queue);
  }
  queues.push_back({{"", "no prefix"}, Family::BullMq6, {}, false, {}});
  const QueueCache cache(folder());
  const QString id = newId();
  QVERIFY(cache.load(id).empty());
  save(cache, id, queues);
  QCOMPARE(cache.load(id), queues);
  save(cache, id, {});
  QVERIFY(cache.load(id).empty());
}

void TestQueueCache::takesADamagedFileAsNothing() {
  const QueueCache cache(folder());
  const QString id = newId();
  save(cache, id, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QCOMPARE(cache.load(id).size(), size_t(1));
  QFile file(folder() + u'/' + id + u".json"_qs);
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray whole = file.readAll();
  file.close();
  for (const QByteArray &text : {QByteArray(), whole.left(whole.size() / 2), QByteArray("[]"),
                                 QByteArray(whole).replace("\"version\":1", "\"version\":2"),
                                 QByteArray(R"({"version":1,"queues":[{"prefix":"bull"},7]})")}) {
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
    file.close();
    QVERIFY2(cache.load(id).empty(), text.constData());
  }
}

void TestQueueCache::forgets() {
  const QueueCache cache(folder());
  const QString id = newId();
  save(cache, id, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  cache.forget(id);
  QVERIFY(cache.load(id).empty());
}

void TestQueueCache::keepsToItsFolder() {
  const QueueCache cache(folder());
  save(cache, u"../outside"_qs, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QVERIFY(!QFile::exists(m_folder.filePath(u"outside.json"_qs)));
}

void TestQueueCache::leavesTheNewestFiles() {
  const QTemporaryDir other;
  const QueueCache cache(other.path());
  QString last;
  for (int i = 0; i < QueueCache::MostFiles + 3; ++i)
    save(cache, last = newId(), {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QCOMPARE(QDir(other.path()).entryList(QDir::Files).size(), QueueCache::MostFiles);
  QVERIFY(!cache.load(last).empty());
}

QTEST_GUILESS_MAIN(TestQueueCache)
#include "tst_workspace_queuecache.moc"
