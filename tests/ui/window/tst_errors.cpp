// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowtest.h"

#include "fakes/nodepeer/nodepeer.h"
#include "models/attemptsmodel.h"
#include "ui/editor/jsoneditor.h"

#include <QJsonDocument>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeView>

using namespace oxp;
using namespace oxp::test;

namespace {

/// Lets the real library add a job and fail it, once an error; how: see failing.mjs.
QByteArray failJob(Shop &shop, const QString &library, const QString &end, const QJsonArray &errors) {
  const QJsonObject data{{u"lines"_qs, QJsonArray{QJsonObject{{u"sku"_qs, u"SKU-12-0031"_qs}}}}};
  const QJsonObject told{{u"data"_qs, data}, {u"errors"_qs, errors}};
  const NodeAnswer answer = NodePeer::run(
      u"failing.mjs"_qs, shop.server.socketPath(),
      {u"--library"_qs, library, u"--queue"_qs, u"orders"_qs, u"--end"_qs, end, u"--limit"_qs, u"10"_qs},
      QJsonDocument(told).toJson(QJsonDocument::Compact));
  if (!answer.ok || !answer[u"errors"_qs].toArray().isEmpty())
    qWarning("%s %s", qPrintable(answer.error), answer.out.constData());
  return answer[u"id"_qs].toString().toUtf8();
}

QJsonArray prisma() {
  return {u"PrismaError"_qs, u"invalid input for catalogue.lookup"_qs,
          QJsonArray{u"Catalogue.lookup (/srv/shop/src/lookup.ts:132:9)"_qs}};
}

QJsonArray validation(int ms) {
  return {u"ValidationError"_qs, u"data.lines[0].sku is not in the catalogue, asked for %1 ms"_qs.arg(ms),
          QJsonArray{u"validateLines (/srv/shop/src/schema.ts:41:11)"_qs,
                     u"Worker.processJob (/srv/shop/node_modules/bullmq/dist/worker.js:512:28)"_qs}};
}

QStringList attemptsOf(const QTreeView *tree) {
  QStringList rows;
  for (int row = 0; row < tree->model()->rowCount(); ++row)
    rows << tree->model()->index(row, 0).data().toString();
  return rows;
}

} // namespace

/// Why a job failed, as the real libraries left it.
class TestErrors : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() { leaveSessionBus(); }
  void leadsFromTheErrorToTheValue();
  void tellsWhyAJobStalled();
};

/// Five attempts that ended with two different errors.
void TestErrors::leadsFromTheErrorToTheValue() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  const QByteArray id = failJob(t.shop, u"bullmq5"_qs, u"fail"_qs,
                                {prisma(), validation(17), validation(230), validation(4), validation(1999)});
  QVERIFY(!id.isEmpty());
  QVERIFY(t.open("local") && person.openJob(id, u"failed"_qs));
  QVERIFY(person.key(Qt::Key_PageDown, Qt::ControlModifier));
  auto *reason = person.see<QTextBrowser>(u"Error reason"_qs);
  QVERIFY(reason);
  QCOMPARE(reason->toPlainText(),
           u"ValidationError: data.lines[0].sku is not in the catalogue, asked for 1999 ms"_qs);
  auto *tree = person.see<QTreeView>(u"Attempts"_qs);
  QVERIFY(tree);
  QCOMPARE(attemptsOf(tree), (QStringList{u"Attempts 2–5"_qs, u"Attempt 1"_qs}));
  const QModelIndex first = tree->model()->index(0, 0, tree->model()->index(0, 0));
  QCOMPARE(first.data(AttemptsModel::FunctionRole).toString(), u"validateLines"_qs);

  // By the keyboard alone: from the list into the tree.
  person.see<QAbstractItemView>(u"Jobs"_qs)->setFocus();
  QVERIFY(person.key(Qt::Key_F6));
  QVERIFY(person.waits("the keyboard in the tree", [&] { return tree->hasFocus(); }));

  auto *go = person.see<QPushButton>(u"Go to value"_qs);
  QVERIFY(go);
  QVERIFY(person.key(Qt::Key_E, Qt::ControlModifier));
  JsonEditor *editor = person.editor();
  QVERIFY(editor &&
          person.waits("the value", [&] { return editor->selectedText() == u"\"SKU-12-0031\""_qs; }));
  QVERIFY(person.waits("the keyboard in the editor", [&] { return editor->hasFocus(); }));
}

/// BullMQ 4 writes a reason then, and no trace.
void TestErrors::tellsWhyAJobStalled() {
  WindowTest t;
  Person &person = t.person;
  QVERIFY(t.shop.start());
  const QByteArray id = failJob(t.shop, u"bullmq4"_qs, u"stall"_qs, QJsonArray{QJsonValue(prisma())});
  QVERIFY(!id.isEmpty());
  QVERIFY(t.open("local") && person.openJob(id, u"failed"_qs));
  QVERIFY(person.key(Qt::Key_PageDown, Qt::ControlModifier));
  auto *reason = person.see<QTextBrowser>(u"Error reason"_qs);
  QVERIFY(reason);
  QCOMPARE(reason->toPlainText(), u"job stalled more than allowable limit"_qs);
  auto *tree = person.see<QTreeView>(u"Attempts"_qs);
  QVERIFY(tree);
  QCOMPARE(attemptsOf(tree), (QStringList{u"Attempt 2"_qs, u"Attempt 1"_qs}));
  QVERIFY(!person.sees(u"Go to value"_qs));
}

QTEST_MAIN(TestErrors)
#include "tst_errors.moc"
