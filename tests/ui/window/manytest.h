// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "searchtest.h"
#include "ui/dialogs/bulkpreviewdialog.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>

/// For tests in which a person does something to several jobs.
namespace oxp::test {

/// `orders` with so many failed jobs, and its failed jobs in the list.
inline bool openFailed(WindowTest &t, int failed, const char *environment = "local") {
  if (!t.shop.start())
    return false;
  const QByteArray base = "bull:orders:";
  t.shop.server.run({"HSET", base + "meta", "version", "bullmq:5.81.5"});
  t.shop.server.run({"SET", base + "id", QByteArray::number(failed)});
  for (int i = 1; i <= failed; ++i) {
    const QByteArray id = QByteArray::number(i), time = QByteArray::number(1'760'000'000'000 + i);
    t.shop.server.run({"HSET",         base + id,
                       "name",         "order",
                       "data",         R"({"orderId":"ORD-)" + id + R"("})",
                       "opts",         R"({"attempts":1})",
                       "timestamp",    time,
                       "processedOn",  time,
                       "finishedOn",   time,
                       "atm",          "1",
                       "ats",          "1",
                       "failedReason", "no answer"});
    t.shop.server.run({"ZADD", base + "failed", time, id});
  }
  return t.open(environment) && t.person.chooseRow({u"Shop"_qs, u"orders"_qs}) &&
         t.person.chooseState(u"failed"_qs);
}

/// The first `rows` rows, as with Shift and the arrow keys.
inline bool selectRows(WindowTest &t, int rows) {
  auto *table = t.person.see<QTableView>(u"Jobs"_qs);
  if (!table || !t.person.waits("the rows", [&] {
        return table->model()->rowCount() >= rows &&
               !table->model()->index(rows - 1, 0).data().toString().isEmpty();
      }))
    return false;
  table->setFocus();
  table->setCurrentIndex(table->model()->index(0, 0));
  for (int row = 1; row < rows; ++row)
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
  return true;
}

/// What the bar says of the selection; empty while it does not show.
inline QString sentence(WindowTest &t) {
  auto *label = t.person.window()->findChild<TextLabel *>(u"Selected jobs"_qs);
  return label && label->isVisible() ? label->text() : QString();
}

/// A button of the bar.
inline QPushButton *barButton(WindowTest &t, const QString &name) {
  return t.person.window()->findChild<QFrame *>(u"Selection"_qs)->findChild<QPushButton *>(name);
}

/// The preview, once it has looked at all of them.
inline BulkPreviewDialog *preview(WindowTest &t, const QString &title) {
  auto *dialog = t.person.see<BulkPreviewDialog>(title);
  auto *table = t.person.see<QTableView>(u"What becomes of them"_qs, dialog);
  const bool counted = dialog && table && t.person.waits("the counts", [&] {
    return table->model()->index(0, 0).data().toString() != u"counting"_qs;
  });
  return counted ? dialog : nullptr;
}

/// Each row as `word count`.
inline QStringList outcomes(const QWidget *dialog) {
  QStringList rows;
  const QAbstractItemModel &model = *dialog->findChild<QTableView *>(u"What becomes of them"_qs)->model();
  for (int row = 0; row < model.rowCount(); ++row)
    rows << model.index(row, 0).data().toString() + u' ' + model.index(row, 1).data().toString();
  return rows;
}

} // namespace oxp::test
