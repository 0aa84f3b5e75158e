// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>

namespace oxp::test {

/// What a model said, as text: "+0..2 -5..5 ~3..9 reset".
class SignalTally : public QObject {
public:
  explicit SignalTally(QAbstractItemModel *model) {
    const auto range = [](int first, int last) {
      return QString::number(first) + u".."_qs + QString::number(last);
    };
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [=, this](const QModelIndex &, int first, int last) { add(u"+"_qs + range(first, last)); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [=, this](const QModelIndex &, int first, int last) { add(u"-"_qs + range(first, last)); });
    connect(model, &QAbstractItemModel::rowsMoved, this, [this] { add(u"moved"_qs); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [=, this](const QModelIndex &from, const QModelIndex &to) {
              add(u"~"_qs + range(from.row(), to.row()));
            });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { add(u"reset"_qs); });
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] { add(u"layout"_qs); });
  }
  QString take() { return std::exchange(m_text, {}).trimmed(); }

private:
  void add(const QString &text) { m_text += text + u' '; }
  QString m_text;
};

} // namespace oxp::test
