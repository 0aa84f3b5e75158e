// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that cannot be used says why, keeps what is there, and goes on when it can or when a person has
// decided.
#include "storetest.h"

#include <QDir>
#include <QFile>

#include <climits>
#include <csignal>
#include <cstring>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace oxp;
using namespace oxp::test;
using audit::Outcome;
using audit::StoreState;
using audit::StoreTrouble;

namespace {

QByteArray bytesOf(const QString &path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &path, const QByteArray &bytes) {
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TstStoreTrouble : public StoreTest {
  Q_OBJECT

private slots:
  void init() { makeFolder(); }
  void unavailableAndBack();
  void corruptFileIsNotTouched();
  void fullDisk();
  void fullDiskCanBeReadAndComesBackByItself();
  void truncatedIsDamaged();
  void damagedPageLeavesTheRest();
  void newerVersionIsRefused();
  void otherProgramsFileIsNotTouched();
  void emptiedIsNotReplacedWithoutAWord_data();
  void emptiedIsNotReplacedWithoutAWord();
  void olderCopyIsNoticed();
  void olderCopyOfTheOutcomesIsNoticed();
  void removedWhileOpenIsNoticed();
  void setAsideKeepsTheOldFile();
  void setAsideMovesAllOrNothing();
  void setAsideMovesNothingWhereItCannotMoveAll();
  void setAsideEndsReadingOnly();
  void anotherFolder();
  void codesOfSqliteSayWhatItIs();

private:
  /// A store of `records` records of about 10 KB each, closed again.
  void fill(int records) {
    AuditStore store(options());
    for (int i = 0; i < records; ++i)
      QVERIFY(store.begin(sample('"' + QByteArray(10'000, char('a' + i % 26)) + '"', "2")));
  }
  Result<void> openForReading(AuditStore &store) {
    return answer<void>([&](auto context, auto handler) { store.openForReading(context, handler); });
  }
  Result<QString> setAside(AuditStore &store) {
    return answer<QString>([&](auto context, auto handler) { store.setAside(context, handler); });
  }
  Result<void> useFolder(AuditStore &store, const QString &folder) {
    return answer<void>([&](auto context, auto handler) { store.useFolder(folder, context, handler); });
  }
  QString file() const { return m_folder + QStringLiteral("/audit.sqlite"); }
};

void TstStoreTrouble::unavailableAndBack() {
  QFile inTheWay(m_dir->filePath(QStringLiteral("data")));
  QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be
  AuditStore store(options());
  std::vector<bool> told;
  store.onStateChanged(this, [&](const StoreState &state) { told.push_back(state.writable); });
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QVERIFY(!store.available());
  QCOMPARE(store.state().trouble, StoreTrouble::NoAccess);
  QCOMPARE(list(store).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(save(store, draftOf("{\"a\":3}")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(draft(store).value()->text, QByteArray("{\"a\":3}")); // nothing typed is lost
  QVERIFY(draft(store).value()->memoryOnly);
  QVERIFY(inTheWay.remove());
  QTRY_VERIFY_WITH_TIMEOUT(store.available(), 10'000); // it comes back by itself
  QVERIFY(!draft(store).value()->memoryOnly);
  QVERIFY(store.begin(sample("1", "2")));
  QTRY_COMPARE(told, (std::vector<bool>{false, true}));
}

void TstStoreTrouble::corruptFileIsNotTouched() {
  QVERIFY(QDir().mkpath(m_folder));
  const QByteArray junk(5000, 'j');
  QFile file(m_folder + QStringLiteral("/audit.sqlite"));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(junk) == junk.size());
  file.close();
  AuditStore store(options());
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QVERIFY(!store.available());
  QCOMPARE(store.state().trouble, StoreTrouble::NotAStore);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(file.readAll(), junk);
  QVERIFY(file.remove());
  QVERIFY(store.begin(sample("1", "2"))); // moved away: a new one is begun at once
  QVERIFY(store.available());
}

void TstStoreTrouble::fullDisk() {
  AuditStore store(options());
  const qint64 first = store.begin(sample("1", "2")).value().id;
  // A limit on file sizes stands for a full disk: writes beyond it fail.
  rlimit before{};
  QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit tight = before;
  tight.rlim_cur = 256 * 1024;
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  const auto refused = store.begin(sample('"' + QByteArray(900'000, 'x') + '"', "2"));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, oldHandler);
  QVERIFY(!refused);
  QCOMPARE(refused.error().kind, ErrorKind::AuditUnavailable);
  QVERIFY(!store.available());
  const qint64 next = store.begin(sample("3", "4")).value().id; // there is room again
  QVERIFY(next > first && store.available());
  QCOMPARE(list(store).value().size(), 2u);
  QVERIFY(isWhole(store));
}

void TstStoreTrouble::fullDiskCanBeReadAndComesBackByItself() {
  fill(3);
  {
    AuditStore store(options());
    QVERIFY(save(store, draftOf("older")));
  }
  rlimit before{};
  QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit tight = before;
  tight.rlim_cur = 1024;
  QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  AuditStore store(options());
  std::vector<bool> told;
  store.onStateChanged(this, [&](const StoreState &state) { told.push_back(state.writable); });
  const auto refused = store.begin(sample("1", "2"));
  const auto read = list(store);
  const bool kept = save(store, draftOf("newer")).has_value();
  const auto drafts = answer<std::vector<audit::Draft>>(
      [&](auto context, auto handler) { store.requestDrafts(QStringLiteral("p1"), context, handler); });
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, oldHandler);
  QCOMPARE(refused.error().kind, ErrorKind::AuditUnavailable);
  QVERIFY(read);
  QCOMPARE(read->size(), 3u);
  QVERIFY(!kept && drafts);
  QCOMPARE(drafts->size(), 1u); // of a job the text that was typed last, and that alone
  QCOMPARE(drafts->front().text, QByteArray("newer"));
  // Nobody asks it anything: it finds out by itself that there is room again, and says so.
  QTRY_VERIFY_WITH_TIMEOUT(!told.empty() && told.back(), 20'000);
  QVERIFY(store.available() && store.begin(sample("1", "2")));
  QVERIFY(isWhole(store));
}

void TstStoreTrouble::truncatedIsDamaged() {
  fill(20);
  const QByteArray whole = bytesOf(file());
  QVERIFY(overwrite(file(), whole.first(whole.size() / 2 / 4096 * 4096)));
  const QByteArray half = bytesOf(file());
  AuditStore store(options());
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(store.state().trouble, StoreTrouble::Damaged);
  QVERIFY(!store.state().writable);
  QCOMPARE(bytesOf(file()), half);
}

void TstStoreTrouble::damagedPageLeavesTheRest() {
  fill(20);
  QByteArray bytes = bytesOf(file());
  const qsizetype eleventh = bytes.indexOf(QByteArray(20, 'k'));
  QVERIFY(eleventh > 0);
  bytes.replace(eleventh / 4096 * 4096, 4096, QByteArray(4096, '\xee')); // the page on which its row begins
  QVERIFY(overwrite(file(), bytes));
  AuditStore store(options());
  (void)list(store); // meets the page
  if (store.state().trouble != StoreTrouble::Damaged)
    (void)store.begin(sample("1", "2"));
  QVERIFY(openForReading(store));
  QVERIFY(store.state().opened);
  const QByteArray opened = bytesOf(file());
  const auto read = list(store);
  QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
  QVERIFY2(read->size() >= 15, qPrintable(QString::number(read->size())));
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(bytesOf(file()), opened);
}

void TstStoreTrouble::newerVersionIsRefused() {
  fill(2);
  QVERIFY(!execOutside(m_folder, QStringLiteral("PRAGMA user_version=1000")).isValid());
  AuditStore store(options());
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(store.state().trouble, StoreTrouble::Newer);
  QVERIFY(!list(store));
  QVERIFY(openForReading(store));
  QCOMPARE(list(store).value().size(), 2u);
  QVERIFY(!store.begin(sample("1", "2")));
  QCOMPARE(numberOutside(m_folder, QStringLiteral("PRAGMA user_version")), 1000);
}

void TstStoreTrouble::otherProgramsFileIsNotTouched() {
  QVERIFY(QDir().mkpath(m_folder));
  QVERIFY(!execOutside(m_folder, QStringLiteral("CREATE TABLE theirs(a)")).isValid());
  const QByteArray theirs = bytesOf(file());
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  QCOMPARE(store.state().trouble, StoreTrouble::NotAStore);
  QCOMPARE(bytesOf(file()), theirs);
}

void TstStoreTrouble::emptiedIsNotReplacedWithoutAWord_data() {
  QTest::addColumn<QString>("how");
  for (const char *how : {"cut to nothing", "removed", "folder removed", "another new one"})
    QTest::newRow(how) << QString::fromLatin1(how);
}

void TstStoreTrouble::emptiedIsNotReplacedWithoutAWord() {
  QFETCH(QString, how);
  fill(3);
  if (how == u"cut to nothing")
    QVERIFY(overwrite(file(), {}));
  else if (how == u"removed")
    QVERIFY(QFile::remove(file()));
  else if (how == u"folder removed")
    QVERIFY(QDir(m_folder).removeRecursively());
  else {
    AuditStore::Options other = options();
    other.folder = m_dir->filePath(QStringLiteral("other"));
    {
      AuditStore store(other);
      QVERIFY(store.begin(sample("1", "2")));
    }
    QVERIFY(QFile::remove(file()) && QFile::copy(other.folder + QStringLiteral("/audit.sqlite"), file()));
  }
  AuditStore store(options());
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(store.state().trouble, StoreTrouble::Emptied);
  const auto name = setAside(store); // the person wants a new one
  QVERIFY(name);
  QCOMPARE(name->isEmpty(), how != u"another new one"); // nothing is told to be kept where nothing was
  QVERIFY(store.begin(sample("1", "2")));
  QCOMPARE(store.state().trouble, StoreTrouble::None);
  QVERIFY(isWhole(store));
}

void TstStoreTrouble::olderCopyIsNoticed() {
  fill(2);
  const QByteArray older = bytesOf(file());
  fill(2);
  QVERIFY(overwrite(file(), older));
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  QCOMPARE(store.state().trouble, StoreTrouble::Emptied);
}

/// As many writes were begun, and how one of them ended is not there any more.
void TstStoreTrouble::olderCopyOfTheOutcomesIsNoticed() {
  fill(2);
  const QByteArray older = bytesOf(file());
  {
    AuditStore store(options());
    QVERIFY(store.finish(2, Outcome::Done, nullptr));
  }
  QVERIFY(overwrite(file(), older));
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  QCOMPARE(store.state().trouble, StoreTrouble::Emptied);
}

void TstStoreTrouble::removedWhileOpenIsNoticed() {
  AuditStore store(options());
  QVERIFY(store.begin(sample("1", "2")));
  QVERIFY(QFile::remove(file()));
  QCOMPARE(store.begin(sample("1", "2")).error().kind, ErrorKind::AuditUnavailable);
  QCOMPARE(store.state().trouble, StoreTrouble::Emptied);
}

void TstStoreTrouble::setAsideKeepsTheOldFile() {
  fill(20);
  const QByteArray half = bytesOf(file()).first(40'960);
  QVERIFY(overwrite(file(), half));
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  const auto name = setAside(store);
  QVERIFY2(name, qPrintable(name ? QString() : name.error().detail));
  QCOMPARE(bytesOf(m_folder + u'/' + *name), half);
  QVERIFY(store.available());
  QVERIFY(store.begin(sample("1", "2")));
  QCOMPARE(list(store).value().size(), 1u);
}

void TstStoreTrouble::setAsideMovesAllOrNothing() {
  fill(1);
  QVERIFY(overwrite(file(), QByteArray(5'000, 'j')));
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  QVERIFY(overwrite(file() + QStringLiteral("-wal"), "log"));
  const auto name = setAside(store);
  QVERIFY(name);
  QCOMPARE(bytesOf(m_folder + u'/' + *name), QByteArray(5'000, 'j'));
  QCOMPARE(bytesOf(m_folder + u'/' + *name + QStringLiteral("-wal")), QByteArray("log"));
  QVERIFY(store.begin(sample("1", "2")));
  QVERIFY(isWhole(store));
}

/// The path of the log's new name is one that the system does not take, that of the file's is.
void TstStoreTrouble::setAsideMovesNothingWhereItCannotMoveAll() {
  const auto longest = static_cast<qsizetype>(PATH_MAX - 1 - strlen("/set-aside-yyyyMMddThhmmsszzz.sqlite"));
  while (m_folder.size() < longest - 1)
    m_folder += u'/' + QString(std::min<qsizetype>(200, longest - 1 - m_folder.size()), u'f');
  QVERIFY(QDir().mkpath(m_folder));
  QVERIFY(overwrite(file(), "records") && overwrite(file() + QStringLiteral("-wal"), "log"));
  AuditStore store(options());
  QVERIFY(!setAside(store));
  QCOMPARE(bytesOf(file()), QByteArray("records"));
  QCOMPARE(bytesOf(file() + QStringLiteral("-wal")), QByteArray("log"));
}

void TstStoreTrouble::setAsideEndsReadingOnly() {
  fill(2);
  QVERIFY(!execOutside(m_folder, QStringLiteral("PRAGMA user_version=1000")).isValid());
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  QVERIFY(openForReading(store));
  QCOMPARE(list(store).value().size(), 2u);
  QVERIFY(setAside(store));
  QVERIFY(!store.state().opened && store.available());
  QVERIFY(store.begin(sample("1", "2")));
  QCOMPARE(list(store).value().size(), 1u);
}

void TstStoreTrouble::anotherFolder() {
  fill(1);
  QVERIFY(overwrite(file(), QByteArray(5'000, 'j')));
  AuditStore store(options());
  QVERIFY(!store.begin(sample("1", "2")));
  const QString other = m_dir->filePath(QStringLiteral("elsewhere/records"));
  QVERIFY(useFolder(store, other));
  QVERIFY(store.begin(sample("1", "2")));
  QCOMPARE(store.state().folder, other);
  QCOMPARE(bytesOf(file()), QByteArray(5'000, 'j'));
  QVERIFY(QFile::remove(other + QStringLiteral("/audit.sqlite")));
  QVERIFY(!store.begin(sample("1", "2"))); // what was there is remembered of this folder too
  QCOMPARE(store.state().trouble, StoreTrouble::Emptied);
  const QString inTheWay = m_dir->filePath(QStringLiteral("file"));
  QVERIFY(overwrite(inTheWay, "x"));
  QVERIFY(!useFolder(store, inTheWay));
  QCOMPARE(store.state().trouble, StoreTrouble::NoAccess);
}

void TstStoreTrouble::codesOfSqliteSayWhatItIs() {
  const std::pair<int, StoreTrouble> codes[] = {{5, StoreTrouble::Busy},
                                                {6, StoreTrouble::Busy},
                                                {8, StoreTrouble::ReadOnly},
                                                {11, StoreTrouble::Damaged},
                                                {13, StoreTrouble::Full},
                                                {14, StoreTrouble::NoAccess},
                                                {26, StoreTrouble::NotAStore},
                                                {1, StoreTrouble::Other},
                                                {8 | 4 << 8, StoreTrouble::ReadOnly} /* READONLY_DBMOVED */,
                                                {11 | 1 << 8, StoreTrouble::Damaged} /* CORRUPT_VTAB */,
                                                {10 | 3 << 8, StoreTrouble::Other} /* IOERR_WRITE */};
  for (const auto &[code, trouble] : codes)
    QCOMPARE(audit::troubleOf({ErrorKind::AuditUnavailable, QByteArray::number(code), {}}), trouble);
}

QTEST_GUILESS_MAIN(TstStoreTrouble)
#include "tst_storetrouble.moc"
