// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attemptsmodel.h"

#include "json/fields.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace oxp;
using namespace Qt::Literals::StringLiterals;

namespace {

FailureStory storyOf(const QByteArrayList &traces, const QByteArray &reason) {
  QByteArrayList items;
  for (const QByteArray &text : traces)
    items << json::escapeUtf8(text);
  return failureStory({'[' + items.join(',') + ']', reason, {int(traces.size()), -1, false, true}});
}

constexpr char Deep[] = "ValidationError: sku is gone\n"
                        "    at check (/srv/src/schema.ts:41:11)\n"
                        "    at Z.parse (/srv/node_modules/zod/types.js:1:1)\n"
                        "    at placeOrder (/srv/src/order.ts:88:23)\n"
                        "    at W.run (/srv/node_modules/bullmq/worker.js:1:1)\n"
                        "    at W.go (/srv/node_modules/bullmq/worker.js:2:2)\n"
                        "    at A.run (node:async_hooks:346:14)";

void dump(const AttemptsModel &model, const QModelIndex &parent, int depth, QStringList &out) {
  for (int row = 0; row < model.rowCount(parent); ++row) {
    const QModelIndex index = model.index(row, 0, parent);
    const QString aside = index.data(AttemptsModel::AsideRole).toString();
    const QVariant number = index.data(AttemptsModel::FrameNumberRole);
    out << QString(depth * 2, u' ') + (number.isValid() ? number.toString() + u' ' : QString()) +
               index.data().toString() + (aside.isEmpty() ? QString() : u" | "_s + aside);
    dump(model, index, depth + 1, out);
  }
}

QString dump(const AttemptsModel &model) {
  QStringList out;
  dump(model, {}, 0, out);
  return out.join(u'\n');
}

} // namespace

/// The tree of attempts, and what becomes of it while a job goes on failing.
class TestAttemptsModel : public QObject {
  Q_OBJECT

private slots:
  void showsOwnFramesFirst();
  void showsAllFramesInTheirOrder();
  void foldsAllInOneWhereTheyAlternate();
  void tellsOfAnAttemptWithoutATrace();
  void keepsRowsThatStay();
  void takesOutWhatIsGone();
  void copiesWhatIsWritten();
  void findsRoundTheEnd();
  void tellsHowLongALineIs();
};

void TestAttemptsModel::showsOwnFramesFirst() {
  AttemptsModel model;
  const QAbstractItemModelTester tester(&model);
  model.setStory(storyOf({"Error: first\n    at a (/srv/a.ts:1:1)", Deep, Deep}, "sku is gone"));
  QCOMPARE(dump(model), u"Attempts 2–3 | the same trace twice\n"
                        "  0 check src/schema.ts:41:11\n"
                        "  2 placeOrder src/order.ts:88:23\n"
                        "  1 frame(s) of zod | between 0 and 2\n"
                        "    1 Z.parse zod/types.js:1:1\n"
                        "  3 frame(s) of node_modules and node:internal | bullmq 2, async_hooks 1\n"
                        "    3 W.run bullmq/worker.js:1:1\n"
                        "    4 W.go bullmq/worker.js:2:2\n"
                        "    5 A.run node:async_hooks:346:14\n"
                        "Attempt 1 | another error, so the cause may have changed\n"
                        "  Error: first\n"
                        "  0 a /srv/a.ts:1:1"_s);
}

void TestAttemptsModel::showsAllFramesInTheirOrder() {
  AttemptsModel model;
  const QAbstractItemModelTester tester(&model);
  model.setStory(storyOf({Deep}, "sku is gone"));
  model.setFrames(AttemptsModel::Frames::All);
  const QModelIndex attempt = model.index(0, 0);
  QCOMPARE(model.rowCount(attempt), 6);
  for (int row = 0; row < 6; ++row)
    QCOMPARE(model.index(row, 0, attempt).data(AttemptsModel::FrameNumberRole).toInt(), row);
  QVERIFY(model.index(1, 0, attempt).data(AttemptsModel::ForeignRole).toBool());
  QVERIFY(!model.index(2, 0, attempt).data(AttemptsModel::ForeignRole).toBool());
  QCOMPARE(model.index(1, 0, attempt).data(Qt::AccessibleDescriptionRole).toString(), u"frame 1, zod"_s);
  QCOMPARE(model.index(2, 0, attempt).data(Qt::AccessibleDescriptionRole).toString(), u"own frame 2"_s);
  model.setFrames(AttemptsModel::Frames::Own);
  QCOMPARE(model.rowCount(attempt), 4);
}

void TestAttemptsModel::foldsAllInOneWhereTheyAlternate() {
  QByteArray trace("Error: x");
  for (int i = 0; i < 5; ++i)
    trace += "\n    at step (/srv/a.ts:1:1)\n    at Generator.next (<anonymous>)";
  AttemptsModel model;
  model.setStory(storyOf({trace}, "x"));
  const QModelIndex attempt = model.index(0, 0);
  QCOMPARE(model.rowCount(attempt), 6);
  const QModelIndex fold = model.index(5, 0, attempt);
  QCOMPARE(fold.data().toString(), u"5 built-in frame(s)"_s);
  QCOMPARE(model.rowCount(fold), 5);
}

