// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windowtest.h"

#include <QLineEdit>
#include <QTableView>
#include <QTest>

/// For tests in which a person looks for jobs.
namespace oxp::test {

/// The texts of a column that shows, by its header; null texts are left out.
inline QStringList column(const QTableView &view, const QString &header) {
  QStringList texts;
  const QAbstractItemModel &model = *view.model();
  for (int section = 0; section < model.columnCount(); ++section) {
    if (view.isColumnHidden(section) || model.headerData(section, Qt::Horizontal).toString() != header)
      continue;
    for (int row = 0; row < model.rowCount(); ++row)
      texts << model.index(row, section).data().toString();
  }
  return texts;
}

/// Completed jobs of a queue, written as BullMQ leaves them.
inline void fill(Shop &shop, const QByteArray &queue, int count) {
  const QByteArray base = "bull:" + queue + ':';
  shop.server.run({"HSET", base + "meta", "version", "bullmq:5.81.5"});
  shop.server.run({"SET", base + "id", QByteArray::number(count)});
  for (int i = 1; i <= count; ++i) {
    const QByteArray id = QByteArray::number(i), time = QByteArray::number(1'760'000'000'000 + i);
    shop.server.run({"HSET", base + id, "name", "order", "data",
                     R"({"orderId":"ORD-)" + id + R"(","sum":)" + QByteArray::number(i * 7919 % 1000) + "}",
                     "opts", "{}", "timestamp", time, "processedOn", time, "finishedOn", time, "atm", "1"});
    shop.server.run({"ZADD", base + "completed", time, id});
  }
}

inline bool ask(Person &person, const QString &query) {
  if (!person.key(Qt::Key_F, Qt::ControlModifier) || !person.type(u"Search jobs"_qs, query))
    return false;
  QTest::keyClick(person.see<QLineEdit>(u"Search jobs"_qs), Qt::Key_Return);
  person.window()->activateWindow(); // without a window manager a closed popup leaves no window active
  return true;
}

/// The ids of the jobs that are listed.
inline QStringList found(Person &person) {
  if (!person.sees(u"Jobs"_qs)) // an empty list shows words instead
    return {};
  return column(*person.see<QTableView>(u"Jobs"_qs), u"Id"_qs);
}

} // namespace oxp::test
