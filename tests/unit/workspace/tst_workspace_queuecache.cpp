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

static const QString Server = u"10.0.0.1:6379/0"_qs;

class TestQueueCache : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { m_writer.setMaxThreadCount(1); }
  void keepsEveryFact();
  void takesADamagedFileAsNothing();
  void forgets();
  void doesNotTakeOneServersQueuesForAnothers();
  void keepsWhatWasSavedLast();
  void keepsToItsFolder();
  void leavesTheNewestFiles();

private:
  static QString newId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
  void save(QueueCache &cache, const QString &id, const std::vector<QueueInfo> &queues) {
    cache.save(id, Server, queues);
    QVERIFY(m_writer.waitForDone());
  }
  static std::vector<QueueInfo> load(const QueueCache &cache, const QString &id) {
    return cache.load(id, Server);
  }
  QString folder() const { return m_folder.filePath(u"queues"_qs); }

  const QTemporaryDir m_folder;
  QThreadPool m_writer;
};

void TestQueueCache::keepsEveryFact() {
  std::vector<QueueInfo> queues;
  for (const Family family :
       {Family::Unknown, Family::BullMq6, Family::BullMq5, Family::BullMq4, Family::Bull4, Family::BullMqPro,
        Family::BullMqOld, Family::BullMq5Or6, Family::BullMq4To6}) {
    QueueInfo queue;
    queue.id = {"team:\xe4\xff {eu}", "n\xc3\xb6" + QByteArray::number(int(family)) + "%20\n"};
    queue.family = family;
    queue.version = "5.81.5";
    queue.basis = static_cast<FamilyBasis>(family); // there are as many
    queue.prefixGuessed = family == Family::Bull4;
    queue.readOnlyReason = family == Family::BullMqPro ? "pro" : "";
    queues.push_back(queue);
  }
  queues.push_back({{"", "no prefix"}, Family::BullMq6, {}, false, {}});
  QueueCache cache(folder(), m_writer);
  const QString id = newId();
  QVERIFY(load(cache, id).empty());
  save(cache, id, queues);
  QCOMPARE(load(cache, id), queues);
  save(cache, id, {});
  QVERIFY(load(cache, id).empty());
}

void TestQueueCache::takesADamagedFileAsNothing() {
  QueueCache cache(folder(), m_writer);
  const QString id = newId();
  save(cache, id, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QCOMPARE(load(cache, id).size(), size_t(1));
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
    QVERIFY2(load(cache, id).empty(), text.constData());
  }
}

void TestQueueCache::forgets() {
  QueueCache cache(folder(), m_writer);
  const QString id = newId();
  save(cache, id, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  cache.forget(id);
  QVERIFY(m_writer.waitForDone());
  QVERIFY(load(cache, id).empty());
}

void TestQueueCache::doesNotTakeOneServersQueuesForAnothers() {
  QueueCache cache(folder(), m_writer);
  const QString id = newId();
  save(cache, id, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QVERIFY(cache.load(id, u"10.0.0.1:6379/1"_qs).empty());
  QCOMPARE(load(cache, id).size(), size_t(1));
}

void TestQueueCache::keepsWhatWasSavedLast() {
  QueueCache cache(folder(), m_writer);
  const QString id = newId();
  for (int i = 0; i <= 50; ++i)
    cache.save(id, Server, {{{"bull", "q" + QByteArray::number(i)}, Family::BullMq5, {}, false, {}}});
  QVERIFY(m_writer.waitForDone());
  QCOMPARE(load(cache, id).front().id.name, "q50");
  cache.save(id, Server, {{{"bull", "late"}, Family::BullMq5, {}, false, {}}});
  cache.forget(id);
  QVERIFY(m_writer.waitForDone());
  QVERIFY(load(cache, id).empty());
}

void TestQueueCache::keepsToItsFolder() {
  QueueCache cache(folder(), m_writer);
  save(cache, u"../outside"_qs, {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QVERIFY(!QFile::exists(m_folder.filePath(u"outside.json"_qs)));
}

void TestQueueCache::leavesTheNewestFiles() {
  const QTemporaryDir other;
  QueueCache cache(other.path(), m_writer);
  QString last;
  for (int i = 0; i < QueueCache::MostFiles + 3; ++i)
    save(cache, last = newId(), {{{"bull", "orders"}, Family::BullMq5, {}, false, {}}});
  QCOMPARE(QDir(other.path()).entryList(QDir::Files).size(), QueueCache::MostFiles);
  QVERIFY(!load(cache, last).empty());
}

QTEST_GUILESS_MAIN(TestQueueCache)
#include "tst_workspace_queuecache.moc"