void TestAttemptsModel::tellsOfAnAttemptWithoutATrace() {
  AttemptsModel model;
  const QAbstractItemModelTester tester(&model);
  FailureStory story = failureStory({"[\"Error: one\\n    at a (/srv/a.ts:1:1)\"]",
                                     "job stalled more than allowable limit",
                                     {2, -1, false, true}});
  model.setStory(story);
  QCOMPARE(dump(model), u"Attempt 2 | no trace was kept; the reason stands above\n"
                        "Attempt 1 | another error, so the cause may have changed\n"
                        "  Error: one\n"
                        "  0 a /srv/a.ts:1:1"_s);
  QVERIFY(model.opensAtFirst(model.index(1, 0)));
}

/// A job that fails again while it is looked at: what is open and chosen stays.
void TestAttemptsModel::keepsRowsThatStay() {
  AttemptsModel model;
  const QAbstractItemModelTester tester(&model);
  const QByteArray first("Error: first 1\n    at a (/srv/a.ts:1:1)");
  model.setStory(storyOf({first, Deep}, "sku is gone"));
  const QPersistentModelIndex frame(model.index(1, 0, model.index(0, 0)));
  const QPersistentModelIndex old(model.index(0, 0, model.index(1, 0)));
  QSignalSpy reset(&model, &QAbstractItemModel::modelReset),
      inserted(&model, &QAbstractItemModel::rowsInserted);

  model.merge(storyOf({first, Deep, Deep}, "sku is gone"));
  QCOMPARE(model.index(0, 0).data().toString(), u"Attempts 2–3"_s);
  QCOMPARE(inserted.size(), 0);
  model.merge(storyOf({first, Deep, Deep, "OtherError: new\n    at n (/srv/n.ts:9:9)"}, "new"));
  QCOMPARE(inserted.size(), 2); // the new one, and a message that the head does not tell any more
  QCOMPARE(model.index(0, 0).data().toString(), u"Attempt 4"_s);
  QCOMPARE(reset.size(), 0);
  QVERIFY(old.isValid());
  QCOMPARE(old.data().toString(), u"Error: first 1"_s);
  QCOMPARE(old.parent().row(), 2);
  Q_UNUSED(frame);
}

void TestAttemptsModel::takesOutWhatIsGone() {
  AttemptsModel model;
  const QAbstractItemModelTester tester(&model);
  model.setStory(storyOf({"A: 1\n at a (/a.ts:1:1)", "B: 2\n at b (/b.ts:1:1)"}, "2"));
  QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
  model.merge(storyOf({"B: 2\n at b (/b.ts:1:1)"}, "2"));
  QCOMPARE(removed.size(), 1);
  QCOMPARE(model.rowCount(), 1);
  model.merge({});
  QCOMPARE(model.rowCount(), 0);
}

void TestAttemptsModel::copiesWhatIsWritten() {
  AttemptsModel model;
  model.setStory(storyOf({Deep}, "sku is gone"));
  const QModelIndex attempt = model.index(0, 0);
  QCOMPARE(model.textOf(attempt), QByteArray(Deep));
  QCOMPARE(model.textOf(model.index(0, 0, attempt)), "at check (/srv/src/schema.ts:41:11)"_qba);
  QCOMPARE(model.textOf(model.index(2, 0, attempt)), "at Z.parse (/srv/node_modules/zod/types.js:1:1)"_qba);
  QCOMPARE(model.traceOf(model.index(0, 0, model.index(3, 0, attempt))), QByteArray(Deep));
}

void TestAttemptsModel::findsRoundTheEnd() {
  AttemptsModel model;
  model.setStory(storyOf({"Error: first\n    at a (/srv/a.ts:1:1)", Deep}, "sku is gone"));
  const QModelIndex first = model.find(u"WORKER.js"_s, Qt::CaseInsensitive, {}, false);
  QCOMPARE(first.data(AttemptsModel::FrameNumberRole).toInt(), 3);
  const QModelIndex second = model.find(u"worker.js"_s, Qt::CaseInsensitive, first, false);
  QCOMPARE(second.data(AttemptsModel::FrameNumberRole).toInt(), 4);
  QCOMPARE(model.find(u"worker.js"_s, Qt::CaseInsensitive, second, false), first);
  QCOMPARE(model.find(u"worker.js"_s, Qt::CaseInsensitive, first, true), second);
  QVERIFY(!model.find(u"WORKER.js"_s, Qt::CaseSensitive, {}, false).isValid());
  QVERIFY(!model.find(u"nowhere"_s, Qt::CaseInsensitive, {}, false).isValid());
}

void TestAttemptsModel::tellsHowLongALineIs() {
  AttemptsModel model;
  const QByteArray line = "args: " + QByteArray("x").repeated(1'203'405);
  model.setStory(storyOf({"PrismaError: bad\n" + line + "\n    at a (/srv/a.ts:1:1)"}, "other"));
  const QModelIndex attempt = model.index(1, 0);
  const QModelIndex note = model.index(2, 0, attempt);
  QCOMPARE(note.data().toString(), u"This line has 1,203,411 characters."_s);
  QCOMPARE(model.textOf(note), line);
  QVERIFY(model.index(1, 0, attempt).data().toString().size() <= 2'000);
}

QTEST_GUILESS_MAIN(TestAttemptsModel)
#include "tst_attemptsmodel.moc"
